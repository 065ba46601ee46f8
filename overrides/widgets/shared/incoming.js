/**
 * What comes in from outside, measured before anything looks into it: a file, a text that was pasted, a link. What is too
 * large, too deep or empty is refused with one sentence.
 */

import { say } from "./words.js";

/** Nothing that the guide saves lies nearly as deep. Far deeper texts stop a browser's script, and Python, for good. */
const DEEPEST = 100;

/** Something that can't be taken in, with the reason in words for the page. @extends Error */
class Refused extends Error {}

/**
 * The text of a file that someone chose.
 * @param {File} file
 * @param {number} mostBytes  more than any such file takes
 * @returns {Promise<string>}
 * @throws {Refused} where it is too large, empty, or no text
 */
export async function readText(file, mostBytes) {
  const bytes = await readBytes(file, mostBytes);
  try {
    return notEmpty(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(say("incoming.no-text"));
  }
}

/** @param {File} file @param {number} mostBytes @returns {Promise<ArrayBuffer>} @throws {Refused} */
export async function readBytes(file, mostBytes) {
  if (file.size > mostBytes) throw new Refused(say("incoming.too-large"));
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Refused(say("incoming.gone"));
  }
}

/** @param {string} text @returns {string} the same text @throws {Refused} where nothing is in it */
export function notEmpty(text) {
  if (text.trim() === "") throw new Refused(say("incoming.empty"));
  return text;
}

/**
 * JSON as data.
 * @param {string} text
 * @returns {any}
 * @throws {Refused} where it is damaged, or too deep
 */
export function parseJson(text) {
  if (depth(text) > DEEPEST) throw new Refused(say("incoming.deep"));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(say("group.cut-off"));
  }
}

/** How deep lists and objects lie in each other in a text of JSON: counted, for to look into it is what may fail. @param {string} text */
function depth(text) {
  let deepest = 0;
  let open = 0;
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (found === "[" || found === "{") open += 1;
    else if (found === "]" || found === "}") open -= 1;
    if (open > deepest) deepest = open;
  }
  return deepest;
}
