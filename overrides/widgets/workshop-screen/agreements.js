import { dateInWords } from "../shared/dates.js";
import { Draft } from "../shared/draft.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { fillIn } from "../shared/form-entries.js";
import { actions, addAction, eraseActions, saveActions } from "../shared/plan.js";
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
    this.form = find(screen, "[data-action-form]", HTMLFormElement);
    this.draft = new Draft(this.form, "workshop.draft");
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
      find(line, "[data-change-action]", HTMLElement).dataset.changeAction = each.id;
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

  /** Put what the form holds into the plan: a new action, or one that is changed. */
  add() {
    const { gap } = this.codes;
    const { workshop } = this.state;
    const [id, text, who, by] = ["id", "text", "who", "by"].map((key) =>
      String(new FormData(this.form).get(key)).trim(),
    );
    if (!text || !gap || !workshop) return;
    if (actions().some((each) => each.id === id)) {
      saveActions(
        actions().map((each) => (each.id === id ? /** @type {Action} */ ({ ...each, text, who, by }) : each)),
      );
    } else {
      const fresh = newId();
      addAction({ id: fresh, text, who, by, from: gap.id });
      this.state.save({ actions: [...workshop.actions, fresh] });
    }
    this.#finish();
  }

  /** Put an action into the form, to be changed there. @param {string} id */
  change(id) {
    const action = actions().find((each) => each.id === id);
    if (!action) return;
    fillIn(this.form, { id: [id], text: [action.text], who: [action.who], by: [action.by] });
    this.draft.soon();
    find(this.form, "[name=text]", HTMLInputElement).focus();
  }

  #finish() {
    this.draft.clear();
    this.#showList();
    find(this.form, "[name=text]", HTMLInputElement).focus();
  }

  /** @param {string} id */
  remove(id) {
    const { workshop } = this.state;
    if (!workshop) return;
    eraseActions(actions().filter((each) => each.id !== id));
    this.state.save({ actions: workshop.actions.filter((each) => each !== id) });
    this.#finish();
  }
}
