import { Autosave } from "../shared/autosave.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { Steps } from "../shared/steps.js";
import { erase, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{id: string, name: string, claim?: number | null, answers: Record<string, Answer>}} Decision  a claim of null
 *   is that nobody has said
 * @typedef {{side: string | null, decisions: Decision[]}} Decisions  with the side that fills them in
 */

/** What the form holds beside the facts. */
const NO_FACTS = new Set(["name", "side", "claim"]);

/** Decisions on the ladder of participation: the claim, then the facts, kept as they are given. */
class LadderQuiz extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  partName = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  list = find(this, "[data-decisions] ul", HTMLElement);
  steps = new Steps(this.form);
  autosave = new Autosave(this, () => write(this.partName, this.entered));
  /** @type {Decisions} */
  entered = { side: null, decisions: [] };
  /** The place of the decision that the form shows. */
  current = 0;

  connectedCallback() {
    this.autosave.follow(this.partName, () => this.restore());
    for (const part of findAll(this, ".progress, .steps-buttons, .form-buttons, [data-decisions]", HTMLElement)) {
      part.hidden = false;
    }
    this.restore();
    this.steps.goTo(Steps.addressed());
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.steps.move(1);
    });
    this.addEventListener("click", (event) => this.onClick(event));
    addEventListener("hashchange", () => this.steps.goTo(Steps.addressed()));
    addEventListener("beforeprint", () => this.result.visible || this.steps.showForPrint());
    addEventListener("afterprint", () => this.steps.show());
    startWhenIdle();
  }

  /** Show what is kept. */
  restore() {
    this.entered = read(this.partName) ?? { side: null, decisions: [] };
    if (this.entered.decisions.length === 0) this.entered.decisions.push(this.blank());
    this.current = Math.min(this.current, this.entered.decisions.length - 1);
    this.fillIn();
    if (this.result.visible) this.showResult();
  }

  /** @returns {Decision} a new one, with an id that none has */
  blank() {
    const used = this.entered.decisions.map(({ id }) => Number(id.slice(1)) || 0);
    return { id: `d${Math.max(0, ...used) + 1}`, name: "", answers: {} };
  }

  get decision() {
    return /** @type {Decision} */ (this.entered.decisions[this.current]);
  }

  /** Put the open decision into the form, and all of them into the list. */
  fillIn() {
    const { name, claim, answers } = this.decision;
    const values = new Map(
      Object.entries({ ...answers, side: this.entered.side, claim: claim === null ? "none" : claim }),
    );
    find(this.form, "[name=name]", HTMLInputElement).value = name;
    for (const input of findAll(this.form, "input[type=radio]", HTMLInputElement)) {
      input.checked = String(values.get(input.name)) === input.value;
    }
    this.steps.show();
    this.showList();
  }

  showList() {
    const all = findAll(this.form, ".step:not([data-lead])", HTMLElement).length;
    const entries = this.entered.decisions.map(({ name, answers }, place) => {
      const facts = say("ladder-quiz.facts", { known: Object.keys(answers).length, all });
      const entry = fillOwn(this, "entry", { name: name || say("ladder-quiz.unnamed", { number: place + 1 }), facts });
      const button = find(entry, "button", HTMLButtonElement);
      if (place === this.current) button.setAttribute("aria-current", "true");
      button.dataset.open = String(place);
      return entry;
    });
    this.list.replaceChildren(...entries);
  }

  /** Take what the form holds into the decision that it shows. */
  readForm() {
    const fields = new FormData(this.form);
    const { decision } = this;
    decision.name = String(fields.get("name") ?? "");
    if (fields.has("claim")) decision.claim = Number(fields.get("claim")) || null; // 'none' is no number
    decision.answers = {};
    for (const [name, value] of fields) {
      if (NO_FACTS.has(name)) continue;
      decision.answers[name] = /^\d+$/.test(String(value)) ? Number(value) : /** @type {Answer} */ (value);
    }
    this.entered.side = /** @type {string | null} */ (fields.get("side"));
  }

  /** @param {Event} event */
  onInput({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-all]")) {
      this.steps.all = target.checked;
      this.steps.show();
      return;
    }
    this.readForm();
    if (target.type === "text") this.autosave.soon();
    else this.autosave.now();
    this.steps.show();
    this.showList();
    startIfPossible();
    if (this.result.visible && target.type !== "text") this.showResult();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("back" in dataset) this.steps.move(-1);
    else if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("return" in dataset) this.steps.goTo(this.steps.steps[2]?.dataset.step ?? "");
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("add" in dataset) this.addDecision();
    else if ("remove" in dataset) this.removeDecision();
    else if ("open" in dataset) this.show(Number(dataset.open));
  }

  addDecision() {
    const empty = this.entered.decisions.findIndex(({ name, answers }) => !name && Object.keys(answers).length === 0);
    if (empty < 0) this.entered.decisions.push(this.blank());
    this.show(empty < 0 ? this.entered.decisions.length - 1 : empty);
    find(this.form, "[name=name]", HTMLInputElement).focus();
  }

  removeDecision() {
    const name = this.decision.name || say("ladder-quiz.this-decision");
    if (!confirm(say("ladder-quiz.remove-sure", { name }))) return;
    this.autosave.finish();
    this.entered.decisions.splice(this.current, 1);
    if (this.entered.decisions.length === 0) this.entered.decisions.push(this.blank());
    this.autosave.report(erase(this.partName, this.entered));
    this.show(Math.min(this.current, this.entered.decisions.length - 1));
  }

  /** Open a decision at its beginning. @param {number} place */
  show(place) {
    this.current = place;
    const hasResult = this.result.visible && Object.keys(this.decision.answers).length > 0;
    this.fillIn();
    if (hasResult) this.showResult();
    else {
      this.result.hide();
      this.steps.goTo("begin");
    }
  }

  save() {
    this.autosave.finish();
    saveWorkspace();
  }

  showResult() {
    const request = { call: "ladder", assessment: this.assessment, open: this.current, ...this.entered };
    return this.result.ask(request, (ladder) => this.showLadder(ladder));
  }

  /** @param {any} ladder  what `framework/tools/ladder/call.py` gives */
  showLadder(ladder) {
    this.result.show(ladder);
    this.result.element.querySelector("[data-picture-all]")?.append(picture(ladder.picture_all));
  }
}

customElements.define("ladder-quiz", LadderQuiz);
