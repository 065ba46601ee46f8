/**
 * What the widgets of a page read and write: the parts of the group that is open, kept on this device alone.
 *
 * A save takes in what other tabs saved since, part by part. Where another tab changed the same part, this tab's stands,
 * the other's is set aside, and the reader is told. What the browser refuses to keep stays in the page.
 *
 * @typedef {import('./workspace.js').Workspace} Workspace
 */

import { keep, open, opened } from "./groups.js";
import { notify } from "./notice.js";
import { get, onOtherTab, StoreTrouble, setAside } from "./storage.js";
import { emptyWorkspace } from "./workspace.js";

export { StoreTrouble };

/** What could not be kept, by part: it is in this page only. @type {Map<string, any>} */
const memory = new Map();
/** Each part as this page last read or wrote it, as a text. @type {Map<string, string>} */
const known = new Map();

/** @param {any} value */
const text = (value) => JSON.stringify(value) ?? "";

/**
 * One part of the workspace; `undefined` where nothing was entered.
 * @param {string} part
 */
export function read(part) {
  if (memory.has(part)) return structuredClone(memory.get(part));
  const value = opened()?.data[part];
  known.set(part, text(value));
  return value;
}

/**
 * Keep one part of the workspace.
 * @param {string} part
 * @param {any} value  plain data; `undefined` takes the part away
 * @throws {StoreTrouble} where the browser keeps nothing; the value is then still in this page
 */
export function write(part, value) {
  const kept = structuredClone(value);
  try {
    const workspace = opened() ?? emptyWorkspace();
    heedOthers(workspace, part, kept);
    if (kept === undefined) delete workspace.data[part];
    else workspace.data[part] = kept;
    workspace.rev += 1;
    workspace.changed = new Date().toISOString();
    keep(workspace);
    if (get("open") !== workspace.id) open(workspace.id);
    known.set(part, text(kept));
    memory.delete(part);
  } catch (error) {
    memory.set(part, kept);
    notify("refused");
    throw error instanceof StoreTrouble ? error : new StoreTrouble("This browser keeps nothing.", { cause: error });
  }
}

/** Take one part away. Where the browser keeps nothing, it goes from this page, and the reader is told. @param {string} part */
export function takeAway(part) {
  try {
    write(part, undefined);
  } catch {
    // `write` has told.
  }
}

/**
 * Set aside what another tab saved in the same part since this page read it.
 * @param {Workspace} workspace @param {string} part @param {any} value
 */
function heedOthers(workspace, part, value) {
  const there = text(workspace.data[part]);
  if (!known.has(part) || there === known.get(part) || there === text(value)) return;
  if (there) setAside(JSON.stringify({ ...workspace, data: { [part]: workspace.data[part] } }));
  notify("clash");
}

/**
 * Hear that another tab changed a part, so that both show the same.
 * @param {string} part
 * @param {(value: any) => void} hear  takes the part as it now is
 */
export function onChange(part, hear) {
  onOtherTab(() => {
    const was = known.get(part);
    if (memory.has(part)) return;
    const value = read(part);
    if (text(value) !== was) hear(value);
  });
}

/**
 * The whole workspace, with what is still only in this page.
 * @returns {Workspace}
 */
export function whole() {
  const workspace = opened() ?? emptyWorkspace();
  return { ...workspace, data: { ...workspace.data, ...Object.fromEntries(memory) } };
}
