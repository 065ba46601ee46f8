import { dateInWords } from "../shared/dates.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";

/**
 * @typedef {import('../shared/codes.js').Codes} Codes
 * @typedef {import('./workshop.js').WorkshopState} WorkshopState
 */

/** Two drawings of all gaps, of which the style shows one: the class of each, and its name in Python's answer. */
const DRAWINGS = { narrow: "narrow", broad: "wide" };

/** What the room sees: how the sides differ, and the gap that is talked about. */
export class ResultView {
  /** @param {HTMLElement} screen @param {WorkshopState} state @param {Codes} codes */
  constructor(screen, state, codes) {
    this.screen = screen;
    this.state = state;
    this.codes = codes;
  }

  /** Put what belongs to a part of the workshop there. @param {string} place @param {string} template @param {any} data */
  fill(place, template, data) {
    const element = find(this.screen, `[data-${place}]`, HTMLElement);
    const other = this.codes.answer ? "nothing" : "waiting"; // until Python has said what was shown
    element.replaceChildren(fillOwn(this.screen, data ? template : other, data ?? {}));
    return element;
  }

  /** The picture of all gaps. @param {ParentNode} element @param {any} [result]  as Python tells it */
  drawAllGaps(element, result = this.codes.result) {
    const place = find(element, "[data-picture]", HTMLElement);
    for (const [name, key] of Object.entries(DRAWINGS)) {
      const box = document.createElement("div");
      box.className = name;
      box.append(picture(result[key]));
      place.append(box);
    }
  }

  /**
   * What moved since the record that is set beside this workshop, and which records could be, as data for a template.
   * @param {any} result  as Python tells it, in the language of the template @param {string} [lang]
   */
  sinceLastTime(result, lang) {
    const { records } = this.state;
    const chosen = records.find(({ id }) => id === this.codes.beside);
    const moved = result?.moved;
    return {
      has_records: result && records.length > 0,
      records: records.map(({ id, date }) => ({ id, words: dateInWords(date) })),
      since: chosen && moved && !moved.other ? moved.sides : null,
      since_other: moved?.other,
      last_time: dateInWords(chosen?.date ?? "", lang),
    };
  }

  /** Which record is chosen, in the list of them. @param {HTMLElement} element */
  drawChoice(element) {
    const select = element.querySelector("[data-beside]");
    if (select instanceof HTMLSelectElement) select.value = this.codes.beside;
  }

  showResult() {
    const { result, answer } = this.codes;
    const element = this.fill("result", "result", result && { ...result, ...this.sinceLastTime(result) });
    if (!result) return;
    this.drawAllGaps(element);
    this.drawChoice(element);
    find(element, "[data-again]", HTMLElement).hidden = !answer.can_reveal;
  }

  showGap() {
    const { result, gap } = this.codes;
    const place = this.state.workshop?.place ?? 0;
    const of = result?.rows.length ?? 0;
    find(this.screen, ".agree", HTMLElement).hidden = !gap;
    const element = this.fill("gap", "gap", gap && { ...gap, place: place + 1, of });
    if (!gap) return;
    find(element, "[data-picture]", HTMLElement).append(picture(gap.picture));
    for (const button of findAll(this.screen, "[data-move]", HTMLButtonElement)) {
      const next = place + Number(button.dataset.move);
      button.disabled = next < 0 || next >= of;
    }
  }
}
