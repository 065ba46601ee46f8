import { find, findAll } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { say } from "../shared/words.js";

/** A field's id is the tool's, a dot and a name: what an answer's name begins with. @param {string} name */
const fieldOf = (name) => name.split(".").slice(0, 2).join(".");

/** How much is written: of the whole form, and beside the name of each of its parts. */
export class Outline {
  /** @param {HTMLElement} widget @param {HTMLFormElement} form */
  constructor(widget, form) {
    this.form = form;
    const parts = findAll(form, ".form-part", HTMLElement);
    const counts = findAll(widget, ".tool-form__outline [data-count]", HTMLElement);
    this.parts = parts.map((part, place) => ({ fields: fieldsIn(part), count: counts[place] }));
    this.totals = [find(widget, "[data-total]", HTMLElement), ...findAll(document, "[data-form-total]", HTMLElement)];
  }

  update() {
    const written = new Set(Object.keys(entriesOf(this.form)).map(fieldOf));
    let [all, count] = [0, 0];
    for (const part of this.parts) {
      const here = part.fields.filter((id) => written.has(id)).length;
      part.count?.replaceChildren(say("form.written", { written: here, count: part.fields.length }));
      part.count?.closest("li")?.toggleAttribute("data-whole", here === part.fields.length);
      all += here;
      count += part.fields.length;
    }
    for (const total of this.totals) total.textContent = say("form.written", { written: all, count });
  }
}

/** @param {HTMLElement} part @returns {string[]} the ids of its fields */
const fieldsIn = (part) => findAll(part, ".field[id]", HTMLElement).map(({ id }) => id);
