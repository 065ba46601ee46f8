import { fromBase64, toBase64 } from "../shared/base64.js";
import { findAll } from "../shared/find.js";
import { ask } from "../shared/python.js";
import { WORD_TYPE } from "../shared/word-file.js";
import { say } from "../shared/words.js";

/** What becomes a paragraph, or a table. What nobody prints is left out, and a picture is told in words. */
const PARTS = `:is(${["h2", "h3", "h4", "p", "li", "dt", "dd", "table"]})`;
const LEFT_OUT = `:is(${[".no-print", "[data-of-picture]"]})`;
/** What is a part as a whole, or none. */
const INSIDE = `:is(${["table", "[data-picture]", LEFT_OUT]})`;
/** @type {Record<string, string>} */
const KINDS = { H2: "title", H3: "heading", H4: "heading", DT: "heading" };

/** @typedef {{text: string, language: string, direction: string}} Line */

/** The record as a Word file. @param {HTMLElement} record @param {string} blank  the address of the empty one @returns {Promise<Blob>} */
export async function recordFile(record, blank) {
  const response = await fetch(blank).catch(() => null);
  if (!response?.ok) throw new Error(say("form.no-blank"));
  const printed = findAll(record, PARTS, HTMLElement).filter(
    (each) => !each.parentElement?.closest(INSIDE) && !each.matches(LEFT_OUT),
  );
  const parts = printed.map((part) => (part instanceof HTMLTableElement ? table(part) : paragraph(part)));
  const { file } = await ask({ call: "record", blank: toBase64(await response.arrayBuffer()), parts });
  return new Blob([fromBase64(file)], { type: WORD_TYPE });
}

/** @param {HTMLTableElement} whole */
const table = (whole) => ({ rows: [...whole.rows].map((row) => [...row.cells].map(paragraph)) });

/** @param {HTMLElement} block */
function paragraph(block) {
  const note = block.matches(".note") ? "note" : "text";
  const kind = block.tagName === "TH" ? "head" : (KINDS[block.tagName] ?? note);
  return { kind, lines: lines(block) };
}

/** What a block says in each language, the page's own first. @param {HTMLElement} block @returns {Line[]} */
function lines(block) {
  const own = /** @type {HTMLElement} */ (block.cloneNode(true));
  const second = own.querySelector(".second");
  second?.remove();
  const { lang, dir } = document.documentElement;
  return [line(own, lang, dir), ...(second instanceof HTMLElement ? [line(second, second.lang, second.dir)] : [])];
}

/** @param {HTMLElement} said @param {string} language @param {string} direction @returns {Line} */
const line = (said, language, direction) => ({
  text: (said.textContent ?? "").replace(/[ \t]+/g, " ").trim(),
  language,
  direction: direction || "ltr",
});
