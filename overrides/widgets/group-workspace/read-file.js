import { say } from "../shared/words.js";

/**
 * The text of a file that someone chose.
 * @param {File} file
 * @param {number} mostBytes  more than any copy of a group's work takes: `framework/group/workspace.py` says how many
 * @throws {Error} where it is too large to be looked at, or no text
 */
export async function readFile(file, mostBytes) {
  if (file.size > mostBytes) throw new Error(say("group-workspace.too-large"));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(say("group-workspace.no-text"));
  }
}
