import { today } from "./dates.js";
import { download } from "./download.js";
import { say } from "./words.js";

/** @typedef {import('./workspace.js').Workspace} Workspace */

const LONGEST_NAME = 60;

/** A name for a file, from words. @param {string} words */
const fileName = (words) =>
  words
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, LONGEST_NAME) || say("group.nameless");

/** Hand the reader all that a group entered, as one file that people can read too. @param {Workspace} workspace */
export function downloadWorkspace(workspace) {
  const name = say("group.file-name", { name: fileName(workspace.name), date: today() });
  download(`${name}.json`, "application/json", JSON.stringify(workspace, null, 2));
}
