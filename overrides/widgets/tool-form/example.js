import { find, findAll } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/form-entries.js').Entries} Entries */

/**
 * The worked example in a form. A hidden field tells that the form began with it; what still says what the example says
 * is marked, on paper too, so that nobody takes it for the group's own.
 */
export class Example {
  /**
   * @param {import('../shared/kept-form.js').KeptForm} kept
   * @param {string} address  of what the form holds when it is filled in as the example
   */
  constructor(kept, address) {
    const { form } = kept;
    this.kept = kept;
    this.form = form;
    this.note = find(form, "[data-example-note]", HTMLElement);
    this.begun = find(form, "input[type=hidden]", HTMLInputElement);
    /** @type {Promise<Entries>} */
    this.entries = fetch(address).then((response) => {
      if (!response.ok) throw new Error(response.statusText);
      return response.json();
    });
    form.addEventListener("input", () => this.mark());
  }

  /** Put the example in, in place of all that is there. */
  async begin() {
    this.kept.fill({ ...(await this.entries), [this.begun.name]: ["yes"] });
    await this.mark();
  }

  /** Mark what is still the example's; where nothing is any more, the form is the group's own. */
  async mark() {
    const entries = this.begun.value ? await this.entries : {};
    const now = entriesOf(this.form);
    /** @param {string} name */
    const isSame = (name) => name in entries && String(now[name]) === String(entries[name]);
    for (const field of findAll(this.form, ".field", HTMLElement)) {
      let same = false;
      for (const control of findAll(field, "textarea, input", HTMLElement)) {
        const name = control.getAttribute("name") ?? "";
        control.toggleAttribute("data-from-example", isSame(name));
        same ||= isSame(name);
      }
      markField(field, same);
    }
    this.note.hidden = !this.form.querySelector(".tool-form__still");
    if (this.note.hidden) this.begun.value = "";
  }
}

/** @param {HTMLElement} field @param {boolean} same  whether something in it is still the example's */
function markField(field, same) {
  const mark = field.querySelector(".tool-form__still");
  if (!same) mark?.remove();
  if (!same || mark) return;
  const made = document.createElement("p");
  made.className = "tool-form__still";
  made.textContent = say("form.still-example");
  field.append(made);
}
