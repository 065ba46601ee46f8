import { find } from "../find.js";
import { Pinch } from "./pinch.js";

/** @typedef {[number, number]} Part  how far right and down something is, as parts of a whole width and height */

const ZOOMS = [1, 1.5, 2, 3, 4];
const MOST = 4;

/** How large a canvas is shown: by buttons, or by two fingers on its stage, `[data-stage]`. `[data-zoom]` says it. */
export class Zoom {
  times = 1;

  /**
   * @param {HTMLElement} widget
   * @param {{picture: () => SVGSVGElement | undefined, chosen: () => Element | undefined, settled: () => void}} asked
   *   for the picture that is shown, if there is one; for what is chosen on it, which stays where it is; and what to do
   *   once the size stands
   */
  constructor(widget, asked) {
    this.asked = asked;
    this.stage = find(widget, "[data-stage]", HTMLElement);
    this.words = find(widget, "[data-zoom]", HTMLElement);
    let before = { times: 1, part: this.#partAt({ x: 0, y: 0 }) };
    new Pinch(this.stage, {
      begin: (middle) => {
        before = { times: this.times, part: this.#partAt(middle) };
      },
      change: (times, middle) => this.#stretch(before.times * times, middle, before.part),
      end: () => this.to(this.times),
    });
  }

  /** Draw anew at another size, about what is chosen. @param {number} times */
  to(times) {
    const { asked, stage } = this;
    const chosen = times === this.times ? undefined : asked.chosen();
    const { left, top, width, height } = (chosen ?? stage).getBoundingClientRect();
    this.#stretch(times, { x: left + width / 2, y: top + height / 2 });
    if (asked.picture()) asked.settled();
  }

  larger() {
    this.to(ZOOMS.find((each) => each > this.times) ?? this.times);
  }

  smaller() {
    this.to(ZOOMS.findLast((each) => each < this.times) ?? this.times);
  }

  /**
   * How far right and down on the picture a place of the screen is.
   * @param {import('./pinch.js').Middle} place @returns {Part}
   */
  #partAt({ x, y }) {
    const picture = this.asked.picture();
    if (!picture) return [0, 0];
    const { left, top, width, height } = picture.getBoundingClientRect();
    return [(x - left) / width, (y - top) / height];
  }

  /**
   * Show the picture as it is drawn, but larger or smaller, with one part of it at a place of the screen: as a rule the
   * part that stands there now. Two fingers keep the one that they began with, though it may not come to them until the
   * picture is large enough to be scrolled.
   * @param {number} times @param {import('./pinch.js').Middle} place @param {Part} part
   */
  #stretch(times, { x, y }, [right, down] = this.#partAt({ x, y })) {
    this.times = Math.min(MOST, Math.max(1, times));
    this.words.textContent = `${Math.round(this.times * 100)}%`;
    const { stage } = this;
    const picture = this.asked.picture();
    if (!picture) return;
    picture.style.setProperty("--zoom", String(this.times));
    const after = picture.getBoundingClientRect();
    stage.scrollLeft += after.left + right * after.width - x;
    stage.scrollTop += after.top + down * after.height - y;
  }
}
