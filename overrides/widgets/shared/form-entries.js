import { findAll } from "./find.js";

/** @typedef {Record<string, string[]>} Entries  what is filled into a form, by the fields' names */

/** @param {HTMLFormElement} form @returns {Entries} without what is empty */
export function entriesOf(form) {
  /** @type {Entries} */
  const entries = {};
  for (const [name, value] of new FormData(form)) {
    if (value !== "") entries[name] = [...(entries[name] ?? []), String(value)];
  }
  return entries;
}

/** Fill a form in; what no entry is given for becomes empty. @param {HTMLFormElement} form @param {Entries} entries */
export function fillIn(form, entries) {
  for (const field of findAll(form, "textarea, select, input", HTMLElement)) {
    if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
      field.checked = entries[field.name]?.includes(field.value) ?? false;
    } else {
      const typed = /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (field);
      typed.value = entries[typed.name]?.[0] ?? "";
    }
  }
}
