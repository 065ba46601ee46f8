/**
 * The group that a page belongs to: the one that was open when the page was. It stays that, whatever is opened in another
 * tab; where that is another group, or this one is deleted there, the reader chooses before they go on.
 */

import { find, findAll } from "./find.js";
import { currentGroup, deleteGroup, isKept, readGroup, switchTo } from "./groups.js";

let id = currentGroup()?.id ?? null;

/** @returns {string | null} its id; null as long as this device keeps nothing */
export const pageGroup = () => id;

/** @param {string} to  the group that the page has begun */
export function setPageGroup(to) {
  id = to;
}

/** See whether the page's group is still the one that is open, and ask the reader where it is not. */
export function watchPageGroup() {
  const current = currentGroup();
  if (id === null) id = current?.id ?? null;
  const gone = id !== null && !isKept(id);
  if (gone && id) deleteGroup(id); // what was being saved here while it was deleted there
  const other = !gone && id !== null && current?.id !== id;
  const dialog = document.querySelector("dialog[data-other-group]");
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (!gone && !other) {
    dialog.close();
    return;
  }
  ask(dialog, { gone, name: (id && readGroup(id)?.name) || "", open: current?.name ?? "" });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {{gone: boolean, name: string, open: string}} found  whether the page's group was deleted; its name, and that
 *   of the group that is open now
 */
function ask(dialog, { gone, name, open }) {
  for (const part of findAll(dialog, "[data-gone]", HTMLElement)) part.hidden = !gone;
  for (const part of findAll(dialog, "[data-other]", HTMLElement)) part.hidden = gone;
  find(dialog, "[data-this-name]", HTMLElement).textContent = name;
  find(dialog, "[data-other-name]", HTMLElement).textContent = open;
  if (!dialog.open) dialog.showModal();
}

document.querySelector("[data-show-open-group]")?.addEventListener("click", () => location.reload());
document.querySelector("[data-stay-with-group]")?.addEventListener("click", () => {
  if (id) switchTo(id);
  watchPageGroup();
});

// A page that comes back from the browser's memory shows what was; nothing was typed there meanwhile.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && id !== (currentGroup()?.id ?? null)) location.reload();
});
document.addEventListener("visibilitychange", () => document.hidden || watchPageGroup());
