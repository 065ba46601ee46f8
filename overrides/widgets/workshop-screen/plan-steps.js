import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";

/** @typedef {import('./workshop.js').WorkshopState} WorkshopState */

/** The steps of the plan that the workshop follows, with how long each takes. */
export class PlanSteps {
  /**
   * @param {HTMLElement} screen @param {WorkshopState} state
   * @param {(minutes: number) => void} onStart  takes how long the step takes that begins
   */
  constructor(screen, state, onStart) {
    this.screen = screen;
    this.state = state;
    this.onStart = onStart;
    this.select = find(screen, "[data-step]", HTMLSelectElement);
    this.select.addEventListener("change", () => this.start());
  }

  /** @returns {{title: string, number: number, of: number} | null} the step that is on; null where no plan is followed */
  get current() {
    const { options, selectedIndex } = this.select;
    const title = options[selectedIndex]?.dataset.title;
    return title ? { title, number: selectedIndex + 1, of: options.length } : null;
  }

  /** @returns {string[]} of all steps */
  get titles() {
    return [...this.select.options].map(({ dataset }) => dataset.title ?? "");
  }

  /** What the list shows of the step that is on. */
  get label() {
    return this.select.selectedOptions[0]?.textContent ?? "";
  }

  /** Take up the steps of the workshop's plan, where it follows one. */
  prepare() {
    const { plan = "", step = 0 } = this.state.workshop ?? {};
    const sheet = this.#template("run-sheet", plan);
    find(this.screen, "[data-steps]", HTMLElement).hidden = !sheet;
    this.select.replaceChildren(sheet ? sheet.content.cloneNode(true) : "");
    if (this.select.options.length) this.select.selectedIndex = Math.min(step, this.select.options.length - 1);
  }

  /** Begin the step that is chosen. */
  start() {
    if (!this.state.workshop || !this.current) return;
    this.state.save({ step: this.select.selectedIndex });
    this.onStart(Number(this.select.value));
  }

  /** @param {number} by @returns {boolean} whether there is such a step, which has begun then */
  move(by) {
    const to = this.select.selectedIndex + by;
    if (!this.select.options[to]) return false;
    this.select.selectedIndex = to;
    this.start();
    return true;
  }

  /** Whether there is a step so many further on. @param {number} by */
  has(by) {
    return Boolean(this.select.options[this.select.selectedIndex + by]);
  }

  /** What the plan says of the step that is on. @param {HTMLElement} place */
  describe(place) {
    const step = this.current;
    place.replaceChildren(fillOwn(this.screen, step ? "step" : "no-step", step ?? {}));
    const about = this.#template("steps-about", this.state.workshop?.plan ?? "");
    const text = about?.content.children[(step?.number ?? 0) - 1];
    if (text) find(place, "[data-about]", HTMLElement).append(text.cloneNode(true));
  }

  /** @param {string} kind @param {string} plan @returns {HTMLTemplateElement | null} */
  #template(kind, plan) {
    const found = this.screen.querySelector(`[data-${kind}="${CSS.escape(plan)}"]`);
    return found instanceof HTMLTemplateElement ? found : null;
  }
}
