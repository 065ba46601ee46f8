import { entriesOf, fillIn } from "./form-entries.js";
import { arrivedAnew, erase, onChange, read, write } from "./store.js";

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;

/** What is typed into a form that adds an entry to a list: kept until it is added, so that no reload loses it. */
export class Draft {
  timer = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {string} part  the name under which it is kept
   * @param {() => void} [onRestore]  called when the form was filled in from what was kept
   */
  constructor(form, part, onRestore = () => {}) {
    this.form = form;
    this.part = part;
    this.onRestore = onRestore;
    const early = arrivedAnew ? entriesOf(form) : {};
    this.restore(early);
    if (Object.keys(early).length > 0) this.soon();
    onChange(part, () => this.timer || this.restore());
    form.addEventListener("input", () => this.soon());
    addEventListener("pagehide", () => this.timer && this.save());
  }

  /** @param {import('./form-entries.js').Entries} [typed]  what was typed while the script was coming */
  restore(typed = {}) {
    fillIn(this.form, { ...read(this.part), ...typed });
    this.onRestore();
  }

  /** Save once the reader pauses. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  save() {
    this.cancel();
    const entries = entriesOf(this.form);
    const filled = Object.keys(entries).length > 0;
    if (filled || read(this.part) !== undefined) write(this.part, filled ? entries : undefined);
  }

  /** Forget it: the entry is added, or not wanted. */
  clear() {
    this.cancel();
    fillIn(this.form, {});
    if (read(this.part) !== undefined) erase(this.part, undefined);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
