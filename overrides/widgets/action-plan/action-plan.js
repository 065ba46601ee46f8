import { Autosave } from "../shared/autosave.js";
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { Draft } from "../shared/draft.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { actions, addAction, eraseActions, PLAN, saveActions } from "../shared/plan.js";
import { ProblemBox } from "../shared/problem.js";
import { ask } from "../shared/python.js";
import { saveWorkspace, wholeWorkspace } from "../shared/store.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/plan.js').Action} Action */

/** The group's action plan: to add to, tick off, print and take away. */
class ActionPlan extends HTMLElement {
  list = find(this, "[data-actions]", HTMLElement);
  problem = new ProblemBox(this);
  draft = new Draft(find(this, "[data-add]", HTMLFormElement), `${PLAN}.draft`);
  autosave = new Autosave(this, () => {
    const { plan } = this;
    this.showCount(plan);
    return saveActions(plan);
  });
  /** What was deleted last, and its place. @type {{action: Action, place: number} | null} */
  deleted = null;

  connectedCallback() {
    this.show(actions());
    this.autosave.follow(PLAN, () => this.show(actions()));
    this.list.addEventListener("input", (event) => this.onInput(event));
    this.addEventListener("click", (event) => this.onClick(event));
    find(this, "[data-add]", HTMLFormElement).addEventListener("submit", (event) => this.add(event));
  }

  /** @param {Action[]} plan */
  show(plan) {
    this.list.replaceChildren(...plan.map((action) => this.row(action)));
    for (const area of findAll(this.list, "textarea", HTMLTextAreaElement)) fitHeight(area);
    this.showCount(plan);
  }

  /** @param {Action} action */
  row(action) {
    const row = fillOwn(this, "action", action);
    const { content } = find(this, "[data-sources]", HTMLTemplateElement);
    const source = content.querySelector(`[data-source-of="${CSS.escape(action.from)}"]`)?.cloneNode(true);
    if (source) find(row, "[data-source]", HTMLElement).append(source);
    find(row, ".action", HTMLElement).dataset.action = JSON.stringify({ id: action.id, from: action.from });
    find(row, "[data-key=done]", HTMLInputElement).checked = action.done;
    find(row, "[data-key=text]", HTMLTextAreaElement).value = action.text;
    find(row, "[data-key=who]", HTMLInputElement).value = action.who;
    find(row, "[data-key=by]", HTMLInputElement).value = action.by;
    return row;
  }

  /** @param {Action[]} plan */
  showCount(plan) {
    const done = plan.filter((action) => action.done).length;
    const words = plan.length > 0 ? say("action-plan.count", { done, count: plan.length }) : fillOwn(this, "none");
    find(this, "[data-count]", HTMLElement).replaceChildren(words);
    find(this, "[data-buttons]", HTMLElement).hidden = plan.length === 0;
    this.toggleAttribute("data-empty", plan.length === 0);
  }

  /** @returns {Action[]} the plan as the list on the page has it */
  get plan() {
    return findAll(this.list, ".action", HTMLElement).map((row) => ({
      ...JSON.parse(row.dataset.action ?? "{}"),
      text: find(row, "[data-key=text]", HTMLTextAreaElement).value,
      who: find(row, "[data-key=who]", HTMLInputElement).value,
      by: find(row, "[data-key=by]", HTMLInputElement).value,
      done: find(row, "[data-key=done]", HTMLInputElement).checked,
    }));
  }

  /** @param {Event} event */
  onInput({ target }) {
    if (target instanceof HTMLTextAreaElement) fitHeight(target);
    this.autosave.soon();
  }

  /** @param {SubmitEvent} event */
  add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const fields = new FormData(form);
    const [text, who, by] = ["text", "who", "by"].map((key) => String(fields.get(key)).trim());
    if (!text) return;
    this.autosave.finish();
    this.autosave.report(addAction({ text, who, by }));
    this.draft.clear();
    this.show(actions());
    find(form, "[name=text]", HTMLInputElement).focus();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const { do: what, as } = button.dataset;
    if (what === "print") print();
    else if (what === "save") saveWorkspace();
    else if (what === "delete") this.delete(button.value);
    else if (what === "undo") this.undoDelete();
    else if (as) this.download(as);
  }

  /** @param {string} id */
  delete(id) {
    this.autosave.finish(); // what another tab changed comes in before, and is not taken for deleted
    const { plan } = this;
    const place = plan.findIndex((action) => action.id === id);
    const action = plan[place];
    if (!action) return;
    this.deleted = { action, place };
    this.show(plan.toSpliced(place, 1));
    this.autosave.report(eraseActions(this.plan));
    this.autosave.line.replaceChildren(fillOwn(this, "deleted", action));
    find(this.autosave.line, "button", HTMLButtonElement).focus();
  }

  undoDelete() {
    if (!this.deleted) return;
    this.show(this.plan.toSpliced(this.deleted.place, 0, this.deleted.action));
    this.deleted = null;
    this.autosave.now();
  }

  /** @param {string} as  the name of one of the files that `framework/tools/action_plan/call.py` writes */
  async download(as) {
    try {
      const { name } = wholeWorkspace();
      const request = { call: "action_plan", as, plan: { actions: this.plan }, name, today: today() };
      const { text, type, ending, left_out } = await ask(request);
      download(`${say("action-plan.file-name", { date: today() })}.${ending}`, type, text);
      this.problem.hide();
      this.autosave.line.textContent = left_out;
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
  }
}

/** @param {HTMLTextAreaElement} area */
function fitHeight(area) {
  area.style.height = `${area.scrollHeight}px`;
}

customElements.define("action-plan", ActionPlan);
