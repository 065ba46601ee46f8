/**
 * What the widgets of a page read and write: the parts of the current group, kept on this device alone.
 *
 * A save takes in what other tabs saved since, part by part. Where another tab changed the same part, this tab's stands,
 * the other's is set aside, and the reader is told. What the browser refuses to keep stays in the page.
 *
 * @typedef {import('./workspace.js').Workspace} Workspace
 */

import { currentGroup, saveGroup, switchTo } from "./groups.js";
import { notify } from "./notice.js";
import { onOtherTab, StorageError, setAside } from "./storage.js";
import { emptyWorkspace } from "./workspace.js";
import { downloadWorkspace } from "./workspace-file.js";

/** What could not be kept, by part: it is in this page only. @type {Map<string, any>} */
const unsaved = new Map();
/** Each part as this page last read or wrote it, as a text. @type {Map<string, string>} */
const lastSeen = new Map();

/** @param {any} value */
const asText = (value) => JSON.stringify(value) ?? "";

/**
 * One part of the workspace; `undefined` where nothing was entered.
 * @param {string} part
 */
export function read(part) {
  if (unsaved.has(part)) return structuredClone(unsaved.get(part));
  const value = currentGroup()?.data[part];
  lastSeen.set(part, asText(value));
  return value;
}

/**
 * Keep one part of the workspace. Where the browser keeps nothing more, the reader is told, and it stays in this page.
 * @param {string} part
 * @param {any} value  plain data; `undefined` takes the part away
 * @returns {boolean} whether it is kept
 */
export function write(part, value) {
  const copied = structuredClone(value);
  try {
    const workspace = currentGroup() ?? emptyWorkspace();
    setAsideClash(workspace, part, copied);
    if (copied === undefined) delete workspace.data[part];
    else workspace.data[part] = copied;
    workspace.rev += 1;
    workspace.changed = new Date().toISOString();
    saveGroup(workspace);
    switchTo(workspace.id);
    lastSeen.set(part, asText(copied));
    unsaved.delete(part);
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    unsaved.set(part, copied);
    notify("refused");
    return false;
  }
}

/**
 * Set aside what another tab saved in the same part since this page read it.
 * @param {Workspace} workspace @param {string} part @param {any} value  what this page has
 */
function setAsideClash(workspace, part, value) {
  const there = asText(workspace.data[part]);
  if (!lastSeen.has(part) || there === lastSeen.get(part) || there === asText(value)) return;
  if (there) setAside(JSON.stringify({ ...workspace, data: { [part]: workspace.data[part] } }));
  notify("clash");
}

/**
 * Follow what another tab changes in a part, so that both show the same.
 * @param {string} part
 * @param {(value: any) => void} update  takes the part as it now is
 */
export function onChange(part, update) {
  onOtherTab(() => {
    const before = lastSeen.get(part);
    if (unsaved.has(part)) return;
    const value = read(part);
    if (asText(value) !== before) update(value);
  });
}

/** @returns {Workspace} the whole workspace, with what is still only in this page */
export function wholeWorkspace() {
  const workspace = currentGroup() ?? emptyWorkspace();
  return { ...workspace, data: { ...workspace.data, ...Object.fromEntries(unsaved) } };
}

/** Hand the reader the whole workspace as a file. */
export const saveWorkspace = () => downloadWorkspace(wholeWorkspace());

document.querySelector("[data-save-workspace]")?.addEventListener("click", saveWorkspace);
