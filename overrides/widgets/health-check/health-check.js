import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { OneAtATime } from "../shared/one-at-a-time.js";
import { actions, addAction } from "../shared/plan.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { saveCopy, today } from "../shared/save.js";
import { onChange, read, takeAway, write } from "../shared/store.js";
import { newId } from "../shared/workspace.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{version: string, side: string | null, by: string, answers: Record<string, Answer>}} Kept
 * @typedef {Kept & {id: string, date: string}} Dated  a result that was kept, with its day
 */

const BEGIN = ["side", "version", "by"];

/** An assessment of statements: kept as it is filled in, with a result from Python. */
class HealthCheck extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  steps = new OneAtATime(this.form, (steps) => this.asked(steps));
  /** The id of the earlier result that today's is set beside; empty where there is none. */
  beside = "";

  connectedCallback() {
    this.restore();
    onChange(`assessment.${this.assessment}`, () => this.restore());
    for (const part of findAll(this.form, ".progress, .steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
    this.steps.show();
    this.follow();
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.steps.move(1);
    });
    this.addEventListener("click", (event) => this.pressed(event));
    this.result.place.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.beside = target.value;
      this.showResult();
    });
    addEventListener("hashchange", () => this.follow());
    addEventListener("beforeprint", () => this.result.shown || this.steps.showForPrint());
    addEventListener("afterprint", () => this.steps.show());
    startWhenIdle();
  }

  /** The steps that the chosen version asks. @param {HTMLElement[]} steps */
  asked(steps) {
    const short = new FormData(this.form).get("version") === "short";
    return steps.filter(({ dataset }) => !short || "lead" in dataset || "short" in dataset);
  }

  /** Go to the step that the page's address points to. One that the short version leaves out makes it the long one. */
  follow() {
    const { steps } = this;
    const name = OneAtATime.addressed();
    const step = steps.steps.find((each) => each.dataset.step === name);
    if (step && !steps.due.includes(step))
      find(this.form, "[name=version][value=long]", HTMLInputElement).checked = true;
    steps.goTo(name);
  }

  /** @returns {Kept} what the form holds now */
  get kept() {
    const said = new FormData(this.form);
    /** @type {Record<string, Answer>} */
    const answers = {};
    for (const [name, value] of said) {
      if (BEGIN.includes(name)) continue;
      answers[name] = /^\d$/.test(String(value)) ? Number(value) : /** @type {Answer} */ (value);
    }
    const [side, version, by] = BEGIN.map((name) => /** @type {string | null} */ (said.get(name)));
    return { version: version ?? "long", side: side ?? null, by: by ?? "one", answers };
  }

  restore() {
    /** @type {Kept | undefined} */
    const kept = read(`assessment.${this.assessment}`);
    if (!kept) return;
    const { side, version, by = "one", answers } = kept;
    const given = new Map(Object.entries({ ...answers, side, version, by }));
    for (const input of findAll(this.form, "input[name]", HTMLInputElement)) {
      if (given.has(input.name)) input.checked = String(given.get(input.name)) === input.value;
    }
  }

  /** @param {Event} event */
  changed({ target }) {
    if (target instanceof HTMLInputElement && target.matches("[data-all]")) this.steps.all = target.checked;
    else {
      this.keep();
      startIfPossible();
    }
    this.steps.show();
    if (this.result.shown) this.showResult();
  }

  keep() {
    const saved = find(this, "[data-saved]", HTMLElement);
    try {
      write(`assessment.${this.assessment}`, this.kept);
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
    else if ("return" in dataset) this.steps.goTo(this.steps.due[1]?.dataset.step ?? "begin");
    else if ("print" in dataset) print();
    else if ("save" in dataset) saveCopy();
    else if ("clear" in dataset) this.clear();
    else if ("keepResult" in dataset) this.keepResult();
    else if ("addAction" in dataset) this.addAction(button);
  }

  /** @returns {Dated[]} the results that were kept, the latest first */
  get earlier() {
    return read(`assessment.${this.assessment}.results`) ?? [];
  }

  /** Keep today's answers with their date, to be set beside later ones. */
  keepResult() {
    const dated = { id: newId(), date: today(), ...this.kept };
    try {
      write(`assessment.${this.assessment}.results`, [dated, ...this.earlier]);
      this.sayInto("[data-kept]", "kept");
    } catch {
      // The notice at the top of the page tells.
    }
  }

  /** @param {HTMLButtonElement} button  its value is the action's id; its words stand in the link before it */
  addAction(button) {
    const text = button.parentElement?.querySelector("a")?.textContent ?? "";
    try {
      if (!actions().some((action) => action.from === button.value)) addAction({ text, from: button.value });
      button.disabled = true;
      button.replaceChildren(fill(find(this, "[data-say=added]", HTMLTemplateElement), {}));
    } catch {
      // The notice at the top of the page tells.
    }
  }

  /** @param {string} place @param {string} what */
  sayInto(place, what) {
    find(this, place, HTMLElement).replaceChildren(fill(find(this, `[data-say=${what}]`, HTMLTemplateElement), {}));
  }

  clear() {
    if (!confirm("Take away all answers of this check from this device?")) return;
    this.form.reset();
    takeAway(`assessment.${this.assessment}`);
    this.result.hide();
    this.steps.goTo("begin");
  }

  showResult() {
    const earlier = this.earlier.find(({ id }) => id === this.beside);
    const request = { call: "standing", assessment: this.assessment, ...this.kept, earlier };
    return this.result.ask(request, (said) => this.draw(said));
  }

  /** @param {any} said  what `framework/tools/standing/call.py` gives */
  draw(said) {
    const wasChoosing = document.activeElement?.matches("[data-earlier]");
    this.result.draw({ ...said, ...this.toCompare() });
    const select = this.result.place.querySelector("[data-earlier]");
    if (!(select instanceof HTMLSelectElement)) return;
    select.value = this.beside;
    if (wasChoosing) select.focus();
  }

  /** The results that today's may be set beside, in words. */
  toCompare() {
    const words = (/** @type {Dated} */ { date, side, by }) =>
      [new Date(date).toLocaleDateString([], { dateStyle: "long" }), ...this.wordsFor(side, by)].join(", ");
    const results = this.earlier.map((each) => ({ id: each.id, words: words(each) }));
    return { earlier_results: results, has_earlier: results.length > 0 };
  }

  /** The form's own words for a side, and for whose answers they are. @param {...(string | null)} values */
  wordsFor(...values) {
    return values.flatMap((value) => {
      const words = this.form.querySelector(`[value="${value}"]`)?.closest("label")?.querySelector("b")?.textContent;
      return words ? [words.replace(/\.$/, "")] : [];
    });
  }
}

customElements.define("health-check", HealthCheck);
