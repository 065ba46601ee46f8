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

/** @param {History} state */
export function restoreUndo(state) {
  const id = pageGroup();
  const text = id === null ? null : takeUndo(id);
  if (text === null || state.isExample) return;
  const { now, past, future } = JSON.parse(text);
  if (now === asText(state.kept)) Object.assign(state, { past, future });
}

/** @param {History} state */
export function saveUndo({ kept, past, future, isExample }) {
  const id = pageGroup();
  if (id === null || isExample) return;
  const now = asText(kept);
  for (let most = MOST; most >= 1; most = Math.floor(most / 2)) {
    if (keepUndo(id, JSON.stringify({ now, past: past.slice(-most), future: future.slice(-most) }))) return;
  }
}
