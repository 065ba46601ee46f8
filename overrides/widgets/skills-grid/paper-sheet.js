import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** What is typed for one skill: a number or a dash, and letters for the ticks behind it. */
const ENTRY = /[0-3-][LT]*/g;
const LEARN = { key: "L", value: 1 };
const TEACH = { key: "T", value: 2 };

/** A sheet on paper, keyed in, with what each entry means beside its skill, to check it. */
export class PaperSheet {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.keys = find(form, "[name=keys]", HTMLInputElement);
    this.keys.addEventListener("input", () => this.show());
    this.show();
  }

  get rows() {
    return findAll(this.form, "[data-rows] > li", HTMLElement);
  }

  /** What was typed, without spaces. */
  get typed() {
    return this.keys.value.toUpperCase().replaceAll(/\s/g, "");
  }

  /** @returns {{sure: number | null, offers: number}[]} one for each skill that is keyed in */
  get entries() {
    return (this.typed.match(ENTRY) ?? []).map((entry) => ({
      sure: entry.startsWith("-") ? null : Number(entry[0]),
      offers: [LEARN, TEACH].reduce((sum, { key, value }) => (entry.includes(key) ? sum + value : sum), 0),
    }));
  }

  /** Show what each entry means beside its skill, and say what is wrong. @returns {string} empty where nothing is */
  show() {
    const { rows, entries } = this;
    rows.forEach((row, place) => {
      const entry = entries[place];
      find(row, "b", HTMLElement).textContent = entry ? meaning(entry, findAll(row, "i", HTMLElement)) : "";
      row.toggleAttribute("data-due", place === entries.length);
    });
    const status = this.#wrong();
    find(this.form, "[data-keyed]", HTMLElement).textContent = status || say("skills-grid.all-keyed");
    return status;
  }

  #wrong() {
    const { rows, entries } = this;
    const strange = this.typed.replaceAll(ENTRY, "")[0];
    if (strange) return say("skills-grid.no-meaning", { key: strange });
    const extra = entries.length - rows.length;
    if (extra > 0) return say("skills-grid.too-many", { count: extra });
    return extra < 0 ? say("skills-grid.keyed", { keyed: entries.length, count: rows.length }) : "";
  }

  /** Whether every skill has an entry. */
  get complete() {
    return this.show() === "";
  }

  /** @returns {{side: string, answers: Record<string, number>}} what the sheet holds */
  get answers() {
    /** @type {Record<string, number>} */
    const answers = {};
    for (const [place, { dataset }] of this.rows.entries()) {
      const { sure, offers } = this.entries[place] ?? { sure: null, offers: 0 };
      if (sure !== null) answers[dataset.id ?? ""] = sure;
      if (offers > 0) answers[dataset.offers ?? ""] = offers;
    }
    return { side: String(new FormData(this.form).get("side")), answers };
  }

  clear() {
    this.keys.value = "";
    this.show();
    this.keys.focus();
  }
}

/** What an entry stands for. @param {{sure: number | null, offers: number}} entry @param {HTMLElement[]} answers */
function meaning({ sure, offers }, answers) {
  const said = sure === null ? say("skills-grid.blank") : (answers[sure]?.textContent ?? "");
  const learns = offers & LEARN.value ? [say("skills-grid.learn")] : [];
  const teaches = offers & TEACH.value ? [say("skills-grid.teach")] : [];
  return [said, ...learns, ...teaches].join(" · ");
}
