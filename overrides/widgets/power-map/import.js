/**
 * Maps and lists that are opened from a file, or pasted. What they hold is read by Python, and shown before it is taken in.
 *
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {{name: string, rows: string[][], merged: number[]}} Sheet
 * @typedef {{place: number, heading: string, samples: string, reason: string, use: string, scale: string,
 *   unsure: boolean}} Column
 * @typedef {{title: string, read: boolean, links: boolean, above: string, parting: {row: number, words: string}[],
 *   columns: Column[]}} Looked  what a sheet is taken for
 * @typedef {{map?: PowerMap, sheets?: Sheet[], looked?: Looked[]}} FileContent  a map, or the sheets of a list
 */
import { toBase64 } from "../shared/base64.js";
import { notEmpty, parseJson, readBytes } from "../shared/incoming.js";
import { ask } from "../shared/python.js";

/** A file larger than this is none that a map or a list was saved in. */
const MOST_BYTES = 5_000_000;

/**
 * Read a file.
 * @param {File} file
 * @returns {Promise<FileContent>}
 * @throws {Error} with what is wrong and how to mend it
 */
export async function openFile(file) {
  const bytes = await readBytes(file, MOST_BYTES);
  const text = new TextDecoder().decode(bytes);
  if (/^\s*[{[]/.test(text))
    parseJson(text); // measures it
  else notEmpty(text);
  return ask({ call: "power_map", do: "file-in", file: toBase64(bytes) });
}

/** Read cells that were copied from a spreadsheet. @param {string} pasted @returns {Promise<FileContent>} */
export const openCells = (pasted) => ask({ call: "power_map", do: "file-in", pasted: notEmpty(pasted) });
