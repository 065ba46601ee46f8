/** What is typed into the search, and what was found: drawn from the templates of `overrides/search.html`. */
{
  const { guideSearch, guideStem, guideTexts, MiniSearch } = /** @type {any} */ (globalThis);
  const box = /** @type {HTMLElement} */ (document.getElementById("site-search"));
  /** @template {Element} T @param {string} selector @returns {T} */
  const part = (selector) => /** @type {T} */ (box.querySelector(selector));
  const root = new URL(box.dataset.root ?? "", location.href);
  const form = /** @type {HTMLFormElement} */ (part(".search__form"));
  const input = /** @type {HTMLInputElement} */ (part(".search__input"));
  const state = /** @type {HTMLElement} */ (part(".search__state"));
  const hits = /** @type {HTMLElement} */ (part(".search__hits"));
  const none = /** @type {HTMLElement} */ (part(".search__none"));
  const near = /** @type {HTMLElement} */ (part("[data-nearest]"));
  const nearWords = /** @type {HTMLElement} */ (part("[data-nearest-words]"));
  const inLine = new Intl.ListFormat(document.documentElement.lang, { type: "unit" });

  /** The inside of a template, its places filled. @param {string} selector @param {Record<string, string>} places */
  function filled(selector, places) {
    const made = /** @type {DocumentFragment} */ (
      /** @type {HTMLTemplateElement} */ (part(selector)).content.cloneNode(true)
    );
    for (const place of made.querySelectorAll("[data-text]")) {
      const said = places[/** @type {HTMLElement} */ (place).dataset.text ?? ""];
      if (said) place.textContent = said;
      else place.remove();
    }
    return made;
  }

  /** @param {string} what @param {Record<string, string>} [places] */
  function say(what, places = {}) {
    const said = filled(`[data-search-says="${what}"]`, places);
    if (said.textContent !== state.textContent) state.replaceChildren(said);
  }

  /** Text, with what was looked for marked. @param {{text: string, hit: boolean}[]} pieces */
  function marked(pieces) {
    return pieces.map(({ text, hit }) => {
      if (!hit) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });
  }

  /** @param {any} page  one of the pages that `find` gives */
  function drawn({ address, title, place, text }) {
    const made = filled("[data-search-hit]", { title });
    const link = /** @type {HTMLAnchorElement} */ (made.querySelector("a"));
    link.href = new URL(address, root).href;
    link.querySelector(".search__place")?.append(...marked(place));
    link.querySelector(".search__text")?.append(...marked(text));
    return made;
  }

  /** @param {any} search */
  function show(search) {
    const typed = input.value.trim();
    const { pages, all, instead } = typed ? search.find(typed) : { pages: [], all: 0, instead: [] };
    hits.replaceChildren(...pages.map(drawn));
    hits.hidden = pages.length === 0;
    none.hidden = pages.length > 0 || typed === "";
    const [count, best] = [String(all), String(pages.length)];
    if (typed === "") say("type");
    else if (pages.length === 0) say("none", { typed });
    else if (instead.length > 0) say("instead", { count, words: inLine.format(instead) });
    else if (all > pages.length) say("best", { count, best });
    else say("found", { count });
    if (!none.hidden) suggest(search, search.like(typed));
  }

  /** @param {any} search @param {string[]} words */
  function suggest(search, words) {
    near.hidden = words.length === 0;
    nearWords.replaceChildren(
      ...words.map((word) => {
        const made = filled("[data-search-near]", { word });
        made.querySelector("button")?.addEventListener("click", () => {
          input.value = word;
          input.focus();
          show(search);
        });
        return made;
      }),
    );
  }

  /** Arrow keys go from what is typed to what was found, and back. @param {KeyboardEvent} event */
  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (hits.querySelectorAll("a"))];
    const here = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    const next = here < 0 ? undefined : stops[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  async function begin() {
    say("loading");
    const search = await guideSearch.open(guideTexts, MiniSearch, guideStem ?? ((/** @type {string} */ word) => word));
    input.addEventListener("input", () => show(search));
    form.addEventListener("reset", () => {
      setTimeout(() => show(search));
      input.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      hits.querySelector("a")?.click();
    });
    box.addEventListener("keydown", move);
    show(search);
  }

  begin();
}
