/**
 * The picture as it is worked on: its marks are chosen and linked, by pointer, finger or keys. It changes no data; it says
 * what is wanted.
 *
 * Events, each with a `detail`: `choose` with an id or null; `linking` with the id from which a link is drawn, or null;
 * `link` with both ends; `name`, `edit` and `remove` with an id.
 *
 * @typedef {import('./entries.js').Mark} Mark
 */
import { chosenByKey } from "../shared/canvas/by-keys.js";
import { Linking } from "../shared/canvas/linking.js";
import { say } from "../shared/words.js";

const SVG = "http://www.w3.org/2000/svg";
/** How far a pointer goes before a press is a drag. */
const DRAG = 8;

export class Board extends EventTarget {
  /** The id of the mark that is chosen. @type {string | null} */
  chosen = null;
  /** Where a link is dragged from, and the line that shows it once it moves. @type {{id: string, x: number, y: number, line: SVGPathElement | null} | null} */
  drag = null;

  /** @param {SVGSVGElement} svg  as Python drew it @param {Mark[]} marks @param {string} title */
  constructor(svg, marks, title) {
    super();
    this.svg = svg;
    this.marks = marks;
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
    svg.addEventListener("pointermove", (event) => this.#onPointerMove(event));
    svg.addEventListener("pointerup", (event) => this.#onPointerUp(event));
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

  /** The mark at a point of the screen. @param {MouseEvent} event @returns {string | undefined} */
  #at({ clientX, clientY }) {
    const under = document.elementFromPoint(clientX, clientY)?.closest(".card");
    return under && this.svg.contains(under) ? (under.getAttribute("data-id") ?? undefined) : undefined;
  }

  /** A point of the screen in the picture's own units. @param {MouseEvent} event @returns {[number, number]} */
  #inside({ clientX, clientY }) {
    const box = this.svg.getBoundingClientRect();
    const { width, height } = this.svg.viewBox.baseVal;
    return [((clientX - box.left) * width) / box.width, ((clientY - box.top) * height) / box.height];
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (!event.isPrimary || event.button !== 0) return;
    const id = this.#at(event);
    if (this.linking.from !== null) {
      this.linking.end(id);
      return;
    }
    // A finger scrolls, but for one that comes down on what is chosen already.
    const drags = id !== undefined && (event.pointerType !== "touch" || id === this.chosen);
    this.choose(id ?? null);
    if (!drags) return;
    this.drag = { id, x: event.clientX, y: event.clientY, line: null };
    this.svg.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    const { drag } = this;
    if (!drag) return;
    if (!drag.line && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < DRAG) return;
    if (!drag.line) {
      drag.line = document.createElementNS(SVG, "path");
      drag.line.setAttribute("class", "tool-canvas__dragged");
      this.svg.append(drag.line);
    }
    const [fromX, fromY] = this.#inside(/** @type {MouseEvent} */ ({ clientX: drag.x, clientY: drag.y }));
    const [x, y] = this.#inside(event);
    drag.line.setAttribute("d", `M${fromX},${fromY} L${x},${y}`);
  }

  /** @param {PointerEvent} event */
  #onPointerUp(event) {
    const { drag } = this;
    const moved = Boolean(drag?.line);
    this.#endDrag();
    const to = this.#at(event);
    if (drag && moved && to !== undefined && to !== drag.id) this.#emit("link", { from: drag.id, to });
  }

  #endDrag() {
    this.drag?.line?.remove();
    this.drag = null;
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
    const next = chosenByKey(key, this.#standing, chosen);
    if (next !== undefined) {
      this.choose(next);
      this.card(next)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (this.linking.from !== null && key === "Enter") this.linking.end(chosen ?? undefined);
    else if (this.linking.from !== null && key === "Escape") this.linking.end(undefined);
    else if (key === "Escape") this.choose(null);
    else if (chosen && key === "l") this.linking.start(chosen);
    else if (chosen && key === "F2") this.#emit("name", chosen);
    else if (chosen && key === "Enter") this.#emit("edit", chosen);
    else if (chosen && key === "Delete") this.#emit("remove", chosen);
    else return;
    event.preventDefault();
  }
}
