import { fillOwn } from "../fill.js";
import { find } from "../find.js";

/** A short list over a canvas, of which one is chosen: what stands at a place, or which link it is. */
export class ChoiceList {
  /** @type {(id: string) => void} */
  choose = () => {};

  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-choices]", HTMLElement);
    this.element.addEventListener("click", ({ target }) => {
      const id = target instanceof Element ? target.closest("button")?.value : undefined;
      if (id === undefined) return;
      const { choose } = this;
      this.close();
      if (id) choose(id);
    });
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  /**
   * @param {string} title @param {{id: string, name: string}[]} choices
   * @param {boolean} below  whether the list stands at the foot of the canvas
   * @param {(id: string) => void} choose
   */
  show(title, choices, below, choose) {
    this.choose = choose;
    this.element.replaceChildren(fillOwn(this.widget, "choices", { title, choices }));
    this.element.classList.toggle("canvas__choices--below", below);
    this.element.hidden = false;
  }

  /** Put the reader on the first choice: whoever came by keys goes on by keys. */
  focus() {
    find(this.element, "button", HTMLButtonElement).focus();
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
