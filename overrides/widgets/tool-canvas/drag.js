import { scrollAtEdge } from "../shared/canvas/edge-scroll.js";

/**
 * @typedef {import('./board.js').Slot} Slot
 * @typedef {{clientX: number, clientY: number}} Place  a place on the screen
 * @typedef {{link: string | undefined, slot: Slot | undefined}} Target  the mark that a link would end at, or the slot
 *   that the mark would be put into
 */

const SVG = "http://www.w3.org/2000/svg";
/** How far a pointer goes before a press is a drag. */
const LEAST = 8;

/** A mark that is dragged: a line shows where a link would end; where there are slots, the mark goes along. */
export class Drag {
  /** @type {SVGLineElement | null} */
  line = null;
  /** @type {SVGRectElement | null} */
  ground = null;
  moved = false;
  frame = 0;

  /**
   * @param {SVGSVGElement} svg @param {string} id @param {SVGGElement} card @param {Place} at  where the pointer came down
   * @param {{goesAlong: boolean, target: (at: Place) => Target}} asked  whether the mark itself goes along; and what it
   *   would come to
   */
  constructor(svg, id, card, at, asked) {
    this.svg = svg;
    this.id = id;
    this.card = card;
    this.asked = asked;
    this.start = at;
    this.at = at;
    this.from = inside(svg, at);
  }

  /** @param {Place} at */
  to(at) {
    this.at = at;
    this.moved ||= Math.hypot(at.clientX - this.start.clientX, at.clientY - this.start.clientY) >= LEAST;
    if (this.moved) this.frame ||= requestAnimationFrame(() => this.#follow());
  }

  /** Where the pointer is near the edge, the picture scrolls on under it: so this goes on until the pointer is lifted. */
  #follow() {
    this.frame = requestAnimationFrame(() => this.#follow());
    const { svg, card, asked, at, from } = this;
    if (svg.parentElement) scrollAtEdge(svg.parentElement, at);
    card.classList.add("dragged");
    const { link, slot } = asked.target(at);
    const [x, y] = inside(svg, at);
    if (asked.goesAlong) {
      card.style.setProperty("--along", `${x - from[0]}px`);
      card.style.setProperty("--down", `${y - from[1]}px`);
    }
    this.#showLine(link !== undefined || !asked.goesAlong ? [x, y] : from);
    this.#showSlot(slot);
  }

  /** @param {[number, number]} to */
  #showLine([x2, y2]) {
    const [x1, y1] = this.from;
    this.line ??= added(this.svg, "line", "tool-canvas__dragged");
    set(this.line, { x1, y1, x2, y2 });
  }

  /** @param {Slot | undefined} slot */
  #showSlot(slot) {
    this.ground ??= added(this.svg, "rect", "tool-canvas__slot");
    const [left, top, right, bottom] = slot?.box ?? [0, 0, 0, 0];
    set(this.ground, { x: left, y: top, width: right - left, height: bottom - top });
  }

  /** Show it no longer. @returns {Target | null} what it came to; null where it was a press */
  end() {
    cancelAnimationFrame(this.frame);
    const target = this.moved ? this.asked.target(this.at) : null;
    this.card.classList.remove("dragged");
    this.line?.remove();
    this.ground?.remove();
    return target;
  }
}

/** A place of the screen in a picture's own units. @param {SVGSVGElement} svg @param {Place} at @returns {[number, number]} */
export function inside(svg, { clientX, clientY }) {
  const box = svg.getBoundingClientRect();
  const { width, height } = svg.viewBox.baseVal;
  return [((clientX - box.left) * width) / box.width, ((clientY - box.top) * height) / box.height];
}

/**
 * @template {"line" | "rect"} Name
 * @param {SVGSVGElement} svg @param {Name} name @param {string} look @returns {SVGElementTagNameMap[Name]}
 */
function added(svg, name, look) {
  const element = /** @type {SVGElementTagNameMap[Name]} */ (document.createElementNS(SVG, name));
  element.setAttribute("class", look);
  svg.append(element);
  return element;
}

/** @param {SVGElement} element @param {Record<string, number>} places */
function set(element, places) {
  for (const [name, value] of Object.entries(places)) element.setAttribute(name, String(value));
}
