import { fillOwn, picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { ask } from "../shared/python.js";

/** In a window below this width, the picture is drawn for a phone. */
const NARROW = 700;

/** What sides drew, laid over each other: the differences in sentences first, then one picture of all. */
export class OverlayView {
  /** How often Python was asked: only the latest answer counts. */
  requests = 0;

  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-overlay]", HTMLElement);
  }

  /**
   * Show it, or nothing where the document is none that is drawn.
   * @param {boolean} canvas  whether it is drawn @param {any} form  its fields
   * @param {Record<string, import('./drafts.js').Draft>} drafts
   */
  async show(canvas, form, drafts) {
    this.requests += 1;
    const { requests } = this;
    this.element.hidden = true;
    if (!canvas || Object.keys(drafts).length < 2) return;
    const sides = Object.fromEntries(Object.entries(drafts).map(([side, { filled }]) => [side, filled]));
    const size = innerWidth < NARROW ? "narrow" : "wide";
    const told = await ask({ call: "overlay", form, sides, size, id: "overlay" });
    if (requests !== this.requests) return;
    this.element.replaceChildren(fillOwn(this.widget, "overlay", told));
    find(this.element, "[data-overlay-picture]", HTMLElement).replaceChildren(picture(told.picture));
    this.element.hidden = false;
  }
}
