/**
 * Words of another document of the group, offered where nothing is written yet. They are shown before they are taken, and
 * a press takes them back. What may be offered where stands in the page (`framework/content/offers.py`).
 *
 * @typedef {{name: string, before: string, options: Record<string, string>}} Part
 * @typedef {{tool: string, title: string, place: string, parts: Part[]}} Offer
 */

import { dateInWords } from "../shared/dates.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { read } from "../shared/store.js";
import { listed, say } from "../shared/words.js";

/** @typedef {HTMLTextAreaElement | HTMLInputElement} Control */

export class Offers {
  /** What was taken here, by the name of the control, and can be taken back. @type {Map<string, string>} */
  taken = new Map();
  /** What is shown, by the id of the field. @type {Map<string, {shown: string, element: HTMLElement}>} */
  boxes = new Map();

  /** @param {HTMLElement} widget @param {HTMLFormElement} form */
  constructor(widget, form) {
    this.widget = widget;
    this.form = form;
    /** @type {[string, Offer][]} */
    this.offers = Object.entries(JSON.parse(find(widget, "[data-offers]", HTMLElement).textContent ?? "{}"));
    for (const change of ["input", "filled"]) form.addEventListener(change, () => this.show());
    form.addEventListener("focusin", () => this.show()); // another tab may have changed what is offered
    form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-use]") : null;
      if (button instanceof HTMLButtonElement) this.use(button);
    });
    this.show();
  }

  /** Show what can be offered now, below each field that it is for. */
  show() {
    /** @type {Map<string, {heading: string, offers: {name: string, place: string, words: string}[]}>} */
    const found = new Map();
    for (const [name, offer] of this.offers) {
      const control = this.control(name);
      const { words, heading } = wordsOf(offer);
      if (!control || !words || (control.value && !this.isTaken(control))) continue;
      const field = control.closest(".field")?.id ?? "";
      const { offers } = found.get(field) ?? { offers: [] };
      found.set(field, { heading, offers: [...offers, { name, place: offer.place, words }] });
    }
    for (const field of new Set([...found.keys(), ...this.boxes.keys()])) this.showIn(field, found.get(field));
  }

  /** @param {string} id @param {{heading: string, offers: {name: string, place: string, words: string}[]} | undefined} found */
  showIn(id, found) {
    const before = this.boxes.get(id);
    const shown = JSON.stringify(found ?? null);
    if (!found) {
      before?.element.remove();
      this.boxes.delete(id);
      return;
    }
    if (before?.shown !== shown) {
      const field = find(this.form, `#${CSS.escape(id)}`, HTMLElement);
      const open = before?.element.hasAttribute("open") ?? false;
      before?.element.remove();
      field.append(fillOwn(this.widget, "offer", found));
      const element = /** @type {HTMLElement} */ (field.lastElementChild);
      element.toggleAttribute("open", open);
      for (const [place, button] of findAll(element, "[data-use]", HTMLButtonElement).entries())
        button.value = found.offers[place]?.name ?? "";
      this.boxes.set(id, { shown, element });
    }
    for (const button of findAll(this.boxes.get(id)?.element ?? this.form, "[data-use]", HTMLButtonElement)) {
      const control = this.control(button.value);
      button.textContent = control && this.isTaken(control) ? say("form.take-back-offer") : say("form.use-offer");
    }
  }

  /** Take the words of an offer, or take them back. @param {HTMLButtonElement} button */
  use(button) {
    const control = this.control(button.value);
    const offer = this.offers.find(([name]) => name === button.value)?.[1];
    if (!control || !offer) return;
    if (this.isTaken(control)) {
      this.taken.delete(control.name);
      control.value = "";
    } else {
      const { words } = wordsOf(offer);
      control.value = control instanceof HTMLInputElement ? listed(words.split("\n")) : words;
      this.taken.set(control.name, control.value);
    }
    control.dispatchEvent(new Event("input", { bubbles: true })); // it is saved, and can be undone, as what is typed
  }

  /** Whether a control still holds just what was taken. @param {Control} control */
  isTaken(control) {
    return Boolean(control.value) && this.taken.get(control.name) === control.value;
  }

  /** @param {string} name @returns {Control | null} */
  control(name) {
    const found = this.form.elements.namedItem(name);
    return found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement ? found : null;
  }
}

/**
 * What another document says, as it was agreed last, or else as its form has it. What began with the made-up example is
 * nobody's words.
 * @param {Offer} offer
 */
function wordsOf({ tool, title, parts }) {
  const agreed = read(`drafts.${tool}`)?.agreed?.at(-1);
  const found = agreed?.filled ?? read(`tool.${tool}`) ?? {};
  const answers = found[`${tool}.from-example`] ? {} : found;
  const lines = parts.map(({ name, before, options }) => {
    const words = (answers[name] ?? []).map((/** @type {string} */ text) => options[text] ?? text).join("\n");
    return words && before ? say("form.offered-part", { part: before, words }) : words;
  });
  const heading = agreed
    ? say("form.offer-agreed", { document: title, day: dateInWords(agreed.day) })
    : say("form.offer", { document: title });
  return { words: lines.filter(Boolean).join("\n"), heading };
}
