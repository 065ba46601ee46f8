import { Autosave } from "../shared/autosave.js";
import { find } from "../shared/find.js";
import { KeptForm } from "../shared/kept-form.js";
import { saveWorkspace } from "../shared/store.js";
import { say } from "../shared/words.js";

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  form = find(this, "form", HTMLFormElement);
  kept = new KeptForm(this.form, `tool.${this.dataset.tool}`);
  autosave = new Autosave(this, () => this.kept.save());

  connectedCallback() {
    find(this, ".form-buttons", HTMLElement).hidden = false;
    if (this.kept.begin()) this.autosave.now();
    this.autosave.follow(this.kept.part, () => this.kept.restore());
    this.form.addEventListener("input", () => this.autosave.soon());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.autosave.finish();
      saveWorkspace();
    });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.clear());
  }

  clear() {
    if (!confirm(say("form.clear-sure"))) return;
    this.autosave.cancel();
    this.autosave.report(this.kept.clear(), say("form.cleared"));
  }
}

customElements.define("tool-form", ToolForm);
