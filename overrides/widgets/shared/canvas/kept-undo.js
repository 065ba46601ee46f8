import { keepUndo, takeUndo } from "../groups.js";
import { asText } from "../merge.js";
import { pageGroup } from "../page-group.js";

/**
 * What can be undone outlasts a reload. It is kept by this tab alone, from when the page is left until it is there again:
 * it goes into no copy, and goes with its group.
 *
 * @typedef {import('./history.js').History<any>} History
 */

/** How many steps may outlast a reload: a browser keeps a few megabytes for a tab. */
const MOST = 40;

/** @param {History} state @param {string} part  what of the group's work it is: each part has steps of its own */
export function restoreUndo(state, part) {
  const id = pageGroup();
  if (id === null) return;
  const { [part]: own, ...others } = taken(id);
  if (Object.keys(others).length) keepUndo(id, JSON.stringify(others));
  if (own && !state.isExample && own.now === asText(state.kept)) {
    Object.assign(state, { past: own.past, future: own.future });
  }
}

/** @param {History} state @param {string} part */
export function saveUndo({ kept, past, future, isExample }, part) {
  const id = pageGroup();
  if (id === null || isExample) return;
  const others = taken(id);
  const now = asText(kept);
  for (let most = MOST; most >= 1; most = Math.floor(most / 2)) {
    const own = { now, past: past.slice(-most), future: future.slice(-most) };
    if (keepUndo(id, JSON.stringify({ ...others, [part]: own }))) return;
  }
}

/** The steps of all parts of a group's work; they are kept no longer. @param {string} id @returns {Record<string, any>} */
function taken(id) {
  const text = takeUndo(id);
  return text === null ? {} : JSON.parse(text);
}
