import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { position } from "./announcements.js";

/** Who is chosen on the map, with buttons that move them. */
export class Chosen {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.element = find(widget, "[data-chosen]", HTMLElement);
    this.hint = find(widget, "[data-nobody]", HTMLElement);
    this.widget = widget;
  }

  /** @param {{id: string, name: string, power: number, affected: number, at_table: boolean} | null} who */
  draw(who) {
    this.hint.hidden = Boolean(who);
    this.element.hidden = !who;
    if (!who) {
      this.element.replaceChildren();
      return;
    }
    if (this.element.dataset.id !== who.id || !this.element.firstElementChild) {
      this.element.dataset.id = who.id;
      this.element.replaceChildren(fillOwn(this.widget, "chosen"));
    }
    find(this.element, "h2", HTMLElement).textContent = who.name;
    find(this.element, "[data-position]", HTMLElement).textContent = position(who);
    find(this.element, "[data-seat]", HTMLInputElement).checked = who.at_table;
  }
}
