/** More than any copy of a group's work takes; Python says the same of the text (`framework/group/workspace.py`). */
const MOST_BYTES = 2_000_000;

/**
 * The text of a file that someone chose.
 * @param {File} file
 * @throws {Error} where it is too large to be looked at, or no text
 */
export async function readFile(file) {
  if (file.size > MOST_BYTES)
    throw new Error("This file is too large for a copy of a group's work. Choose another file.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error("This file holds no text, so it is no copy. Choose another file.");
  }
}
