import { fill, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { OneAtATime } from "../shared/one-at-a-time.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { saveCopy } from "../shared/save.js";
import { read, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{id: string, name: string, claim?: number | null, answers: Record<string, Answer>}} Decision  a claim of null
 *   is that nobody has said
 * @typedef {{side: string | null, decisions: Decision[]}} Kept
 */

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;
/** What the form holds beside the facts. */
const APART = new Set(["name", "side", "claim"]);

/** Decisions on the ladder of participation: the claim, then the facts, kept as they are given. */
class LadderQuiz extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  part_ = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  list = find(this, "[data-decisions] ul", HTMLElement);
  steps = new OneAtATime(this.form);
  /** @type {Kept} */
  kept = { side: null, decisions: [] };
  open = 0;
  timer = 0;

  connectedCallback() {
    this.kept = read(this.part_) ?? this.kept;
    if (this.kept.decisions.length === 0) this.kept.decisions.push(this.blank());
    for (const part of findAll(this, ".progress, .steps-buttons, .form-buttons, [data-decisions]", HTMLElement)) {
      part.hidden = false;
    }
    this.fillIn();
    this.steps.goTo(OneAtATime.addressed());
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.steps.move(1);
    });
    this.addEventListener("click", (event) => this.pressed(event));
    addEventListener("hashchange", () => this.steps.goTo(OneAtATime.addressed()));
    addEventListener("pagehide", () => this.timer && this.keep());
    addEventListener("beforeprint", () => this.result.shown || this.steps.showForPrint());
    addEventListener("afterprint", () => this.steps.show());
    startWhenIdle();
  }

  /** @returns {Decision} */
  blank() {
    const used = this.kept.decisions.map(({ id }) => Number(id.slice(1)) || 0);
    return { id: `d${Math.max(0, ...used) + 1}`, name: "", answers: {} };
  }

  get decision() {
    return /** @type {Decision} */ (this.kept.decisions[this.open]);
  }

  /** Put the open decision into the form, and all of them into the list. */
  fillIn() {
    const { name, claim, answers } = this.decision;
    const given = new Map(Object.entries({ ...answers, side: this.kept.side, claim: claim === null ? "none" : claim }));
    find(this.form, "[name=name]", HTMLInputElement).value = name;
    for (const input of findAll(this.form, "input[type=radio]", HTMLInputElement)) {
      input.checked = String(given.get(input.name)) === input.value;
    }
    this.steps.show();
    this.showList();
  }

  showList() {
    const template = find(this, "[data-entry-template]", HTMLTemplateElement);
    const asked = this.steps.steps.length - 2;
    const entries = this.kept.decisions.map(({ name, answers }, place) => {
      const facts = say("ladder-quiz.facts", { known: Object.keys(answers).length, all: asked });
      const entry = fill(template, { name: name || say("ladder-quiz.unnamed", { number: place + 1 }), facts });
      const button = find(entry, "button", HTMLButtonElement);
      if (place === this.open) button.setAttribute("aria-current", "true");
      button.dataset.open = String(place);
      return entry;
    });
    this.list.replaceChildren(...entries);
  }

  /** Take what the form holds into the open decision. */
  take() {
    const said = new FormData(this.form);
    const { decision } = this;
    decision.name = String(said.get("name") ?? "");
    if (said.has("claim")) decision.claim = Number(said.get("claim")) || null; // 'none' is no number
    decision.answers = {};
    for (const [name, value] of said) {
      if (APART.has(name)) continue;
      decision.answers[name] = /^\d+$/.test(String(value)) ? Number(value) : /** @type {Answer} */ (value);
    }
    this.kept.side = /** @type {string | null} */ (said.get("side"));
  }

  /** @param {Event} event */
  changed({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-all]")) {
      this.steps.all = target.checked;
      this.steps.show();
      return;
    }
    this.take();
    clearTimeout(this.timer);
    if (target.type === "text") this.timer = setTimeout(() => this.keep(), PAUSE_MS);
    else this.keep();
    this.steps.show();
    this.showList();
    startIfPossible();
    if (this.result.shown && target.type !== "text") this.showResult();
  }

  keep() {
    this.timer = 0;
    const saved = find(this, "[data-saved]", HTMLElement);
    try {
      write(this.part_, this.kept);
      saved.textContent = say("common.saved");
    } catch {
      saved.textContent = ""; // the notice at the top of the page tells
    }
  }

  /** @param {MouseEvent} event */
  pressed({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("back" in dataset) this.steps.move(-1);
    else if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("return" in dataset) this.steps.goTo(this.steps.steps[2]?.dataset.step ?? "");
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("add" in dataset) this.add();
    else if ("remove" in dataset) this.remove_();
    else if ("open" in dataset) this.show(Number(dataset.open));
  }

  add() {
    const empty = this.kept.decisions.findIndex(({ name, answers }) => !name && Object.keys(answers).length === 0);
    if (empty < 0) this.kept.decisions.push(this.blank());
    this.show(empty < 0 ? this.kept.decisions.length - 1 : empty);
    find(this.form, "[name=name]", HTMLInputElement).focus();
  }

  remove_() {
    const name = this.decision.name || say("ladder-quiz.this-decision");
    if (!confirm(say("ladder-quiz.remove-sure", { name }))) return;
    this.kept.decisions.splice(this.open, 1);
    if (this.kept.decisions.length === 0) this.kept.decisions.push(this.blank());
    this.keep();
    this.show(Math.min(this.open, this.kept.decisions.length - 1));
  }

  /** Open a decision at its beginning. @param {number} place */
  show(place) {
    this.open = place;
    const shown = this.result.shown && Object.keys(this.decision.answers).length > 0;
    this.fillIn();
    if (shown) this.showResult();
    else {
      this.result.hide();
      this.steps.goTo("begin");
    }
  }

  save() {
    if (this.timer) this.keep();
    saveCopy();
  }

  showResult() {
    const request = { call: "ladder", assessment: this.assessment, open: this.open, ...this.kept };
    return this.result.ask(request, (said) => this.draw(said));
  }

  /** @param {any} said  what `framework/tools/ladder/call.py` gives */
  draw(said) {
    this.result.draw(said);
    this.result.place.querySelector("[data-picture-all]")?.append(picture(said.picture_all));
  }
}

customElements.define("ladder-quiz", LadderQuiz);
