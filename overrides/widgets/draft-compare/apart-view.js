import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** @typedef {import('./drafts.js').Settled} Settled */

/** Where the drafts differ: each place with its wordings, and what the sides choose to do about it. */
export class ApartView {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-groups]", HTMLFormElement);
    /** What Python said of each place, by its id. @type {Map<string, any>} */
    this.places = new Map();
  }

  /** @param {any} answer  what `framework/tools/drafts/call.py` gives */
  show({ groups }) {
    const all = groups.flatMap((/** @type {any} */ group) => group.places);
    this.places = new Map(all.map((/** @type {any} */ place) => [place.id, place]));
    const filled = groups.map((/** @type {any} */ group) =>
      fillOwn(this.widget, "group", { ...group, places: group.places.map(withChoices) }),
    );
    this.element.replaceChildren(...filled);
    for (const [number, element] of findAll(this.element, "[data-place]", HTMLElement).entries())
      this.fillIn(element, all[number]);
  }

  /** Only what Python says anew of a place, for who is in the middle of it. @param {any} answer */
  refresh({ groups }) {
    for (const place of groups.flatMap((/** @type {any} */ group) => group.places)) this.places.set(place.id, place);
  }

  /** @param {HTMLElement} element @param {any} place */
  fillIn(element, place) {
    element.dataset.place = place.id;
    for (const [number, wording] of findAll(element, "[data-wording]", HTMLElement).entries())
      wording.dataset.wording = place.wordings[number].side;
    const { choice, words, reasons, who, by } = { words: {}, reasons: {}, who: "", by: "", ...place.settled };
    for (const radio of findAll(element, "input[type=radio]", HTMLInputElement)) radio.checked = radio.value === choice;
    for (const [number, field] of cellsOf(element).entries()) field.value = words[place.cells[number].cell] ?? "";
    for (const [number, field] of reasonsOf(element).entries())
      field.value = reasons[place.wordings[number].side] ?? "";
    find(element, "[data-who]", HTMLInputElement).value = who;
    find(element, "[data-by]", HTMLInputElement).value = by;
  }

  /** What is chosen for the place that a field stands in. @param {Element} field @returns {[string, Settled] | null} */
  settledAt(field) {
    const element = field.closest("[data-place]");
    const place = element instanceof HTMLElement ? this.places.get(element.dataset.place ?? "") : null;
    const chosen = element?.querySelector("input[type=radio]:checked");
    if (!(element instanceof HTMLElement) || !place || !(chosen instanceof HTMLInputElement)) return null;
    const cells = cellsOf(element).map((each, number) => [place.cells[number].cell, each.value]);
    const reasons = reasonsOf(element).map((each, number) => [place.wordings[number].side, each.value.trim()]);
    const settled = {
      choice: chosen.value,
      words: Object.fromEntries(cells.filter(([, words]) => words)),
      reasons: Object.fromEntries(reasons.filter(([, reason]) => reason)),
      who: find(element, "[data-who]", HTMLInputElement).value.trim(),
      by: find(element, "[data-by]", HTMLInputElement).value,
      of: place.of,
    };
    return [place.id, settled];
  }
}

/** @param {HTMLElement} place */
const cellsOf = (place) =>
  /** @type {(HTMLTextAreaElement | HTMLInputElement)[]} */ (findAll(place, "[data-cell]", HTMLElement));

/** @param {HTMLElement} place */
const reasonsOf = (place) => findAll(place, "[data-reason]", HTMLTextAreaElement);

/** A place as its template wants it. @param {any} place */
function withChoices(place) {
  const { id, kind, wordings, cells } = place;
  const wrote = wordings.filter((/** @type {any} */ { nothing }) => !nothing);
  const takes = wrote.map((/** @type {any} */ { side, side_name }) => ({
    choice: side,
    words: say("draft-compare.take-words", { side: side_name }),
  }));
  const third = place.can_be_written ? [{ choice: "third", words: say("draft-compare.third") }] : [];
  const open = [{ choice: "open", words: say("draft-compare.not-yet") }];
  return {
    ...place,
    heading: headingOf(place),
    choices: [...takes, ...third, ...open].map((each) => ({ ...each, radio: `choice.${id}` })),
    reasons: wordings.map((/** @type {any} */ { side_name }) => ({
      words: say("draft-compare.reason", { side: side_name }),
    })),
    cells: cells.map((/** @type {any} */ { heading }) => ({
      words: heading || say("draft-compare.new-words"),
      as_date: kind === "date",
      as_number: kind === "number",
      as_text: kind !== "date" && kind !== "number",
    })),
  };
}

/** @param {{label: string, title: string}} place */
export const headingOf = ({ label, title }) => (title ? say("draft-compare.place", { label, title }) : label);
