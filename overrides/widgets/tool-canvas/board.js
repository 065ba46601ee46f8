/**
 * The picture as it is worked on: its marks are chosen, linked and put elsewhere, by pointer, finger or keys. It changes no
 * data; it says what is wanted.
 *
 * Events, each with a `detail`: `choose` with an id or null; `linking` with the id from which a link is drawn, or null;
 * `link` with both ends; `move` with an id and a slot; `places`, `name`, `edit` and `remove` with an id.
 *
 * @typedef {import('./entries.js').Mark} Mark
 * @typedef {{id: string, label: string, box: [number, number, number, number], kind: string, sets: Record<string, string>}} Slot
 *   a place into which marks of a kind may be put: its left, top, right and bottom in the picture's units, and the texts
 *   that stand for it, by the table's id and the column
 */
import { ARROWS, chosenByKey } from "../shared/canvas/by-keys.js";
import { Linking } from "../shared/canvas/linking.js";
import { say } from "../shared/words.js";
import { Drag, inside } from "./drag.js";

export class Board extends EventTarget {
  /** The id of the mark that is chosen. @type {string | null} */
  chosen = null;
  /** The mark that is dragged. @type {Drag | null} */
  drag = null;

  /**
   * @param {SVGSVGElement} svg  as Python drew it
   * @param {{marks: Mark[], slots: Slot[], links: boolean}} shown  what stands on it, where that may be put, and whether it
   *   may be linked
   * @param {string} title
   */
  constructor(svg, { marks, slots, links }, title) {
    super();
    this.svg = svg;
    this.marks = marks;
    this.slots = slots;
    this.links = links;
    this.linking = new Linking(svg, {
      drawing: (from) => this.#emit("linking", from),
      link: (from, to) => this.#emit("link", { from, to }),
    });
    for (const each of svg.querySelectorAll("title, desc")) each.remove();
    svg.removeAttribute("aria-labelledby");
    svg.setAttribute("role", "application");
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("focusable", "true");
    svg.setAttribute("aria-label", say("tool-canvas.board", { title, count: marks.length }));
    svg.classList.add("canvas__picture", "tool-canvas__board");
    svg.style.setProperty("--natural", `${svg.viewBox.baseVal.width}px`);
    for (const [nth, { id, label }] of marks.entries()) {
      const g = this.card(id);
      g?.setAttribute("id", `${svg.id || "board"}-${nth}`);
      g?.setAttribute("role", "img");
      g?.setAttribute("aria-label", label);
    }
    svg.addEventListener("pointerdown", (event) => this.#onPointerDown(event));
    svg.addEventListener("pointermove", (event) => this.drag?.to(event));
    svg.addEventListener("pointerup", () => this.#onPointerUp());
    svg.addEventListener("pointercancel", () => this.#endDrag());
    svg.addEventListener("dblclick", (event) => this.#emit("name", this.#at(event)));
    svg.addEventListener("keydown", (event) => this.#onKey(event));
    svg.addEventListener("focus", () => this.#onFocus());
  }

  /** @param {string | null} id */
  card(id) {
    return [...this.svg.querySelectorAll(".card")].find((each) => each.getAttribute("data-id") === id);
  }

  /** @param {string} type @param {any} detail */
  #emit(type, detail) {
    if (detail !== undefined) this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {string | null} id */
  choose(id) {
    const found = this.marks.some((mark) => mark.id === id) ? id : null;
    const before = this.chosen;
    this.chosen = found;
    this.card(before)?.classList.remove("chosen");
    const card = this.card(found);
    card?.classList.add("chosen");
    if (card) this.svg.setAttribute("aria-activedescendant", card.id);
    else this.svg.removeAttribute("aria-activedescendant");
    if (before !== found) this.#emit("choose", found);
  }

  /** Show where a way is: the card and the arrow that leads there. @param {import('./follow.js').Stop} stop */
  follow({ id, link }) {
    for (const each of this.svg.querySelectorAll(".followed")) each.classList.remove("followed");
    this.card(id)?.classList.add("followed");
    const arrow = [...this.svg.querySelectorAll(".arrow")].find((each) => each.getAttribute("data-id") === link);
    arrow?.classList.add("followed");
    this.card(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The mark at a place of the screen. @param {import('./drag.js').Place} at @returns {string | undefined} */
  #at({ clientX, clientY }) {
    const under = document.elementFromPoint(clientX, clientY)?.closest(".card");
    return under && this.svg.contains(under) ? (under.getAttribute("data-id") ?? undefined) : undefined;
  }

  /** Whether a mark can be put elsewhere. @param {string | null} id */
  canMove(id) {
    const mark = this.#mark(id);
    return mark !== undefined && this.#slotsOf(mark).length > 0;
  }

  /** @param {string | null} id */
  #mark(id) {
    return this.marks.find((mark) => mark.id === id);
  }

  /** The slots that a mark may be put into. @param {Mark} mark */
  #slotsOf(mark) {
    return this.slots.filter(({ kind }) => kind === mark.kind);
  }

  /** What a mark would come to at a place. @param {Mark} mark @param {import('./drag.js').Place} at @returns {import('./drag.js').Target} */
  #target(mark, at) {
    const over = this.#at(at);
    if (this.links && over !== undefined && over !== mark.id) return { link: over, slot: undefined };
    const [x, y] = inside(this.svg, at);
    const slot = this.#slotsOf(mark).find(({ box: [left, top, right, bottom] }) => {
      return left <= x && x <= right && top <= y && y <= bottom;
    });
    return { link: undefined, slot };
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (!event.isPrimary) this.#endDrag(); // two fingers make the picture larger
    if (!event.isPrimary || event.button !== 0) return;
    const id = this.#at(event);
    if (this.linking.from !== null) {
      this.linking.end(id);
      return;
    }
    // A finger scrolls, but for one that comes down on what is chosen already.
    const drags = event.pointerType !== "touch" || id === this.chosen;
    this.choose(id ?? null);
    const mark = this.#mark(id ?? null);
    const card = this.card(id ?? null);
    const goesAlong = this.canMove(id ?? null);
    if (!drags || !mark || !(card instanceof SVGGElement) || !(this.links || goesAlong)) return;
    this.drag = new Drag(this.svg, mark.id, card, event, { goesAlong, target: (at) => this.#target(mark, at) });
    this.svg.setPointerCapture(event.pointerId);
  }

  #onPointerUp() {
    const { drag } = this;
    const target = this.#endDrag();
    if (!drag || !target) return;
    if (target.link !== undefined) this.#emit("link", { from: drag.id, to: target.link });
    else if (target.slot) this.#emit("move", { id: drag.id, slot: target.slot });
  }

  /** @returns {import('./drag.js').Target | null | undefined} what the mark came to, if one was dragged */
  #endDrag() {
    const target = this.drag?.end();
    this.drag = null;
    return target;
  }

  #onFocus() {
    if (!this.chosen && this.svg.matches(":focus-visible")) this.choose(this.marks[0]?.id ?? null);
  }

  /** All marks in order, and where they stand. @returns {import('../shared/canvas/by-keys.js').Standing[]} */
  get #standing() {
    return this.marks.flatMap(({ id }) => {
      const box = this.card(id)?.getBoundingClientRect();
      return box ? [{ id, x: box.left + box.width / 2, y: box.top + box.height / 2 }] : [];
    });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { chosen } = this;
    const mark = this.#mark(chosen);
    if (event.shiftKey && mark && ARROWS[key]) {
      this.#moveByKey(key, mark);
      event.preventDefault();
      return;
    }
    const next = chosenByKey(key, this.#standing, chosen);
    if (next !== undefined) {
      this.choose(next);
      this.card(next)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (this.linking.from !== null && key === "Enter") this.linking.end(chosen ?? undefined);
    else if (this.linking.from !== null && key === "Escape") this.linking.end(undefined);
    else if (key === "Escape") this.choose(null);
    else if (chosen && key === "l" && this.links) this.linking.start(chosen);
    else if (chosen && key === "m" && this.canMove(chosen)) this.#emit("places", chosen);
    else if (chosen && key === "F2") this.#emit("name", chosen);
    else if (chosen && key === "Enter") this.#emit("edit", chosen);
    else if (chosen && key === "Delete") this.#emit("remove", chosen);
    else return;
    event.preventDefault();
  }

  /** Put a mark into the slot that is next in a direction. @param {string} key @param {Mark} mark */
  #moveByKey(key, mark) {
    const slots = this.#slotsOf(mark);
    const standing = slots.map(({ id, box }) => ({ id, x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }));
    const next = slots.find(({ id }) => id === chosenByKey(key, standing, mark.slot ?? null));
    if (next && next.id !== mark.slot) this.#emit("move", { id: mark.id, slot: next });
  }
}
