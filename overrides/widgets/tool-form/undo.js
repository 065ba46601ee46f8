import { find, findAll } from "../shared/find.js";
import { entriesOf, fillIn } from "../shared/form-entries.js";
import { say } from "../shared/words.js";
import { History } from "./history.js";
import { addedRows, setAddedRows } from "./table-rows.js";

/** @typedef {{entries: import('../shared/form-entries.js').Entries, added: import('./table-rows.js').Added}} Held */

/** What is typed in a field is undone in one step until it goes on otherwise: by deleting, or on a new line. */
const KINDS = /^(insertText|insertCompositionText|delete)/;

/**
 * One undo for all that is done in a form: typing, rows, what was pasted, cleared, or filled in from a file. The browser's
 * own knows of typing alone, and forgets that where anything else was done between.
 */
export class Undo {
  /**
   * @param {HTMLElement} widget
   * @param {HTMLFormElement} form
   * @param {(control: HTMLElement) => void} reveal  brings a control in sight
   * @param {(message: string) => void} changed  is told what was done
   */
  constructor(widget, form, reveal, changed) {
    this.form = form;
    this.reveal = reveal;
    this.changed = changed;
    this.history = new History(() => JSON.stringify({ entries: entriesOf(form), added: addedRows(form) }));
    this.buttons = { undo: find(widget, "[data-undo]", HTMLElement), redo: find(widget, "[data-redo]", HTMLElement) };
    form.addEventListener("input", (event) => this.#typed(event));
    form.addEventListener("filled", () => this.note());
    widget.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("beforeinput", (event) => this.#asked(event));
    this.buttons.undo.addEventListener("click", () => this.go("undo"));
    this.buttons.redo.addEventListener("click", () => this.go("redo"));
    this.#show();
  }

  /** @param {string} [kind]  see `History` */
  note(kind) {
    this.history.note(kind);
    this.#show();
  }

  /** What stands in the form comes from elsewhere. */
  forget() {
    this.history.forget();
    this.#show();
  }

  /** @param {Event} event */
  #typed(event) {
    const { target } = event;
    const [kind] = event instanceof InputEvent ? (KINDS.exec(event.inputType) ?? []) : [];
    const name = target instanceof HTMLElement ? target.getAttribute("name") : "";
    this.note(kind && name ? `${kind} ${name}` : "");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!(ctrlKey || metaKey) || altKey) return;
    const letter = key.toLowerCase();
    const way = letter === "z" ? (shiftKey ? "redo" : "undo") : letter === "y" && ctrlKey ? "redo" : "";
    if (!way) return;
    event.preventDefault();
    this.go(way, true);
  }

  /** A menu of the browser's, or a phone that is shaken, asks to undo. @param {InputEvent} event */
  #asked(event) {
    const way = { historyUndo: /** @type {const} */ ("undo"), historyRedo: /** @type {const} */ ("redo") }[
      event.inputType
    ];
    if (!way) return;
    event.preventDefault();
    this.go(way, true);
  }

  /** @param {"undo" | "redo"} way @param {boolean} [takeKeyboard]  whether the keyboard goes where something changed */
  go(way, takeKeyboard = false) {
    const before = /** @type {Held} */ (JSON.parse(this.history.now));
    const text = this.history[way]();
    if (text === undefined) return;
    const held = /** @type {Held} */ (JSON.parse(text));
    setAddedRows(this.form, held.added);
    fillIn(this.form, held.entries);
    this.#show();
    const control = this.#changedControl(before, held);
    const place = control?.closest(".field")?.querySelector("label:not(.option), legend, .field__label")?.textContent;
    if (control) this.reveal(control);
    if (takeKeyboard) control?.focus({ preventScroll: true });
    this.changed(
      way === "undo" ? say("form.undid", { place: place ?? "" }) : say("form.redid", { place: place ?? "" }),
    );
  }

  /** The first control that holds something else, or that of a row that came. @param {Held} before @param {Held} now */
  #changedControl(before, now) {
    /** @param {string} name */
    const differs = (name) => String(before.entries[name]) !== String(now.entries[name]);
    const controls = findAll(this.form, "textarea, input:not([type=hidden])", HTMLElement);
    const found = controls.find((control) => differs(control.getAttribute("name") ?? ""));
    if (found) return found;
    const field = Object.keys({ ...before.added, ...now.added }).find(
      (id) => String(before.added[id]) !== String(now.added[id]),
    );
    return controls.findLast((control) => control.closest(".field")?.id === field);
  }

  #show() {
    const { past, future } = this.history;
    this.buttons.undo.setAttribute("aria-disabled", String(past.length === 0));
    this.buttons.redo.setAttribute("aria-disabled", String(future.length === 0));
  }
}
