import { download } from "../shared/download.js";
import { fill, picture } from "../shared/fill.js";
import { ask, start } from "../shared/python.js";
import { read, whole, write } from "../shared/store.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{version: string, side: string | null, answers: Record<string, Answer>}} Kept
 */

/** The form of an assessment: kept as it is filled in, one statement at a time, with a result from Python. */
class HealthCheck extends HTMLElement {
  connectedCallback() {
    this.part_ = `assessment.${this.dataset.assessment}`;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.result = /** @type {HTMLElement} */ (this.querySelector("[data-result]"));
    this.all = false;
    this.restore();
    for (const hidden of this.form.querySelectorAll(".progress, .steps-buttons, .form-buttons")) {
      hidden.removeAttribute("hidden");
    }
    this.current = this.stepOfAddress() ?? "begin";
    this.show();
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.move(1);
    });
    this.addEventListener("click", (event) => this.pressed(/** @type {HTMLElement} */ (event.target)));
    addEventListener("hashchange", () => this.goTo(this.stepOfAddress()));
    addEventListener("beforeprint", () => this.showForPrint(true));
    addEventListener("afterprint", () => this.showForPrint(false));
    this.startWhenIdle();
  }

  /** Python may take its time while the reader reads, but not where the browser asks to save data. */
  startWhenIdle() {
    const { connection } = /** @type {any} */ (navigator);
    if (connection?.saveData) return;
    const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 500));
    idle(() => this.startPython());
  }

  startPython() {
    try {
      start();
    } catch {
      // Told when a result is asked for: until then nobody needs Python.
    }
  }

  /** @returns {Kept} what the form holds now */
  get kept() {
    const said = new FormData(this.form);
    /** @type {Record<string, Answer>} */
    const answers = {};
    for (const [name, value] of said) {
      if (name === "side" || name === "version") continue;
      answers[name] = /^\d$/.test(String(value)) ? Number(value) : /** @type {Answer} */ (value);
    }
    const side = said.get("side");
    return { version: String(said.get("version")), side: side === null ? null : String(side), answers };
  }

  restore() {
    /** @type {Kept | undefined} */
    const kept = read(this.part_);
    if (!kept) return;
    const given = { ...kept.answers, side: kept.side, version: kept.version };
    for (const input of this.inputs()) {
      if (given[input.name] !== undefined && given[input.name] !== null) {
        input.checked = String(given[input.name]) === input.value;
      }
    }
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return [...this.form.querySelectorAll("input[name]")].map((input) => /** @type {HTMLInputElement} */ (input));
  }

  /** @param {Event} event */
  changed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.matches("[data-all]")) {
      this.all = input.checked;
      this.show();
      return;
    }
    this.keep();
    this.startPython();
    this.show();
    if (!this.result.hidden) this.showResult();
  }

  keep() {
    const saved = /** @type {HTMLElement} */ (this.querySelector("[data-saved]"));
    try {
      write(this.part_, this.kept);
      saved.textContent = "Saved on this device. Nobody else sees it.";
    } catch {
      saved.textContent = "";
      this.tell("refused", {});
    }
  }

  /** The steps of the version that was chosen, in order. @returns {HTMLElement[]} */
  get steps() {
    const short = this.kept.version === "short";
    const steps = [...this.form.querySelectorAll(".step")].map((step) => /** @type {HTMLElement} */ (step));
    return steps.filter((step) => step.dataset.step === "begin" || !short || "short" in step.dataset);
  }

  /** @returns {string | undefined} the step that the page's address names */
  stepOfAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    const step = this.form.querySelector(`[data-step="${CSS.escape(id)}"]`);
    return step ? id : undefined;
  }

  /** Show the step that is due, or all of them. */
  show() {
    const steps = this.steps;
    const place = Math.max(0, steps.findIndex((step) => step.dataset.step === this.current));
    for (const step of this.form.querySelectorAll(".step")) {
      /** @type {HTMLElement} */ (step).hidden = !steps.includes(/** @type {HTMLElement} */ (step)) || (!this.all && step !== steps[place]);
    }
    this.toggleAttribute("data-all-shown", this.all);
    const last = place === steps.length - 1;
    this.button("back").hidden = this.all || place === 0;
    this.button("next").hidden = this.all || last;
    this.button("show-result").hidden = !this.all && !last;
    const count = steps.length - 1;
    const words = /** @type {HTMLElement} */ (this.querySelector("[data-progress-words]"));
    const answered = steps.filter((step) => step.dataset.step !== "begin" && step.querySelector(":checked")).length;
    words.textContent = place === 0 || this.all ? `${answered} of ${count} answered` : `${place} of ${count}`;
    /** @type {HTMLProgressElement} */ (this.querySelector("progress")).value = answered / count;
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.form.querySelector(`[data-${name}]`));
  }

  /** @param {number} by */
  move(by) {
    const steps = this.steps;
    const place = steps.findIndex((step) => step.dataset.step === this.current);
    this.goTo(steps[Math.min(steps.length - 1, Math.max(0, place + by))]?.dataset.step);
  }

  /** @param {string | undefined} step */
  goTo(step) {
    if (!step) return;
    this.current = step;
    this.show();
    const shown = this.form.querySelector(`[data-step="${CSS.escape(step)}"]`);
    const legend = /** @type {HTMLElement | null} */ (shown?.querySelector("legend[tabindex]") ?? null);
    if (legend) legend.focus();
    (shown ?? this).scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} target */
  pressed(target) {
    const button = target.closest("button");
    if (!button) return;
    const { dataset } = button;
    if ("back" in dataset) this.move(-1);
    else if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("return" in dataset) this.goTo("begin");
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("clear" in dataset) this.clear();
  }

  save() {
    const name = `coproduction-${new Date().toISOString().slice(0, 10)}.json`;
    download(name, "application/json", JSON.stringify(whole(), null, 2));
  }

  clear() {
    if (!confirm("Take away all answers of this check from this device?")) return;
    this.form.reset();
    write(this.part_, undefined);
    this.result.hidden = true;
    this.goTo("begin");
  }

  /** On paper every statement is there, whatever the screen shows. @param {boolean} printing */
  showForPrint(printing) {
    if (!this.result.hidden) return;
    if (!printing) return this.show();
    for (const step of this.steps) step.hidden = false;
  }

  async showResult() {
    const { version, side, answers } = this.kept;
    this.setAttribute("aria-busy", "true");
    try {
      const said = await ask({ call: "assess", assessment: this.dataset.assessment, version, side, answers });
      if (said.bad) this.tell("failed", { why: `${said.bad.what}. ${said.bad.mend}` });
      else this.draw(said.ok);
    } catch (error) {
      this.tell("failed", { why: error instanceof Error ? error.message : String(error) });
    }
    this.removeAttribute("aria-busy");
  }

  /** @param {any} result */
  draw(result) {
    this.quiet();
    const answered = result.standings.reduce((sum, /** @type {any} */ each) => sum + each.answered, 0);
    const asked = result.standings.reduce((sum, /** @type {any} */ each) => sum + each.asked, 0);
    const who = { resident: "resident", organisation: "member of the organisation", other: "partner" };
    const start = result.starts[0]?.words;
    const data = {
      ...result,
      answered,
      asked,
      start,
      who: who[/** @type {'resident'} */ (this.kept.side ?? "")] ?? "person",
      counted: answered > 0,
      nothing_counted: answered === 0,
      nothing_low: answered > 0 && !start,
    };
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("[data-result-template]"));
    const wasHidden = this.result.hidden;
    this.result.replaceChildren(fill(template, data));
    this.result.querySelector("[data-picture]")?.append(picture(result.picture));
    this.result.hidden = false;
    if (wasHidden) {
      this.result.focus();
      this.result.scrollIntoView({ block: "start" });
    }
  }

  /** @param {'failed' | 'refused'} kind @param {Record<string, string>} data */
  tell(kind, data) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`[data-${kind}-template]`));
    const trouble = /** @type {HTMLElement} */ (this.querySelector("[data-trouble]"));
    trouble.replaceChildren(fill(template, data));
    trouble.hidden = false;
    if (kind === "failed") trouble.scrollIntoView({ block: "nearest" });
  }

  quiet() {
    /** @type {HTMLElement} */ (this.querySelector("[data-trouble]")).hidden = true;
  }
}

customElements.define("health-check", HealthCheck);
