/**
 * The same map as a table to type in: one row for each stakeholder, and one for each link. Only what changed is written
 * anew, so that a field keeps its place while someone types in it.
 */
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";
import { toMark } from "./measures.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const CONTROLS = "input, select, textarea";

export class Table {
  /** @type {Map<string, HTMLElement>} */
  rows = new Map();

  /**
   * @param {HTMLTemplateElement} template  one row
   * @param {HTMLElement} body  where rows stand
   * @param {(id: string, key: string, value: string | number | boolean | null) => void} change
   */
  constructor(template, body, change) {
    this.template = template;
    this.body = body;
    body.addEventListener("change", ({ target }) => {
      const control = /** @type {Control} */ (target);
      const id = control.closest("tr")?.dataset.id;
      const key = control.dataset.key;
      if (!id || !key) return;
      const value = readControl(control);
      if (value !== undefined) change(id, key, value);
    });
  }

  /**
   * @param {{id: string, name: string, [key: string]: any}[]} entries
   * @param {Record<string, [string, string][]>} [options]  what a choice offers now, by its key: value and words
   */
  draw(entries, options = {}) {
    const here = new Set(entries.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (here.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    entries.forEach((entry, index) => {
      const row = this.rows.get(entry.id) ?? this.#newRow(entry.id);
      if (this.body.children[index] !== row) this.body.insertBefore(row, this.body.children[index] ?? null);
      this.#write(row, entry, index, options);
    });
  }

  /** @param {string} id */
  #newRow(id) {
    const content = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const row = find(content, "tr", HTMLTableRowElement);
    row.dataset.id = id;
    this.rows.set(id, row);
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {{name: string, [key: string]: any}} entry
   * @param {number} index
   * @param {Record<string, [string, string][]>} options
   */
  #write(row, entry, index, options) {
    const fresh = JSON.stringify([entry, index, options]);
    if (row.dataset.drawn === String(fingerprint(fresh))) return;
    row.dataset.drawn = String(fingerprint(fresh));
    find(row, "[data-number]", HTMLElement).textContent = String(index + 1);
    const name = entry.name || index + 1;
    for (const control of findAll(row, "[data-key]", HTMLElement)) {
      const key = control.dataset.key ?? "";
      const choices = options[key];
      if (choices && control instanceof HTMLSelectElement) {
        control.replaceChildren(...choices.map(([value, words]) => new Option(words, value)));
      }
      control.setAttribute("aria-label", say("power-map.of-row", { what: control.dataset.label ?? "", name }));
      if (
        control !== document.activeElement ||
        String(readControl(/** @type {Control} */ (control))) !== String(entry[key])
      ) {
        writeControl(/** @type {Control} */ (control), entry[key]);
      }
    }
    for (const button of findAll(row, "button", HTMLButtonElement)) {
      button.setAttribute("aria-label", say("power-map.of-row", { what: button.dataset.label ?? "", name }));
    }
  }

  /** Put someone into the first field of a row. @param {string} id */
  focus(id) {
    const field = this.rows.get(id)?.querySelector(CONTROLS);
    if (field instanceof HTMLElement) field.focus();
  }
}

/** What a field holds; `undefined` where it cannot be used, and the browser says why. @param {Control} control */
function readControl(control) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked;
  if (control instanceof HTMLInputElement && control.type === "number") {
    if (control.value === "" && !control.validity.badInput && !control.required) return null;
    if (!control.reportValidity()) return undefined;
    return toMark(control.valueAsNumber);
  }
  return control.value;
}

/** @param {Control} control @param {any} value */
function writeControl(control, value) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = Boolean(value);
  else {
    const text = value === null || value === undefined ? "" : String(value);
    if (control.value !== text) control.value = text;
  }
}

/** A short sign of a text, to see whether it changed. @param {string} text */
function fingerprint(text) {
  let sign = 5381;
  for (let place = 0; place < text.length; place += 1) sign = (sign * 33) ^ text.charCodeAt(place);
  return sign >>> 0;
}
