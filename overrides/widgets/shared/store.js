/**
 * What the widgets of a page read and write: the parts of the group that the page belongs to, kept on this device alone.
 *
 * A save takes in what other tabs saved since. Where another tab changed the very same thing, this tab's stands, the
 * other's is set aside, and the reader is told. What the browser refuses to keep stays in the page.
 *
 * @typedef {import('./workspace.js').Workspace} Workspace
 */

import { isKept, readGroup, saveGroup, setAsideOf, switchTo } from "./groups.js";
import { asText, merge } from "./merge.js";
import { notify } from "./notice.js";
import { pageGroup, setPageGroup, watchPageGroup } from "./page-group.js";
import { onOtherTab, replaceSetAside, StorageError, setAside } from "./storage.js";
import { emptyWorkspace } from "./workspace.js";
import { downloadWorkspace } from "./workspace-file.js";

/** What could not be kept, by part: it is in this page only. @type {Map<string, any>} */
const unsaved = new Map();
/** Each part as the page last read or wrote it, as a text. @type {Map<string, string>} */
const lastSeen = new Map();
/** Who follows a part. @type {[string, () => void][]} */
const followers = [];

/** @param {string} text  as `asText` gives it */
const fromText = (text) => (text === "" ? undefined : JSON.parse(text));

/** @returns {Workspace | null} the page's group as this device has it; null where nothing of it is kept */
function ownGroup() {
  const id = pageGroup();
  return id === null ? null : readGroup(id);
}

/**
 * One part of the workspace; `undefined` where nothing was entered.
 * @param {string} part
 */
export function read(part) {
  if (unsaved.has(part)) return structuredClone(unsaved.get(part));
  const value = ownGroup()?.data[part];
  lastSeen.set(part, asText(value));
  return value;
}

/**
 * Keep one part of the workspace. Where the browser keeps nothing more, the reader is told, and it stays in this page.
 * @param {string} part
 * @param {any} value  plain data; `undefined` takes the part away
 * @returns {boolean} whether it is kept
 */
export const write = (part, value) => save(part, structuredClone(value), false);

/**
 * Keep one part of the workspace of which something was deleted: it is gone from every key, from the last good copy and
 * from what was set aside too.
 * @param {string} part
 * @param {any} value  what is left, plain data; `undefined` takes the part away
 * @returns {boolean} whether it is kept
 */
export const erase = (part, value) => save(part, structuredClone(value), true);

/** @param {string} part @param {any} value @param {boolean} erased */
function save(part, value, erased) {
  try {
    const workspace = groupToWrite();
    if (!workspace) return false;
    const there = workspace.data[part];
    const before = lastSeen.has(part) ? fromText(lastSeen.get(part) ?? "") : there;
    const { value: both, clash } = merge(before, value, there);
    if (clash && !erased) keepClash(workspace, part, there);
    const changed = asText(both) !== asText(there);
    if (changed || (erased && isKept(workspace.id))) put(workspace, part, both, erased);
    if (erased) eraseSetAside(workspace.id, part, before, value);
    lastSeen.set(part, asText(value));
    unsaved.delete(part);
    if (asText(both) !== asText(value)) tellFollowers(part);
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    unsaved.set(part, value);
    notify("refused");
    return false;
  }
}

/** @returns {Workspace | null} the page's group, or a new one where it has none; null where it was deleted elsewhere */
function groupToWrite() {
  if (pageGroup() === null) watchPageGroup(); // another tab may have begun one since
  const id = pageGroup();
  const workspace = ownGroup();
  if (workspace || id === null || isKept(id)) return workspace ?? emptyWorkspace();
  watchPageGroup(); // says so
  return null;
}

/** @param {Workspace} workspace @param {string} part @param {any} value @param {boolean} erased */
function put(workspace, part, value, erased) {
  if (value === undefined) delete workspace.data[part];
  else workspace.data[part] = value;
  workspace.rev += 1;
  workspace.changed = new Date().toISOString();
  saveGroup(workspace, erased);
  if (workspace.id === pageGroup()) return;
  setPageGroup(workspace.id);
  switchTo(workspace.id);
}

/** Set aside what another tab has, and say so. @param {Workspace} workspace @param {string} part @param {any} theirs */
function keepClash(workspace, part, theirs) {
  if (theirs !== undefined) setAside(JSON.stringify({ ...workspace, data: { [part]: theirs } }), workspace.id);
  notify("clash");
}

/**
 * Take what was deleted out of what is set aside of the same group.
 * @param {string} id @param {string} part @param {any} before  the part before something was deleted @param {any} after
 */
function eraseSetAside(id, part, before, after) {
  for (const { name, text } of setAsideOf(id)) {
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      continue; // nobody can say what is in it
    }
    if (found?.data?.[part] === undefined) continue;
    const left = merge(before, after, found.data[part]).value;
    const { [part]: _, ...others } = found.data;
    const data = left === undefined || asText(left) === asText(after) ? others : { ...others, [part]: left };
    replaceSetAside(name, Object.keys(data).length > 0 ? JSON.stringify({ ...found, data }) : null);
  }
}

/** @param {string} part */
function tellFollowers(part) {
  for (const [each, update] of followers) if (each === part) update();
}

/**
 * Follow a part: when another tab changes it, and when the page comes back with what a browser filled in by itself.
 * @param {string} part
 * @param {() => void} update  reads the part anew; what was typed and is not saved yet has to stay
 */
export function onChange(part, update) {
  followers.push([part, update]);
}

function updateFollowers() {
  const data = ownGroup()?.data ?? {};
  for (const [part, update] of followers) {
    if (!unsaved.has(part) && asText(data[part]) !== lastSeen.get(part)) update();
  }
}

onOtherTab(() => {
  watchPageGroup();
  updateFollowers();
});

const [navigation] = performance.getEntriesByType("navigation");
/** Whether the page is here for the first time: what its forms hold was typed into it, if only while script was coming. */
export const arrivedAnew = /** @type {PerformanceNavigationTiming} */ (navigation)?.type === "navigate";

// A browser that goes back or reloads may fill in a form by itself, with what another group or time had there.
addEventListener("pageshow", ({ persisted }) => {
  if (arrivedAnew && !persisted) return;
  for (const [part, update] of followers) if (!unsaved.has(part)) update();
});

/** See whether what is kept can be used. Where Python can't be had, or the page is left before, nobody can say. */
function check() {
  import("./kept-check.js").then(({ checkKept }) => checkKept()).catch(() => {});
}
addEventListener("python-ready", check);
addEventListener("widget-stopped", check);

/** @returns {Workspace} the whole workspace, with what is still only in this page */
export function wholeWorkspace() {
  const workspace = ownGroup() ?? emptyWorkspace();
  return { ...workspace, data: { ...workspace.data, ...Object.fromEntries(unsaved) } };
}

/** Hand the reader the whole workspace as a file. */
export const saveWorkspace = () => downloadWorkspace(wholeWorkspace());

document.querySelector("[data-save-workspace]")?.addEventListener("click", saveWorkspace);
