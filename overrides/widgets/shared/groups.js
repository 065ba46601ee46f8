/**
 * The groups whose work this device holds, each a text of its own. One of them is open: the widgets read and write it.
 *
 * @typedef {import('./workspace.js').Workspace} Workspace
 */

import { notify } from "./notice.js";
import { asides, get, names, put, remove, setAside } from "./storage.js";
import { emptyWorkspace, parsed } from "./workspace.js";

const GROUP = "group.";
const BEFORE = ".before";
const OPEN = "open";
/** Where the first version of this guide kept everything. */
const FIRST = "workspace";

/** @param {string} id */
const key = (id) => `${GROUP}${id}`;

/**
 * A group's workspace. A text that cannot be read is set aside, and the last good copy is taken in its place.
 * @param {string} id
 * @returns {Workspace | null}
 */
export function load(id) {
  const text = get(key(id));
  if (text === null) return null;
  try {
    return parsed(text);
  } catch {
    notify("unreadable");
    return restored(id, text);
  }
}

/** The last good copy, in place of a text that cannot be read. Where there is no room to move that, it stays as it is. */
function restored(/** @type {string} */ id, /** @type {string} */ text) {
  try {
    setAside(text);
    remove(key(id));
    const before = parsed(get(key(id) + BEFORE) ?? "");
    put(key(id), JSON.stringify(before));
    return before;
  } catch {
    return null;
  }
}

/** Keep a group's workspace, and what it was before. @param {Workspace} workspace @throws {import('./storage.js').StoreTrouble} */
export function keep(workspace) {
  const before = get(key(workspace.id));
  put(key(workspace.id), JSON.stringify(workspace));
  if (before === null) return;
  try {
    put(key(workspace.id) + BEFORE, before);
  } catch {
    remove(key(workspace.id) + BEFORE); // no room for two: the newer one counts
  }
}

/** What the first version of the guide kept becomes the first group. */
function takeOver() {
  const text = get(FIRST);
  if (text === null) return;
  try {
    keep(parsed(text));
  } catch {
    setAside(text);
  }
  remove(FIRST);
}

/** @returns {Workspace[]} all groups, the one that changed last first */
export function groups() {
  takeOver();
  return names(GROUP)
    .filter((name) => !name.endsWith(BEFORE))
    .map((name) => load(name.slice(GROUP.length)))
    .filter((found) => found !== null)
    .sort((first, second) => (first.changed < second.changed ? 1 : -1));
}

/** @returns {Workspace | null} the group that is open; null where nothing is kept yet */
export function opened() {
  takeOver();
  const id = get(OPEN);
  return (id === null ? null : load(id)) ?? groups()[0] ?? null;
}

/** @param {string} id */
export const open = (id) => put(OPEN, id);

/** @param {string} name @returns {Workspace} a new group, open */
export function begin(name) {
  const workspace = emptyWorkspace(name);
  keep(workspace);
  open(workspace.id);
  return workspace;
}

/** @param {Workspace} workspace @returns {Workspace} the same under another name and id, beside it */
export function copy(workspace) {
  const made = { ...emptyWorkspace(`${workspace.name} (copy)`), data: workspace.data };
  keep(made);
  return made;
}

/** @param {string} id */
export function forget(id) {
  remove(key(id));
  remove(key(id) + BEFORE);
  if (get(OPEN) === id) remove(OPEN);
}

/** Take away all that this site keeps on this device of all groups, what was set aside too. */
export function forgetAll() {
  for (const { id } of groups()) forget(id);
  for (const { name } of asides()) remove(name);
  for (const name of names(GROUP)) remove(name);
  remove(OPEN);
  remove(FIRST);
}
