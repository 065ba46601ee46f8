import { Autosave } from "../shared/autosave.js";
import { find } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { KeptForm } from "../shared/kept-form.js";
import { Later } from "../shared/later.js";
import { read, saveWorkspace } from "../shared/store.js";
import { say } from "../shared/words.js";
import { FormView } from "./form-view.js";
import { Outline } from "./outline.js";
import { growTables, offerRows, setAddedRows } from "./table-rows.js";

/** The entries of a tool's form, whose tables grow with them. */
class KeptToolForm extends KeptForm {
  /** @param {import('../shared/form-entries.js').Entries} entries */
  fill(entries) {
    growTables(this.form, entries);
    super.fill(entries);
  }

  clear() {
    setAddedRows(this.form, {});
    return super.clear();
  }
}

/** What leads to the form, and back from it: of use with script alone. */
const beside = document.querySelectorAll(".tool-form-open, .tool-form-back");

/** A tool's form whose entries stay on this device. */
class ToolForm extends HTMLElement {
  form = find(this, "form", HTMLFormElement);
  kept = new KeptToolForm(this.form, `tool.${this.dataset.tool}`);
  autosave = new Autosave(this, () => this.kept.save());
  outline = new Outline(this, this.form);
  counting = new Later(() => this.outline.update());
  /** The button that puts the worked example in; a tool may have none. @type {HTMLButtonElement | null} */
  exampleButton = this.querySelector("button[data-example]");
  /** Fetched when it is wanted, not before. @type {Promise<import('./example.js').Example> | undefined} */
  example;
  /** @type {Promise<import('./form-files.js').FormFiles> | undefined} */
  loaded;
  /** @type {Promise<import('./undo.js').Undo> | undefined} */
  writing;

  connectedCallback() {
    find(this, ".form-buttons", HTMLElement).hidden = false;
    for (const shown of [this.querySelector("[data-files]"), this.querySelector("[data-bar]"), ...beside])
      shown?.removeAttribute("hidden");
    offerRows(this.form);
    if (this.querySelector("[data-onward]"))
      import("./onward.js").then(({ Onward }) => new Onward(this, this.kept, this.autosave));
    if (this.querySelector("[data-offers]")) import("./offers.js").then(({ Offers }) => new Offers(this, this.form));
    if (this.kept.begin()) this.autosave.now();
    this.outline.update();
    const view = new FormView(this, () => this.beginWriting(view));
    view.begin();
    this.autosave.follow(this.kept.part, async () => {
      this.kept.restore();
      this.outline.update();
      this.markExample();
      (await this.writing)?.forget();
    });
    this.form.addEventListener("filled", () => {
      this.outline.update();
      this.markExample();
    });
    this.form.addEventListener("input", () => {
      this.autosave.soon();
      this.counting.soon();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.querySelector("[data-save]")?.addEventListener("click", () => {
      this.autosave.finish();
      saveWorkspace();
    });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.clear());
    for (const button of this.querySelectorAll("[data-take]")) {
      button.addEventListener("click", async () => (await this.files).save(button.getAttribute("data-take") ?? ""));
    }
    const input = find(this, "[data-file]", HTMLInputElement);
    input.addEventListener("change", async () => (await this.files).open(input));
    if (!this.exampleButton) return;
    find(this, "[data-begin]", HTMLElement).hidden = false;
    this.exampleButton.addEventListener("click", () => this.beginWithExample());
    this.markExample();
  }

  /** What makes files of the form and reads them: loaded when somebody wants one. */
  get files() {
    this.loaded ??= import("./form-files.js").then(({ FormFiles }) => new FormFiles(this, this.kept, this.autosave));
    return this.loaded;
  }

  /** What helps to write comes when somebody opens the form. @param {FormView} view */
  beginWriting(view) {
    this.writing ??= import("./writing.js").then(({ beginWriting }) =>
      beginWriting(
        this,
        this.form,
        (control) => view.reveal(control),
        (message) => this.changed(message),
      ),
    );
  }

  /** Keep what was changed otherwise than by typing. @param {string} message  tells what was done */
  changed(message) {
    this.form.dispatchEvent(new Event("filled"));
    this.autosave.now(message);
  }

  clear() {
    if (!confirm(say("form.clear-sure"))) return;
    this.autosave.cancel();
    const drafts = read(`drafts.${this.dataset.tool}`); // they hold what was taken from here
    const others = read(`earlier.${this.dataset.tool}`) ? say("form.cleared-not-earlier") : say("form.cleared");
    const kept = this.kept.clear();
    this.form.dispatchEvent(new Event("filled"));
    this.autosave.report(kept, drafts ? say("form.cleared-not-drafts") : others);
  }

  async beginWithExample() {
    const filled = Object.keys(entriesOf(this.form)).length > 0;
    if (filled && !confirm(say("form.example-sure"))) return;
    try {
      await (await this.fetchedExample()).begin();
      this.changed(say("form.example-begun"));
    } catch {
      this.example = undefined; // so that it is fetched anew
      this.autosave.report(true, say("form.example-away"));
    }
  }

  /** Mark what is still the example's, where the form began with it. */
  async markExample() {
    const begun = this.form.querySelector("input[type=hidden]");
    if (!this.example && !(begun instanceof HTMLInputElement && begun.value)) return;
    try {
      await (await this.fetchedExample()).mark();
    } catch {
      this.example = undefined; // without a network nobody can say what is the example's
    }
  }

  fetchedExample() {
    this.example ??= import("./example.js").then(
      ({ Example }) => new Example(this.kept, this.exampleButton?.dataset.example ?? ""),
    );
    return this.example;
  }
}

customElements.define("tool-form", ToolForm);
