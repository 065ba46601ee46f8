import { find, findAll } from "./find.js";
import { say } from "./words.js";

/**
 * The steps of a form, shown one at a time or all at once, with the buttons and the progress that belong to them.
 *
 * A step is a `.step[data-step]`; one that asks nothing that counts for the progress has `data-lead`. The form holds
 * `.progress`, `[data-back]`, `[data-next]` and `[data-finish]`. A form of which only a part is due says which steps.
 */
export class Steps {
  all = false;
  current = "";

  /**
   * @param {HTMLElement} form
   * @param {(steps: HTMLElement[]) => HTMLElement[]} [choose]  takes all steps, and gives those that are due now, in order
   */
  constructor(form, choose = (steps) => steps) {
    this.form = form;
    this.choose = choose;
    this.steps = findAll(form, ".step", HTMLElement);
    this.current = this.steps[0]?.dataset.step ?? "";
  }

  /** The name of the step that the page's address points to, if it points to one. */
  static addressed() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  /** The steps that are due now, in order. */
  get due() {
    return this.choose(this.steps);
  }

  /** The place of the current step among those that are due. */
  get place() {
    return Math.max(
      0,
      this.due.findIndex((step) => step.dataset.step === this.current),
    );
  }

  /** Show what is due, and the buttons and the progress that belong to it. */
  show() {
    const { due, place, all } = this;
    for (const step of this.steps) step.hidden = !due.includes(step) || !(all || step === due[place]);
    const last = place === due.length - 1;
    find(this.form, "[data-back]", HTMLButtonElement).hidden = all || place === 0;
    find(this.form, "[data-next]", HTMLButtonElement).hidden = all || last;
    find(this.form, "[data-finish]", HTMLButtonElement).hidden = !all && !last;
    const counted = due.filter((step) => !("lead" in step.dataset));
    const answered = counted.filter((step) => step.querySelector(":checked")).length;
    const number = counted.indexOf(/** @type {HTMLElement} */ (due[place])) + 1;
    find(this.form, "[data-progress-words]", HTMLElement).textContent =
      all || number === 0
        ? say("common.answered", { answered, all: counted.length })
        : say("common.place", { number, all: counted.length });
    find(this.form, "progress", HTMLProgressElement).value = answered / counted.length;
  }

  /** On paper every step that is due stands, whatever the screen shows. */
  showForPrint() {
    for (const step of this.due) step.hidden = false;
  }

  /** @param {number} by */
  move(by) {
    const { due, place } = this;
    const to = Math.min(due.length - 1, Math.max(0, place + by));
    this.goTo(due[to]?.dataset.step ?? "");
  }

  /** Show a step and put the reader there. A name that no step has is passed over. @param {string} name */
  goTo(name) {
    const step = this.steps.find((each) => each.dataset.step === name);
    if (!step) return;
    this.current = name;
    this.show();
    const legend = step.querySelector("legend[tabindex]");
    if (legend instanceof HTMLElement) legend.focus({ preventScroll: true });
    step.scrollIntoView({ block: "nearest" });
  }
}
