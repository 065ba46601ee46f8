import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { say } from "../shared/words.js";
import { position } from "./announcements.js";

/**
 * @typedef {import('./import.js').FileContent} FileContent
 */

/** Where someone of a list stands. @param {import('./state.js').Waiting} place */
const whereabouts = ({ power, affected }) =>
  power === null || affected === null ? say("power-map.beside") : position({ power, affected });

/** What is in a file that was opened, before anything of it is taken in. */
export class FilePreview {
  /** @type {FileContent | null} */
  content = null;

  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.element = find(widget, "[data-preview]", HTMLElement);
    this.widget = widget;
    this.input = find(widget, "[data-file-input]", HTMLInputElement);
  }

  /** @param {FileContent} content */
  show(content) {
    const { rows = [], problems = [], map } = content;
    this.content = content;
    const data = {
      rows: rows.map(({ row, stakeholder, place }) => ({
        row,
        name: stakeholder.name,
        position: whereabouts(place),
      })),
      map,
      problems,
      count: map
        ? say("power-map.on-map-in-file", { count: map.stakeholders.length })
        : say("power-map.in-list", { count: rows.length }),
      problem_count: say("power-map.to-look-at", { count: problems.length }),
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
