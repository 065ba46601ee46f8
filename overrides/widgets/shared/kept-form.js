import { entriesOf, fillIn } from "./form-entries.js";
import { arrivedAnew, erase, read, write } from "./store.js";

/** A form of which all that is filled in is one part of the workspace. */
export class KeptForm {
  /** @param {HTMLFormElement} form @param {string} part */
  constructor(form, part) {
    this.form = form;
    this.part = part;
  }

  /** Fill the form in for the first time. @returns {boolean} whether something was typed while the script was coming */
  begin() {
    const early = arrivedAnew ? entriesOf(this.form) : {};
    this.fill({ ...read(this.part), ...early });
    return Object.keys(early).length > 0;
  }

  restore() {
    this.fill(read(this.part) ?? {});
  }

  /** Fill the form in; what no entry is given for becomes empty. @param {import('./form-entries.js').Entries} entries */
  fill(entries) {
    fillIn(this.form, entries);
  }

  /** @returns {boolean} whether it is kept; where nothing was ever filled in, there is nothing to keep */
  save() {
    const entries = entriesOf(this.form);
    const filled = Object.keys(entries).length > 0;
    if (!filled && read(this.part) === undefined) return false;
    return write(this.part, filled ? entries : undefined);
  }

  /** Empty it, on the device too. @returns {boolean} whether that is kept */
  clear() {
    this.fill({});
    return erase(this.part, undefined);
  }
}
