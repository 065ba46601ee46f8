import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";

/**
 * @typedef {import('./import.js').FileContent} FileContent
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {import('./state.js').State} State
 * @typedef {{added: PowerMap, instead: PowerMap, new: string[], changed: {name: string, words: string}[], same: string[],
 *   links: number, problems: {rows: string, column: string, what: string, mend: string}[]}} Outcome  what a list changes
 */

/** What is in a file that was opened: what each column of a list will be, and what changes, before anything is taken in. */
export class FilePreview {
  /** @type {FileContent | null} */
  content = null;
  /** What the list changes, as it is read now. @type {Outcome | null} */
  outcome = null;
  /** How often Python was asked: only the latest answer counts. */
  requests = 0;

  /** @param {HTMLElement} widget @param {State} state */
  constructor(widget, state) {
    this.element = find(widget, "[data-preview]", HTMLElement);
    this.widget = widget;
    this.state = state;
    this.input = find(widget, "[data-file-input]", HTMLInputElement);
    this.element.addEventListener("change", () => this.content?.sheets && this.#read());
  }

  /** @param {FileContent} content */
  async show(content) {
    this.content = content;
    this.outcome = null;
    const { map, sheets, looked = [] } = content;
    const count = map?.stakeholders.length ?? 0;
    this.element.replaceChildren(
      sheets
        ? fillOwn(this.widget, "columns", { sheets: looked.map((each) => ({ ...each, people: !each.links })) })
        : fillOwn(this.widget, "preview", { count: say("power-map.on-map-in-file", { count }) }),
    );
    this.#choose();
    this.element.hidden = false;
    if (sheets) await this.#read();
    this.element.focus();
  }

  /** Show in the choices what was guessed. */
  #choose() {
    const sheets = findAll(this.element, "[data-sheet-step]", HTMLElement);
    this.content?.looked?.forEach((looked, nth) => {
      const sheet = sheets[nth];
      if (!sheet) return;
      find(sheet, "[data-read]", HTMLInputElement).checked = looked.read;
      const columns = findAll(sheet, "[data-column]", HTMLElement);
      looked.columns.forEach(({ use, scale, unsure, heading }, place) => {
        const column = columns[place];
        if (!column) return;
        const chosen = find(column, "[data-use]", HTMLSelectElement);
        chosen.value = use;
        chosen.setAttribute("aria-label", say("power-map.column-becomes", { heading }));
        const scales = find(column, "[data-scale]", HTMLSelectElement);
        scales.value = scale;
        scales.setAttribute("aria-label", say("power-map.scale-of", { heading }));
        find(column, "[data-unsure]", HTMLElement).hidden = !unsure;
      });
    });
  }

  /** How the reader wants each sheet to be read. */
  get #choices() {
    return findAll(this.element, "[data-sheet-step]", HTMLElement).map((sheet) => ({
      read: find(sheet, "[data-read]", HTMLInputElement).checked,
      side: /** @type {HTMLSelectElement | null} */ (sheet.querySelector("[data-side-of-all]"))?.value ?? "",
      people: findAll(sheet, "[data-parting]:checked", HTMLInputElement).map(({ value }) => Number(value)),
      columns: findAll(sheet, "[data-column]", HTMLElement).map((column) => {
        const use = find(column, "[data-use]", HTMLSelectElement).value;
        find(column, "[data-scale-part]", HTMLElement).hidden = !["affected", "power", "person"].includes(use);
        return { use, scale: find(column, "[data-scale]", HTMLSelectElement).value };
      }),
    }));
  }

  /** Read the list as the reader wants it, and show what it changes. */
  async #read() {
    this.requests += 1;
    const { requests } = this;
    const { map, phase } = this.state;
    const request = { sheets: this.content?.sheets, choices: this.#choices, map, phase: phase.id };
    /** @type {Record<string, any>} */
    let data;
    try {
      const outcome = /** @type {Outcome} */ (await ask({ call: "power_map", do: "list-read", ...request }));
      if (requests !== this.requests) return;
      this.outcome = outcome;
      data = {
        ...outcome,
        count: say("power-map.in-list", { count: outcome.new.length + outcome.changed.length + outcome.same.length }),
        new_count: say("power-map.list-new", { count: outcome.new.length }),
        changed_count: say("power-map.list-changed", { count: outcome.changed.length }),
        same_count: say("power-map.list-same", { count: outcome.same.length }),
        link_count: outcome.links ? say("power-map.list-links", { count: outcome.links }) : "",
        new: outcome.new.map((name) => ({ name })),
        problem_count: say("power-map.to-look-at", { count: outcome.problems.length }),
        usable: true,
      };
    } catch (error) {
      if (requests !== this.requests) return;
      this.outcome = null;
      data = { count: messageOf(error) };
    }
    find(this.element, "[data-outcome]", HTMLElement).replaceChildren(fillOwn(this.widget, "outcome", data));
  }

  close() {
    this.content = null;
    this.outcome = null;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.input.focus();
  }
}
