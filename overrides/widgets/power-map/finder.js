import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/**
 * Who is looked for, by name, side, kind and seat; and who is chosen of them, to be changed together.
 *
 * @typedef {{id: string, name: string, side: string, kind: string, at_table: boolean}} Someone
 */
export class Finder {
  /** Ids of those who are chosen. @type {Set<string>} */
  picked = new Set();
  /** Ids of those who fit, as they were drawn last. @type {Set<string>} */
  found = new Set();

  /**
   * @param {HTMLElement} widget
   * @param {{look: () => void, act: (ids: string[], what: string) => void}} wishes  to draw anew, and to do something with
   *   all who are chosen
   */
  constructor(widget, wishes) {
    this.element = find(widget, "[data-finder]", HTMLElement);
    this.many = find(widget, "[data-many]", HTMLElement);
    this.element.addEventListener("input", () => wishes.look());
    widget.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.matches("[data-pick]")) return;
      const id = target.closest("tr")?.dataset.id ?? "";
      if (target.checked) this.picked.add(id);
      else this.picked.delete(id);
      this.#showMany();
    });
    find(this.many, "[data-pick-all]", HTMLButtonElement).addEventListener("click", () => {
      this.picked = new Set(this.picked.size ? [] : this.found);
      wishes.look();
    });
    find(this.many, "[data-act]", HTMLButtonElement).addEventListener("click", () => {
      const what = find(this.many, "select", HTMLSelectElement).value;
      if (what && this.picked.size) wishes.act([...this.picked], what);
    });
  }

  /** @param {string} name */
  #wanted(name) {
    const control = this.element.querySelector(`[data-find-${name}]`);
    return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (control)?.value.trim().toLowerCase() ?? "";
  }

  /** Those of some who are looked for. @template {Someone} T @param {T[]} all @returns {T[]} */
  among(all) {
    const [name, side, kind, seat] = ["name", "side", "kind", "seat"].map((each) => this.#wanted(each));
    const fitting = all.filter(
      (who) =>
        who.name.toLowerCase().includes(name ?? "") &&
        (!side || who.side === side) &&
        (!kind || who.kind === kind) &&
        (!seat || (seat === "yes") === who.at_table),
    );
    this.found = new Set(fitting.map(({ id }) => id));
    const here = new Set(all.map(({ id }) => id));
    this.picked = new Set([...this.picked].filter((id) => here.has(id)));
    find(this.element, "[data-found]", HTMLElement).textContent =
      fitting.length === all.length ? "" : say("power-map.found", { count: fitting.length, all: all.length });
    this.#showMany();
    return fitting;
  }

  #showMany() {
    const { size } = this.picked;
    find(this.many, "[data-pick-all]", HTMLButtonElement).textContent = size
      ? say("power-map.pick-none")
      : say("power-map.pick-found");
    find(this.many, "[data-picked]", HTMLElement).textContent = size ? say("power-map.picked", { count: size }) : "";
    for (const part of findAll(this.many, "[data-with-picked]", HTMLElement)) part.hidden = size === 0;
  }
}
