import { find } from "../shared/find.js";

/** @typedef {{id: string, link: string, sentence: string}} Stop  a mark, the link by which it is reached, and what is said of it */

/** A way through the picture that is followed step by step. */
export class Follow {
  /** @type {Stop[]} */
  stops = [];
  /** The place on the way; -1 while nothing is followed. */
  at = -1;

  /** @param {HTMLElement} widget @param {string} nothing  what is said where there is no way @param {(stop: Stop) => void} show */
  constructor(widget, nothing, show) {
    this.nothing = nothing;
    this.show = show;
    this.road = find(widget, "[data-road]", HTMLElement);
    this.words = find(widget, "[data-stop]", HTMLElement);
    this.back = find(widget, "[data-do=back]", HTMLButtonElement);
    this.next = find(widget, "[data-do=next]", HTMLButtonElement);
  }

  /** @param {string} road  the whole way in words @param {Stop[]} stops */
  draw(road, stops) {
    this.stops = stops;
    this.road.textContent = stops.length ? road : this.nothing;
    this.at = Math.min(this.at, stops.length - 1);
    this.#tell();
  }

  /** Go on, or back. @param {number} by */
  step(by) {
    this.at = Math.max(0, Math.min(this.stops.length - 1, this.at + by));
    this.#tell();
  }

  #tell() {
    const stop = this.stops[this.at];
    this.words.textContent = stop?.sentence ?? "";
    this.back.setAttribute("aria-disabled", String(this.at <= 0));
    this.next.setAttribute("aria-disabled", String(this.at >= this.stops.length - 1));
    if (stop) this.show(stop);
  }
}
