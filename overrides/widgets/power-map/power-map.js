import { fill, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { startWhenIdle } from "../shared/python.js";
import { read, write } from "../shared/store.js";
import { Canvas } from "./canvas.js";
import { askMap, draw, open, saveCopy, saveDots, saveList, savePicture, takeIn } from "./files.js";
import { freshId, middle, State, takeOff, toMark } from "./state.js";
import { Table } from "./table.js";

/**
 * @typedef {import('./state.js').Kept} Kept
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {import('./state.js').Stakeholder} Stakeholder
 * @typedef {import('./state.js').Phase} Phase
 * @typedef {import('./canvas.js').Shown} Shown
 * @typedef {import('./canvas.js').Frame} Frame
 */

const PART = "power-map";
/** Below this width, the map is drawn for a phone. */
const NARROW = 600;
const ZOOMS = [1, 1.5, 2, 3, 4];
/** How long to wait for the next change before Python is asked about this one. */
const PAUSE_MS = 60;
const MOST_PHASES = 12;
/** How far a button moves a mark. @type {Record<string, [number, number]>} power and affected */
const MOVES = { up: [0.5, 0], down: [-0.5, 0], right: [0, 0.5], left: [0, -0.5] };

/** The power map: drawn, typed and pressed, always the same data. */
class PowerMapElement extends HTMLElement {
  live = find(this, "[data-live]", HTMLElement);
  stage = find(this, "[data-stage]", HTMLElement);
  chosen = find(this, "[data-chosen]", HTMLElement);
  preview = find(this, "[data-preview]", HTMLElement);
  /** Who places: all together (""), a side, or 'over' to see the copies of all. */
  view = "";
  /** The phase that is held against this one; `undefined` is the one before. @type {string | undefined} */
  since = undefined;
  zoom = 1;
  /** What Python said of the map as it stands. @type {any} */
  told = null;
  asked = 0;
  timer = 0;
  isExample = false;
  /** A file that was opened, and is not taken in yet. @type {any} */
  opened = null;
  /** @type {Canvas | null} */
  canvas = null;
  frameName = "";

  connectedCallback() {
    const state = new State(this.#kept());
    this.state = state;
    this.people = new Table(this.#template("person-row"), find(this, "[data-people]", HTMLElement), (id, key, value) =>
      this.#typed(id, key, value),
    );
    this.links = new Table(this.#template("link-row"), find(this, "[data-links]", HTMLElement), (id, key, value) =>
      this.#linkTyped(id, key, value),
    );
    this.live.hidden = false;
    find(this, "[data-first]", HTMLElement).hidden = true;
    find(this, "[data-blank]", HTMLElement).classList.add("print-only");
    state.addEventListener("change", () => {
      this.isExample = false;
      this.#keep();
      this.#draw();
    });
    this.addEventListener("click", (event) => this.#pressed(event));
    this.addEventListener("change", (event) => this.#chose(event));
    this.addEventListener("keydown", (event) => this.#shortcut(event));
    addEventListener("pagehide", () => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    addEventListener("afterprint", () => this.#afterPrint());
    new ResizeObserver(() => this.#frame()).observe(this.stage);
    this.#frame();
    startWhenIdle();
  }

  /** What is kept on this device, or the example. @returns {Kept} */
  #kept() {
    const kept = read(PART);
    if (kept?.map?.phases?.length) return kept;
    this.isExample = true;
    return JSON.parse(find(this, "script[data-example]", HTMLScriptElement).textContent ?? "");
  }

  /** @param {string} name */
  #template(name) {
    return find(this, `template[data-${name}]`, HTMLTemplateElement);
  }

  /** Words of the page, with what belongs into them. @param {string} name @param {Record<string, string | number>} [data] */
  words(name, data = {}) {
    const said = find(this, `[data-word="${name}"]`, HTMLElement).textContent ?? "";
    return said.replace(/\{(\w+)\}/g, (_, key) => String(data[key]));
  }

  /** Say the result of what was done to those who don't see it. @param {string} name @param {Record<string, string | number>} [data] */
  say(name, data) {
    find(this, "[data-said]", HTMLElement).textContent = this.words(name, data);
  }

  #keep() {
    const saved = find(this, "[data-saved]", HTMLElement);
    try {
      write(PART, this.#now.kept);
      saved.textContent = this.words("saved");
    } catch {
      saved.textContent = "";
      this.#trouble("refused", {});
    }
  }

  /** @param {'failed' | 'refused'} kind @param {Record<string, string>} data */
  #trouble(kind, data) {
    const trouble = find(this, "[data-trouble]", HTMLElement);
    trouble.replaceChildren(fill(this.#template(`${kind}-template`), data));
    trouble.hidden = false;
    if (kind === "failed") trouble.scrollIntoView({ block: "nearest" });
  }

  /** Choose the drawing that fits the width there is, and draw on it. */
  #frame() {
    const name = this.stage.clientWidth < NARROW ? "narrow" : "wide";
    if (name === this.frameName || !this.stage.clientWidth) return;
    this.frameName = name;
    const template = find(this, `template[data-frame="${name}"]`, HTMLTemplateElement);
    const svg = find(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "svg", SVGSVGElement);
    this.stage.replaceChildren(svg);
    const canvas = new Canvas(svg, JSON.parse(template.dataset.numbers ?? ""), (side) => this.#shape(side));
    canvas.addEventListener("select", () => this.#drawChosen());
    canvas.addEventListener("place", (event) => this.#place(/** @type {CustomEvent} */ (event).detail));
    canvas.addEventListener("remove", (event) => this.#remove(/** @type {CustomEvent} */ (event).detail));
    canvas.addEventListener("nudge", (event) => this.#sayPlace("placed", /** @type {CustomEvent} */ (event).detail));
    canvas.addEventListener("back", (event) => this.#sayPlace("back", /** @type {CustomEvent} */ (event).detail));
    canvas.addEventListener("hold", (event) =>
      this.say("held", { name: /** @type {CustomEvent} */ (event).detail.person.name }),
    );
    canvas.selected = this.canvas?.selected ?? null;
    this.canvas = canvas;
    this.told = null;
    this.#zoomTo(this.zoom);
    this.#draw();
  }

  /** @param {string} side */
  #shape(side) {
    const { content } = find(this, `template[data-mark="${side}"]`, HTMLTemplateElement);
    return /** @type {SVGGElement} */ (find(content, "svg > g", SVGGElement).cloneNode(true));
  }

  /** Where someone stands on the map that is shown. @param {string} id */
  #spot(id) {
    const { phase } = this.#now;
    const place = phase.places[id] ?? middle();
    const own = this.#side ? phase.views[this.#side]?.[id] : undefined;
    return { ...place, ...own, placed: !this.#side || Boolean(own) };
  }

  /** The side whose copy is shown. */
  get #side() {
    return this.view === "over" ? "" : this.view;
  }

  get #now() {
    if (!this.state) throw new Error("The map is not connected.");
    return this.state;
  }

  /** The phase that this one is held against; "" for none. */
  get #before() {
    const { map, phase } = this.#now;
    const place = map.phases.indexOf(phase);
    const before = this.since ?? map.phases[place - 1]?.id ?? "";
    return before === phase.id || !map.phases.some(({ id }) => id === before) ? "" : before;
  }

  /** Everything that the page shows of the map. */
  #draw() {
    this.#drawCanvas();
    this.#drawHead();
    this.#drawTables();
    this.#drawChosen();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#look(), PAUSE_MS);
  }

  #drawCanvas() {
    const { canvas } = this;
    if (!canvas) return;
    const { people, phase } = this.#now;
    const over = this.view === "over";
    canvas.locked = over;
    const shown = over ? [] : people.map((who) => this.#shown(who));
    const kinds = find(this.#template("link-row").content, "[data-key=kind]", HTMLSelectElement);
    const links = over
      ? []
      : phase.links.map((link) => {
          const option = [...kinds.options].find(({ value }) => value === link.kind);
          return { ...link, formal: option?.hasAttribute("data-formal") ?? false, words: option?.text ?? "" };
        });
    canvas.draw(shown, links, this.told?.live ?? null);
    canvas.layers.trails.replaceChildren();
    const drawn = over ? this.told?.over : this.#side ? "" : this.told?.trails;
    if (drawn)
      canvas.layers.trails.append(...picture(`<svg xmlns="http://www.w3.org/2000/svg">${drawn}</svg>`).children);
    canvas.svg.setAttribute("aria-label", this.words("canvas", { count: this.#count(people.length) }));
  }

  /** @param {Stakeholder} who @returns {Shown} */
  #shown(who) {
    const spot = this.#spot(who.id);
    const seat = this.words(spot.at_table ? "seated" : "unseated");
    const data = { name: who.name, power: spot.power, affected: spot.affected, seat };
    const label = this.words(spot.placed ? "label" : "label-unplaced", data);
    const { power, affected, person, at_table, placed } = spot;
    return { id: who.id, name: who.name, side: who.side, power, affected, person, at_table, placed, label };
  }

  /** @param {number} count */
  #count(count) {
    return count === 1 ? this.words("one") : this.words("many", { count });
  }

  #drawHead() {
    const { map, phase, past, future } = this.#now;
    for (const input of findAll(this, "[data-map]", HTMLInputElement)) {
      const value = input.dataset.map === "title" ? map.title : map.decision;
      if (input.value !== value) input.value = value;
    }
    fillChoice(
      find(this, "[data-phase]", HTMLSelectElement),
      phase.id,
      map.phases.map(({ id, name }) => [id, name]),
    );
    find(this, "[data-phase-name]", HTMLInputElement).value = phase.name;
    const others = map.phases.filter(({ id }) => id !== phase.id);
    fillChoice(find(this, "[data-before]", HTMLSelectElement), this.#before, [
      ["", this.words("no-phase")],
      ...others.map(({ id, name }) => /** @type {[string, string]} */ ([id, name])),
    ]);
    find(this, "[data-view]", HTMLSelectElement).value = this.view;
    // A button that is out of use keeps its place in the order of tab stops, so that nobody is thrown off it.
    find(this, "[data-do=undo]", HTMLButtonElement).setAttribute("aria-disabled", String(!past.length));
    find(this, "[data-do=redo]", HTMLButtonElement).setAttribute("aria-disabled", String(!future.length));
    find(this, "[data-example-note]", HTMLElement).hidden = !this.isExample;
    const absent = map.stakeholders.filter(({ id }) => !(id in phase.places));
    find(this, "[data-put-back]", HTMLElement).hidden = !absent.length;
    fillChoice(find(this, "[data-absent]", HTMLSelectElement), "", [
      ["", this.words("choose")],
      ...absent.map(({ id, name }) => /** @type {[string, string]} */ ([id, name])),
    ]);
  }

  #drawTables() {
    const { people, phase } = this.#now;
    this.people?.draw(people.map((who) => ({ ...this.#spot(who.id), ...who })));
    const names = people.map(({ id, name }) => /** @type {[string, string]} */ ([id, name]));
    const links = phase.links.map((link, index) => ({ ...link, name: String(index + 1) }));
    this.links?.draw(links, { from: names, to: names });
  }

  /** Who is chosen, with buttons that move them. */
  #drawChosen() {
    const id = this.canvas?.selected;
    const who = id ? this.#now.named(id) : undefined;
    find(this, "[data-nobody]", HTMLElement).hidden = Boolean(who);
    this.chosen.hidden = !who;
    if (!who) {
      this.chosen.replaceChildren();
      return;
    }
    const spot = this.#spot(who.id);
    const said = this.words("placed", { name: who.name, power: spot.power, affected: spot.affected });
    if (this.chosen.dataset.id !== who.id || !this.chosen.firstElementChild) {
      this.chosen.dataset.id = who.id;
      this.chosen.replaceChildren(fill(this.#template("chosen-template"), { name: who.name, said }));
    }
    find(this.chosen, "h3", HTMLElement).textContent = who.name;
    find(this.chosen, ".power__said", HTMLElement).textContent = said.slice(who.name.length + 2);
    find(this.chosen, "[data-seat]", HTMLInputElement).checked = spot.at_table;
  }

  /** @param {{id: string, power: number, affected: number}} moved */
  #place({ id, power, affected }) {
    this.#now.change((_, phase) => {
      const side = this.#side;
      if (side) {
        phase.views[side] = { ...phase.views[side], [id]: { power, affected } };
        return;
      }
      const place = phase.places[id];
      if (place) Object.assign(place, { power, affected });
    });
    this.#drawCanvas();
    this.#sayPlace("placed", { id, power, affected });
  }

  /** @param {string} name @param {{id: string, power: number, affected: number}} moved */
  #sayPlace(name, { id, power, affected }) {
    this.say(name, { name: this.#now.named(id)?.name ?? "", power, affected });
  }

  /** @param {string} id @param {string} key @param {any} value */
  #typed(id, key, value) {
    const spot = this.#spot(id);
    if (key === "power" || key === "affected") {
      this.#place({ id, power: spot.power, affected: spot.affected, [key]: value });
      return;
    }
    this.#now.change((map, phase) => {
      const who = map.stakeholders.find((each) => each.id === id);
      const place = phase.places[id];
      if (who && key in who) Object.assign(who, { [key]: value });
      else if (place) Object.assign(place, { [key]: value });
    });
  }

  /** @param {string} id @param {string} key @param {any} value */
  #linkTyped(id, key, value) {
    const old = this.#now.phase.links.find((each) => each.id === id);
    if (!old) return;
    const next = { ...old, [key]: value };
    // A link from someone to themselves says nothing: the ends change places.
    if (next.from === next.to) Object.assign(next, { from: old.to, to: old.from });
    this.#now.change((_, phase) => {
      phase.links = phase.links.map((each) => (each.id === id ? next : each));
    });
    this.#sayLink(id);
  }

  /** @param {string} id */
  #sayLink(id) {
    const { phase } = this.#now;
    const link = phase.links.find((each) => each.id === id);
    const row = this.links?.rows.get(id);
    const what = row ? find(row, "[data-key=kind]", HTMLSelectElement).selectedOptions[0]?.text : "";
    const name = (/** @type {string} */ who) => this.#now.named(who)?.name ?? "";
    if (link) this.say("link", { from: name(link.from), what: what ?? "", to: name(link.to) });
  }

  /** @param {string} id */
  #remove(id) {
    const name = this.#now.named(id)?.name ?? "";
    this.#now.change((map, phase) => takeOff(map, phase, id));
    this.say("removed", { name });
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea");
    if (!(event.ctrlKey || event.metaKey) || typing) return;
    const key = event.key.toLowerCase();
    if (key === "y" || (key === "z" && event.shiftKey)) this.#do("redo");
    else if (key === "z") this.#do("undo");
    else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  #pressed({ target }) {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (button instanceof HTMLElement) this.#do(button.dataset.do ?? "", button);
  }

  /** @param {Event} event */
  #chose({ target }) {
    if (target instanceof HTMLSelectElement) {
      if (target.matches("[data-phase]")) this.#showPhase(target.value);
      else if (target.matches("[data-before]")) this.since = target.value;
      else if (target.matches("[data-view]")) this.#showView(target.value);
      else if (target.matches("[data-absent]")) this.#putBack(target.value);
      else return;
      this.#draw();
    } else if (target instanceof HTMLInputElement) {
      const { value } = target;
      if (target.matches("[data-map]")) {
        const key = target.dataset.map === "title" ? "title" : "decision";
        this.#now.change((map) => {
          map[key] = value;
        });
      } else if (target.matches("[data-phase-name]") && value.trim()) {
        this.#now.change((_, phase) => {
          phase.name = value.trim();
        });
      } else if (target.matches("[data-seat]")) {
        this.#typed(this.canvas?.selected ?? "", "at_table", target.checked);
      } else if (target.matches("[data-open]") && target.files?.[0]) this.#open(target.files[0], target);
    }
  }

  /** @param {string} id */
  #showPhase(id) {
    this.since = undefined;
    const example = this.isExample;
    this.#now.show(id);
    this.isExample = example;
    this.say("phase", { name: this.#now.phase.name });
  }

  /** @param {string} view */
  #showView(view) {
    this.view = view;
    this.told = null;
    this.canvas?.select(null);
  }

  /** @param {string} id */
  #putBack(id) {
    if (!id) return;
    const { map } = this.#now;
    const last = map.phases.findLast(({ places }) => id in places);
    this.#now.change((_, phase) => {
      phase.places[id] = structuredClone(last?.places[id] ?? middle());
    });
  }

  /** What a button does. @param {string} name @param {HTMLElement} [button] */
  #do(name, button) {
    const id = button?.closest("tr")?.dataset.id ?? this.canvas?.selected ?? "";
    const move = MOVES[name];
    if (move) {
      const { power, affected } = this.#spot(id);
      this.#place({ id, power: toMark(power + move[0]), affected: toMark(affected + move[1]) });
      return;
    }
    /** @type {Record<string, () => unknown>} */
    const does = {
      add: () => this.#add(),
      undo: () => this.#step("undo"),
      redo: () => this.#step("redo"),
      smaller: () => this.#zoomTo(ZOOMS.findLast((each) => each < this.zoom) ?? 1),
      larger: () => this.#zoomTo(ZOOMS.find((each) => each > this.zoom) ?? this.zoom),
      remove: () => this.#remove(id),
      edit: () => this.people?.focus(id),
      "let-go": () => {
        this.canvas?.select(null);
        this.canvas?.svg.focus();
      },
      "add-link": () => this.#addLink(),
      "remove-link": () => this.#removeLink(id),
      "next-phase": () => this.#nextPhase(),
      "drop-phase": () => this.#dropPhase(),
      blank: () => this.#blank(),
      example: () => this.#now.go(JSON.parse(find(this, "script[data-example]", HTMLScriptElement).textContent ?? "")),
      "save-copy": () => this.#busy(() => saveCopy(this.#now.map, this.#redacted)),
      "save-list": () => this.#busy(() => saveList(this.#request)),
      "save-picture": () => this.#busy(() => savePicture(this.#request)),
      "save-dots": () => this.#busy(() => saveDots(this.#request)),
      print: () => this.#busy(() => this.#print()),
      "print-blank": () => this.#printBlank(),
      "take-in": () => this.#takeIn(),
      "take-instead": () => this.#takeInstead(),
      "leave-it": () => this.#closePreview(),
    };
    does[name]?.();
  }

  /** @param {'undo' | 'redo'} which */
  #step(which) {
    const { past, future } = this.#now;
    if (!(which === "undo" ? past : future).length) return;
    this.canvas?.putDown();
    this.#now[which]();
    this.say(which === "undo" ? "undone" : "redone");
  }

  /** @param {number} zoom */
  #zoomTo(zoom) {
    this.zoom = zoom;
    find(this, "[data-zoom]", HTMLElement).textContent = `${zoom * 100}%`;
    const { canvas } = this;
    if (!canvas) return;
    canvas.svg.style.width = `${zoom * 100}%`;
    canvas.svg.style.maxWidth = "none";
    canvas.zoom = zoom;
    this.told = null;
    this.#draw();
  }

  #add() {
    const { map } = this.#now;
    const id = freshId("s", map.stakeholders);
    const base = this.words("new");
    let name = base;
    for (let number = 2; map.stakeholders.some((each) => each.name === name); number += 1) {
      name = this.words("copy-of", { name: base, number });
    }
    this.#now.change((draft, phase) => {
      draft.stakeholders.push({ id, name, kind: "other", side: this.#side || "resident", notes: "" });
      phase.places[id] = middle();
    });
    this.canvas?.select(id);
    this.people?.focus(id);
    find(this.people?.rows.get(id) ?? this, "[data-key=name]", HTMLInputElement).select();
    this.say("added", { name });
  }

  #addLink() {
    const { people, phase } = this.#now;
    const from = people.find(({ id }) => id === this.canvas?.selected) ?? people[0];
    const to = people.find((each) => each !== from);
    if (!from || !to) {
      this.#trouble("failed", { why: this.words("two-needed") });
      return;
    }
    const id = freshId("l", phase.links);
    this.#now.change((_, draft) => draft.links.push({ id, from: from.id, to: to.id, kind: "influences" }));
    this.links?.focus(id);
    this.#sayLink(id);
  }

  /** @param {string} id */
  #removeLink(id) {
    this.#now.change((_, phase) => {
      phase.links = phase.links.filter((each) => each.id !== id);
    });
    this.say("link-removed");
  }

  /** A new phase begins as this one is, and what moves from then on is its own. */
  #nextPhase() {
    const { map, phase } = this.#now;
    if (map.phases.length >= MOST_PHASES) {
      this.#trouble("failed", { why: this.words("most-phases") });
      return;
    }
    const id = freshId("p", map.phases);
    this.since = undefined;
    this.#now.change((draft, _, kept) => {
      const place = draft.phases.findIndex((each) => each.id === phase.id);
      draft.phases.splice(place + 1, 0, { ...structuredClone(phase), id, name: this.words("next-phase"), views: {} });
      kept.phase = id;
    });
    this.say("phase", { name: this.#now.phase.name });
    find(this, "[data-phase-name]", HTMLInputElement).select();
  }

  #dropPhase() {
    const { map, phase } = this.#now;
    if (map.phases.length === 1) {
      this.#trouble("failed", { why: this.words("last-phase") });
      return;
    }
    if (!confirm(this.words("confirm-phase"))) return;
    this.since = undefined;
    this.#now.change((draft, _, kept) => {
      for (const id of Object.keys(phase.places)) {
        takeOff(draft, draft.phases.find((each) => each.id === phase.id) ?? phase, id);
      }
      draft.phases = draft.phases.filter((each) => each.id !== phase.id);
      kept.phase = draft.phases[0]?.id ?? "";
    });
  }

  #blank() {
    const { schema, version } = this.#now.map;
    const phase = { id: "p1", name: this.words("first-phase"), places: {}, views: {}, links: [] };
    this.view = "";
    this.#now.go({ map: { schema, version, title: "", decision: "", stakeholders: [], phases: [phase] }, phase: "p1" });
    find(this, "[data-map=title]", HTMLInputElement).focus();
  }

  /** Ask Python what the map tells, and where names go. An answer that comes too late is passed over. */
  async #look() {
    this.asked += 1;
    const { asked } = this;
    this.setAttribute("aria-busy", "true");
    try {
      const map = this.#now.map;
      const request = { do: "look", map, phase: this.#now.phase.id, before: this.#before };
      const look = { frame: this.frameName, zoom: this.zoom, side: this.#side, apart: this.view === "over" };
      const told = await askMap({ ...request, ...look });
      if (asked !== this.asked) return;
      this.told = told;
      if (this.canvas?.drag || this.canvas?.held) this.#drawTold();
      else {
        this.#drawCanvas();
        this.#drawTold();
      }
      find(this, "[data-waiting]", HTMLElement).hidden = true;
    } catch (error) {
      if (asked !== this.asked) return;
      const waiting = find(this, "[data-waiting]", HTMLElement);
      waiting.hidden = false;
      waiting.textContent = error instanceof Error ? error.message : String(error);
    }
    this.removeAttribute("aria-busy");
  }

  /** What Python told, beside the map. */
  #drawTold() {
    const { told } = this;
    const { findings, moves, differences, description, like_people: names } = told;
    const nothing = findings.length === 0 && this.#now.people.length > 0;
    this.#show("asks", fill(this.#template("asks-template"), { findings, nothing }));
    this.#list("moves", moves, this.#before ? this.words("nothing-moved") : "");
    this.#list("apart", differences, this.view ? this.words("no-difference") : "");
    const paragraphs = description.split("\n").map((/** @type {string} */ line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    find(this, "[data-description]", HTMLElement).replaceChildren(...paragraphs);
    const warning = find(this, "[data-like-people]", HTMLElement);
    warning.hidden = names.length === 0;
    const said = names.map((/** @type {{name: string}} */ { name }) => name).join(", ");
    warning.replaceChildren(fill(this.#template("like-people-template"), { names: said }));
  }

  /** @param {string} name @param {DocumentFragment} content */
  #show(name, content) {
    find(this, `[data-${name}]`, HTMLElement).replaceChildren(content);
  }

  /** @param {string} name @param {{sentence: string}[]} sentences @param {string} nothing */
  #list(name, sentences, nothing) {
    find(this, `[data-${name}-part]`, HTMLElement).hidden = !sentences.length && !nothing;
    const data = { sentences, nothing: sentences.length ? "" : nothing };
    this.#show(name, fill(this.#template("list-template"), data));
  }

  get #redacted() {
    return find(this, "[name='power.redacted'][value=yes]", HTMLInputElement).checked;
  }

  /** What goes with every request for a file. */
  get #request() {
    const { map, phase } = this.#now;
    const colours = JSON.parse(this.dataset.colours ?? "{}");
    const apart = this.view === "over";
    return { map, phase: phase.id, before: this.#before, redacted: this.#redacted, colours, apart };
  }

  /** Do what may take a while or fail, and say so. @param {() => Promise<unknown>} work */
  async #busy(work) {
    this.setAttribute("aria-busy", "true");
    try {
      await work();
      find(this, "[data-trouble]", HTMLElement).hidden = true;
    } catch (error) {
      this.#trouble("failed", { why: error instanceof Error ? error.message : String(error) });
    }
    this.removeAttribute("aria-busy");
  }

  /** Print a sheet with the map, its words and what is worth asking; nothing that was not chosen to leave. */
  async #print() {
    const sheet = find(this, "[data-sheet]", HTMLElement);
    const drawn = await draw(this.#request);
    const words = document.createElement("p");
    words.textContent = drawn.description;
    sheet.replaceChildren(picture(drawn.picture), words);
    document.documentElement.dataset.prints = "power-map";
    print();
  }

  #printBlank() {
    document.documentElement.dataset.prints = "power-blank";
    print();
  }

  #afterPrint() {
    delete document.documentElement.dataset.prints;
    find(this, "[data-sheet]", HTMLElement).replaceChildren();
  }

  /** @param {File} file @param {HTMLInputElement} input */
  #open(file, input) {
    return this.#busy(async () => {
      try {
        this.opened = await open(file);
      } finally {
        input.value = ""; // so that the same file can be opened again, once it is mended
      }
      this.#preview();
    });
  }

  #preview() {
    const { rows = [], problems = [], map } = this.opened;
    const said = rows.map((/** @type {import('./files.js').Row} */ { row, stakeholder, place }) => {
      const { power, affected } = place;
      const { name } = stakeholder;
      return { row, name, said: this.words("placed", { name, power, affected }).slice(name.length + 2) };
    });
    const count = problems.length;
    const data = {
      rows: said,
      map,
      problems,
      count: this.#count(map ? map.stakeholders.length : rows.length),
      problem_count: count === 1 ? this.words("one-problem") : this.words("many-problems", { count }),
    };
    this.preview.replaceChildren(fill(this.#template("preview-template"), data));
    this.preview.hidden = false;
    this.preview.focus();
  }

  #closePreview() {
    this.opened = null;
    this.preview.hidden = true;
    this.preview.replaceChildren();
    find(this, "[data-open]", HTMLInputElement).focus();
  }

  #takeIn() {
    const { rows } = this.opened;
    const { id } = this.#now.phase;
    this.#now.change((map) => takeIn(map, id, rows));
    this.#taken();
  }

  #takeInstead() {
    const { rows, map } = this.opened;
    if (map) this.#now.go({ map, phase: map.phases[0].id });
    else {
      const { schema, version, title, decision } = this.#now.map;
      const phase = { id: "p1", name: this.#now.phase.name, places: {}, views: {}, links: [] };
      /** @type {PowerMap} */
      const fresh = { schema, version, title, decision, stakeholders: [], phases: [phase] };
      takeIn(fresh, "p1", rows);
      this.#now.go({ map: fresh, phase: "p1" });
    }
    this.#taken();
  }

  #taken() {
    this.#closePreview();
    this.say("taken-in");
  }
}

/** @param {HTMLSelectElement} select @param {string} value @param {[string, string][]} choices */
function fillChoice(select, value, choices) {
  const fresh = JSON.stringify(choices);
  if (select.dataset.drawn !== fresh) {
    select.dataset.drawn = fresh;
    select.replaceChildren(...choices.map(([each, words]) => new Option(words, each)));
  }
  select.value = value;
}

customElements.define("power-map", PowerMapElement);
