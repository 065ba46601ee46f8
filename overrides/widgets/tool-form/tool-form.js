import { Autosave } from "../shared/autosave.js";
import { find } from "../shared/find.js";
import { entriesOf, fillIn } from "../shared/form-entries.js";
import { arrivedAnew, erase, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  partName = `tool.${this.dataset.tool}`;
  form = find(this, "form", HTMLFormElement);
  autosave = new Autosave(this, () => this.save());

  connectedCallback() {
    find(this, ".form-buttons", HTMLElement).hidden = false;
    const early = arrivedAnew ? entriesOf(this.form) : {};
    fillIn(this.form, { ...read(this.partName), ...early });
    if (Object.keys(early).length > 0) this.autosave.now();
    this.autosave.follow(this.partName, () => this.restore());
    this.form.addEventListener("input", () => this.autosave.soon());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.autosave.finish();
      saveWorkspace();
    });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.clear());
  }

  /** @returns {boolean} whether it is kept; where nothing was ever filled in, there is nothing to keep */
  save() {
    const entries = entriesOf(this.form);
    const filled = Object.keys(entries).length > 0;
    if (!filled && read(this.partName) === undefined) return false;
    return write(this.partName, filled ? entries : undefined);
  }

  restore() {
    fillIn(this.form, read(this.partName) ?? {});
  }

  clear() {
    if (!confirm(say("form.clear-sure"))) return;
    fillIn(this.form, {});
    this.autosave.cancel();
    this.autosave.report(erase(this.partName, undefined), say("form.cleared"));
  }
}

customElements.define("tool-form", ToolForm);
