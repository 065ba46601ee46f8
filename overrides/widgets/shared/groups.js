/**
 * The groups whose work this device holds, each a text of its own. One of them is current: the widgets read and write it.
 *
 * @typedef {import('./workspace.js').Workspace} Workspace
 */

import { notify } from "./notice.js";
import { get, names, put, putInTab, remove, setAside, setAsideTexts, takeFromTab } from "./storage.js";
import { say } from "./words.js";
import { emptyWorkspace, parseWorkspace } from "./workspace.js";

const GROUP = "group.";
const BEFORE = ".before";
const CURRENT = "open";
/** Where the first version of this guide kept everything. */
const FIRST_VERSION = "workspace";

/** @param {string} id */
const key = (id) => `${GROUP}${id}`;

/** Whether this device keeps something of a group, readable or not. @param {string} id */
export const isKept = (id) => get(key(id)) !== null;

/**
 * A group's workspace. A text that cannot be read is set aside, and the last good one is taken in its place.
 * @param {string} id
 * @returns {Workspace | null}
 */
export function readGroup(id) {
  const text = get(key(id));
  if (text === null) return null;
  try {
    return parseWorkspace(text);
  } catch {
    notify("unreadable");
    return restoreGroup(id, text);
  }
}

/**
 * The last good text, in place of one that cannot be read. Where there is no room to move that, it stays as it is.
 * @param {string} id @param {string} text
 */
function restoreGroup(id, text) {
  try {
    setAside(text, id);
    remove(key(id));
    const before = parseWorkspace(get(key(id) + BEFORE) ?? "");
    put(key(id), JSON.stringify(before));
    return before;
  } catch {
    return null;
  }
}

/**
 * Save a group's workspace, and what it was before.
 * @param {Workspace} workspace
 * @param {boolean} [erased]  whether something was deleted: then what it was before is not kept
 * @throws {import('./storage.js').StorageError}
 */
export function saveGroup(workspace, erased = false) {
  const text = JSON.stringify(workspace);
  const before = erased ? text : get(key(workspace.id));
  put(key(workspace.id), text);
  if (before === null) return;
  try {
    put(key(workspace.id) + BEFORE, before);
  } catch {
    remove(key(workspace.id) + BEFORE); // no room for two: the newer one counts
  }
}

/** What the first version of the guide kept becomes the first group. */
function migrateFirstVersion() {
  const text = get(FIRST_VERSION);
  if (text === null) return;
  try {
    saveGroup(parseWorkspace(text));
  } catch {
    setAside(text);
  }
  remove(FIRST_VERSION);
}

/** @returns {Workspace[]} all groups, the one that changed last first */
export function allGroups() {
  migrateFirstVersion();
  return names(GROUP)
    .filter((name) => !name.endsWith(BEFORE))
    .map((name) => readGroup(name.slice(GROUP.length)))
    .filter((found) => found !== null)
    .sort((first, second) => (first.changed < second.changed ? 1 : -1));
}

/** @returns {Workspace | null} the group that the widgets read and write; null where nothing is kept yet */
export function currentGroup() {
  migrateFirstVersion();
  const id = get(CURRENT);
  return (id === null ? null : readGroup(id)) ?? allGroups()[0] ?? null;
}

/** @param {string} id */
export function switchTo(id) {
  if (get(CURRENT) !== id) put(CURRENT, id);
}

/** @param {string} name @returns {Workspace} a new group, which is the current one */
export function createGroup(name) {
  const workspace = emptyWorkspace(name);
  saveGroup(workspace);
  switchTo(workspace.id);
  return workspace;
}

/** @param {Workspace} workspace @returns {Workspace} the same under another name and id, beside it */
export function duplicateGroup(workspace) {
  const made = { ...emptyWorkspace(say("group.copy-of", { name: workspace.name })), data: workspace.data };
  saveGroup(made);
  return made;
}

/** Delete a group from every key, from what was set aside too. @param {string} id */
export function deleteGroup(id) {
  remove(key(id));
  remove(key(id) + BEFORE);
  for (const { name } of setAsideOf(id)) remove(name);
  if (get(CURRENT) === id) remove(CURRENT);
}

/** Keep what can be undone in a group's work, for this tab alone. @param {string} id @param {string} text @returns {boolean} */
export const keepUndo = (id, text) => putInTab(key(id), text);

/** What could be undone when this tab kept it. @param {string} id @returns {string | null} */
export const takeUndo = (id) => takeFromTab(key(id));

/** What was set aside of a group, readable or not. @param {string} id */
export const setAsideOf = (id) => setAsideTexts().filter(({ group }) => group === id);

/** Take away all that this site keeps on this device of all groups, what was set aside too. */
export function deleteEverything() {
  for (const { id } of allGroups()) deleteGroup(id);
  for (const { name } of setAsideTexts()) remove(name);
  for (const name of names(GROUP)) remove(name);
  remove(CURRENT);
  remove(FIRST_VERSION);
}
