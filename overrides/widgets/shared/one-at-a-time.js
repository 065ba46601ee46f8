import { find, findAll } from "./find.js";

/**
 * The steps of a form, shown one at a time or all at once, with the buttons and the progress that belong to them.
 *
 * A step is a `.step[data-step]`; one that asks nothing that counts for the progress has `data-lead`. The form holds
 * `.progress`, `[data-back]`, `[data-next]` and `[data-finish]`.
 */
export class OneAtATime {
  all = false;
  current = "";

  /** @param {HTMLElement} form */
  constructor(form) {
    this.form = form;
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

  get place() {
    return Math.max(
      0,
      this.steps.findIndex((step) => step.dataset.step === this.current),
    );
  }

  /** Show what is due. */
  show() {
    const { steps, place, all } = this;
    for (const step of steps) step.hidden = !all && step !== steps[place];
    const last = place === steps.length - 1;
    find(this.form, "[data-back]", HTMLButtonElement).hidden = all || place === 0;
    find(this.form, "[data-next]", HTMLButtonElement).hidden = all || last;
    find(this.form, "[data-finish]", HTMLButtonElement).hidden = !all && !last;
    const counted = steps.filter((step) => !("lead" in step.dataset));
    const answered = counted.filter((step) => step.querySelector(":checked")).length;
    const number = counted.indexOf(/** @type {HTMLElement} */ (steps[place])) + 1;
    find(this.form, "[data-progress-words]", HTMLElement).textContent =
      all || number === 0 ? `${answered} of ${counted.length} answered` : `${number} of ${counted.length}`;
    find(this.form, "progress", HTMLProgressElement).value = answered / counted.length;
  }

  /** On paper every step stands, whatever the screen shows. */
  showForPrint() {
    for (const step of this.steps) step.hidden = false;
  }

  /** @param {number} by */
  move(by) {
    const to = Math.min(this.steps.length - 1, Math.max(0, this.place + by));
    this.goTo(this.steps[to]?.dataset.step ?? "");
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
