/**
 * What can be done with the groups of this device. Each action tells how to undo it.
 *
 * @typedef {import('../shared/workspace.js').Workspace} Workspace
 * @typedef {{message: string, name: string, undo?: () => void}} Done  the name of the message for it, and of the group
 */

import {
  allGroups,
  createGroup,
  currentGroup,
  deleteEverything,
  deleteGroup,
  duplicateGroup,
  saveGroup,
  setAsideOf,
  switchTo,
} from "../shared/groups.js";
import { setAside, setAsideTexts } from "../shared/storage.js";

/** Go back to the group that was current before. @param {Workspace | null} before */
function switchBack(before) {
  if (before) switchTo(before.id);
}

/** @param {{text: string, group: string}[]} texts  what was set aside */
function putBack(texts) {
  for (const { text, group } of texts) setAside(text, group);
}

/** @param {Workspace} group @returns {Done} */
export function openGroup(group) {
  const before = currentGroup();
  switchTo(group.id);
  return { message: "opened", name: group.name, undo: () => switchBack(before) };
}

/** @param {Workspace} group @param {string} name @returns {Done} */
export function renameGroup(group, name) {
  saveGroup({ ...group, name });
  return { message: "renamed", name, undo: () => saveGroup(group) };
}

/** @param {Workspace} group @returns {Done} */
export function duplicate(group) {
  const { id, name } = duplicateGroup(group);
  return { message: "duplicated", name, undo: () => deleteGroup(id) };
}

/** @param {Workspace} group @returns {Done} */
export function removeGroup(group) {
  const before = currentGroup();
  const texts = setAsideOf(group.id);
  deleteGroup(group.id);
  const undo = () => {
    saveGroup(group);
    putBack(texts);
    switchBack(before);
  };
  return { message: "deleted", name: group.name, undo };
}

/** @returns {Done} */
export function removeEverything() {
  const groups = allGroups();
  const before = currentGroup();
  const texts = setAsideTexts();
  deleteEverything();
  const undo = () => {
    for (const each of groups) saveGroup(each);
    putBack(texts);
    switchBack(before);
  };
  return { message: "deleted-all", name: "", undo };
}

/** @param {string} name @returns {Done} */
export function beginGroup(name) {
  const before = currentGroup();
  const { id } = createGroup(name);
  const undo = () => {
    deleteGroup(id);
    switchBack(before);
  };
  return { message: "begun", name, undo };
}

/** Keep a group that came from a file, and open it. @param {Workspace} group @returns {Done} */
export function addGroup(group) {
  const before = currentGroup();
  saveGroup(group);
  switchTo(group.id);
  const undo = () => {
    deleteGroup(group.id);
    switchBack(before);
  };
  return { message: "opened", name: group.name, undo };
}

/** Keep what became of a group. @param {Workspace} before @param {Workspace} after @returns {Done} */
export function replaceGroup(before, after) {
  saveGroup(after);
  return { message: "joined", name: before.name, undo: () => saveGroup(before) };
}
