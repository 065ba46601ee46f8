/**
 * On a page in another language, what scripts say in English because it is not translated: it is marked as English
 * wherever it is put, so that it is read aloud as English and keeps its direction.
 */

/** @type {Set<string>} */
const english = new Set();
/** @type {WeakSet<Element>} What was marked here. */
const marked = new WeakSet();
/** What holds text alone, or is typed in. */
const WHOLE = `:is(${["option", "title", "textarea", "svg *"]})`;

/** @param {Element} element */
function mark(element) {
  marked.add(element);
  element.setAttribute("lang", "en");
  element.setAttribute("dir", "ltr");
}

/** Mark a text if it is one of those, and its element no more if it was. @param {Text} text */
function look(text) {
  const element = text.parentElement;
  const said = text.data.trim();
  if (!element || said === "") return;
  const alone = element.textContent?.trim() === said;
  if (!english.has(said)) {
    if (!alone || !marked.delete(element)) return;
    element.removeAttribute("lang");
    element.removeAttribute("dir");
  } else if (alone || element.matches(WHOLE)) {
    if (alone) mark(element);
  } else {
    const span = document.createElement("span");
    mark(span);
    text.replaceWith(span);
    span.append(text);
  }
}

/** @param {Node} node */
function lookIn(node) {
  if (node instanceof Text) look(node);
  if (!(node instanceof Element)) return;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  texts.forEach(look);
}

const observer = new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "characterData") lookIn(target);
    else for (const node of addedNodes) lookIn(node);
  }
});

/** Note what was said in English: it is marked where it stands, and where it comes to stand. @param {string} said */
export function noteEnglish(said) {
  const text = said.trim();
  if (english.has(text)) return;
  if (english.size === 0) observer.observe(document, { subtree: true, childList: true, characterData: true });
  english.add(text);
  lookIn(document.body);
}
