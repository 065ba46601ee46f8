import { fillOwn } from "./fill.js";
import { find } from "./find.js";
import { messageOf } from "./message-of.js";
import { BadRequest } from "./python.js";

/** @typedef {{what: string, mend: string}} Problem  what is wrong, and how to mend it */

/** @param {unknown} error @param {string} what  what can't be done, where Python did not say @returns {Problem} */
export const problemOf = (error, what) =>
  error instanceof BadRequest ? { what: error.what, mend: error.mend } : { what, mend: messageOf(error) };

/** The place in a widget, `[data-problem]`, where the reader is told what went wrong. */
export class ProblemBox {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-problem]", HTMLElement);
  }

  /** @param {Record<string, string>} data @param {string} [kind]  the name of the widget's template for it */
  show(data, kind = "problem") {
    this.element.replaceChildren(fillOwn(this.widget, kind, data));
    this.element.hidden = false;
    this.element.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.element.hidden = true;
  }
}
