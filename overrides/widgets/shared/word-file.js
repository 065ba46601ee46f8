/**
 * A tool's Word file. Python fills it in and reads it, by the tool's empty one, which is fetched for it.
 */

import { fromBase64, toBase64 } from "./base64.js";
import { ask } from "./python.js";
import { say } from "./words.js";

export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A file larger than this is none that answers were written into, even with pictures. */
export const MOST_BYTES = 5_000_000;

/**
 * Ask Python for something that needs a tool's form (`framework/tools/form/call.py`).
 * @param {string} what  what it is to do @param {string} blank  the address of the tool's empty Word file
 * @param {Record<string, unknown>} request @returns {Promise<any>}
 */
export async function askForm(what, blank, request) {
  const response = await fetch(blank).catch(() => null);
  if (!response?.ok) throw new Error(say("form.no-blank"));
  return ask({ call: "form", do: what, blank: toBase64(await response.arrayBuffer()), ...request });
}

/** The Word file of answers. @param {string} blank @param {Record<string, string[]>} answers */
export async function wordFile(blank, answers) {
  const { file } = await askForm("word", blank, { answers });
  return new Blob([fromBase64(file)], { type: WORD_TYPE });
}
