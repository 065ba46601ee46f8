/**
 * The English of a page in another language: of all its sentences by the button at its top, and of one by a press on it.
 */

/** What a sentence stands in. */
const BLOCKS = `:is(${["p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "td", "th", "legend", "label", "figcaption", "summary", "div"]})`;
/** What does something else when it is pressed. */
const CONTROLS = `:is(${["a", "button", "input", "select", "textarea", "label", "summary", "svg"]})`;
/** Where no other sentence has room. */
const FULL = `:is(${["button", "svg", "select", "nav", "body > header", "body > a"]})`;

/** By the number of each text, its English. @type {Record<string, string>} */
const english = JSON.parse(document.querySelector("[data-english]")?.textContent || "{}");
const button = document.querySelector("[data-shows-english]");

/** @param {Element} block  what holds the sentences @returns {HTMLElement | null} where its English stands */
const shownIn = (block) => block.querySelector(":scope > .english");

/** Put the English of a block's sentences behind them. @param {Element} block */
function show(block) {
  if (shownIn(block)) return;
  const said = [...block.querySelectorAll("[data-said]"), block].filter((each) => blockOf(each) === block);
  const texts = new Set(said.map((each) => english[/** @type {HTMLElement} */ (each).dataset.said ?? ""]));
  const place = document.createElement("span");
  place.className = "english";
  place.lang = "en";
  place.dir = "ltr";
  place.textContent = [...texts].filter(Boolean).join(" ");
  block.append(place);
}

/** The block that a sentence stands in, if its English can stand there. @param {Element} sentence */
const blockOf = (sentence) => (sentence.closest(FULL) ? null : sentence.closest(BLOCKS));

button?.addEventListener("click", () => {
  const open = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(open));
  for (const sentence of document.querySelectorAll("[data-said]")) {
    const block = blockOf(sentence);
    if (!block) continue;
    if (open) show(block);
    else shownIn(block)?.remove();
  }
});

document.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target : null;
  if (!pressed || pressed.closest(CONTROLS) || String(getSelection())) return;
  const sentence = pressed.closest("[data-said]");
  const block = sentence && blockOf(sentence);
  if (!block) return;
  const shown = shownIn(block);
  if (shown) shown.remove();
  else show(block);
});
