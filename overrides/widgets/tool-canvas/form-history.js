import { History } from "../shared/canvas/history.js";

/**
 * The entries of a form, with undo and redo.
 *
 * @typedef {import('../shared/form-entries.js').Entries} Entries
 * @extends History<Entries>
 */
export class FormHistory extends History {
  /**
   * Change the entries, as one step that can be undone.
   * @param {(entries: Entries) => Entries} edit
   */
  change(edit) {
    return this.replace(edit(this.kept));
  }
}
