import { toBase64 } from "../shared/base64.js";
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { parseJson, readBytes, readText } from "../shared/incoming.js";
import { BadRequest } from "../shared/python.js";
import { askForm, MOST_BYTES as MOST_WORD_BYTES } from "../shared/word-file.js";
import { say } from "../shared/words.js";

/** @typedef {import('./drafts.js').Draft} Draft */
/** @typedef {{tool: string, side: string, draft: Draft}} Travelling  a draft with what it is of, and whose */

const SCHEMA = "coproduction-draft";
const VERSION = 1;
/** Far more than the longest document takes. */
export const MOST_BYTES = 1_000_000;

/** Hand one side's draft to the reader as a file, with nothing else in it. @param {Travelling} travelling */
export function downloadDraft(travelling) {
  const { tool, side } = travelling;
  const name = say("draft-compare.file-name", { tool, side, date: today() });
  download(`${name}.json`, "application/json", textOf(travelling, 2));
}

/** A draft as a text, in a file or in a link. @param {Travelling} travelling @param {number} [indent] */
export const textOf = ({ tool, side, draft }, indent) =>
  JSON.stringify({ schema: SCHEMA, version: VERSION, tool, side, ...draft }, null, indent);

/** What stands in a file of a draft. @param {File} file @returns {Promise<Travelling>} @throws where it is no such file */
export const readDraft = async (file) => draftIn(await readText(file, MOST_BYTES));

/**
 * What stands in the text of a draft. Whether its answers are sound, Python says.
 * @param {string} text @returns {Travelling} @throws where it is no such text
 */
export function draftIn(text) {
  const { schema, version, tool, side, day, filled } = parseJson(text) ?? {};
  if (schema !== SCHEMA)
    throw new BadRequest({ what: say("draft-compare.no-draft"), mend: say("draft-compare.no-draft-mend") });
  if (version !== VERSION)
    throw new BadRequest({ what: say("draft-compare.newer"), mend: say("draft-compare.newer-mend") });
  return { tool: String(tool), side: String(side), draft: { day, filled } };
}

/**
 * What a side wrote into a Word file of the document, and in words what can't be taken from it: it is to be seen, not lost.
 * @param {File} file @param {string} blank  the address of the document's empty Word file
 * @returns {Promise<{draft: Draft, notTaken: string[]}>}
 */
export async function readWord(file, blank) {
  const content = toBase64(await readBytes(file, MOST_WORD_BYTES));
  const { changes, unplaced, comments, note } = await askForm("read", blank, { file: content, answers: {} });
  const filled = Object.fromEntries(changes.map((/** @type {any} */ { name, texts }) => [name, texts]));
  const notTaken = [
    ...(note ? [note] : []),
    ...unplaced.map((/** @type {any} */ each) => say("draft-compare.not-taken", each)),
    ...comments.map((/** @type {any} */ each) => say("draft-compare.comment", each)),
  ];
  return { draft: { day: today(), filled }, notTaken };
}
