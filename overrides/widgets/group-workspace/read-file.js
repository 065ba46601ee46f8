/**
 * The text of a file that someone chose.
 * @param {File} file
 * @param {number} mostBytes  more than any copy of a group's work takes: `framework/group/workspace.py` says how many
 * @throws {Error} where it is too large to be looked at, or no text
 */
export async function readFile(file, mostBytes) {
  if (file.size > mostBytes)
    throw new Error("This file is too large for a copy of a group's work. Choose another file.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error("This file holds no text, so it is no copy. Choose another file.");
  }
}
