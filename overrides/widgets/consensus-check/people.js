import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** @typedef {{who: string, side: string, position: string, reason: string}} Person */

/** The people of a form, one after the other: by role, with a side, a position, and a reason for any doubt. */
export class People {
  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template  of one person
   */
  constructor(list, template) {
    this.list = list;
    this.template = template;
  }

  /** @returns {Person[]} everyone of whom something was entered */
  get entered() {
    return this.all.filter((each) => Object.values(each).some(Boolean));
  }

  /** Whether no row is shown. */
  get none() {
    return this.list.childElementCount === 0;
  }

  /** @returns {Person[]} */
  get all() {
    return findAll(this.list, ".person", HTMLElement).map((row) => ({
      who: find(row, "[name=who]", HTMLInputElement).value,
      side: find(row, "[name=side]", HTMLSelectElement).value,
      position: row.querySelector("input[type=radio]:checked")?.getAttribute("value") ?? "",
      reason: find(row, "[name=reason]", HTMLTextAreaElement).value,
    }));
  }

  /** Show these people, and none else. @param {Person[]} people */
  show(people) {
    this.list.replaceChildren(...people.map((person, place) => this.row(person, place)));
  }

  /** @param {Person} person @param {number} place */
  row(person, place) {
    const number = place + 1;
    const row = fill(this.template, { title: say("consensus.person", { number }), number });
    find(row, "[name=who]", HTMLInputElement).value = person.who;
    find(row, "[name=side]", HTMLSelectElement).value = person.side;
    find(row, "[name=reason]", HTMLTextAreaElement).value = person.reason;
    for (const input of findAll(row, "input[type=radio]", HTMLInputElement)) {
      input.name = `position.${place}`;
      input.checked = input.value === person.position;
    }
    return row;
  }
}
