/**
 * What scripts say to people, by id. The words stand in `framework/data/sentences/`; a page holds those that its own
 * modules name, for the build finds them in the code: so an id stands in the call, as a text or a template.
 *
 * @typedef {string | Record<string, string>} Sentence  a sentence, or its plural forms by the language's own names
 */

/** @type {Record<string, Sentence>} */
const sentences = {};
for (const block of document.querySelectorAll("script[data-sentences]")) {
  Object.assign(sentences, JSON.parse(block.textContent ?? "{}"));
}
const plurals = new Intl.PluralRules(document.documentElement.lang);

const inLine = new Intl.ListFormat(document.documentElement.lang, { type: "unit" });

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
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    if (!(name in places)) throw new Error(`The sentence '${id}' has the place '${name}', and nothing fills it.`);
    return String(places[name]);
  });
}
