import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { actions, addAction, keepActions, PLAN } from "../shared/plan.js";
import { ask } from "../shared/python.js";
import { saveCopy, today } from "../shared/save.js";
import { onChange, whole } from "../shared/store.js";

/** @typedef {import('../shared/plan.js').Action} Action */

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;
/** How a plan is taken away: the type and the end of a file's name. @type {{calendar: [string, string], spreadsheet: [string, string]}} */
const TAKEN = { calendar: ["text/calendar", "ics"], spreadsheet: ["text/csv", "csv"] };

/** The group's action plan: to add to, tick off, print and take away. */
class ActionPlan extends HTMLElement {
  list = find(this, "[data-actions]", HTMLElement);
  saved = find(this, "[data-saved]", HTMLElement);
  trouble = find(this, "[data-trouble]", HTMLElement);
  timer = 0;
  /** What was deleted last, and its place. @type {{action: Action, place: number} | null} */
  deleted = null;

  connectedCallback() {
    this.show(actions());
    onChange(PLAN, () => this.timer || this.show(actions()));
    this.list.addEventListener("input", (event) => this.changed(event));
    this.addEventListener("click", (event) => this.pressed(event));
    find(this, "[data-add]", HTMLFormElement).addEventListener("submit", (event) => this.add(event));
    addEventListener("pagehide", () => this.timer && this.keep());
  }

  /** @param {Action[]} plan */
  show(plan) {
    this.list.replaceChildren(...plan.map((action) => this.drawn(action)));
    for (const area of findAll(this.list, "textarea", HTMLTextAreaElement))
      area.style.height = `${area.scrollHeight}px`;
    this.count(plan);
  }

  /** @param {Action} action */
  drawn(action) {
    const drawn = fill(find(this, "[data-action-template]", HTMLTemplateElement), action);
    const { content } = find(this, "[data-sources]", HTMLTemplateElement);
    const source = content.querySelector(`[data-source-of="${CSS.escape(action.from)}"]`)?.cloneNode(true);
    if (source) find(drawn, "[data-source]", HTMLElement).append(source);
    find(drawn, ".action", HTMLElement).dataset.action = JSON.stringify({ id: action.id, from: action.from });
    find(drawn, "[data-key=done]", HTMLInputElement).checked = action.done;
    find(drawn, "[data-key=text]", HTMLTextAreaElement).value = action.text;
    find(drawn, "[data-key=who]", HTMLInputElement).value = action.who;
    find(drawn, "[data-key=by]", HTMLInputElement).value = action.by;
    return drawn;
  }

  /** @param {Action[]} plan */
  count(plan) {
    const done = plan.filter((action) => action.done).length;
    const template = plan.length > 0 ? "[data-count-template]" : "[data-none-template]";
    const words = fill(find(this, template, HTMLTemplateElement), { done, all: plan.length });
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
  changed({ target }) {
    if (target instanceof HTMLTextAreaElement) target.style.height = `${target.scrollHeight}px`;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE_MS);
  }

  keep() {
    clearTimeout(this.timer);
    this.timer = 0;
    const { plan } = this;
    this.count(plan);
    try {
      keepActions(plan);
      this.say("saved", {});
    } catch {
      this.saved.textContent = ""; // the notice at the top of the page tells
    }
  }

  /** @param {string} what @param {Record<string, any>} data */
  say(what, data) {
    this.saved.replaceChildren(fill(find(this, `[data-say=${what}]`, HTMLTemplateElement), data));
  }

  /** @param {SubmitEvent} event */
  add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const said = new FormData(form);
    const [text, who, by] = ["text", "who", "by"].map((key) => String(said.get(key)).trim());
    if (!text) return;
    if (this.timer) this.keep();
    try {
      addAction({ text, who, by });
      this.say("saved", {});
    } catch {
      this.saved.textContent = "";
    }
    form.reset();
    this.show(actions());
    find(form, "[name=text]", HTMLInputElement).focus();
  }

  /** @param {MouseEvent} event */
  pressed({ target }) {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const { do: what } = button.dataset;
    if (what === "print") print();
    else if (what === "save") saveCopy();
    else if (what === "delete") this.delete(button.value);
    else if (what === "undo") this.takeBack();
    else if (what === "calendar" || what === "spreadsheet") this.take(what);
  }

  /** @param {string} id */
  delete(id) {
    const { plan } = this;
    const place = plan.findIndex((action) => action.id === id);
    const action = plan[place];
    if (!action) return;
    this.deleted = { action, place };
    this.show(plan.toSpliced(place, 1));
    this.keep();
    this.say("deleted", action);
    find(this.saved, "button", HTMLButtonElement).focus();
  }

  takeBack() {
    if (!this.deleted) return;
    this.show(this.plan.toSpliced(this.deleted.place, 0, this.deleted.action));
    this.deleted = null;
    this.keep();
  }

  /** @param {'calendar' | 'spreadsheet'} kind */
  async take(kind) {
    const [type, end] = TAKEN[kind];
    try {
      const plan = { actions: this.plan };
      const said = await ask({ call: "action_plan", as: kind, plan, name: whole().name, today: today() });
      if (said.bad) throw new Error(`${said.bad.what}. ${said.bad.mend}`);
      download(`action-plan-${today()}.${end}`, type, said.ok.text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.trouble.replaceChildren(fill(find(this, "[data-failed-template]", HTMLTemplateElement), { why }));
      this.trouble.hidden = false;
    }
  }
}

customElements.define("action-plan", ActionPlan);
