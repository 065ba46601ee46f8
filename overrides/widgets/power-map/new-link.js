import { find } from "../shared/find.js";
import { chosenIn, setChosen } from "./suggestions.js";

/** @typedef {import('./state.js').State} State */

/** The fields by which a link is added: nothing is on the map before both of its ends are named. */
export class NewLink {
  /** @param {HTMLElement} widget @param {State} state @param {(from: string, kind: string, to: string) => boolean} add  gives whether it was added */
  constructor(widget, state, add) {
    this.form = find(widget, "[data-new-link]", HTMLFormElement);
    this.state = state;
    const from = find(this.form, "[data-key=from]", HTMLInputElement);
    const to = find(this.form, "[data-key=to]", HTMLInputElement);
    this.from = from;
    this.to = to;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const kind = find(this.form, "select", HTMLSelectElement).value;
      if (!add(chosenIn(from), kind, chosenIn(to))) return;
      setChosen(from, "", "");
      setChosen(to, "", "");
      from.focus();
    });
  }

  /** Whoever is chosen on the map may be meant. @param {string} id */
  suggest(id) {
    if (chosenIn(this.to) !== id && !chosenIn(this.to)) setChosen(this.from, id, this.state.nameOf(id));
  }
}
