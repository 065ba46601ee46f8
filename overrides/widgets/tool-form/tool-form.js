import { Autosave } from "../shared/autosave.js";
import { find, findAll } from "../shared/find.js";
import { onChange, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  partName = `tool.${this.dataset.tool}`;
  form = find(this, "form", HTMLFormElement);
  autosave = new Autosave(this, () => this.save());

  connectedCallback() {
    find(this, ".form-buttons", HTMLElement).hidden = false;
    this.restore();
    onChange(this.partName, () => this.autosave.pending || this.restore());
    this.form.addEventListener("input", () => this.autosave.soon());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.autosave.finish();
      saveWorkspace();
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

  /** @returns {boolean} whether it is kept; where nothing was ever filled in, there is nothing to keep */
  save() {
    const { entries } = this;
    const filled = Object.keys(entries).length > 0;
    if (!filled && read(this.partName) === undefined) return false;
    return write(this.partName, filled ? entries : undefined);
  }

  restore() {
    /** @type {Record<string, string[]>} */
    const entries = read(this.partName) ?? {};
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
    if (!confirm(say("form.clear-sure"))) return;
    this.form.reset();
    this.autosave.now();
  }
}

customElements.define("tool-form", ToolForm);
