import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { read, write } from "../shared/store.js";
import { newId } from "../shared/workspace.js";

/**
 * @typedef {{side: string, side_name: string, who: string, position: string, position_words: string, reason: string}}
 *   Dissent
 * @typedef {{id: string, date: string, proposal: string, how: string, outcome: string, outcome_name: string,
 *   dissent: Dissent[], doubts: string, reasons: string[]}} Entry  one decision: what, when, how, and who could not agree
 */

const PART = "decision-log";
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
    return read(PART) ?? [];
  }

  /** Show what is kept. @throws nothing */
  show() {
    const latestFirst = this.entries.toSorted((one, other) => other.date.localeCompare(one.date));
    const entries = latestFirst.map((entry) => ({
      ...entry,
      day: day(entry.date),
      reasons: entry.reasons.map((reason) => ({ reason })),
    }));
    this.element.hidden = entries.length === 0;
    this.element.replaceChildren(fill(this.template, { entries }));
    findAll(this.element, "[data-forget]", HTMLButtonElement).forEach((button, place) => {
      button.dataset.forget = latestFirst[place]?.id;
    });
  }

  /** Keep a decision. @param {Omit<Entry, "id">} decision @throws {StoreTrouble} */
  keep(decision) {
    this.write([...this.entries, { id: `decision-${newId()}`, ...decision }]);
  }

  /** @param {string} id */
  forget(id) {
    const entry = this.entries.find((each) => each.id === id);
    if (!entry || !confirm(`Delete the decision of ${day(entry.date)} from this device?`)) return;
    this.write(this.entries.filter((each) => each.id !== id));
  }

  /** @param {Entry[]} entries */
  write(entries) {
    try {
      write(PART, entries.length > 0 ? entries : undefined);
    } finally {
      this.show();
    }
  }

  take() {
    const text = JSON.stringify({ schema: SCHEMA, version: 1, decisions: this.entries }, null, 2);
    download("decision-log.json", "application/json", text);
  }

  /** Print nothing but the log. */
  print() {
    find(document, "html", HTMLElement).dataset.printsLog = "";
    addEventListener("afterprint", () => delete document.documentElement.dataset.printsLog, { once: true });
    print();
  }
}

/** A date as people write it. @param {string} date */
function day(date) {
  const [year, month, number] = date.split("-").map(Number);
  const found = new Date(year ?? 0, (month ?? 1) - 1, number ?? 1);
  return Number.isNaN(found.getTime()) ? date : found.toLocaleDateString("en-GB", { dateStyle: "long" });
}
