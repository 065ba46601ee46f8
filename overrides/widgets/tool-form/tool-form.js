import { find, findAll } from "../shared/find.js";
import { saveCopy } from "../shared/save.js";
import { onChange, read, write } from "../shared/store.js";

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  part_ = `tool.${this.dataset.tool}`;
  form = find(this, "form", HTMLFormElement);

  connectedCallback() {
    find(this, ".form-buttons", HTMLElement).hidden = false;
    this.restore();
    let timer = 0;
    onChange(this.part_, () => timer || this.restore());
    this.form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = 0;
        this.keep();
      }, PAUSE_MS);
    });
    addEventListener("pagehide", () => this.keep());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.keep();
      saveCopy();
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
    const saved = find(this, ".saved", HTMLElement);
    try {
      write(this.part_, filled ? entries : undefined);
      saved.textContent = "Saved on this device. Nobody else sees it.";
    } catch {
      saved.textContent = ""; // the notice at the top of the page tells
    }
  }

  restore() {
    /** @type {Record<string, string[]>} */
    const entries = read(this.part_) ?? {};
    this.form.reset();
    for (const [name, values] of Object.entries(entries)) {
      const selector = `[name="${CSS.escape(name)}"]`;
      for (const area of findAll(this.form, selector, HTMLTextAreaElement)) area.value = values[0] ?? "";
      for (const input of findAll(this.form, selector, HTMLInputElement)) {
        if (input.type === "radio" || input.type === "checkbox") input.checked = values.includes(input.value);
        else input.value = values[0] ?? "";
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
