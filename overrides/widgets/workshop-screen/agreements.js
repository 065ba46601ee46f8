import { dateInWords } from "../shared/dates.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { actions, addAction, eraseActions } from "../shared/plan.js";
import { newId } from "../shared/workspace.js";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {import('./codes.js').Codes} Codes
 * @typedef {import('./workshop.js').WorkshopState} WorkshopState
 */

/** What was said about a gap, and what is agreed there: that goes into the group's action plan. */
export class Agreements {
  /** @param {HTMLElement} screen @param {WorkshopState} state @param {Codes} codes */
  constructor(screen, state, codes) {
    this.screen = screen;
    this.state = state;
    this.codes = codes;
    this.note = find(screen, "[data-note]", HTMLTextAreaElement);
    this.note.addEventListener("input", () => this.#saveNote());
  }

  /** @returns {Action[]} what was agreed in this workshop */
  get all() {
    return actions().filter(({ id }) => this.state.workshop?.actions.includes(id));
  }

  show() {
    const { gap } = this.codes;
    if (!gap) return;
    this.note.value = this.state.workshop?.notes[gap.id] ?? "";
    this.#showList();
  }

  #showList() {
    const here = this.all.filter(({ from }) => from === this.codes.gap?.id);
    const lines = here.map((each) => {
      const line = fillOwn(this.screen, "agreed", { ...each, by: dateInWords(each.by) });
      find(line, "[data-remove-action]", HTMLElement).dataset.removeAction = each.id;
      return line;
    });
    find(this.screen, "[data-agreed]", HTMLElement).replaceChildren(...lines);
  }

  #saveNote() {
    const { gap } = this.codes;
    const { workshop } = this.state;
    if (!gap || !workshop) return;
    workshop.notes[gap.id] = this.note.value;
    this.state.save();
  }

  /** @param {HTMLFormElement} form */
  add(form) {
    const { gap } = this.codes;
    const { workshop } = this.state;
    const fields = new FormData(form);
    const text = String(fields.get("text")).trim();
    if (!text || !gap || !workshop) return;
    const id = newId();
    addAction({ id, text, who: String(fields.get("who")).trim(), by: String(fields.get("by")), from: gap.id });
    this.state.save({ actions: [...workshop.actions, id] });
    form.reset();
    this.#showList();
    find(form, "[name=text]", HTMLInputElement).focus();
  }

  /** @param {string} id */
  remove(id) {
    const { workshop } = this.state;
    if (!workshop) return;
    eraseActions(actions().filter((each) => each.id !== id));
    this.state.save({ actions: workshop.actions.filter((each) => each !== id) });
    this.#showList();
  }
}
