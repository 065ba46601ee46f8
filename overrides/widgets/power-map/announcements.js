import { find } from "../shared/find.js";
import { say } from "../shared/words.js";
import { measures } from "./measures.js";

/** Where someone stands, in words. @param {{power: number, affected: number}} spot */
export const position = ({ power, affected }) => say("power-map.position", { power, affected, most: measures.most });

/** The line where what happened is told to those who don't see it. */
export class Announcements {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.line = find(widget, "[data-announcement]", HTMLElement);
  }

  /** @param {string} sentence */
  tell(sentence) {
    this.line.textContent = sentence;
  }
}
