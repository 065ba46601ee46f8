import { fill, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { ask, startIfPossible, startWhenIdle } from "../shared/python.js";
import { saveCopy } from "../shared/save.js";
import { onChange, read, write } from "../shared/store.js";
import { Steps } from "./steps.js";

/**
 * @typedef {number | 'dont-know' | 'does-not-apply'} Answer
 * @typedef {{version: string, side: string | null, answers: Record<string, Answer>}} Kept
 */

/** An assessment of statements: kept as it is filled in, with a result from Python. */
class HealthCheck extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  form = find(this, "form", HTMLFormElement);
  result = find(this, "[data-result]", HTMLElement);
  trouble = find(this, "[data-trouble]", HTMLElement);
  steps = new Steps(this.form);

  connectedCallback() {
    this.restore();
    for (const part of findAll(this.form, ".progress, .steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
    this.steps.show();
    this.steps.goTo(Steps.addressed());
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.steps.move(1);
    });
    this.addEventListener("click", (event) => this.pressed(event));
    addEventListener("hashchange", () => this.steps.goTo(Steps.addressed()));
    addEventListener("beforeprint", () => this.result.hidden && this.steps.showForPrint());
    addEventListener("afterprint", () => this.steps.show());
    startWhenIdle();
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
    return { version: String(said.get("version")), side: /** @type {string | null} */ (said.get("side")), answers };
  }

  restore() {
    /** @type {Kept | undefined} */
    const kept = read(`assessment.${this.assessment}`);
    if (!kept) return;
    const given = new Map(Object.entries({ ...kept.answers, side: kept.side, version: kept.version }));
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
    if (!this.result.hidden) this.showResult();
  }

  keep() {
    const saved = find(this, "[data-saved]", HTMLElement);
    try {
      write(`assessment.${this.assessment}`, this.kept);
      saved.textContent = "Saved on this device. Nobody else sees it.";
    } catch {
      saved.textContent = "";
      this.tell("refused", {});
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
  }

  clear() {
    if (!confirm("Take away all answers of this check from this device?")) return;
    this.form.reset();
    write(`assessment.${this.assessment}`, undefined);
    this.result.hidden = true;
    this.steps.goTo("begin");
  }

  async showResult() {
    this.setAttribute("aria-busy", "true");
    try {
      const said = await ask({ call: "standing", assessment: this.assessment, ...this.kept });
      if (said.bad) this.tell("failed", { why: `${said.bad.what}. ${said.bad.mend}` });
      else this.draw(said.ok);
    } catch (error) {
      this.tell("failed", { why: error instanceof Error ? error.message : String(error) });
    }
    this.removeAttribute("aria-busy");
  }

  /** @param {any} result  what `framework/browser.py` gives for an assessment */
  draw(result) {
    this.trouble.hidden = true;
    const asDrawn = this.result.hidden;
    const template = find(this, "[data-result-template]", HTMLTemplateElement);
    this.result.replaceChildren(fill(template, result));
    this.result.querySelector("[data-picture]")?.append(picture(result.picture));
    this.result.hidden = false;
    if (asDrawn) {
      this.result.focus({ preventScroll: true });
      this.result.scrollIntoView({ block: "start" });
    }
  }

  /** @param {'failed' | 'refused'} kind @param {Record<string, string>} data */
  tell(kind, data) {
    this.trouble.replaceChildren(fill(find(this, `[data-${kind}-template]`, HTMLTemplateElement), data));
    this.trouble.hidden = false;
    if (kind === "failed") this.trouble.scrollIntoView({ block: "nearest" });
  }
}

customElements.define("health-check", HealthCheck);
