import { find } from "../shared/find.js";

/** The sentences of the page, by name; and the line where they are told to those who don't see what happened. */
export class Messages {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.line = find(widget, "[data-announcement]", HTMLElement);
  }

  /** A sentence with its places filled. @param {string} name @param {Record<string, string | number>} [data] */
  text(name, data = {}) {
    const sentence = find(this.widget, `[data-message="${name}"]`, HTMLElement).textContent ?? "";
    return sentence.replace(/\{(\w+)\}/g, (_, key) => String(data[key]));
  }

  /** So many stakeholders, in words. @param {number} count */
  count(count) {
    return count === 1 ? this.text("one") : this.text("many", { count });
  }

  /** Where someone stands, in words. @param {{power: number, affected: number}} spot */
  position({ power, affected }) {
    return this.text("position", { power, affected });
  }

  /** @param {string} name @param {Record<string, string | number>} [data] */
  announce(name, data) {
    this.line.textContent = this.text(name, data);
  }
}
