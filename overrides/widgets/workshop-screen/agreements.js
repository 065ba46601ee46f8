import { dateInWords } from "../shared/dates.js";
import { Draft } from "../shared/draft.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { fillIn } from "../shared/form-entries.js";
import { actions, addAction, eraseActions, saveActions } from "../shared/plan.js";
import { newId } from "../shared/workspace.js";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {import('./workshop.js').WorkshopState} WorkshopState
 * @typedef {{id: string, from: string}} Subject  what is talked about: the name of its note, and the id of the page that
 *   what is agreed comes from
 */

/** What was said about a gap or a step, and what is agreed there: that goes into the group's action plan. */
export class Agreements {
  /**
   * @param {HTMLElement} screen @param {WorkshopState} state
   * @param {() => Subject | null} subject  what is talked about now
   * @param {() => void} onChange
   */
  constructor(screen, state, subject, onChange) {
    this.screen = screen;
    this.state = state;
    this.subject = subject;
    this.onChange = onChange;
    this.note = find(screen, "[data-note]", HTMLTextAreaElement);
    this.note.addEventListener("input", () => this.#saveNote());
    this.form = find(screen, "[data-action-form]", HTMLFormElement);
    this.draft = new Draft(this.form, "workshop.draft");
    this.text = find(this.form, "[name=text]", HTMLInputElement);
    this.text.addEventListener("input", () => onChange());
  }

  /** @returns {Action[]} what was agreed in this workshop */
  get all() {
    return actions().filter(({ id }) => this.state.workshop?.actions.includes(id));
  }

  /** @returns {Action[]} what was agreed on what is talked about now */
  get here() {
    const subject = this.subject();
    return this.all.filter(({ from }) => from === subject?.from);
  }

  show() {
    const subject = this.subject();
    if (!subject) return;
    this.note.value = this.state.workshop?.notes[subject.id] ?? "";
    this.#showList();
  }

  #showList() {
    const { here } = this;
    const lines = here.map((each) => {
      const line = fillOwn(this.screen, "agreed", { ...each, by: dateInWords(each.by) });
      find(line, "[data-remove-action]", HTMLElement).dataset.removeAction = each.id;
      find(line, "[data-change-action]", HTMLElement).dataset.changeAction = each.id;
      return line;
    });
    find(this.screen, "[data-agreed]", HTMLElement).replaceChildren(...lines);
  }

  #saveNote() {
    const subject = this.subject();
    const { workshop } = this.state;
    if (!subject || !workshop) return;
    workshop.notes[subject.id] = this.note.value;
    this.state.save();
  }

  /** Put what the form holds into the plan: a new action, or one that is changed. */
  add() {
    const subject = this.subject();
    const { workshop } = this.state;
    const [id, text, who, by] = ["id", "text", "who", "by"].map((key) =>
      String(new FormData(this.form).get(key)).trim(),
    );
    if (!text || !subject || !workshop) return;
    if (actions().some((each) => each.id === id)) {
      saveActions(
        actions().map((each) => (each.id === id ? /** @type {Action} */ ({ ...each, text, who, by }) : each)),
      );
    } else {
      const fresh = newId();
      addAction({ id: fresh, text, who, by, from: subject.from });
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
    this.text.focus();
    this.onChange();
  }

  #finish() {
    this.draft.clear();
    this.#showList();
    this.text.focus();
    this.onChange();
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
