/**
 * The map as it is drawn: marks with their names, and the links between them. It changes no data, and draws what it is
 * given. Where names go is worked out in Python and handed in as `live`.
 *
 * @typedef {{id: string, name: string, side: string, at_table: boolean, power: number, affected: number,
 *   person: number | null, placed: boolean, faded: boolean}} Shown
 * @typedef {{id: string, from: string, to: string, formal: boolean, words: string}} Line
 * @typedef {{lines: string[], x: number, y: number, anchor: string}} Label
 * @typedef {{labels: Record<string, Label | null>, links: string[]}} Live  by the first of each stack, and by link
 * @typedef {{ids: string[], top: string, sides: string[], at_table: boolean, words: string}} Stack  those at one place: who lies on top, and
 *   what stands beside the mark until Python says where
 * @typedef {{name: string, width: number, height: number, left: number, top: number, right: number, bottom: number,
 *   inset: number, scale: number}} Frame
 * @typedef {{g: SVGGElement, shape: SVGGElement, behind: SVGGElement, words: SVGTextElement, person: SVGGElement,
 *   x: number, y: number, drawn: string}} Mark
 * @typedef {import('./state.js').Spot} Spot
 * @typedef {[number, number]} Point
 */
import { say } from "../shared/words.js";
import { position } from "./announcements.js";
import { measures, toMark } from "./measures.js";

const SVG = "http://www.w3.org/2000/svg";
/** How far around its middle a mark can be pressed, and how far its halo goes. */
export const HIT = 22;
const HALO = 21;
/** The order of the sides at one place: residents first. */
const SIDES = ["resident", "organisation", "other"];
/** From here on, as a part of the map's width, a name whose place is not known yet stands to the left. */
const LEFTWARDS = 0.62;

/** @param {number} value */
const short = (value) => Math.round(value * 10) / 10;
/** @param {Point} point */
const pair = ([x, y]) => `${short(x)},${short(y)}`;

/** A new part of the picture. @template {keyof SVGElementTagNameMap} T @param {T} name @param {Record<string, string | number>} attributes */
function part(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

export class Drawing {
  /** @type {Map<string, Mark>} */
  marks = new Map();
  /** @type {Map<string, {path: Element, words: Element, drawn: string}>} */
  lines = new Map();
  /** @type {Shown[]} */
  stakeholders = [];
  /** @type {Line[]} */
  links = [];
  /** @type {Live | null} */
  live = null;
  /** Those who stand at one place, by the id of each. @type {Map<string, Stack>} */
  stacks = new Map();
  /** The id of who is chosen. @type {string | null} */
  chosen = null;
  /** The id of who is moved. @type {string | null} */
  lifted = null;
  zoom = 1;

  /**
   * @param {SVGSVGElement} svg  an empty map, as Python drew it
   * @param {Frame} frame
   * @param {(side: string) => SVGGElement} shape  a new mark of a side
   */
  constructor(svg, frame, shape) {
    this.svg = svg;
    this.frame = frame;
    this.shape = shape;
    this.layers = /** @type {Record<'trails' | 'links' | 'marks', SVGGElement>} */ ({});
    for (const name of /** @type {const} */ (["trails", "links", "marks"])) {
      const layer = part("g", { class: `layer-${name}` });
      svg.append(layer);
      this.layers[name] = layer;
    }
  }

  get scale() {
    return this.frame.scale / this.zoom;
  }

  /** Where a mark stands. @param {Spot} spot @returns {Point} */
  point({ power, affected }) {
    const { left, right, top, bottom, inset } = this.frame;
    const { least, most } = measures;
    const x = left + inset + ((right - left - 2 * inset) * (affected - least)) / (most - least);
    return [x, bottom - inset - ((bottom - top - 2 * inset) * (power - least)) / (most - least)];
  }

  /** The mark that stands at a point. @param {Point} point @returns {Spot} */
  spotAt([x, y]) {
    const { left, right, top, bottom, inset } = this.frame;
    const { least, most } = measures;
    const affected = least + ((most - least) * (x - left - inset)) / (right - left - 2 * inset);
    const power = least + ((most - least) * (bottom - inset - y)) / (bottom - top - 2 * inset);
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
   * @param {Shown[]} stakeholders @param {Line[]} links @param {Live | null} live
   * @param {{id: string, spot: Spot} | null} held  who stands elsewhere for now
   */
  draw(stakeholders, links, live, held) {
    this.stakeholders = stakeholders;
    this.links = links;
    this.live = live;
    const here = new Set(stakeholders.map(({ id }) => id));
    for (const [id, { g }] of this.marks) {
      if (here.has(id)) continue;
      g.remove();
      this.marks.delete(id);
    }
    this.stacks = stacked(stakeholders, this.lifted ?? held?.id ?? null, this.chosen);
    stakeholders.forEach((who, index) => {
      const mark = this.marks.get(who.id) ?? this.#newMark(who);
      this.#update(mark, who, index, held?.id === who.id ? held.spot : who);
    });
    this.#drawLinks();
  }

  /** @param {Shown} who @returns {Mark} */
  #newMark(who) {
    const g = part("g", { class: "who", role: "img", id: `${this.svg.id}-${who.id}` });
    g.dataset.id = who.id;
    const person = part("g");
    const behind = part("g");
    const words = part("text");
    const shape = this.shape(who.side);
    g.append(
      part("circle", { class: "hit", r: HIT }),
      part("circle", { class: "halo", r: HALO }),
      person,
      shape,
      words,
    );
    this.layers.marks.append(g);
    const mark = { g, shape, behind, words, person, x: 0, y: 0, drawn: "" };
    this.marks.set(who.id, mark);
    return mark;
  }

  /** @param {Mark} mark @param {Shown} who @param {number} index @param {Spot} spot */
  #update(mark, who, index, spot) {
    const { power, affected } = spot;
    const stack = this.stacks.get(who.id);
    const first = stack?.ids[0] ?? who.id;
    const settled = this.live?.labels[first];
    const isChosen = this.chosen === who.id;
    const told = this.live !== null; // what is not told yet looks like nothing in JSON
    const fresh = JSON.stringify([who, index, told, settled, stack, power, affected, this.scale, isChosen]);
    if (fresh === mark.drawn) return;
    mark.drawn = fresh;
    if (mark.g.dataset.side !== who.side) {
      const shape = this.shape(who.side);
      mark.shape.replaceWith(shape);
      mark.shape = shape;
      mark.g.dataset.side = who.side;
    }
    mark.g.setAttribute("aria-label", labelOf(who));
    mark.g.classList.toggle("not-placed", !who.placed || who.faded);
    mark.g.classList.toggle("chosen", isChosen);
    mark.g.classList.toggle("under", stack !== undefined && stack.top !== who.id);
    this.#put(mark, this.point(spot));
    this.#drawShape(mark, who, stack);
    this.#drawPerson(mark, who, affected);
    // One of several who is chosen is named alone.
    const alone = isChosen && first !== who.id;
    this.#drawName(mark, alone ? undefined : settled, {
      side: who.side,
      words: stack && !isChosen ? stack.words : who.name,
      number: this.stakeholders.findIndex(({ id }) => id === first) + 1,
      isChosen,
    });
  }

  /** The mark itself: with its ring, the other sides behind it, and how many there are. @param {Mark} mark @param {Shown} who @param {Stack | undefined} stack */
  #drawShape({ shape, behind }, who, stack) {
    const ring = shape.querySelector(".ring");
    ring?.toggleAttribute("hidden", !(stack?.at_table ?? who.at_table));
    for (const each of shape.querySelectorAll(".badge, .badge-number")) each.toggleAttribute("hidden", !stack);
    const number = shape.querySelector(".badge-number");
    if (number) number.textContent = stack ? String(stack.ids.length) : "";
    const others = stack?.sides.filter((side) => side !== who.side) ?? [];
    behind.replaceChildren(...others.map((side, nth) => this.#behind(side, nth + 1)).reverse());
    ring?.after(behind);
  }

  /** @param {string} side @param {number} step  how far behind */
  #behind(side, step) {
    const by = measures.behind * step;
    const other = part("g", { class: "behind", transform: `translate(${by},${-by}) scale(0.8)` });
    const drawn = this.shape(side);
    for (const extra of drawn.querySelectorAll(".ring, .badge, .badge-number")) extra.remove();
    other.append(drawn);
    return other;
  }

  /** @param {Mark} mark @param {Point} point */
  #put(mark, [x, y]) {
    mark.x = x;
    mark.y = y;
    const { scale } = this;
    mark.g.setAttribute("transform", `translate(${pair([x, y])})${scale === 1 ? "" : ` scale(${scale})`}`);
  }

  /** The power of the person, where it is not that of the role. @param {Mark} mark @param {Shown} who @param {number} affected */
  #drawPerson(mark, who, affected) {
    mark.person.replaceChildren();
    if (who.person === null || who.person === who.power) return;
    const down = short((this.point({ power: who.person, affected })[1] - mark.y) / this.scale);
    mark.person.append(
      part("path", { class: "person", d: `M0,0 V${down}` }),
      part("circle", { class: "person-mark", r: measures.person, cy: down }),
    );
  }

  /**
   * @param {Mark} mark
   * @param {Label | null | undefined} settled  where Python found room; null: nowhere. Undefined: it did not say yet
   * @param {{side: string, words: string, number: number, isChosen: boolean}} who
   */
  #drawName({ words, x }, settled, who) {
    const { beside, up, line, number_down } = measures;
    const leftwards = x > this.frame.width * LEFTWARDS;
    const usual = { lines: [who.words], x: leftwards ? -beside : beside, y: up, anchor: leftwards ? "end" : "start" };
    const crowded = settled === null && !who.isChosen;
    const label = settled ?? usual;
    words.setAttribute("class", crowded ? "number" : "name");
    words.setAttribute("text-anchor", crowded ? "middle" : label.anchor);
    words.setAttribute("y", String(crowded ? number_down[who.side] : label.y));
    const lines = crowded ? [String(who.number)] : label.lines;
    words.replaceChildren(
      ...lines.map((text, nth) => {
        const span = part("tspan", { x: crowded ? 0 : label.x, dy: nth ? short(line) : 0 });
        span.textContent = text;
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
    const roomy = new Set(this.live?.links);
    for (const link of this.links) this.#updateLine(link, roomy.has(link.id));
  }

  /** @param {Line} link @param {boolean} room  whether there is room for its words */
  #updateLine(link, room) {
    const line = this.lines.get(link.id) ?? this.#newLine(link);
    const start = this.marks.get(link.from);
    const end = this.marks.get(link.to);
    // A browser styles a line anew whenever one of its attributes is written, even with what it was.
    const fresh = JSON.stringify([link, room, this.scale, start?.x, start?.y, end?.x, end?.y]);
    if (fresh === line.drawn) return;
    line.drawn = fresh;
    line.path.setAttribute("class", link.formal ? "formal" : "informal");
    line.path.setAttribute("stroke-width", String(measures.link * this.scale));
    if (line.words.textContent !== link.words) line.words.textContent = link.words;
    line.words.setAttribute("font-size", String(measures.link_words * this.scale));
    line.words.toggleAttribute("hidden", !room);
    this.#bend(link);
  }

  /** @param {Line} link */
  #newLine(link) {
    const path = part("path", { "marker-end": `url(#${this.svg.id}-arrow)` });
    const words = part("text", { class: "link-words" });
    this.layers.links.append(path, words);
    const line = { path, words, drawn: "" };
    this.lines.set(link.id, line);
    return line;
  }

  /** @param {Line} link */
  #bend(link) {
    const start = this.marks.get(link.from);
    const end = this.marks.get(link.to);
    const line = this.lines.get(link.id);
    if (!start || !end || !line) return;
    const { bend, reach, link_words, link_down } = measures;
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
    const down = link_down * link_words * this.scale;
    line.words.setAttribute("y", String(short((start.y + end.y) / 4 + bow[1] / 2 + down)));
  }

  /** Put a mark elsewhere for now, and its links with it; nothing else is touched. @param {Shown} who @param {Spot} spot */
  preview(who, spot) {
    const mark = this.marks.get(who.id);
    if (!mark) return;
    this.#put(mark, this.point(spot));
    mark.drawn = "";
    mark.g.classList.remove("under");
    this.#drawShape(mark, who, undefined);
    this.#drawPerson(mark, { ...who, power: spot.power }, spot.affected);
    for (const link of this.links) {
      if (link.from !== who.id && link.to !== who.id) continue;
      this.#bend(link);
      const line = this.lines.get(link.id);
      if (line) line.drawn = "";
    }
  }

  /** Show who is chosen: they lie on top. @param {string | null} id */
  choose(id) {
    this.chosen = id;
    const chosen = id && this.marks.get(id);
    if (chosen) {
      this.layers.marks.append(chosen.g);
      this.svg.setAttribute("aria-activedescendant", chosen.g.id);
    } else this.svg.removeAttribute("aria-activedescendant");
    this.draw(this.stakeholders, this.links, this.live, null);
  }

  /** Show that someone is moved: those who stood at the same place stay. @param {string} id @param {boolean} lifted */
  lift(id, lifted) {
    this.lifted = lifted ? id : null;
    this.stacks = stacked(this.stakeholders, this.lifted, this.chosen);
    this.stakeholders.forEach((who, index) => {
      const mark = this.marks.get(who.id);
      if (mark && who.id !== id) this.#update(mark, who, index, who);
    });
    this.marks.get(id)?.g.classList.toggle("lifted", lifted);
    this.svg.classList.toggle("moving", lifted);
  }

  /** Whose mark is nearest to a point of the map, and how far it is. @param {Point} point @returns {{who: Shown | undefined, distance: number}} */
  nearestTo([x, y]) {
    let who;
    let distance = Number.POSITIVE_INFINITY;
    for (const each of this.stakeholders) {
      const mark = this.marks.get(each.id);
      const far = mark ? Math.hypot(mark.x - x, mark.y - y) : Number.POSITIVE_INFINITY;
      if (far < distance) [who, distance] = [each, far];
    }
    const top = this.stacks.get(who?.id ?? "")?.top;
    return { who: top ? this.stakeholders.find(({ id }) => id === top) : who, distance };
  }

  /** All marks in order, and where they stand. @returns {import('../shared/canvas/by-keys.js').Standing[]} */
  get standing() {
    return this.stakeholders.flatMap(({ id }) => {
      const mark = this.marks.get(id);
      return mark ? [{ id, x: mark.x, y: mark.y }] : [];
    });
  }
}

/** What is read out of a mark. @param {Shown} who */
function labelOf({ name, power, affected, at_table, placed }) {
  if (!placed) return say("power-map.label-unplaced", { name });
  const known = { name, position: position({ power, affected }) };
  return at_table ? say("power-map.label-seated", known) : say("power-map.label-unseated", known);
}

/**
 * Those who stand at one place, residents first: by the id of each who does not stand alone.
 * @param {Shown[]} stakeholders
 * @param {string | null} held  who stands elsewhere for now
 * @param {string | null} chosen
 * @returns {Map<string, Stack>}
 */
function stacked(stakeholders, held, chosen) {
  /** @type {Map<string, Shown[]>} */
  const places = new Map();
  for (const who of stakeholders) {
    if (who.id === held) continue;
    const key = `${who.power} ${who.affected}`;
    places.set(key, [...(places.get(key) ?? []), who]);
  }
  /** @type {Map<string, Stack>} */
  const found = new Map();
  for (const people of places.values()) {
    if (people.length === 1) continue;
    const inOrder = people.toSorted((one, other) => SIDES.indexOf(one.side) - SIDES.indexOf(other.side));
    const ids = inOrder.map(({ id }) => id);
    const top = ids.find((id) => id === chosen) ?? ids[0] ?? "";
    const sides = SIDES.filter((side) => people.some((who) => who.side === side));
    const words = say("power-map.stack", { name: inOrder[0]?.name ?? "", count: people.length - 1 });
    for (const id of ids) found.set(id, { ids, top, sides, at_table: people.some((who) => who.at_table), words });
  }
  return found;
}
