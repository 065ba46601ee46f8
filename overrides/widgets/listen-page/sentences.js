/**
 * The sentences of a page, as its reader sees them: in order, each with its words and its place.
 *
 * @typedef {{words: string, range: Range, block: Element}} Sentence
 * @typedef {{block: Element, text: string, pieces: {node: Text, start: number}[]}} Unit
 *   running text: what stands in one block, unbroken
 */

/** What is not for reading aloud: ways to go elsewhere, things to press and fill in, pictures, what is folded away. */
const APART = `nav, form, button, input, select, textarea, svg, script, style, template, noscript, dialog, [popover],
  [hidden], [aria-hidden="true"], [role="status"], [role="alert"], details:not([open]) > :not(summary),
  .visually-hidden, .print-only, listen-page`;
const INLINE = ["inline", "contents"];
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Where the browser can't tell sentences apart: up to a full stop, and the quotes and brackets that close behind it. */
const BY_STOPS = /.+?(?:[.!?…।॥؟۔]+["'”’»)\]]*(?=\s)|$)/gsu;

/**
 * @param {Element} root
 * @param {string} language
 * @returns {Sentence[]}
 */
export function sentencesOf(root, language) {
  return unitsOf(root).flatMap((unit) => {
    const found = [];
    for (const [from, to] of spans(unit.text, language)) {
      found.push({ words: unit.text.slice(from, to), range: rangeOf(unit, from, to), block: unit.block });
    }
    return found;
  });
}

/**
 * Where the sentences of a text begin and end, without the space around them.
 *
 * @param {string} text
 * @param {string} language
 * @returns {[number, number][]}
 */
function spans(text, language) {
  const parts =
    "Segmenter" in Intl
      ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)]
      : [...text.matchAll(BY_STOPS)].map((match) => ({ segment: match[0], index: match.index }));
  return parts
    .filter(({ segment }) => SAYS_SOMETHING.test(segment))
    .map(({ segment, index }) => [index + segment.search(/\S/), index + segment.trimEnd().length]);
}

/** @param {Element} root @returns {Unit[]} */
function unitsOf(root) {
  /** @type {Unit[]} */
  const units = [];
  /** @type {Unit | undefined} */
  let unit;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(APART) || !isDrawn(node)) return NodeFilter.FILTER_REJECT;
    return node.matches("br") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) {
      unit = undefined; // a line break ends what stands before it
      continue;
    }
    const block = blockOf(node);
    if (unit?.block !== block) {
      unit = { block, text: "", pieces: [] };
      units.push(unit);
    }
    unit.pieces.push({ node, start: unit.text.length });
    unit.text += node.data.replace(/\s/g, " "); // as long as before; where the source has a new line, no sentence ends
  }
  return units;
}

/** @param {Element} element */
function isDrawn(element) {
  const { display, visibility } = getComputedStyle(element);
  return display !== "none" && visibility === "visible";
}

/** @param {Text} node */
function blockOf(node) {
  let element = /** @type {Element} */ (node.parentElement);
  while (element.parentElement && INLINE.includes(getComputedStyle(element).display)) element = element.parentElement;
  return element;
}

/** @param {Unit} unit @param {number} from @param {number} to */
function rangeOf({ pieces }, from, to) {
  const range = document.createRange();
  const first = /** @type {Unit["pieces"][0]} */ (pieces.findLast(({ start }) => start <= from));
  const last = /** @type {Unit["pieces"][0]} */ (pieces.findLast(({ start }) => start < to));
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, to - last.start);
  return range;
}
