import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";

/**
 * @typedef {import('./import.js').FileContent} FileContent
 * @typedef {import('./messages.js').Messages} Messages
 */

/** What is in a file that was opened, before anything of it is taken in. */
export class FilePreview {
  /** @type {FileContent | null} */
  content = null;

  /** @param {HTMLElement} widget @param {Messages} messages */
  constructor(widget, messages) {
    this.element = find(widget, "[data-preview]", HTMLElement);
    this.widget = widget;
    this.input = find(widget, "[data-file-input]", HTMLInputElement);
    this.messages = messages;
  }

  /** @param {FileContent} content */
  show(content) {
    const { rows = [], problems = [], map } = content;
    this.content = content;
    const data = {
      rows: rows.map(({ row, stakeholder, place }) => ({
        row,
        name: stakeholder.name,
        position: this.messages.position(place),
      })),
      map,
      problems,
      count: this.messages.count(map ? map.stakeholders.length : rows.length),
      problem_count:
        problems.length === 1
          ? this.messages.text("one-problem")
          : this.messages.text("many-problems", { count: problems.length }),
    };
    this.element.replaceChildren(fillOwn(this.widget, "preview", data));
    this.element.hidden = false;
    this.element.focus();
  }

  close() {
    this.content = null;
    this.element.hidden = true;
    this.element.replaceChildren();
    this.input.focus();
  }
}
