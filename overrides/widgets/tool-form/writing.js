import { markCurrentPart } from "./current-part.js";
import { growWithText } from "./growing.js";
import { takePasted } from "./paste.js";
import { RowTools } from "./row-tools.js";
import { Undo } from "./undo.js";

/**
 * What helps to write in a form: loaded when somebody opens one.
 * @param {HTMLElement} widget
 * @param {HTMLFormElement} form
 * @param {(control: HTMLElement) => void} reveal  brings a control in sight
 * @param {(message: string) => void} changed  keeps what was changed, and tells what was done
 * @returns {Undo}
 */
export function beginWriting(widget, form, reveal, changed) {
  new RowTools(widget, form, changed);
  takePasted(widget, form, changed);
  growWithText(form);
  markCurrentPart(widget);
  return new Undo(widget, form, reveal, changed);
}
