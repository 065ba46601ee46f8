import { find, findAll } from "../shared/find.js";

/** The steps of the form: who answers, then one statement after the other. One is shown, or all. */
export class Steps {
  /** Whether all steps stand on one page. */
  all = false;
  /** The name of the step that is due. */
  current = "begin";

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.all_ = findAll(form, ".step", HTMLElement);
  }

  /** The steps of the version that is chosen, in order. */
  get due() {
    const short = new FormData(this.form).get("version") === "short";
    return this.all_.filter((step) => step.dataset.step === "begin" || !short || "short" in step.dataset);
  }

  /** The place of the current step among those that are due. */
  get place() {
    return Math.max(
      0,
      this.due.findIndex((step) => step.dataset.step === this.current),
    );
  }

  /** The name of the step that the page's address points to, if it points to one. */
  static addressed() {
    return decodeURIComponent(location.hash.slice(1));
  }

  /** Show what is due, and the buttons and the progress that belong to it. */
  show() {
    const { due, place, all } = this;
    for (const step of this.all_) step.hidden = !due.includes(step) || !(all || step === due[place]);
    const last = place === due.length - 1;
    find(this.form, "[data-back]", HTMLButtonElement).hidden = all || place === 0;
    find(this.form, "[data-next]", HTMLButtonElement).hidden = all || last;
    find(this.form, "[data-show-result]", HTMLButtonElement).hidden = !all && !last;
    const statements = due.slice(1);
    const answered = statements.filter((step) => step.querySelector(":checked")).length;
    const words = find(this.form, "[data-progress-words]", HTMLElement);
    words.textContent =
      place === 0 || all ? `${answered} of ${statements.length} answered` : `${place} of ${statements.length}`;
    find(this.form, "progress", HTMLProgressElement).value = answered / statements.length;
  }

  /** On paper every statement stands, whatever the screen shows. */
  showForPrint() {
    for (const step of this.due) step.hidden = false;
  }

  /** @param {number} by */
  move(by) {
    const { due, place } = this;
    this.goTo(due[Math.min(due.length - 1, Math.max(0, place + by))]?.dataset.step ?? "begin");
  }

  /** Show a step and put the reader there. A name that no step has is passed over. @param {string} name */
  goTo(name) {
    const step = this.all_.find((each) => each.dataset.step === name);
    if (!step) return;
    this.current = name;
    if (!this.due.includes(step)) find(this.form, "[name=version][value=long]", HTMLInputElement).checked = true;
    this.show();
    const legend = step.querySelector("legend[tabindex]");
    if (legend instanceof HTMLElement) legend.focus({ preventScroll: true });
    step.scrollIntoView({ block: "nearest" });
  }
}
