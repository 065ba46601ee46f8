/**
 * The map as it is drawn and moved: by dragging, by pressing a place, or by keys. It changes no data; it says what is
 * wanted, and draws what it is given. Where names go is worked out in Python and handed in as `live`.
 *
 * @typedef {{id: string, name: string, side: string, at_table: boolean, power: number, affected: number,
 *   person: number | null, placed: boolean, label: string}} Shown
 * @typedef {{id: string, from: string, to: string, formal: boolean, words: string}} Line
 * @typedef {{shift: [number, number], label: {lines: string[], x: number, y: number, anchor: string} | null}} Settled
 * @typedef {{marks: Record<string, Settled>, links: string[]}} Live
 * @typedef {{name: string, width: number, height: number, left: number, top: number, right: number, bottom: number,
 *   inset: number, scale: number, reach: number, bend: number}} Frame
 * @typedef {{g: SVGGElement, ring: Element, words: SVGTextElement, person: SVGGElement, x: number, y: number,
 *   drawn: string}} Mark
 * @typedef {{person: Shown, power: number, affected: number}} Held
 * @typedef {[number, number]} Point
 */
import { toMark } from "./state.js";

const SVG = "http://www.w3.org/2000/svg";
/** How far a pointer goes before a press is a drag. */
const DRAG = 4;
/** How far an arrow key moves; a tenth with the shift key. */
const STEP = 0.5;
/** @type {Record<string, Point>} affected and power */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** @param {number} value */
const short = (value) => Math.round(value * 10) / 10;
/** @param {Point} point */
const pair = ([x, y]) => `${short(x)},${short(y)}`;

export class Canvas extends EventTarget {
  /** @type {Map<string, Mark>} */
  marks = new Map();
  /** @type {Map<string, {path: Element, words: Element}>} */
  lines = new Map();
  /** @type {Shown[]} */
  people = [];
  /** @type {Line[]} */
  links = [];
  /** @type {Live | null} */
  live = null;
  /** @type {string | null} */
  selected = null;
  /** What keys have picked up. @type {Held | null} */
  held = null;
  /** What a pointer moves. @type {(Held & {at: PointerEvent, offset: Point, moved: boolean}) | null} */
  drag = null;
  waiting = 0;
  /** Whether the press that goes on began on a mark: its click is then none on the field, wherever it ends. */
  onMark = false;
  zoom = 1;
  locked = false;

  /**
   * @param {SVGSVGElement} svg  an empty map, as Python drew it
   * @param {Frame} frame
   * @param {(side: string) => SVGGElement} shape  a new mark of a side
   */
  constructor(svg, frame, shape) {
    super();
    this.svg = svg;
    this.frame = frame;
    this.shape = shape;
    this.layers = /** @type {Record<'trails' | 'links' | 'marks', SVGGElement>} */ ({});
    for (const name of /** @type {const} */ (["trails", "links", "marks"])) {
      const layer = document.createElementNS(SVG, "g");
      layer.classList.add(`layer-${name}`);
      svg.append(layer);
      this.layers[name] = layer;
    }
    svg.addEventListener("pointerdown", (event) => this.#pressed(event));
    svg.addEventListener("pointermove", (event) => this.#moved(event));
    svg.addEventListener("pointerup", (event) => this.#released(event));
    svg.addEventListener("pointercancel", () => this.#dropBack());
    svg.addEventListener("click", (event) => this.#placed(event));
    svg.addEventListener("keydown", (event) => this.#key(event));
    svg.addEventListener("focus", () => this.#focused());
    svg.addEventListener("blur", () => this.putDown());
  }

  get scale() {
    return this.frame.scale / this.zoom;
  }

  /** Where a mark stands. @param {number} power @param {number} affected @returns {Point} */
  point(power, affected) {
    const { left, right, top, bottom, inset } = this.frame;
    const x = left + inset + ((right - left - 2 * inset) * (affected - 1)) / 4;
    return [x, bottom - inset - ((bottom - top - 2 * inset) * (power - 1)) / 4];
  }

  /** The mark that stands at a point. @param {Point} point */
  marksAt([x, y]) {
    const { left, right, top, bottom, inset } = this.frame;
    const affected = 1 + (4 * (x - left - inset)) / (right - left - 2 * inset);
    const power = 1 + (4 * (bottom - inset - y)) / (bottom - top - 2 * inset);
    return { power: toMark(power), affected: toMark(affected) };
  }

  /** A point of the page in the map's own units. @param {MouseEvent} event @returns {Point} */
  inside(event) {
    const box = this.svg.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * this.frame.width) / box.width,
      ((event.clientY - box.top) * this.frame.height) / box.height,
    ];
  }

  /**
   * Draw all, changing only what is not as it was.
   * @param {Shown[]} people @param {Line[]} links @param {Live | null} live
   */
  draw(people, links, live) {
    this.people = people;
    this.links = links;
    this.live = live;
    const here = new Set(people.map(({ id }) => id));
    if (this.selected && !here.has(this.selected)) this.select(null);
    if (this.held && !here.has(this.held.person.id)) this.held = null;
    for (const [id, { g }] of this.marks) {
      if (here.has(id)) continue;
      g.remove();
      this.marks.delete(id);
    }
    people.forEach((person, index) => {
      const mark = this.marks.get(person.id) ?? this.#made(person);
      const moving = this.held?.person.id === person.id ? this.held : person;
      this.#update(mark, person, index, moving.power, moving.affected);
    });
    this.#drawLinks();
  }

  /** @param {Shown} person @returns {Mark} */
  #made(person) {
    const g = document.createElementNS(SVG, "g");
    g.dataset.id = person.id;
    g.classList.add("who");
    g.setAttribute("role", "img");
    g.id = `${this.svg.id}-${person.id}`;
    const hit = document.createElementNS(SVG, "circle");
    hit.classList.add("hit");
    hit.setAttribute("r", "22");
    const halo = document.createElementNS(SVG, "circle");
    halo.classList.add("halo");
    halo.setAttribute("r", "21");
    const reach = document.createElementNS(SVG, "g");
    const words = document.createElementNS(SVG, "text");
    const shape = this.shape(person.side);
    g.append(hit, halo, reach, shape, words);
    this.layers.marks.append(g);
    const ring = /** @type {Element} */ (shape.querySelector(".ring"));
    const mark = { g, ring, words, person: reach, x: 0, y: 0, drawn: "" };
    this.marks.set(person.id, mark);
    return mark;
  }

  /** @param {Mark} mark @param {Shown} person @param {number} index @param {number} power @param {number} affected */
  #update(mark, person, index, power, affected) {
    const settled = this.live?.marks[person.id] ?? null;
    const fresh = JSON.stringify([person, index, settled, power, affected, this.scale, this.selected === person.id]);
    if (fresh === mark.drawn) return;
    if (mark.g.dataset.side !== person.side) {
      if (mark.g.dataset.side) {
        const shape = this.shape(person.side);
        mark.ring.parentElement?.replaceWith(shape);
        mark.ring = /** @type {Element} */ (shape.querySelector(".ring"));
      }
      mark.g.dataset.side = person.side;
    }
    mark.drawn = fresh;
    mark.ring.toggleAttribute("hidden", !person.at_table);
    mark.g.setAttribute("aria-label", person.label);
    mark.g.classList.toggle("not-placed", !person.placed);
    mark.g.classList.toggle("chosen", this.selected === person.id);
    const [x, y] = this.point(power, affected);
    const [right, down] = settled?.shift ?? [0, 0];
    this.#put(mark, x + right * this.scale, y + down * this.scale);
    this.#reach(mark, person, affected);
    this.#name(mark, person, index, settled);
  }

  /** @param {Mark} mark @param {number} x @param {number} y */
  #put(mark, x, y) {
    mark.x = x;
    mark.y = y;
    const { scale } = this;
    mark.g.setAttribute("transform", `translate(${pair([x, y])})${scale === 1 ? "" : ` scale(${scale})`}`);
  }

  /** The power of the person, where it is not that of the role. @param {Mark} mark @param {Shown} person @param {number} affected */
  #reach(mark, person, affected) {
    mark.person.replaceChildren();
    if (person.person === null || person.person === person.power) return;
    const down = short((this.point(person.person, affected)[1] - mark.y) / this.scale);
    const path = document.createElementNS(SVG, "path");
    path.classList.add("person");
    path.setAttribute("d", `M0,0 V${down}`);
    const end = document.createElementNS(SVG, "circle");
    end.classList.add("person-mark");
    end.setAttribute("r", "5");
    end.setAttribute("cy", String(down));
    mark.person.append(path, end);
  }

  /** @param {Mark} mark @param {Shown} person @param {number} index @param {Settled | null} settled */
  #name({ words, x }, person, index, settled) {
    const leftwards = x > this.frame.width * 0.62;
    const beside = { lines: [person.name], x: leftwards ? -21 : 21, y: 5, anchor: leftwards ? "end" : "start" };
    const crowded = settled !== null && settled.label === null && this.selected !== person.id;
    const label = settled?.label ?? beside;
    words.setAttribute("class", crowded ? "number" : "name");
    words.setAttribute("text-anchor", crowded ? "middle" : label.anchor);
    words.setAttribute("y", String(crowded ? (person.side === "other" ? 8 : 4) : label.y));
    const lines = crowded ? [String(index + 1)] : label.lines;
    words.replaceChildren(
      ...lines.map((line, nth) => {
        const span = document.createElementNS(SVG, "tspan");
        span.setAttribute("x", String(crowded ? 0 : label.x));
        span.setAttribute("dy", nth ? "18.4" : "0");
        span.textContent = line;
        return span;
      }),
    );
  }

  #drawLinks() {
    const here = new Set(this.links.map(({ id }) => id));
    for (const [id, { path, words }] of this.lines) {
      if (here.has(id)) continue;
      path.remove();
      words.remove();
      this.lines.delete(id);
    }
    for (const link of this.links) {
      let line = this.lines.get(link.id);
      if (!line) {
        line = { path: document.createElementNS(SVG, "path"), words: document.createElementNS(SVG, "text") };
        line.words.setAttribute("class", "link-words");
        line.path.setAttribute("marker-end", `url(#${this.svg.id}-arrow)`);
        this.layers.links.append(line.path, line.words);
        this.lines.set(link.id, line);
      }
      line.path.setAttribute("class", link.formal ? "formal" : "informal");
      line.path.setAttribute("stroke-width", String(2.2 * this.scale));
      if (line.words.textContent !== link.words) line.words.textContent = link.words;
      line.words.setAttribute("font-size", String(12 * this.scale));
      line.words.toggleAttribute("hidden", !this.live?.links.includes(link.id));
      this.#bend(link);
    }
  }

  /** @param {Line} link */
  #bend(link) {
    const start = this.marks.get(link.from);
    const end = this.marks.get(link.to);
    const line = this.lines.get(link.id);
    if (!start || !end || !line) return;
    const { bend, reach } = this.frame;
    /** @type {Point} */
    const bow = [(start.x + end.x) / 2 - bend * (end.y - start.y), (start.y + end.y) / 2 + bend * (end.x - start.x)];
    const by = reach * this.scale;
    /** @param {Mark} mark @returns {Point} */
    const edge = (mark) => {
      const length = Math.hypot(bow[0] - mark.x, bow[1] - mark.y) || 1;
      return [mark.x + ((bow[0] - mark.x) * by) / length, mark.y + ((bow[1] - mark.y) * by) / length];
    };
    line.path.setAttribute("d", `M${pair(edge(start))} Q${pair(bow)} ${pair(edge(end))}`);
    line.words.setAttribute("x", String(short((start.x + end.x) / 4 + bow[0] / 2)));
    line.words.setAttribute("y", String(short((start.y + end.y) / 4 + bow[1] / 2 + 3.6 * this.scale)));
  }

  /** @param {string | null} id */
  select(id) {
    if (this.selected === id) return;
    for (const each of [this.selected, id]) {
      const mark = each && this.marks.get(each);
      if (mark) mark.g.classList.toggle("chosen", each === id);
    }
    this.selected = id;
    const chosen = id && this.marks.get(id);
    if (chosen) {
      this.layers.marks.append(chosen.g); // what is chosen lies on top
      this.svg.setAttribute("aria-activedescendant", chosen.g.id);
    } else this.svg.removeAttribute("aria-activedescendant");
    this.dispatchEvent(new CustomEvent("select", { detail: id }));
  }

  /** @param {PointerEvent} event */
  #pressed(event) {
    const target = event.target instanceof Element ? event.target.closest(".who") : null;
    this.onMark = Boolean(target);
    const person = target instanceof SVGGElement ? this.#person(target.dataset.id) : undefined;
    const mark = person && this.marks.get(person.id);
    if (!person || !mark || event.button !== 0 || this.locked) return;
    this.putDown();
    const [x, y] = this.inside(event);
    const offset = /** @type {Point} */ ([mark.x - x, mark.y - y]);
    this.drag = { person, power: person.power, affected: person.affected, at: event, offset, moved: false };
    this.svg.setPointerCapture(event.pointerId);
    this.select(person.id);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    const { drag } = this;
    if (!drag) return;
    if (!drag.moved && Math.hypot(event.clientX - drag.at.clientX, event.clientY - drag.at.clientY) < DRAG) return;
    if (!drag.moved) this.#lift(drag.person.id, true);
    drag.moved = true;
    drag.at = event;
    this.waiting ||= requestAnimationFrame(() => this.#follow());
  }

  /** The mark goes with the pointer, and its lines with the mark; nothing else is touched. */
  #follow() {
    this.waiting = 0;
    const { drag } = this;
    const mark = drag && this.marks.get(drag.person.id);
    if (!drag || !mark) return;
    const [x, y] = this.inside(drag.at); // asked once a frame: where things are is dear to know while they move
    const place = this.marksAt([x + drag.offset[0], y + drag.offset[1]]);
    this.#preview(drag, place);
  }

  /** @param {Held} held @param {{power: number, affected: number}} place */
  #preview(held, place) {
    Object.assign(held, place);
    const mark = this.marks.get(held.person.id);
    if (!mark) return;
    this.#put(mark, ...this.point(place.power, place.affected));
    mark.drawn = "";
    this.#reach(mark, { ...held.person, power: place.power }, place.affected);
    for (const link of this.links) {
      if (link.from === held.person.id || link.to === held.person.id) this.#bend(link);
    }
  }

  /** @param {PointerEvent} event */
  #released(event) {
    const { drag } = this;
    if (!drag) return;
    this.svg.releasePointerCapture(event.pointerId);
    if (drag.moved) {
      cancelAnimationFrame(this.waiting);
      this.#follow();
    }
    this.drag = null;
    this.#lift(drag.person.id, false);
    if (drag.moved) this.#tell(drag);
  }

  #dropBack() {
    const { drag } = this;
    this.drag = null;
    if (!drag) return;
    this.#lift(drag.person.id, false);
    this.#preview(drag, { power: drag.person.power, affected: drag.person.affected });
  }

  /** @param {string} id @param {boolean} lifted */
  #lift(id, lifted) {
    this.marks.get(id)?.g.classList.toggle("lifted", lifted);
    this.svg.classList.toggle("moving", lifted);
  }

  /** Someone is chosen, and a place is pressed. @param {MouseEvent} event */
  #placed(event) {
    const person = this.#person(this.selected ?? undefined);
    if (this.onMark || !person || this.locked) return;
    this.#tell({ person, ...this.marksAt(this.inside(event)) });
  }

  /** @param {Held} held */
  #tell({ person, power, affected }) {
    this.dispatchEvent(new CustomEvent("place", { detail: { id: person.id, power, affected } }));
  }

  #focused() {
    if (!this.selected && this.svg.matches(":focus-visible")) this.select(this.people[0]?.id ?? null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const person = this.#person(this.selected ?? undefined);
    const arrow = ARROWS[key];
    if (arrow && this.held) this.#nudge(arrow, event.shiftKey ? 0.1 : STEP);
    else if (arrow) this.select(this.#beside(arrow)?.id ?? this.selected);
    else if (key === "Home") this.select(this.people[0]?.id ?? null);
    else if (key === "End") this.select(this.people.at(-1)?.id ?? null);
    else if (key === "Enter" || key === " ") this.held ? this.putDown() : this.#pickUp(person);
    else if (key === "Escape") this.#putBack();
    else if (key === "Delete" && person && !this.locked) {
      this.dispatchEvent(new CustomEvent("remove", { detail: person.id }));
    } else return;
    event.preventDefault();
  }

  /** @param {Shown | undefined} person */
  #pickUp(person) {
    if (!person || this.locked) return;
    this.held = { person, power: person.power, affected: person.affected };
    this.#lift(person.id, true);
    this.dispatchEvent(new CustomEvent("hold", { detail: this.held }));
  }

  /** @param {Point} arrow @param {number} step */
  #nudge([right, up], step) {
    const { held } = this;
    if (!held) return;
    const place = { power: toMark(held.power + up * step), affected: toMark(held.affected + right * step) };
    this.#preview(held, place);
    this.dispatchEvent(new CustomEvent("nudge", { detail: { id: held.person.id, ...place } }));
  }

  /** Put down what keys picked up. */
  putDown() {
    const { held } = this;
    if (!held) return;
    this.held = null;
    this.#lift(held.person.id, false);
    this.#tell(held);
  }

  #putBack() {
    const { held } = this;
    if (!held) {
      this.select(null);
      return;
    }
    this.held = null;
    this.#lift(held.person.id, false);
    const { power, affected } = held.person;
    this.#preview(held, { power, affected });
    this.dispatchEvent(new CustomEvent("back", { detail: { id: held.person.id, power, affected } }));
  }

  /** Who stands nearest in a direction. @param {Point} arrow */
  #beside([right, up]) {
    const from = this.marks.get(this.selected ?? "");
    if (!from) return this.people[0];
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const person of this.people) {
      const mark = this.marks.get(person.id);
      if (!mark || mark === from) continue;
      const along = (mark.x - from.x) * right - (mark.y - from.y) * up;
      const aside = Math.abs((mark.x - from.x) * up) + Math.abs((mark.y - from.y) * right);
      if (along <= 0) continue;
      if (along + 2 * aside < least) [best, least] = [person, along + 2 * aside];
    }
    return best;
  }

  /** @param {string | undefined} id */
  #person(id) {
    return this.people.find((each) => each.id === id);
  }
}
