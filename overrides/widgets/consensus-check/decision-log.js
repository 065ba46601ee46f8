import { dateInWords } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { findAll } from "../shared/find.js";
import { printAlone } from "../shared/print-alone.js";
import { erase, read, write } from "../shared/store.js";
import { say } from "../shared/words.js";
import { newId } from "../shared/workspace.js";

/**
 * @typedef {{side: string, side_name: string, who: string, position: string, position_words: string, reason: string}}
 *   Dissent
 * @typedef {{id: string, date: string, proposal: string, how: string, outcome: string, outcome_name: string,
 *   dissent: Dissent[], doubts: string, reasons: string[]}} Entry  one decision: what, when, how, and who could not agree
 */

/** The name under which they are kept. */
export const DECISIONS = "decision-log";
const SCHEMA = "coproduction-decision-log";

/** The decisions of a group, the latest first, kept on this device. */
export class DecisionLog {
  /**
   * @param {HTMLElement} element  where it is shown
   * @param {HTMLTemplateElement} template
   */
  constructor(element, template) {
    this.element = element;
    this.template = template;
  }

  /** @returns {Entry[]} */
  get entries() {
    return read(DECISIONS) ?? [];
  }

  /** Show what is kept. */
  show() {
    const latestFirst = this.entries.toSorted((one, other) => other.date.localeCompare(one.date));
    const entries = latestFirst.map((entry) => ({
      ...entry,
      day: inWords(entry.date),
      reasons: entry.reasons.map((reason) => ({ reason })),
    }));
    this.element.hidden = entries.length === 0;
    this.element.replaceChildren(fill(this.template, { entries }));
    findAll(this.element, "[data-delete]", HTMLButtonElement).forEach((button, place) => {
      button.dataset.delete = latestFirst[place]?.id;
    });
  }

  /** @param {Omit<Entry, "id">} decision */
  add(decision) {
    write(DECISIONS, [...this.entries, { id: `decision-${newId()}`, ...decision }]);
    this.show();
  }

  /** @param {string} id */
  delete(id) {
    const entry = this.entries.find((each) => each.id === id);
    if (!entry || !confirm(say("consensus-check.delete-sure", { day: inWords(entry.date) }))) return;
    const left = this.entries.filter((each) => each.id !== id);
    erase(DECISIONS, left.length > 0 ? left : undefined);
    this.show();
  }

  download() {
    const text = JSON.stringify({ schema: SCHEMA, version: 1, decisions: this.entries }, null, 2);
    download(`${say("consensus-check.file-name")}.json`, "application/json", text);
  }

  /** Print nothing but the log. */
  print() {
    printAlone("consensus-check-log");
  }
}

/** @param {string} date */
const inWords = (date) => dateInWords(date) || date;
