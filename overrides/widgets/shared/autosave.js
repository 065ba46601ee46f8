import "./date-fields.js";
import { find } from "./find.js";
import { onChange } from "./store.js";
import { say } from "./words.js";

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;

/**
 * Saves what is entered, at once or when the reader pauses, at the latest when the page is left; and says so in the
 * widget's line `[data-saved]`. Where the browser keeps nothing, the line is empty: the notice at the top of the page tells.
 */
export class Autosave {
  timer = 0;

  /**
   * @param {HTMLElement} widget
   * @param {() => boolean} save  gives whether it is kept, as `write` does
   */
  constructor(widget, save) {
    this.line = find(widget, "[data-saved]", HTMLElement);
    this.save = save;
    addEventListener("pagehide", () => this.finish());
  }

  /** Whether something waits to be saved. */
  get pending() {
    return this.timer !== 0;
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
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE_MS);
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
    if (this.pending) this.now();
  }

  /** Save nothing more, and say nothing. */
  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.line.replaceChildren();
  }
}
