import "./date-fields.js";
import { find } from "./find.js";
import { Later } from "./later.js";
import { onChange } from "./store.js";
import { say } from "./words.js";

/**
 * Saves what is entered, at once or when the reader pauses, at the latest when the page is left; and says so in the
 * widget's line `[data-saved]`. Where the browser keeps nothing, the line is empty: the notice at the top of the page tells.
 */
export class Autosave {
  /**
   * @param {HTMLElement} widget
   * @param {() => boolean} save  gives whether it is kept, as `write` does
   */
  constructor(widget, save) {
    this.line = find(widget, "[data-saved]", HTMLElement);
    this.save = save;
    this.saving = new Later(() => this.now());
  }

  /** Whether something waits to be saved. */
  get pending() {
    return this.saving.pending;
  }

  /**
   * Follow a part that another tab may change too; but what waits to be saved goes before.
   * @param {string} part
   * @param {() => void} restore  shows the part as it is kept
   */
  follow(part, restore) {
    onChange(part, () => this.pending || restore());
  }

  /** Save once the reader pauses. */
  soon() {
    this.saving.soon();
  }

  /** @param {string} [message]  what to say instead of the usual */
  now(message) {
    this.cancel();
    this.report(this.save(), message);
  }

  /** @param {boolean} kept  whether what was entered is kept @param {string} [message] */
  report(kept, message = say("common.saved")) {
    this.line.textContent = kept ? message : "";
  }

  /** Save now what waits to be saved. */
  finish() {
    this.saving.finish();
  }

  /** Save nothing more, and say nothing. */
  cancel() {
    this.saving.cancel();
    this.line.replaceChildren();
  }
}
