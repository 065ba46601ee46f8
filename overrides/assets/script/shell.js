/** The menu, the search and the words of the glossary: what surrounds every page. */

/** @template {Element} T @param {string} selector @returns {T | null} */
const find = (selector) => document.querySelector(selector);

const menuButton = /** @type {HTMLButtonElement | null} */ (find(".shell-menu-button"));
menuButton?.addEventListener("click", () => {
  menuButton.setAttribute("aria-expanded", String(menuButton.getAttribute("aria-expanded") !== "true"));
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menuButton?.getAttribute("aria-expanded") === "true") {
    menuButton.setAttribute("aria-expanded", "false");
    menuButton.focus();
  }
});

/** The switch between languages leads to the same place of the page, with all that its address says. */
const languageSwitch = find(".languages");
function keepPlace() {
  for (const link of languageSwitch?.querySelectorAll("a") ?? []) {
    link.search = location.search;
    link.hash = location.hash;
  }
}
languageSwitch?.addEventListener("toggle", keepPlace);
addEventListener("hashchange", keepPlace);

const search = /** @type {HTMLElement | null} */ (find("#site-search"));
const searchButton = /** @type {HTMLButtonElement | null} */ (find("[data-opens-search]"));
const query = /** @type {HTMLInputElement | null} */ (find(".search__input"));

/** Load a script. @param {string} address @returns {Promise<unknown>} */
function load(address) {
  const script = document.createElement("script");
  script.src = address;
  script.async = false; // they run in their order
  document.head.append(script);
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  }).finally(() => script.remove());
}

/** What the search needs, fetched once, when somebody searches. @type {Promise<unknown> | undefined} */
let loaded;

/** @param {"loading" | "failed"} what */
function saySearch(what) {
  const said = /** @type {HTMLTemplateElement | null} */ (find(`[data-search-says="${what}"]`));
  if (said) find(".search__state")?.replaceChildren(said.content.cloneNode(true));
}

function loadSearch() {
  if (loaded) return;
  saySearch("loading");
  const { loads = "", shows = "" } = search?.dataset ?? {};
  loaded = Promise.all(loads.split(" ").map(load)).then(() => load(shows));
  loaded.catch(() => {
    loaded = undefined; // the next time it is opened, it is tried again
    saySearch("failed");
  });
}

/** @param {boolean} open */
function showSearch(open) {
  if (!search || search.hidden !== open) return;
  search.hidden = !open;
  searchButton?.setAttribute("aria-expanded", String(open));
  (open ? query : searchButton)?.focus();
  if (!open) return;
  query?.select();
  loadSearch();
}

searchButton?.addEventListener("click", () => showSearch(search?.hidden === true));
find(".search__form")?.addEventListener("submit", (event) => event.preventDefault());
find("[data-closes-search]")?.addEventListener("click", () => showSearch(false));
search?.addEventListener("click", (event) => {
  // Where the hit is on this page, the way there is all that happens.
  if (event.target instanceof Element && event.target.closest("a")) search.hidden = true;
  if (search.hidden) searchButton?.setAttribute("aria-expanded", "false");
});

/** Whether the key '/' opens the search: people who speak to their device may not want that. */
const searchKey = /** @type {HTMLInputElement | null} */ (find("[data-search-key]"));
const SEARCH_KEY = `${new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname}#search-key`;
try {
  if (searchKey && localStorage.getItem(SEARCH_KEY) === "off") searchKey.checked = false;
} catch {
  // No storage: the key opens the search.
}
searchKey?.addEventListener("change", () => {
  try {
    if (searchKey.checked) localStorage.removeItem(SEARCH_KEY);
    else localStorage.setItem(SEARCH_KEY, "off");
  } catch {
    // No storage: it holds for this page.
  }
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && search?.hidden === false) showSearch(false);
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || !searchKey?.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  showSearch(true);
});

/** @type {HTMLElement | null} The word whose meaning is open. */
let explained = null;
for (const word of document.querySelectorAll("a.word")) {
  const link = /** @type {HTMLAnchorElement} */ (word);
  const meaning = document.getElementById(`meaning.${link.dataset.word}`);
  if (!meaning?.showPopover) continue; // an older browser: the link leads to the glossary
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-describedby", meaning.id);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    explain(link, meaning);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    explain(link, meaning);
  });
  meaning.addEventListener("toggle", (event) => {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
    link.setAttribute("aria-expanded", String(isOpen && explained === link));
  });
}

/** @param {HTMLElement} link @param {HTMLElement} meaning */
function explain(link, meaning) {
  if (explained === link && meaning.matches(":popover-open")) {
    meaning.hidePopover();
    return;
  }
  explained = link;
  meaning.showPopover();
  const { left, top, bottom } = link.getBoundingClientRect();
  const { offsetHeight: height } = meaning;
  const hasRoomBelow = bottom + height + 6 <= innerHeight || top - height - 6 < 0;
  meaning.style.top = `${scrollY + (hasRoomBelow ? bottom + 6 : top - height - 6)}px`;
  meaning.style.left = `${Math.max(8, Math.min(left, innerWidth - meaning.offsetWidth - 8))}px`;
}
