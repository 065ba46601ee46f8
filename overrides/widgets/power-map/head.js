import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** @typedef {import('./state.js').State} State */

/** What stands above the map: its name, its phases, whose copy is shown, and the buttons that are in use now. */
export class Head {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
  }

  /** @param {State} state @param {{view: string, comparedPhase: string, hasOwn: boolean}} shown */
  draw(state, { view, comparedPhase, hasOwn }) {
    const { widget } = this;
    const { map, phase, past, future, isExample } = state;
    for (const input of findAll(widget, "[data-map]", HTMLInputElement)) {
      const value = input.dataset.map === "title" ? map.title : map.decision;
      if (input.value !== value) input.value = value;
    }
    find(widget, "[data-view]", HTMLSelectElement).value = view;
    find(widget, "[data-example-note]", HTMLElement).hidden = !isExample;
    find(widget, "[data-do=back]", HTMLElement).hidden = !hasOwn;
    find(widget, "[data-example-note] [data-do=blank]", HTMLElement).hidden = hasOwn;
    // A button that is out of use keeps its place in the order of tab stops, so that nobody is thrown off it.
    find(widget, "[data-do=undo]", HTMLButtonElement).setAttribute("aria-disabled", String(!past.length));
    find(widget, "[data-do=redo]", HTMLButtonElement).setAttribute("aria-disabled", String(!future.length));
    this.#drawPhases(state, comparedPhase);
    const absent = map.stakeholders.filter(({ id }) => !(id in phase.places || id in phase.waiting));
    find(widget, "[data-put-back]", HTMLElement).hidden = !absent.length;
    this.#offer("[data-absent]", "", absent, say("power-map.choose"));
  }

  /** @param {State} state @param {string} comparedPhase */
  #drawPhases({ map, phase }, comparedPhase) {
    const others = map.phases.filter(({ id }) => id !== phase.id);
    this.#offer("[data-phase]", phase.id, map.phases);
    this.#offer("[data-compared-phase]", comparedPhase, others, say("power-map.no-phase"));
    find(this.widget, "[data-phase-name]", HTMLInputElement).value = phase.name;
  }

  /**
   * What a choice offers now, written anew only where it is not as it was.
   * @param {string} selector @param {string} value @param {{id: string, name: string}[]} choices
   * @param {string} [none]  what stands first, for no choice
   */
  #offer(selector, value, choices, none) {
    const select = find(this.widget, selector, HTMLSelectElement);
    const options = choices.map(({ id, name }) => [name, id]);
    if (none) options.unshift([none, ""]);
    const fresh = JSON.stringify(options);
    if (select.dataset.drawn !== fresh) {
      select.dataset.drawn = fresh;
      select.replaceChildren(...options.map(([words, each]) => new Option(words, each)));
    }
    select.value = value;
  }
}
