/**
 * What a canvas shows as a table to type in: one row for each mark, or for each link. Only what changed is written anew,
 * so that a field keeps its place while someone types in it.
 *
 * @typedef {{name: (what: string, row: string | number) => string, pick?: (row: string | number) => string,
 *   number?: (value: number) => number, show?: (field: HTMLInputElement, id: string, name: string) => void}} How
 *   what a field or a button of a row is called, and what picks the row; how a number is taken; and how a field with
 *   suggestions shows what it holds
 */
import { find, findAll } from "../find.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const CONTROLS = "input[data-key], select, textarea";
/** So many rows are there at once. Each further one gets its fields when it comes into view: fields are dear. */
const AT_ONCE = 60;
/** How far outside of what is seen a row gets its fields. */
const AHEAD = "600px";

export class Table {
  /** @type {Map<string, HTMLElement>} */
  rows = new Map();
  /** What each row shows, for when it comes into view. @type {Map<string, {entry: any, index: number}>} */
  shown = new Map();
  /** The field in which something was typed that does not count yet. @type {EventTarget | null} */
  typed = null;
  seen = new IntersectionObserver((found) => this.#onSeen(found), { rootMargin: AHEAD });

  /**
   * @param {HTMLTemplateElement} template  one row
   * @param {HTMLElement} body  where rows stand
   * @param {(id: string, key: string, value: any) => void} change
   * @param {How} how
   */
  constructor(template, body, change, how) {
    this.how = how;
    this.template = template;
    this.body = body;
    body.addEventListener("input", ({ target }) => {
      this.typed = target;
    });
    body.addEventListener("focusout", () => {
      this.typed = null;
    });
    body.addEventListener("change", ({ target }) => {
      const control = /** @type {Control} */ (target);
      this.typed = null; // what is kept may read otherwise than what was typed
      const id = control.closest("tr")?.dataset.id;
      const key = control.dataset.key;
      if (!id || !key || control.role === "combobox") return;
      const value = this.#read(control);
      if (value !== undefined) change(id, key, value);
    });
  }

  /** @param {{id: string, name: string, brief?: () => string, [key: string]: any}[]} entries  `brief`: what a row without fields says, if not the name */
  draw(entries) {
    const here = new Set(entries.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (here.has(id)) continue;
      this.seen.unobserve(row);
      row.remove();
      this.rows.delete(id);
      this.shown.delete(id);
    }
    /** @type {Element | null} */
    let next = this.body.firstElementChild;
    entries.forEach((entry, index) => {
      this.shown.set(entry.id, { entry, index });
      const row = this.rows.get(entry.id) ?? this.#newRow(entry.id, index < AT_ONCE);
      if (row === next) next = row.nextElementSibling;
      else this.body.insertBefore(row, next);
      this.#write(row, entry, index);
    });
  }

  /** @param {string} id @param {boolean} whole  whether its fields are there at once */
  #newRow(id, whole) {
    const row = document.createElement("tr");
    row.dataset.id = id;
    this.rows.set(id, row);
    if (whole) this.#fill(row);
    else {
      const number = document.createElement("th");
      number.scope = "row";
      number.dataset.number = "";
      const name = document.createElement("td");
      name.colSpan = this.template.content.querySelectorAll("td").length;
      row.append(number, name);
      row.dataset.brief = "";
      this.seen.observe(row);
    }
    return row;
  }

  /** Give a row its fields. @param {HTMLElement} row */
  #fill(row) {
    const content = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    row.replaceChildren(...find(content, "tr", HTMLTableRowElement).children);
    delete row.dataset.brief;
    delete row.dataset.drawn;
  }

  /** @param {IntersectionObserverEntry[]} found */
  #onSeen(found) {
    for (const { target, isIntersecting } of found) {
      if (isIntersecting && target instanceof HTMLElement) this.#show(target);
    }
  }

  /** Give a row its fields, with what they hold. @param {HTMLElement} row */
  #show(row) {
    const shown = this.shown.get(row.dataset.id ?? "");
    if (!shown || row.dataset.brief === undefined) return;
    this.seen.unobserve(row);
    this.#fill(row);
    this.#write(row, shown.entry, shown.index);
  }

  /**
   * @param {HTMLElement} row
   * @param {{name: string, [key: string]: any}} entry
   * @param {number} index
   */
  #write(row, entry, index) {
    const fresh = String(fingerprint(JSON.stringify([entry, index])));
    if (row.dataset.drawn === fresh) return;
    row.dataset.drawn = fresh;
    find(row, "[data-number]", HTMLElement).textContent = String(entry.number ?? index + 1);
    if (row.dataset.brief !== undefined) {
      find(row, "td", HTMLElement).textContent = entry.brief?.() ?? entry.name;
      return;
    }
    const name = entry.name || index + 1;
    for (const control of findAll(row, "[data-key]", HTMLElement)) {
      const key = control.dataset.key ?? "";
      control.setAttribute("aria-label", this.how.name(control.dataset.label ?? "", name));
      if (control instanceof HTMLInputElement && control.role === "combobox") {
        this.how.show?.(control, entry[key], entry.names[key] ?? "");
      } else if (control === this.typed && control === document.activeElement) {
        // What is typed there while an answer to an earlier change was on its way stays: it counts when it is left.
      } else if (
        control !== document.activeElement ||
        String(this.#read(/** @type {Control} */ (control))) !== String(entry[key])
      ) {
        writeControl(/** @type {Control} */ (control), entry[key]);
      }
    }
    for (const pick of findAll(row, "[data-pick]", HTMLInputElement)) {
      pick.checked = entry.picked;
      pick.setAttribute("aria-label", this.how.pick?.(name) ?? "");
    }
    for (const button of findAll(row, "button", HTMLButtonElement)) {
      button.setAttribute("aria-label", this.how.name(button.dataset.label ?? "", name));
    }
  }

  /** What a field holds; `undefined` where it cannot be used, and the browser says why. @param {Control} control */
  #read(control) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked;
    if (control instanceof HTMLInputElement && control.type === "number") {
      if (control.value === "" && !control.validity.badInput && !control.required) return null;
      if (!control.reportValidity()) return undefined;
      return this.how.number?.(control.valueAsNumber) ?? control.valueAsNumber;
    }
    return control.value;
  }

  /** Put someone into the first field of a row. @param {string} id */
  focus(id) {
    const row = this.rows.get(id);
    if (row) this.#show(row);
    const field = row?.querySelector(CONTROLS);
    if (field instanceof HTMLElement) field.focus();
  }
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
