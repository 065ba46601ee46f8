/**
 * What scripts say to people, by id. The words stand in `framework/data/sentences/`; a page holds those that its own
 * modules name, for the build finds them in the code: so an id stands in the call, as a text or a template.
 *
 * @typedef {string | Record<string, string>} Sentence  a sentence, or its plural forms by the language's own names
 */

/** @type {Record<string, Sentence>} */
const sentences = {};
/** @type {Set<string>} The ids of those that are English on a page that is not: nobody translated them yet. */
const inEnglish = new Set();
for (const block of document.querySelectorAll("script[data-sentences]")) {
  Object.assign(sentences, JSON.parse(block.textContent ?? "{}"));
  for (const id of block.getAttribute("data-in-english")?.split(" ") ?? []) inEnglish.add(id);
}
/** Only a page that says anything in English loads what marks it so. */
const marking = inEnglish.size > 0 ? import("./in-english.js") : undefined;
const plurals = new Intl.PluralRules(document.documentElement.lang);

const inLine = new Intl.ListFormat(document.documentElement.lang, { type: "unit" });

const toTheLeft = document.documentElement.dir === "rtl";
/** What runs to the right wherever it stands: a name in Latin letters, a code, a day such as 2026-12-01, 3-5. */
const RUNS_RIGHT = /[A-Za-z]|\d[^\p{L}\d\s]+\d/u;
/** Signs that nobody sees: what stands between them keeps its order, and changes none around it (Unicode's UAX 9). */
const [APART, TOGETHER] = ["\u2068", "\u2069"];

/** What fills a place, so that it reads right in its sentence. @param {string} said @param {string} id */
const apart = (said, id) =>
  toTheLeft && !id.endsWith("file-name") && RUNS_RIGHT.test(said) ? APART + said + TOGETHER : said;

/** Texts as a list in a line: 'one, two, three'. @param {string[]} texts */
export const listed = (texts) => inLine.format(texts);

/**
 * The sentence of an id, its places filled: `say("ladder-quiz.facts", { known: 2, count: 14 })`. `count` chooses
 * between plural forms. What comes back is text, never HTML.
 * @param {string} id
 * @param {Record<string, string | number>} [places]
 */
export function say(id, places = {}) {
  const found = sentences[id];
  if (found === undefined) throw new Error(`This page holds no sentence '${id}'. See framework/data/sentences/.`);
  const text = typeof found === "string" ? found : (found[plurals.select(Number(places.count))] ?? found.other ?? "");
  const said = text.replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in places)) throw new Error(`The sentence '${id}' has the place '${name}', and nothing fills it.`);
    return apart(String(places[name]), id);
  });
  if (inEnglish.has(id)) marking?.then(({ noteEnglish }) => noteEnglish(said));
  return said;
}
