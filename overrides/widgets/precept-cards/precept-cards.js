import { find, findAll } from "../shared/find.js";
import { OneAtATime } from "../shared/one-at-a-time.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { saveCopy } from "../shared/save.js";
import { read, takeAway, write } from "../shared/store.js";
import { Projector } from "./projector.js";

/**
 * @typedef {number | 'dont-know'} Answer
 * @typedef {{answers: Record<string, Answer>, why: Record<string, string>}} Side  what a side answered, and why
 * @typedef {{side: string | null, sides: Record<string, Side>}} Kept
 */

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;
/** What stands before the statement's id in the name of the text that goes with it. */
const WHY = "why.";

/** The precepts as cards: each side answers alone, then all are laid side by side. */
class PreceptCards extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  part_ = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  steps = new OneAtATime(this.form);
  projector = new Projector(this, find(this, "[data-projector]", HTMLButtonElement), (by) => this.steps.move(by));
  /** @type {Kept} */
  kept = { side: null, sides: {} };
  timer = 0;

  connectedCallback() {
    this.kept = read(this.part_) ?? this.kept;
    for (const part of findAll(this.form, ".progress, .steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
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

  /** @returns {Side} what the side that is chosen answered */
  get own() {
    return this.kept.sides[this.kept.side ?? ""] ?? { answers: {}, why: {} };
  }

  /** Put the chosen side's answers into the form. */
  fillIn() {
    const { side, sides } = this.kept;
    const { answers, why } = this.own;
    const given = new Map(Object.entries({ ...answers, side }));
    for (const input of findAll(this.form, "input[type=radio]", HTMLInputElement)) {
      input.checked = String(given.get(input.name)) === input.value;
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
    for (const [name, said] of new FormData(this.form)) {
      const value = String(said);
      if (name.startsWith(WHY)) {
        if (value.trim()) own.why[name.slice(WHY.length)] = value;
      } else if (name !== "side") own.answers[name] = value === "dont-know" ? value : Number(value);
    }
    return own;
  }

  /** @param {Event} event */
  changed({ target }) {
    if (target instanceof HTMLInputElement && target.matches("[data-all]")) {
      this.steps.all = target.checked;
      this.steps.show();
      return;
    }
    if (target instanceof HTMLInputElement && target.name === "side") {
      this.turn(target.value);
      return;
    }
    if (!this.kept.side) {
      this.result.tell("no-side");
      return;
    }
    this.kept.sides[this.kept.side] = this.entered;
    clearTimeout(this.timer);
    if (target instanceof HTMLTextAreaElement) this.timer = setTimeout(() => this.keep(), PAUSE_MS);
    else this.keep();
    this.steps.show();
    startIfPossible();
    if (this.result.shown) this.showResult();
  }

  /** Let a side answer. What was entered before any side was chosen becomes its own. @param {string} side */
  turn(side) {
    const { entered } = this;
    const unowned = !this.kept.side && (Object.keys(entered.answers).length > 0 || Object.keys(entered.why).length > 0);
    if (unowned && !this.kept.sides[side]) this.kept.sides[side] = entered;
    this.kept.side = side;
    this.result.trouble.hidden = true;
    this.keep();
    this.fillIn();
  }

  keep() {
    this.timer = 0;
    const saved = find(this, "[data-saved]", HTMLElement);
    try {
      write(this.part_, this.kept);
      saved.textContent = "Saved on this device. Nobody else sees it.";
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
    else if ("sideTurn" in dataset) this.handOver(dataset.sideTurn ?? "");
    else if ("return" in dataset) this.backToCards();
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("clear" in dataset) this.clear();
  }

  /** Put the result away and let a side begin. @param {string} side */
  handOver(side) {
    this.turn(side);
    this.backToCards();
  }

  backToCards() {
    this.result.hide();
    this.steps.goTo(this.steps.steps[1]?.dataset.step ?? "");
  }

  save() {
    if (this.timer) this.keep();
    saveCopy();
  }

  clear() {
    if (!confirm("Take away all sides' answers to these cards from this device?")) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.kept = { side: null, sides: {} };
    takeAway(this.part_);
    this.fillIn();
    this.result.hide();
    this.steps.goTo("begin");
  }

  showResult() {
    const entries = Object.entries(this.kept.sides).map(([side, { answers }]) => [side, answers]);
    const request = { call: "sides", assessment: this.assessment, sides: Object.fromEntries(entries) };
    return this.result.ask(request, (said) => this.draw(said));
  }

  /** @param {any} said  what `framework/tools/sides/call.py` gives */
  draw(said) {
    for (const row of said.rows) {
      for (const view of row.views) view.why = this.kept.sides[view.side]?.why[row.id] ?? "";
    }
    this.result.draw(said);
    findAll(this.result.place, "[data-side-turn]", HTMLButtonElement).forEach((button, place) => {
      button.dataset.sideTurn = said.waiting[place].side;
    });
  }
}

customElements.define("precept-cards", PreceptCards);
