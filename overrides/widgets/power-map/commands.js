import { find } from "../shared/find.js";
import { say } from "../shared/words.js";
import * as edits from "./edits.js";
import { measures, toMark } from "./measures.js";

/**
 * @typedef {import('../shared/problem.js').ProblemBox} ProblemBox
 * @typedef {import('./announcements.js').Announcements} Announcements
 * @typedef {import('./state.js').Kept} Kept
 * @typedef {import('./state.js').Spot} Spot
 * @typedef {import('./state.js').State} State
 * @typedef {import('./view.js').View} View
 */

/** How far a button moves a mark. @type {Record<string, Spot>} */
const MOVES = {
  up: { power: 0.5, affected: 0 },
  down: { power: -0.5, affected: 0 },
  right: { power: 0, affected: 0.5 },
  left: { power: 0, affected: -0.5 },
};

/** What a reader can do to the map: each changes it, puts the reader where they go on, and tells what was done. */
export class Commands {
  /** @param {HTMLElement} widget @param {State} state @param {View} view @param {Announcements} announcements @param {ProblemBox} problem */
  constructor(widget, state, view, announcements, problem) {
    this.widget = widget;
    this.state = state;
    this.view = view;
    this.announcements = announcements;
    this.problem = problem;
  }

  /** @param {string} why */
  #refuse(why) {
    this.problem.show({ why }, "failed");
  }

  /** @param {{id: string} & Spot} moved */
  move({ id, power, affected }) {
    const changed = this.state.change((_, phase) => edits.move(phase, this.view.side, id, { power, affected }));
    if (!changed) this.view.drawCanvas(); // where a mark was dragged away and back, it is put to its place
    this.view.announcePlace({ id, power, affected });
  }

  /** @param {string} direction @param {string} id @returns {boolean} whether it is a direction */
  moveTowards(direction, id) {
    const by = MOVES[direction];
    if (!by) return false;
    const { power, affected } = this.view.place(id);
    this.move({ id, power: toMark(power + by.power), affected: toMark(affected + by.affected) });
    return true;
  }

  /** @param {string} id @param {string} key @param {any} value */
  describe(id, key, value) {
    const { power, affected } = this.view.place(id);
    const waits = id in this.state.phase.waiting;
    if (key === "power" || key === "affected") {
      if (!waits && value !== null) this.move({ id, power, affected, [key]: value });
      else this.#mark(id, key, value);
    } else this.state.change((map, phase) => edits.describe(map, phase, id, { [key]: value }));
  }

  /** Give someone who waits a mark, or take one from someone: they stand on the map once they have both. @param {string} id @param {'power' | 'affected'} key @param {number | null} value */
  #mark(id, key, value) {
    if (this.view.side) return;
    this.state.change((_, phase) => edits.setMark(phase, id, key, value));
    if (id in this.state.phase.places) this.view.announcePlace({ id, ...this.view.place(id) });
    else this.announcements.tell(say("power-map.waits", { name: this.state.nameOf(id) }));
  }

  /** Take someone from the map to those who wait beside it. @param {string} id */
  setBeside(id) {
    const place = this.state.phase.places[id];
    if (!place) return;
    this.state.change((_, phase) => edits.setBeside(phase, id, { ...place, power: null, affected: null }));
    this.announcements.tell(say("power-map.waits", { name: this.state.nameOf(id) }));
  }

  /** @param {'title' | 'decision'} key @param {string} value */
  nameMap(key, value) {
    this.state.change((map) => Object.assign(map, { [key]: value }));
  }

  add() {
    const { map } = this.state;
    const id = edits.freshId("s", map.stakeholders);
    const name = this.#freshName();
    const side = this.view.side || "resident";
    this.state.change((draft, phase) => edits.addStakeholder(draft, phase, { id, name, side }));
    this.view.canvas?.choose(id);
    this.view.nameOn(id);
    this.announcements.tell(say("power-map.added", { name }));
  }

  /** @returns {string} a name for someone new, that nobody has yet */
  #freshName() {
    const base = say("power-map.new");
    let name = base;
    for (let number = 2; this.state.map.stakeholders.some((each) => each.name === name); number += 1) {
      name = say("power-map.numbered", { name: base, number });
    }
    return name;
  }

  /** @param {string[]} ids @param {string} what */
  changeMany(ids, what) {
    this.state.change((map, phase) => edits.changeMany(map, phase, ids, what));
    this.announcements.tell(say("power-map.many-changed", { count: ids.length }));
  }

  /** @param {string} id */
  remove(id) {
    const name = this.state.nameOf(id);
    this.state.change((map, phase) => edits.removeStakeholder(map, phase, id));
    this.announcements.tell(say("power-map.removed", { name }));
  }

  /** @param {string} id */
  putBack(id) {
    if (id) this.state.change((map, phase) => edits.putBack(map, phase, id));
  }

  /** @param {string} from @param {string} kind @param {string} to @returns {boolean} whether it was added */
  addLink(from, kind, to) {
    const { everyone, phase } = this.state;
    const ends = [from, to].filter((end) => everyone.some(({ id }) => id === end));
    if (ends.length < 2 || from === to) {
      this.#refuse(say("power-map.two-needed"));
      return false;
    }
    const id = edits.freshId("l", phase.links);
    this.state.change((_, draft) => draft.links.push({ id, from, to, kind }));
    this.problem.hide();
    this.view.announceLink(id);
    return true;
  }

  /** @param {string} id @param {string} key @param {any} value */
  changeLink(id, key, value) {
    this.state.change((_, phase) => edits.changeLink(phase, id, { [key]: value }));
    this.view.announceLink(id);
  }

  /** @param {string} id */
  removeLink(id) {
    this.state.change((_, phase) => edits.removeLink(phase, id));
    this.announcements.tell(say("power-map.link-removed"));
  }

  /** @param {string} name */
  namePhase(name) {
    if (name) this.state.change((_, phase) => Object.assign(phase, { name }));
  }

  /** A new phase begins as this one is, and what moves from then on is its own. */
  addPhase() {
    const { map, phase } = this.state;
    if (map.phases.length >= measures.most_phases) {
      this.#refuse(say("power-map.most-phases", { count: measures.most_phases }));
      return;
    }
    const id = edits.freshId("p", map.phases);
    this.view.chosenPhase = undefined;
    this.state.change((_map, _phase, kept) => edits.addPhase(kept, phase, id, say("power-map.next-phase")));
    this.announcements.tell(say("power-map.phase-shown", { name: this.state.phase.name }));
    find(this.widget, "[data-phase-name]", HTMLInputElement).select();
  }

  removePhase() {
    if (this.state.map.phases.length === 1) {
      this.#refuse(say("power-map.last-phase"));
      return;
    }
    if (!confirm(say("power-map.remove-phase-sure"))) return;
    this.view.chosenPhase = undefined;
    this.state.change((_, phase, kept) => edits.removePhase(kept, phase));
  }

  /** Whether the group's map may go: where someone is on it, the reader is asked. Nobody is asked about the example. */
  mayReplace() {
    const { isExample, map } = this.state;
    const count = map.stakeholders.length;
    return isExample || count === 0 || confirm(say("power-map.replace-sure", { count }));
  }

  /** Begin with an empty map. */
  beginAnew() {
    if (!this.mayReplace()) return;
    const { schema, version } = this.state.map;
    const empty = edits.emptyMap({ schema, version }, say("kinds.stage-set-up"));
    this.view.chosenView = "";
    this.state.own(empty);
    const title = find(this.widget, "[data-map=title]", HTMLInputElement);
    (title.checkVisibility() ? title : this.view.canvas?.svg)?.focus();
  }

  undo() {
    if (!this.state.past.length) return;
    this.view.canvas?.putDown();
    this.state.undo();
    this.announcements.tell(say("power-map.undone"));
  }

  redo() {
    if (!this.state.future.length) return;
    this.view.canvas?.putDown();
    this.state.redo();
    this.announcements.tell(say("power-map.redone"));
  }
}
