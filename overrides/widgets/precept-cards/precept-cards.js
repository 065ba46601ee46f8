import { Autosave } from "../shared/autosave.js";
import { find, findAll } from "../shared/find.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { Steps } from "../shared/steps.js";
import { erase, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";
import { Projector } from "./projector.js";

/**
 * @typedef {number | 'dont-know'} Answer
 * @typedef {{answers: Record<string, Answer>, why: Record<string, string>}} Side  what a side answered, and why
 * @typedef {{side: string | null, sides: Record<string, Side>}} Sides  with the one whose turn it is
 */

/** What stands before the statement's id in the name of the text that goes with it. */
const WHY = "why.";

/** The precepts as cards: each side answers alone, then all are laid side by side. */
class PreceptCards extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  partName = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  steps = new Steps(this.form);
  autosave = new Autosave(this, () => write(this.partName, this.sides));
  projector = new Projector(this, find(this, "[data-projector]", HTMLButtonElement), (by) => this.steps.move(by));
  /** @type {Sides} */
  sides = { side: null, sides: {} };

  connectedCallback() {
    this.autosave.follow(this.partName, () => this.restore());
    for (const part of findAll(this.form, ".progress, .steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
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
    this.sides = read(this.partName) ?? { side: null, sides: {} };
    this.fillIn();
    if (this.result.visible) this.showResult();
  }

  /** @returns {Side} what the side that is chosen answered */
  get own() {
    return this.sides.sides[this.sides.side ?? ""] ?? { answers: {}, why: {} };
  }

  /** Put the chosen side's answers into the form. */
  fillIn() {
    const { side, sides } = this.sides;
    const { answers, why } = this.own;
    const values = new Map(Object.entries({ ...answers, side }));
    for (const input of findAll(this.form, "input[type=radio]", HTMLInputElement)) {
      input.checked = String(values.get(input.name)) === input.value;
    }
    for (const area of findAll(this.form, "textarea", HTMLTextAreaElement)) {
      area.value = why[area.name.slice(WHY.length)] ?? "";
    }
    for (const note of findAll(this.form, "[data-answered]", HTMLElement)) {
      note.hidden = Object.keys(sides[note.dataset.answered ?? ""]?.answers ?? {}).length === 0;
    }
    this.steps.show();
  }

  /** @returns {Side} what the form holds now */
  get entered() {
    /** @type {Side} */
    const own = { answers: {}, why: {} };
    for (const [name, entry] of new FormData(this.form)) {
      const value = String(entry);
      if (name.startsWith(WHY)) {
        if (value.trim()) own.why[name.slice(WHY.length)] = value;
      } else if (name !== "side") own.answers[name] = value === "dont-know" ? value : Number(value);
    }
    return own;
  }

  /** @param {Event} event */
  onInput({ target }) {
    if (target instanceof HTMLInputElement && target.matches("[data-all]")) {
      this.steps.all = target.checked;
      this.steps.show();
      return;
    }
    if (target instanceof HTMLInputElement && target.name === "side") {
      this.switchSide(target.value);
      return;
    }
    if (!this.sides.side) {
      this.result.problem.show({}, "no-side");
      return;
    }
    this.sides.sides[this.sides.side] = this.entered;
    if (target instanceof HTMLTextAreaElement) this.autosave.soon();
    else this.autosave.now();
    this.steps.show();
    startIfPossible();
    if (this.result.visible) this.showResult();
  }

  /** Let a side answer. What was entered before any side was chosen becomes its own. @param {string} side */
  switchSide(side) {
    const { entered } = this;
    const unowned =
      !this.sides.side && (Object.keys(entered.answers).length > 0 || Object.keys(entered.why).length > 0);
    if (unowned && !this.sides.sides[side]) this.sides.sides[side] = entered;
    this.sides.side = side;
    this.result.problem.hide();
    this.autosave.now();
    this.fillIn();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("back" in dataset) this.steps.move(-1);
    else if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("sideTurn" in dataset) this.handOver(dataset.sideTurn ?? "");
    else if ("return" in dataset) this.backToCards();
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("clear" in dataset) this.clear();
  }

  /** Put the result away and let a side begin. @param {string} side */
  handOver(side) {
    this.switchSide(side);
    this.backToCards();
  }

  backToCards() {
    this.result.hide();
    this.steps.goTo(this.steps.steps[1]?.dataset.step ?? "");
  }

  save() {
    this.autosave.finish();
    saveWorkspace();
  }

  clear() {
    if (!confirm(say("precept-cards.clear-sure"))) return;
    this.autosave.cancel();
    this.sides = { side: null, sides: {} };
    erase(this.partName, undefined);
    this.fillIn();
    this.result.hide();
    this.steps.goTo("begin");
  }

  showResult() {
    const entries = Object.entries(this.sides.sides).map(([side, { answers }]) => [side, answers]);
    const request = { call: "sides", assessment: this.assessment, sides: Object.fromEntries(entries) };
    return this.result.ask(request, (compared) => this.showCompared(compared));
  }

  /** @param {any} compared  what `framework/tools/sides/call.py` gives */
  showCompared(compared) {
    for (const row of compared.rows) {
      row.gap_words = gapInWords(row.gap);
      for (const view of row.views) view.why = this.sides.sides[view.side]?.why[row.id] ?? "";
    }
    this.result.show(compared);
    findAll(this.result.element, "[data-side-turn]", HTMLButtonElement).forEach((button, place) => {
      button.dataset.sideTurn = compared.waiting[place].side;
    });
  }
}

/** How far apart two sides are. @param {number | null} gap  null where only one answered @returns {string} */
function gapInWords(gap) {
  if (gap === null) return "";
  return gap === 0 ? say("sides.same") : say("sides.apart", { count: gap });
}

customElements.define("precept-cards", PreceptCards);
