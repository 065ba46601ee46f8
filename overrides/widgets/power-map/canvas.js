/**
 * The map as it is moved: by dragging, by pressing a place, or by keys. It changes no data; it says what is wanted.
 *
 * Events, each with a `detail`: `choose` with an id or null; `place`, `nudge` and `put-back` with an id and a spot; `hold`,
 * `press`, `name` and `remove` with an id; `ground` with the spot that was pressed while nobody was chosen; `linking` with
 * the id from which a link is drawn, or null; `link` with both ends.
 *
 * @typedef {import('./drawing.js').Shown} Shown
 * @typedef {import('./drawing.js').Line} Line
 * @typedef {import('./drawing.js').Live} Live
 * @typedef {import('./drawing.js').Frame} Frame
 * @typedef {import('./drawing.js').Point} Point
 * @typedef {import('./state.js').Spot} Spot
 * @typedef {{who: Shown, spot: Spot}} Held  someone who is moved, and where they are now
 */
import { ARROWS, chosenByKey } from "../shared/canvas/by-keys.js";
import { Linking } from "../shared/canvas/linking.js";
import { Drawing, HIT } from "./drawing.js";
import { measures, toMark } from "./measures.js";

/** How far a pointer goes before a press is a drag; and a finger, which never keeps quite still. */
const DRAG = 4;
const FINGER_DRAG = 8;
/** How far from a mark's middle a finger may come down, on the screen: no target is smaller than 44 dots. */
const FINGER = 22;
/** How far an arrow key moves, and with the shift key. */
const STEP = 0.5;
const SMALL_STEP = 0.1;

export class Canvas extends EventTarget {
  /** What keys have picked up. @type {Held | null} */
  held = null;
  /** What a pointer moves. @type {(Held & {at: PointerEvent, offset: Point, moved: boolean}) | null} */
  drag = null;
  /** The frame in which the mark follows the pointer next. */
  frame = 0;
  /** Whether the press that goes on began on a mark: its click is then none on the field, wherever it ends. */
  onMark = false;
  /** Whether nobody can be moved now. */
  locked = false;
  /** Whether the next press on empty ground puts whoever is chosen there. As a rule it lets them go. */
  placesNext = false;

  /**
   * @param {SVGSVGElement} svg  an empty map, as Python drew it
   * @param {Frame} frame
   * @param {(side: string) => SVGGElement} shape  a new mark of a side
   */
  constructor(svg, frame, shape) {
    super();
    this.svg = svg;
    this.drawing = new Drawing(svg, frame, shape);
    this.linking = new Linking(svg, {
      drawing: (from) => this.#emit("linking", from),
      link: (from, to) => this.#emit("link", { from, to }),
    });
    svg.addEventListener("pointerdown", (event) => this.#onPointerDown(event));
    svg.addEventListener("pointermove", (event) => this.#onPointerMove(event));
    svg.addEventListener("pointerup", (event) => this.#onPointerUp(event));
    svg.addEventListener("pointercancel", () => this.#cancelDrag());
    // What `touch-action` says counts for the whole map, and a page has to scroll by its empty ground. So it is said by
    // the finger: one that holds a mark scrolls nothing, and neither do two.
    for (const type of /** @type {const} */ (["touchstart", "touchmove"])) {
      svg.addEventListener(type, (event) => this.#onTouch(event), { passive: false });
    }
    svg.addEventListener("click", (event) => this.#onClick(event));
    svg.addEventListener("dblclick", () => this.onMark && this.chosen && this.#emit("name", this.chosen));
    svg.addEventListener("keydown", (event) => this.#onKey(event));
    svg.addEventListener("focus", () => this.#onFocus());
    svg.addEventListener("blur", () => this.putDown());
  }

  /** The id of who is chosen. */
  get chosen() {
    return this.drawing.chosen;
  }

  /** Whether someone is moved just now. */
  get moving() {
    return Boolean(this.drag || this.held);
  }

  /** @param {Shown[]} stakeholders @param {Line[]} links @param {Live | null} live */
  draw(stakeholders, links, live) {
    const here = new Set(stakeholders.map(({ id }) => id));
    if (this.chosen && !here.has(this.chosen)) this.choose(null);
    if (this.held && !here.has(this.held.who.id)) this.held = null;
    this.drawing.draw(stakeholders, links, live, this.held && { id: this.held.who.id, spot: this.held.spot });
  }

  /** @param {string | null} id */
  choose(id) {
    if (this.chosen === id) return;
    this.placesNext = false;
    this.drawing.choose(id);
    this.#emit("choose", id);
  }

  /** Put down what keys picked up. */
  putDown() {
    const { held } = this;
    if (!held) return;
    this.held = null;
    this.drawing.lift(held.who.id, false);
    this.#place(held);
  }

  /** @param {string} type @param {any} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {Held} held */
  #place({ who, spot }) {
    this.#emit("place", { id: who.id, ...spot });
  }

  /** @param {string | null | undefined} id */
  #stakeholder(id) {
    return this.drawing.stakeholders.find((each) => each.id === id);
  }

  /** @param {Held} held @param {Spot} spot */
  #preview(held, spot) {
    held.spot = spot;
    this.drawing.preview(held.who, spot);
  }

  /** @param {TouchEvent} event */
  #onTouch(event) {
    if (event.touches.length > 1) this.#cancelDrag();
    if ((this.drag || event.touches.length > 1) && event.cancelable) event.preventDefault();
  }

  /**
   * Whose mark is pressed: of several within reach the nearest, whichever of them lies on top. A name is its mark's too.
   * @param {PointerEvent} event
   * @returns {Shown | undefined}
   */
  #whoAt(event) {
    const { drawing } = this;
    const point = drawing.inside(event);
    const dot = drawing.frame.width / this.svg.getBoundingClientRect().width;
    const reach = Math.max(HIT * drawing.scale, event.pointerType === "touch" ? FINGER * dot : 0);
    const { who, distance } = drawing.nearestTo(point);
    const target = event.target instanceof Element ? event.target : null;
    const named = this.#stakeholder(target?.closest("text")?.closest(".who")?.getAttribute("data-id"));
    if (named && distance > measures.reach * drawing.scale) return named;
    return distance <= reach ? who : undefined;
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (!event.isPrimary) return;
    const who = this.#whoAt(event);
    this.onMark = Boolean(who);
    if (this.linking.from !== null && event.button === 0) {
      this.onMark = true; // this press places nobody
      this.linking.end(who?.id);
      return;
    }
    const mark = who && this.drawing.marks.get(who.id);
    if (!who || !mark || event.button !== 0 || this.locked) return;
    this.putDown();
    const [x, y] = this.drawing.inside(event);
    const offset = /** @type {Point} */ ([mark.x - x, mark.y - y]);
    this.drag = { who, spot: placeOf(who), at: event, offset, moved: false };
    this.svg.setPointerCapture(event.pointerId);
    this.choose(who.id);
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    const { drag } = this;
    if (!drag) return;
    const least = event.pointerType === "touch" ? FINGER_DRAG : DRAG;
    if (!drag.moved && Math.hypot(event.clientX - drag.at.clientX, event.clientY - drag.at.clientY) < least) return;
    if (!drag.moved) this.drawing.lift(drag.who.id, true);
    drag.moved = true;
    drag.at = event;
    this.frame ||= requestAnimationFrame(() => this.#follow());
  }

  /** The mark goes with the pointer. */
  #follow() {
    this.frame = 0;
    const { drag } = this;
    if (!drag) return;
    const [x, y] = this.drawing.inside(drag.at); // asked once a frame: where things are is dear to know while they move
    this.#preview(drag, this.drawing.spotAt([x + drag.offset[0], y + drag.offset[1]]));
  }

  /** @param {PointerEvent} event */
  #onPointerUp(event) {
    const { drag } = this;
    if (!drag) return;
    this.svg.releasePointerCapture(event.pointerId);
    if (drag.moved) {
      cancelAnimationFrame(this.frame);
      this.#follow();
    }
    this.drag = null;
    this.drawing.lift(drag.who.id, false);
    if (drag.moved) this.#place(drag);
    else this.#emit("press", drag.who.id);
  }

  #cancelDrag() {
    const { drag } = this;
    this.drag = null;
    if (!drag) return;
    this.drawing.lift(drag.who.id, false);
    this.#preview(drag, placeOf(drag.who));
  }

  /** Empty ground is pressed. @param {MouseEvent} event */
  #onClick(event) {
    if (this.onMark || this.locked) return;
    const who = this.#stakeholder(this.chosen);
    const spot = this.spotUnder(event);
    const places = this.placesNext;
    this.placesNext = false;
    if (who && places) this.#place({ who, spot });
    else if (who) this.choose(null);
    else this.#emit("ground", spot);
  }

  /** The spot of the map under a pointer. @param {MouseEvent} event @returns {Spot} */
  spotUnder(event) {
    return this.drawing.spotAt(this.drawing.inside(event));
  }

  /** Pick up someone by keys, who were put on the map just now. @param {string} id */
  pickUp(id) {
    this.choose(id);
    this.svg.focus();
    this.#pickUp(this.#stakeholder(id));
  }

  #onFocus() {
    if (!this.chosen && this.svg.matches(":focus-visible")) this.choose(this.drawing.stakeholders[0]?.id ?? null);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const who = this.#stakeholder(this.chosen);
    const arrow = ARROWS[key];
    const chosen = this.held ? undefined : chosenByKey(key, this.drawing.standing, this.chosen);
    if (arrow && this.held) this.#nudge(this.held, arrow, event.shiftKey ? SMALL_STEP : STEP);
    else if (chosen !== undefined) this.choose(chosen);
    else if (key === "Enter" && this.linking.from !== null) this.linking.end(this.chosen ?? undefined);
    else if (key === "Escape" && this.linking.from !== null) this.linking.end(undefined);
    else if (key === "l" && who && !this.held) this.startLink(who.id);
    else if (key === "F2" && who && !this.held) this.#emit("name", who.id);
    else if (key === "Enter" || key === " ") this.held ? this.putDown() : this.#pickUp(who);
    else if (key === "Escape") this.#putBack();
    else if (key === "Delete" && who && !this.locked) this.#emit("remove", who.id);
    else return;
    event.preventDefault();
  }

  /** Draw a link from someone. @param {string} id */
  startLink(id) {
    if (!this.locked) this.linking.start(id);
  }

  /** @param {Shown | undefined} who */
  #pickUp(who) {
    if (!who || this.locked) return;
    this.held = { who, spot: placeOf(who) };
    this.drawing.lift(who.id, true);
    this.#emit("hold", who.id);
  }

  /** @param {Held} held @param {Point} arrow @param {number} step */
  #nudge(held, [right, up], step) {
    const { power, affected } = held.spot;
    const spot = { power: toMark(power + up * step), affected: toMark(affected + right * step) };
    this.#preview(held, spot);
    this.#emit("nudge", { id: held.who.id, ...spot });
  }

  /** Put back what keys picked up; where they picked up nothing, nobody is chosen any more. */
  #putBack() {
    const { held } = this;
    if (!held) {
      this.choose(null);
      return;
    }
    this.held = null;
    this.drawing.lift(held.who.id, false);
    const spot = placeOf(held.who);
    this.#preview(held, spot);
    this.#emit("put-back", { id: held.who.id, ...spot });
  }
}

/** @param {Shown} who @returns {Spot} */
const placeOf = ({ power, affected }) => ({ power, affected });
