import { Autosave } from "../shared/autosave.js";
import { dateInWords, today } from "../shared/dates.js";
import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { actions, addAction } from "../shared/plan.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { Steps } from "../shared/steps.js";
import { erase, read, saveWorkspace, write } from "../shared/store.js";
import { listed, say } from "../shared/words.js";
import { newId } from "../shared/workspace.js";
import { WorkshopFlow } from "./workshop-flow.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{version: string, side: string | null, by: string, answers: Record<string, Answer>}} Answers
 * @typedef {Answers & {id: string, date: string}} EarlierResult  answers that were kept, with their day
 */

/** What the first step asks. */
const FIRST_STEP = ["side", "version", "by"];

/** An assessment of statements: kept as it is filled in, with a result from Python. */
class HealthCheck extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  partName = this.dataset.part ?? "";
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  steps = new Steps(this.form, (steps) => this.ofVersion(steps));
  autosave = new Autosave(this, () => write(this.partName, this.answers));
  flow = new WorkshopFlow(this, this.steps, {
    save: () => this.autosave.now(),
    showResult: () => this.showResult(),
    hideResult: () => this.result.hide(),
    clear: () => this.clear(),
  });
  /** The id of the earlier result that today's is set beside; empty where there is none. */
  beside = "";

  connectedCallback() {
    this.restore();
    this.autosave.follow(this.partName, () => this.restoreAndShow());
    for (const part of findAll(this.form, ".progress, .steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
    this.steps.show();
    this.follow();
    this.form.addEventListener("change", (event) => this.onInput(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      (this.flow.on ? this.flow : this.steps).move(1);
    });
    this.addEventListener("click", (event) => this.onClick(event));
    this.result.element.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.beside = target.value;
      this.showResult();
    });
    addEventListener("hashchange", () => this.follow());
    addEventListener("beforeprint", () => this.result.visible || this.steps.showForPrint());
    addEventListener("afterprint", () => this.steps.show());
    startWhenIdle();
  }

  /** The steps of the version that is chosen. @param {HTMLElement[]} steps */
  ofVersion(steps) {
    const short = new FormData(this.form).get("version") === "short";
    return steps.filter(({ dataset }) => !short || "lead" in dataset || "short" in dataset);
  }

  /** Go to the step that the page's address points to. One that the short version leaves out makes it the long one. */
  follow() {
    if (this.flow.begin()) return;
    const { steps } = this;
    const name = Steps.addressed();
    const step = steps.steps.find((each) => each.dataset.step === name);
    if (step && !steps.due.includes(step))
      find(this.form, "[name=version][value=long]", HTMLInputElement).checked = true;
    steps.goTo(name);
  }

  /** @returns {Answers} what the form holds now */
  get answers() {
    const fields = new FormData(this.form);
    /** @type {Record<string, Answer>} */
    const answers = {};
    for (const [name, value] of fields) {
      if (FIRST_STEP.includes(name)) continue;
      answers[name] = /^\d$/.test(String(value)) ? Number(value) : /** @type {Answer} */ (value);
    }
    const [side, version, by] = FIRST_STEP.map((name) => /** @type {string | null} */ (fields.get(name)));
    return { version: version ?? "long", side: side ?? null, by: by ?? "one", answers };
  }

  restore() {
    /** @type {Answers | undefined} */
    const saved = read(this.partName);
    const { side, version, by, answers } = saved ?? { side: null, answers: {} };
    const values = new Map(Object.entries({ ...answers, side }));
    for (const input of findAll(this.form, "input[name]", HTMLInputElement)) {
      const chosen = { version, by }[input.name];
      if (FIRST_STEP.includes(input.name) && input.name !== "side") {
        input.checked = chosen ? chosen === input.value : input.defaultChecked;
      } else input.checked = String(values.get(input.name)) === input.value;
    }
    this.flow.fix();
  }

  /** What another tab changed. */
  restoreAndShow() {
    this.restore();
    if (this.flow.on) this.flow.resume();
    else this.steps.show();
    if (this.result.visible) this.showResult();
  }

  /** @param {Event} event */
  onInput({ target }) {
    if (target instanceof HTMLInputElement && target.matches("[data-all]")) this.steps.all = target.checked;
    else {
      this.autosave.now();
      startIfPossible();
    }
    this.steps.show();
    this.flow.onInput();
    if (this.result.visible) this.showResult();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    const steps = this.flow.on ? this.flow : this.steps;
    if ("back" in dataset) steps.move(-1);
    else if ("showResult" in dataset && this.flow.on) this.flow.showResult();
    else if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("return" in dataset) steps.goTo(this.steps.due[1]?.dataset.step ?? "begin");
    else if ("print" in dataset) print();
    else if ("save" in dataset) saveWorkspace();
    else if ("clear" in dataset) this.clear();
    else if ("keepResult" in dataset) this.keepResult();
    else if ("addAction" in dataset) this.addAction(button);
  }

  /** @returns {EarlierResult[]} the results that were kept, the latest first */
  get earlierResults() {
    return read(`${this.partName}.results`) ?? [];
  }

  /** Keep today's answers with their date, to be set beside later ones. */
  keepResult() {
    const dated = { id: newId(), date: today(), ...this.answers };
    const kept = write(`${this.partName}.results`, [dated, ...this.earlierResults]);
    if (kept) find(this, "[data-kept]", HTMLElement).replaceChildren(this.message("kept"));
  }

  /** @param {HTMLButtonElement} button  its value is the action's id; its words stand in the link before it */
  addAction(button) {
    const text = button.parentElement?.querySelector("a")?.textContent ?? "";
    const known = actions().some((action) => action.from === button.value);
    if (!known && !addAction({ text, from: button.value })) return;
    button.disabled = true;
    button.removeAttribute("aria-label");
    button.replaceChildren(this.message("added"));
  }

  /** @param {string} name */
  message(name) {
    return fill(find(this, `[data-message=${name}]`, HTMLTemplateElement), {});
  }

  clear() {
    if (!confirm(say("health-check.clear-sure"))) return;
    this.form.reset();
    this.autosave.cancel();
    erase(this.partName, undefined);
    this.result.hide();
    if (this.flow.on) this.flow.startAgain();
    else this.steps.goTo("begin");
  }

  showResult() {
    const earlier = this.earlierResults.find(({ id }) => id === this.beside);
    const request = { call: "standing", assessment: this.assessment, ...this.answers, earlier };
    return this.result.ask(request, (standing) => this.showStanding(standing));
  }

  /** @param {any} standing  what `framework/tools/standing/call.py` gives */
  showStanding(standing) {
    const wasChoosing = document.activeElement?.matches("[data-earlier]");
    const { answered, asked } = standing;
    const counted_words = say("health-check.counted", { answered, count: asked });
    this.result.show({ ...standing, counted_words, ...this.toCompare() });
    const select = this.result.element.querySelector("[data-earlier]");
    if (!(select instanceof HTMLSelectElement)) return;
    select.value = this.beside;
    if (wasChoosing) select.focus();
  }

  /** The results that today's may be set beside, in words. */
  toCompare() {
    const results = this.earlierResults.map(({ id, date, side, by }) => {
      const whose = by === "group" ? say("health-check.kept-group") : say("health-check.kept-one");
      return { id, words: listed([dateInWords(date), ...(side ? [say(`sides.one-${side}`)] : []), whose]) };
    });
    return { earlier_results: results, has_earlier: results.length > 0 };
  }
}

customElements.define("health-check", HealthCheck);
