import { find } from "../shared/find.js";

/**
 * Those who are not placed yet wait beside the map. They are dragged onto it, or pressed, and then the place; by keys one
 * is put into the middle, and goes on from there. It changes no data; it says what is wanted.
 *
 * @typedef {import('./state.js').Stakeholder} Stakeholder
 * @typedef {{choose: (id: string) => void, drop: (id: string, event: PointerEvent) => void, byKeys: (id: string) => void}} Wishes
 */

/** How far a pointer goes before a press is a drag. */
const DRAG = 6;

export class Tray {
  /** Who is dragged, what is shown of them, and where the press began. @type {{id: string, button: HTMLElement, ghost: HTMLElement | null, x: number, y: number} | null} */
  drag = null;
  /** Whether the press that ends was a drag: its click is then none. */
  dragged = false;

  /** @param {HTMLElement} widget @param {(side: string) => Element} shape  a new mark of a side @param {Wishes} wishes */
  constructor(widget, shape, wishes) {
    this.element = find(widget, "[data-tray]", HTMLElement);
    this.list = find(this.element, "ul", HTMLUListElement);
    this.shape = shape;
    this.wishes = wishes;
    this.list.addEventListener("pointerdown", (event) => this.#onPointerDown(event));
    this.list.addEventListener("pointermove", (event) => this.#onPointerMove(event));
    this.list.addEventListener("pointerup", (event) => this.#onPointerUp(event));
    this.list.addEventListener("pointercancel", () => this.#end());
    this.list.addEventListener("click", (event) => this.#onClick(event));
  }

  /** @param {Stakeholder[]} waiting @param {string | null} chosen  who is put where the map is pressed next */
  draw(waiting, chosen) {
    this.element.hidden = waiting.length === 0;
    const fresh = JSON.stringify([waiting.map(({ id, name, side }) => [id, name, side]), chosen]);
    if (fresh === this.list.dataset.drawn) return;
    this.list.dataset.drawn = fresh;
    this.list.replaceChildren(...waiting.map((who) => this.#item(who, who.id === chosen)));
  }

  /** @param {Stakeholder} who @param {boolean} chosen */
  #item({ id, name, side }, chosen) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.id = id;
    button.setAttribute("aria-pressed", String(chosen));
    button.append(this.shape(side), name);
    item.append(button);
    return item;
  }

  /** @param {Event} event */
  #button({ target }) {
    return target instanceof Element ? target.closest("button") : null;
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    const button = this.#button(event);
    this.dragged = false;
    if (!button || event.button !== 0 || !event.isPrimary) return;
    this.drag = { id: button.dataset.id ?? "", button, ghost: null, x: event.clientX, y: event.clientY };
    button.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    const { drag } = this;
    if (!drag) return;
    if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < DRAG) return;
    this.dragged = true;
    if (!drag.ghost) {
      drag.ghost = document.createElement("span");
      drag.ghost.className = "canvas__ghost";
      drag.ghost.append(...[...drag.button.childNodes].map((node) => node.cloneNode(true)));
      this.element.append(drag.ghost);
    }
    drag.ghost.style.left = `${event.clientX}px`;
    drag.ghost.style.top = `${event.clientY}px`;
  }

  /** @param {PointerEvent} event */
  #onPointerUp(event) {
    const { drag } = this;
    this.#end();
    if (drag && this.dragged) this.wishes.drop(drag.id, event);
  }

  #end() {
    this.drag?.ghost?.remove();
    this.drag = null;
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const id = this.#button(event)?.dataset.id;
    if (!id || this.dragged) return;
    if (event.detail === 0) this.wishes.byKeys(id);
    else this.wishes.choose(id);
  }
}
