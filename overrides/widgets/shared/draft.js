import { KeptForm } from "./kept-form.js";
import { Later } from "./later.js";
import { onChange } from "./store.js";

/** What is typed into a form that adds an entry to a list: kept until it is added, so that no reload loses it. */
export class Draft {
  /**
   * @param {HTMLFormElement} form
   * @param {string} part  the name under which it is kept
   * @param {() => void} [onRestore]  called when the form was filled in from what was kept
   */
  constructor(form, part, onRestore = () => {}) {
    this.kept = new KeptForm(form, part);
    this.saving = new Later(() => this.kept.save());
    if (this.kept.begin()) this.soon();
    onRestore();
    onChange(part, () => {
      if (this.saving.pending) return;
      this.kept.restore();
      onRestore();
    });
    form.addEventListener("input", () => this.soon());
  }

  /** Save once the reader pauses. */
  soon() {
    this.saving.soon();
  }

  /** Forget it: the entry is added, or not wanted. */
  clear() {
    this.saving.cancel();
    this.kept.clear();
  }
}
