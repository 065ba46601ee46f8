import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { say } from "../shared/words.js";

/** Who stands at one place, as a list over the map: each can be chosen from it. */
export class StackList {
  /** @param {HTMLElement} widget @param {(id: string) => void} choose */
  constructor(widget, choose) {
    this.widget = widget;
    this.element = find(widget, "[data-stack]", HTMLElement);
    this.element.addEventListener("click", ({ target }) => {
      const id = target instanceof Element ? target.closest("button")?.value : undefined;
      if (id === undefined) return;
      this.close();
      if (id) choose(id);
    });
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  /** @param {{id: string, name: string}[]} people @param {boolean} below  whether the list stands at the foot of the map */
  show(people, below) {
    const data = { title: say("power-map.here", { count: people.length }), people };
    this.element.replaceChildren(fillOwn(this.widget, "stack", data));
    this.element.classList.toggle("power-map__stack--below", below);
    this.element.hidden = false;
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
