import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/**
 * Who is looked for, by name, side, kind, seat and phase; and who is chosen of them, to be changed together.
 *
 * @typedef {import('./state.js').Phase} Phase
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
    return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (control)?.value.trim() ?? "";
  }

  /** Offer the phases by which someone can be looked for: those that are not shown. @param {Phase[]} phases */
  #offerPhases(phases) {
    const select = find(this.element, "[data-find-phase]", HTMLSelectElement);
    const fresh = JSON.stringify(phases.map(({ id, name }) => [id, name]));
    if (select.dataset.drawn === fresh) return;
    select.dataset.drawn = fresh;
    const { value } = select;
    const options = phases.flatMap(({ id, name }) => [
      new Option(say("power-map.find-in-phase", { phase: name }), `in ${id}`),
      new Option(say("power-map.find-not-in-phase", { phase: name }), `out ${id}`),
    ]);
    select.replaceChildren(...[...select.options].slice(0, 1), ...options);
    select.value = options.some((each) => each.value === value) ? value : "";
    find(this.element, "[data-find-phase-part]", HTMLElement).hidden = phases.length === 0;
  }

  /** Those of some who are looked for. @template {Someone} T @param {T[]} all @param {Phase[]} otherPhases @returns {T[]} */
  among(all, otherPhases) {
    this.#offerPhases(otherPhases);
    const [name, side, kind, seat, phase] = ["name", "side", "kind", "seat", "phase"].map((each) => this.#wanted(each));
    const [inOrOut, phaseId] = (phase ?? "").split(" ");
    const held = otherPhases.find(({ id }) => id === phaseId);
    const fitting = all.filter(
      (who) =>
        who.name.toLowerCase().includes((name ?? "").toLowerCase()) &&
        (!side || who.side === side) &&
        (!kind || who.kind === kind) &&
        (!seat || (seat === "yes") === who.at_table) &&
        (!held || (inOrOut === "in") === (who.id in held.places || who.id in held.waiting)),
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
