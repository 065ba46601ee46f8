import { ChoiceList } from "../shared/canvas/choice-list.js";
import { NameField } from "../shared/canvas/name-field.js";
import { Table } from "../shared/canvas/table.js";
import { Zoom } from "../shared/canvas/zoom.js";
import { picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";
import { Analysis } from "./analysis.js";
import { position } from "./announcements.js";
import { Canvas } from "./canvas.js";
import { Chosen } from "./chosen.js";
import { placeOf } from "./edits.js";
import { Finder } from "./finder.js";
import { Head } from "./head.js";
import { measures, toMark } from "./measures.js";
import { NewLink } from "./new-link.js";
import { chosenIn, Suggestions, setChosen } from "./suggestions.js";
import { Tray } from "./tray.js";

/**
 * @typedef {import('./drawing.js').Line} Line
 * @typedef {import('./drawing.js').Shown} Shown
 * @typedef {import('./announcements.js').Announcements} Announcements
 * @typedef {import('./state.js').Spot} Spot
 * @typedef {import('./state.js').Stakeholder} Stakeholder
 * @typedef {import('./state.js').State} State
 * @typedef {{move: (moved: {id: string} & Spot) => void, remove: (id: string) => void,
 *   describe: (id: string, key: string, value: any) => void,
 *   changeLink: (id: string, key: string, value: any) => void,
 *   changeMany: (ids: string[], what: string) => void,
 *   addLink: (from: string, kind: string, to: string) => boolean}} Wishes  what to do when the reader wants the map changed
 */

/** Below this width, the map is drawn for a phone. */
const NARROW = 600;
/** The view in which the copies of all sides lie over each other. */
const OVER = "over";

/** Everything that the page shows of the map, and how the reader looks at it. It changes no data. */
export class View {
  /** Who places: all together (""), a side, or `OVER`. */
  chosenView = "";
  /** The phase that is held against this one, as the reader chose it; `undefined` is the one before. @type {string | undefined} */
  chosenPhase = undefined;
  /** Whoever of the tray is put where the map is pressed next. @type {string | null} */
  waiting = null;
  /** Whether the group has a map of its own, while the example is shown. */
  hasOwn = false;
  frameName = "";
  /** @type {Canvas | null} */
  canvas = null;

  /** @param {HTMLElement} widget @param {State} state @param {Announcements} announcements @param {Wishes} wishes */
  constructor(widget, state, announcements, wishes) {
    this.widget = widget;
    this.state = state;
    this.announcements = announcements;
    this.wishes = wishes;
    this.stage = find(widget, "[data-stage]", HTMLElement);
    this.head = new Head(widget);
    this.chosen = new Chosen(widget);
    this.analysis = new Analysis(widget, () => this.canvas?.moving || this.drawCanvas());
    this.people = this.#table("people", "person-row", wishes.describe);
    this.links = this.#table("links", "link-row", wishes.changeLink);
    this.finder = new Finder(widget, { look: () => this.draw(), act: wishes.changeMany });
    this.choices = new ChoiceList(widget);
    this.nameField = new NameField(widget, {
      rename: (id, name) => name !== state.nameOf(id) && wishes.describe(id, "name", name),
      done: () => this.canvas?.svg.focus(),
    });
    this.newLink = new NewLink(widget, state, wishes.addLink);
    this.suggestions = new Suggestions(
      widget,
      (field) => this.#choicesFor(field),
      (field, id) => {
        const row = field.closest("tr")?.dataset.id;
        if (row) wishes.changeLink(row, field.dataset.key ?? "", id);
      },
    );
    this.tray = new Tray(widget, (side) => this.#picture(side), {
      choose: (id) => this.#takeUp(id),
      drop: (id, event) => this.#drop(id, event),
      byKeys: (id) => {
        wishes.move({ id, power: measures.middle, affected: measures.middle });
        this.canvas?.pickUp(id);
      },
    });
    this.zoom = new Zoom(widget, {
      picture: () => this.canvas?.svg,
      chosen: () => this.canvas?.drawing.marks.get(this.canvas.chosen ?? "")?.g,
      settled: () => this.#drawAtItsSize(),
    });
  }

  /** Draw, and follow the width of the page. */
  start() {
    new ResizeObserver(() => this.#chooseFrame()).observe(this.stage);
    this.#chooseFrame();
  }

  /** Whom a field of a link may name: everyone but who is at its other end. @param {HTMLInputElement} field */
  #choicesFor(field) {
    const ends = findAll(field.closest("tr, form") ?? this.widget, "[role=combobox]", HTMLInputElement);
    const others = ends.filter((each) => each !== field).map(chosenIn);
    return this.state.everyone.filter(({ id }) => !others.includes(id));
  }

  /** @param {string} place @param {string} row @param {(id: string, key: string, value: any) => void} change */
  #table(place, row, change) {
    return new Table(this.#template(row), find(this.widget, `[data-${place}]`, HTMLElement), change, {
      name: (what, name) => say("power-map.of-row", { what, name }),
      pick: (name) => say("power-map.pick", { name }),
      number: toMark,
      show: setChosen,
    });
  }

  /** @param {string} name */
  #template(name) {
    return find(this.widget, `template[data-${name}]`, HTMLTemplateElement);
  }

  /** Choose the drawing that fits the width there is, and draw on it. */
  #chooseFrame() {
    const name = this.stage.clientWidth < NARROW ? "narrow" : "wide";
    if (name === this.frameName || !this.stage.clientWidth) return;
    this.frameName = name;
    const template = find(this.widget, `template[data-frame="${name}"]`, HTMLTemplateElement);
    const svg = find(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "svg", SVGSVGElement);
    this.stage.replaceChildren(svg);
    const canvas = new Canvas(svg, JSON.parse(template.dataset.numbers ?? ""), (side) => this.#shape(side));
    canvas.drawing.chosen = this.canvas?.chosen ?? null;
    this.canvas = canvas;
    svg.style.setProperty("--ratio", String(canvas.drawing.frame.width / canvas.drawing.frame.height));
    /** @param {string} type @param {(detail: any) => void} act */
    const on = (type, act) => canvas.addEventListener(type, (event) => act(/** @type {CustomEvent} */ (event).detail));
    on("choose", (id) => {
      if (id) this.waiting = null;
      this.newLink.suggest(id ?? "");
      this.choices.close();
      this.#drawChosen();
      this.#drawTray();
    });
    on("press", (id) => this.#openStack(id));
    on("name", (id) => this.nameOn(id));
    on("linking", (id) => this.#showLinking(id));
    on("link", ({ from, to }) => this.#askWhichLink(from, to));
    on("ground", (spot) => this.waiting && this.wishes.move({ id: this.waiting, ...spot }));
    on("place", (moved) => this.wishes.move(moved));
    on("remove", (id) => this.wishes.remove(id));
    on("nudge", (moved) => this.announcePlace(moved));
    on("put-back", (moved) => this.announcements.tell(say("power-map.put-back", this.#placeInWords(moved))));
    on("hold", (id) => this.announcements.tell(say("power-map.held", { name: this.state.nameOf(id) })));
    this.zoom.to(this.zoom.times);
  }

  /** @param {string} side */
  #shape(side) {
    const { content } = find(this.widget, `template[data-mark="${side}"]`, HTMLTemplateElement);
    return /** @type {SVGGElement} */ (find(content, "svg > g", SVGGElement).cloneNode(true));
  }

  /** A side's mark as a picture of its own. @param {string} side */
  #picture(side) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = this.#shape(side);
    for (const extra of shape.querySelectorAll(".ring, .badge, .badge-number")) extra.remove();
    svg.setAttribute("viewBox", "-12 -12 24 24");
    svg.setAttribute("class", "side-mark");
    svg.setAttribute("aria-hidden", "true");
    svg.append(shape);
    return svg;
  }

  /** Those who stand where someone stands, if there are several. @param {string} id */
  #openStack(id) {
    const stack = this.canvas?.drawing.stacks.get(id);
    const mark = this.canvas?.drawing.marks.get(id);
    if (!stack || !mark) return;
    this.choices.show(
      say("power-map.here", { count: stack.ids.length }),
      stack.ids.map((each) => ({ id: each, name: this.state.nameOf(each) })),
      this.#isAbove(mark.g),
      (each) => {
        this.canvas?.choose(each);
        this.canvas?.svg.focus();
      },
    );
  }

  /** Whether a mark is in the upper half of what is seen of the map. @param {Element} mark */
  #isAbove(mark) {
    const box = this.stage.getBoundingClientRect();
    return mark.getBoundingClientRect().top < box.top + box.height / 2;
  }

  /** Name someone where they stand. @param {string} id */
  nameOn(id) {
    const mark = this.canvas?.drawing.marks.get(id);
    const hit = mark?.g.querySelector(".hit");
    if (hit) this.nameField.show(id, this.state.nameOf(id), hit);
  }

  /** Say that the next mark is the end of a link, for as long as that is so. @param {string | null} from */
  #showLinking(from) {
    const line = find(this.widget, "[data-linking]", HTMLElement);
    line.hidden = from === null;
    line.textContent = from === null ? "" : say("power-map.linking", { name: this.state.nameOf(from) });
    if (from !== null) this.announcements.tell(line.textContent);
  }

  /** @param {string} from @param {string} to */
  #askWhichLink(from, to) {
    const mark = this.canvas?.drawing.marks.get(to);
    const names = { from: this.state.nameOf(from), to: this.state.nameOf(to) };
    const kinds = [...this.#linkKinds.values()].map(({ value, text }) => ({ id: value, name: text }));
    this.choices.show(say("power-map.which-link", names), kinds, Boolean(mark && this.#isAbove(mark.g)), (kind) => {
      this.wishes.addLink(from, kind, to);
      this.canvas?.svg.focus();
    });
    this.choices.focus();
  }

  /** Whoever of the tray was pressed goes where the map is pressed next. @param {string} id */
  #takeUp(id) {
    this.canvas?.choose(null);
    this.waiting = this.waiting === id ? null : id;
    this.#drawTray();
    if (this.waiting) this.announcements.tell(say("power-map.taken-up", { name: this.state.nameOf(id) }));
  }

  /** @param {string} id @param {PointerEvent} event */
  #drop(id, event) {
    const { canvas, stage } = this;
    const { left, right, top, bottom } = stage.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (!canvas || x < left || x > right || y < top || y > bottom) return;
    this.wishes.move({ id, ...canvas.spotUnder(event) });
    canvas.choose(id);
  }

  #drawTray() {
    const waiting = this.chosenView ? [] : this.state.waiting;
    if (!waiting.some(({ id }) => id === this.waiting)) this.waiting = null;
    this.tray.draw(waiting, this.waiting);
  }

  /** Whether the copies of all sides lie over each other. */
  get over() {
    return this.chosenView === OVER;
  }

  /** The side whose copy is shown; empty for the map itself. */
  get side() {
    return this.over ? "" : this.chosenView;
  }

  /** The phase that this one is held against; "" for none. */
  get comparedPhase() {
    const { map, phase } = this.state;
    const before = this.chosenPhase ?? map.phases[map.phases.indexOf(phase) - 1]?.id ?? "";
    return before === phase.id || !map.phases.some(({ id }) => id === before) ? "" : before;
  }

  /** Where someone stands on the map that is shown. @param {string} id */
  place(id) {
    return placeOf(this.state.phase, this.side, id);
  }

  draw() {
    const { chosenView, comparedPhase, hasOwn } = this;
    this.#drawTables();
    this.drawCanvas();
    this.#drawTray();
    this.head.draw(this.state, { view: chosenView, comparedPhase, hasOwn });
    this.#drawChosen();
    this.analysis.askSoon(() => this.#question);
  }

  drawCanvas() {
    const { canvas, state, over } = this;
    if (!canvas) return;
    const { answer } = this.analysis;
    const { stakeholders } = state;
    canvas.locked = over;
    const shown = over ? [] : stakeholders.map((who) => this.#shown(who));
    canvas.draw(shown, over ? [] : this.#shownLinks(), answer?.live ?? null);
    const { trails } = canvas.drawing.layers;
    trails.replaceChildren();
    const svg = over ? answer?.over : this.side ? "" : answer?.trails;
    if (svg) trails.append(...picture(`<svg xmlns="http://www.w3.org/2000/svg">${svg}</svg>`).children);
    canvas.svg.setAttribute("aria-label", say("power-map.canvas", { count: stakeholders.length }));
  }

  /** @param {Stakeholder} who @returns {Shown} */
  #shown({ id, name, side }) {
    const { power, affected, person, at_table, placed } = this.place(id);
    return { id, name, side, power, affected, person, at_table, placed, faded: !this.finder.found.has(id) };
  }

  /** The kinds of links, as they can be chosen. @returns {Map<string, HTMLOptionElement>} */
  get #linkKinds() {
    const kinds = find(this.#template("link-row").content, "[data-key=kind]", HTMLSelectElement);
    return new Map([...kinds.options].map((option) => [option.value, option]));
  }

  /** @returns {Line[]} */
  #shownLinks() {
    const { links, places } = this.state.phase;
    const kinds = this.#linkKinds;
    const drawn = links.filter(({ from, to }) => from in places && to in places);
    return drawn.map((link) => {
      const option = kinds.get(link.kind);
      return { ...link, formal: option?.hasAttribute("data-formal") ?? false, words: option?.text ?? "" };
    });
  }

  #drawTables() {
    const { everyone, map, phase } = this.state;
    const others = map.phases.filter(({ id }) => id !== phase.id);
    const all = everyone.map((who, index) => ({
      ...(phase.waiting[who.id] ?? this.place(who.id)),
      ...who,
      number: index + 1,
    }));
    const fitting = this.finder.among(all, others);
    this.people.draw(fitting.map((each) => ({ ...each, picked: this.finder.picked.has(each.id) })));
    const names = new Map(everyone.map(({ id, name }) => [id, name]));
    const kinds = this.#linkKinds;
    this.links.draw(
      phase.links.map((link, index) => {
        const [from = "", to = ""] = [names.get(link.from), names.get(link.to)];
        const brief = () => say("power-map.link-shown", { from, what: kinds.get(link.kind)?.text ?? "", to });
        return { ...link, name: String(index + 1), names: { from, to }, brief };
      }),
    );
  }

  #drawChosen() {
    const who = this.state.stakeholders.find(({ id }) => id === this.canvas?.chosen);
    this.chosen.draw(who ? { ...this.place(who.id), ...who } : null);
  }

  /** What to ask of the map as it stands. */
  get #question() {
    const { state, over, frameName, zoom, side, comparedPhase } = this;
    const look = { frame: frameName, zoom: zoom.times, side, apart: over };
    return {
      request: { map: state.map, phase: state.phase.id, before: comparedPhase, ...look },
      isEmpty: state.everyone.length === 0,
      comparesPhases: comparedPhase !== "",
      comparesSides: this.chosenView !== "",
    };
  }

  #drawAtItsSize() {
    if (this.canvas) this.canvas.drawing.zoom = this.zoom.times;
    this.analysis.forget();
    this.draw();
  }

  /** The next press on the map is the place of whoever is chosen. */
  placeNext() {
    const { canvas } = this;
    if (!canvas?.chosen) return;
    canvas.placesNext = true;
    this.announcements.tell(say("power-map.taken-up", { name: this.state.nameOf(canvas.chosen) }));
  }

  /** @param {string} id */
  showPhase(id) {
    this.chosenPhase = undefined;
    this.state.showPhase(id);
    this.announcements.tell(say("power-map.phase-shown", { name: this.state.phase.name }));
  }

  /** @param {string} view */
  show(view) {
    this.chosenView = view;
    this.analysis.forget();
    this.canvas?.choose(null);
  }

  /** @param {{id: string} & Spot} moved */
  announcePlace(moved) {
    this.announcements.tell(say("power-map.placed", this.#placeInWords(moved)));
  }

  /** @param {{id: string} & Spot} moved */
  #placeInWords({ id, ...spot }) {
    return { name: this.state.nameOf(id), position: position(spot) };
  }

  /** @param {string} id */
  announceLink(id) {
    const link = this.#shownLinks().find((each) => each.id === id);
    if (!link) return;
    const [from, to] = [this.state.nameOf(link.from), this.state.nameOf(link.to)];
    this.announcements.tell(say("power-map.link-shown", { from, what: link.words, to }));
  }
}
