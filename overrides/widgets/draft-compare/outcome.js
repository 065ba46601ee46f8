import { dateInWords, today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { addAction } from "../shared/plan.js";
import { ask } from "../shared/python.js";
import { wholeWorkspace } from "../shared/store.js";
import { WORD_TYPE, wordFile } from "../shared/word-file.js";
import { say } from "../shared/words.js";
import { newId } from "../shared/workspace.js";
import { headingOf } from "./apart-view.js";

/** @typedef {import('./drafts.js').Drafts} Drafts */
/** @typedef {import('./drafts.js').Agreed} Agreed */

/** What becomes of a document: it goes out for Word, into its form, to the plan, and is kept as it was agreed. */
export class Outcome {
  /** @param {HTMLElement} widget @param {(side: string) => string} sideName  what a side is called */
  constructor(widget, sideName) {
    this.widget = widget;
    this.sideName = sideName;
  }

  /** The document for Word. @param {string} tool @param {string} blank  the address of its empty Word file @param {any} answer */
  async toWord(tool, blank, answer) {
    const name = say("draft-compare.document-file-name", { tool, date: today() });
    const { data } = wholeWorkspace();
    download(`${name}.docx`, WORD_TYPE, await wordFile(this.widget, tool, blank, answer.filled, data));
  }

  /**
   * Put the document into its form; where something else would be lost, only if the reader says so.
   * @param {Drafts} drafts @param {any} answer @returns {boolean | null} whether it is kept; null where it was not to be
   */
  fillForm(drafts, answer) {
    const known = [{}, ...Object.values(drafts.kept.drafts).map(({ filled }) => filled), answer.filled];
    const lost = drafts.form && !known.some((each) => JSON.stringify(each) === JSON.stringify(drafts.form));
    if (lost && !confirm(say("draft-compare.fill-sure"))) return null;
    return drafts.fillForm(answer.filled);
  }

  /** What is not agreed, as actions of the group's plan. @param {string} tool @param {string} title @param {any} answer */
  toPlan(tool, title, answer) {
    const open = answer.document.filter((/** @type {any} */ place) => place.open);
    for (const place of open) {
      const text = say("draft-compare.settle", { document: title, place: headingOf(place) });
      addAction({ text, who: place.who, by: place.by, from: tool });
    }
    return open.length;
  }

  /** What was agreed, and when it is looked at again. @param {Agreed[]} agreed */
  showAgreed(agreed) {
    const lines = agreed.map(({ day, sides, again }) => {
      const names = sides.map((side) => this.sideName(side)).join(", ");
      return fillOwn(this.widget, "agreed", { day: dateInWords(day), sides: names, again: dateInWords(again) });
    });
    find(this.widget, "[data-agreed]", HTMLElement).replaceChildren(...lines);
    find(this.widget, "[data-agreed-before]", HTMLElement).hidden = lines.length === 0;
  }

  /** In which line of what was agreed a button is. @param {HTMLButtonElement} button */
  placeOf(button) {
    const lines = findAll(this.widget, "[data-agreed] > li", HTMLElement);
    return lines.findIndex((line) => line.contains(button));
  }

  /**
   * The day on which a document is looked at again, for a calendar.
   * @param {Drafts} drafts @param {string} title @param {HTMLButtonElement} button  in the line of what was agreed
   */
  async toCalendar(drafts, title, button) {
    const agreed = drafts.kept.agreed[this.placeOf(button)];
    if (!agreed) return;
    const text = say("draft-compare.look-again-at", { document: title });
    const plan = { actions: [{ id: newId(), text, who: "", by: agreed.again, done: false, from: "" }] };
    const request = { call: "action_plan", as: "calendar", plan, name: wholeWorkspace().name, today: today() };
    const found = await ask(request);
    download(`${text}.${found.ending}`, found.type, found.text);
  }
}
