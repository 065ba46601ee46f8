import { download } from "./download.js";
import { whole } from "./store.js";

/** A name for a file, from words. @param {string} words */
export const fileName = (words) =>
  words
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60) || "group";

/** Today, as in 2026-11-21, by the reader's own clock. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Hand the reader all that the open group entered, as one file that people can read too. */
export function saveCopy(workspace = whole()) {
  const name = `coproduction-${fileName(workspace.name)}-${today()}.json`;
  download(name, "application/json", JSON.stringify(workspace, null, 2));
}
