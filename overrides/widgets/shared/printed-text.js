/**
 * On paper, a control is cut off at its edges, and some browsers print no more of it than the screen shows. So while the
 * page is printed, what was typed stands beside each control as text, and the control stays away. Every page with a form
 * loads this: a widget has nothing to do for it.
 */

import { dateInWords } from "./dates.js";
import { findAll } from "./find.js";

/** What people type or choose in, but for what is ticked, which prints as it is. */
const CONTROLS = "textarea, select, input:is([type=text], [type=date], [type=number], :not([type]))";
/** What holds a text of so many letters, or so many in all, may go on overleaf: kept together, it would be cut there. */
const LONG = { text: 600, all: 2_400 };
/** Of a control: it is filled in, or it is empty. Of any element: it holds much text. */
const MARKS = { filled: "data-as-text", empty: "data-empty", long: "data-long" };

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** What stands on paper alone, and the elements that are marked for it. @type {{texts: Element[], marked: Element[]}} */
const shown = { texts: [], marked: [] };

/** What a control holds, as people write it; empty where nothing was entered. @param {Control} control */
function entered(control) {
  if (control instanceof HTMLSelectElement) return control.value && (control.selectedOptions[0]?.text ?? "");
  if (control.type === "date") return dateInWords(control.value) || control.value;
  return control.value;
}

/** @param {Element} element @param {string} mark */
function note(element, mark) {
  element.setAttribute(mark, "");
  shown.marked.push(element);
}

/** @param {string} kind  its class @param {(string | Element)[]} content */
function element(kind, ...content) {
  const made = document.createElement("span");
  made.className = kind;
  made.append(...content);
  return made;
}

/** What stands on paper in place of a control: what it holds, or what may be ticked by hand. @param {Control} control */
function onPaper(control) {
  const text = entered(control);
  if (text) return element("printed-text", text);
  if (!(control instanceof HTMLSelectElement)) return null;
  const choices = [...control.options].filter(({ value }) => value);
  return element("printed-choices", ...choices.map((choice) => element("printed-choice", choice.text)));
}

/** Mark what holds much text, typed or said. @param {Element} page */
function markLong(page) {
  for (const element of page.querySelectorAll("*")) {
    const most = element.childElementCount > 0 ? LONG.all : LONG.text;
    if ((element.textContent ?? "").length > most) note(element, MARKS.long);
  }
}

function show() {
  const page = document.querySelector("#content");
  if (!page || shown.marked.length > 0) return;
  for (const found of findAll(page, CONTROLS, HTMLElement)) {
    const control = /** @type {Control} */ (found);
    const text = onPaper(control);
    note(control, entered(control) ? MARKS.filled : MARKS.empty);
    if (!text) continue;
    control.after(text);
    shown.texts.push(text);
  }
  markLong(page);
}

function hide() {
  for (const text of shown.texts) text.remove();
  for (const element of shown.marked) for (const mark of Object.values(MARKS)) element.removeAttribute(mark);
  shown.texts = [];
  shown.marked = [];
}

addEventListener("beforeprint", show);
addEventListener("afterprint", hide);
// Where a browser doesn't say that it prints, its style sheets still know.
matchMedia("print").addEventListener("change", ({ matches }) => (matches ? show() : hide()));
