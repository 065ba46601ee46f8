import { download } from "../shared/download.js";
import { read, whole, write } from "../shared/store.js";

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  connectedCallback() {
    this.part_ = `tool.${this.dataset.tool}`;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    /** @type {HTMLElement} */ (this.querySelector(".form-buttons")).hidden = false;
    this.restore();
    let timer = 0;
    this.form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.keep(), PAUSE_MS);
    });
    addEventListener("pagehide", () => this.keep());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.keep();
      download(`${this.dataset.tool}.json`, "application/json", JSON.stringify(whole(), null, 2));
    });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.clear());
  }

  /** @returns {Record<string, string[]>} what is filled in, by the fields' names */
  get entries() {
    /** @type {Record<string, string[]>} */
    const entries = {};
    for (const [name, value] of new FormData(this.form)) {
      if (value !== "") entries[name] = [...(entries[name] ?? []), String(value)];
    }
    return entries;
  }

  keep() {
    const entries = this.entries;
    const filled = Object.keys(entries).length > 0;
    if (!filled && read(this.part_) === undefined) return;
    const saved = /** @type {HTMLElement} */ (this.querySelector(".saved"));
    try {
      write(this.part_, filled ? entries : undefined);
      saved.textContent = "Saved on this device. Nobody else sees it.";
    } catch {
      saved.textContent = "This browser doesn't keep what you enter. Save a copy before you close the page.";
    }
  }

  restore() {
    /** @type {Record<string, string[]>} */
    const entries = read(this.part_) ?? {};
    for (const [name, values] of Object.entries(entries)) {
      for (const control of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (control instanceof HTMLTextAreaElement) control.value = values[0] ?? "";
        else if (control instanceof HTMLInputElement) {
          if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
          else control.value = values[0] ?? "";
        }
      }
    }
  }

  clear() {
    if (!confirm("Take away all that is filled in here from this device?")) return;
    this.form.reset();
    this.keep();
  }
}

customElements.define("tool-form", ToolForm);
