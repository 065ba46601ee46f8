/**
 * The map as plain data, with undo and redo of everything. Nothing here knows of the page.
 *
 * @typedef {{power: number, affected: number}} Spot  marks from 1 to 5
 * @typedef {Spot & {person: number | null, at_table: boolean, stance: string}} Place
 * @typedef {{id: string, name: string, kind: string, side: string, notes: string}} Stakeholder
 * @typedef {{id: string, from: string, to: string, kind: string}} Link
 * @typedef {{id: string, name: string, places: Record<string, Place>, views: Record<string, Record<string, Spot>>,
 *   links: Link[]}} Phase
 * @typedef {{schema: string, version: number, title: string, decision: string, stakeholders: Stakeholder[],
 *   phases: Phase[]}} PowerMap
 * @typedef {{map: PowerMap, phase: string}} Kept  what is kept on the device
 */

/** How many changes can be taken back. */
const MOST_STEPS = 200;

export class State extends EventTarget {
  /** @type {Kept[]} */
  past = [];
  /** @type {Kept[]} */
  future = [];

  /** @param {Kept} kept */
  constructor(kept) {
    super();
    this.kept = kept;
  }

  get map() {
    return this.kept.map;
  }

  /** The phase that is shown. @returns {Phase} */
  get phase() {
    const { phases } = this.map;
    const found = phases.find(({ id }) => id === this.kept.phase) ?? phases[0];
    if (!found) throw new Error("A map has one phase at least.");
    return found;
  }

  /** Those who are on the map in this phase, in order. @returns {Stakeholder[]} */
  get people() {
    return this.map.stakeholders.filter(({ id }) => id in this.phase.places);
  }

  /** @param {string} id */
  named(id) {
    return this.map.stakeholders.find((each) => each.id === id);
  }

  /**
   * Change the map. What `edit` does to the copy that it is given becomes one step that can be undone.
   * @param {(map: PowerMap, phase: Phase, kept: Kept) => void} edit
   */
  change(edit) {
    const next = structuredClone(this.kept);
    const phase = next.map.phases.find(({ id }) => id === this.phase.id);
    if (!phase) return;
    edit(next.map, phase, next);
    this.go(next);
  }

  /** Take another map, as one step that can be undone. @param {Kept} next */
  go(next) {
    if (JSON.stringify(next) === JSON.stringify(this.kept)) return;
    this.past = [...this.past, this.kept].slice(-MOST_STEPS);
    this.future = [];
    this.kept = next;
    this.tell();
  }

  /** Look at another phase; there is nothing to undo in that. @param {string} phase */
  show(phase) {
    this.kept = { ...this.kept, phase };
    this.tell();
  }

  undo() {
    this.#step(this.past, this.future);
  }

  redo() {
    this.#step(this.future, this.past);
  }

  /** @param {Kept[]} from @param {Kept[]} to */
  #step(from, to) {
    const next = from.pop();
    if (!next) return;
    to.push(this.kept);
    this.kept = next;
    this.tell();
  }

  tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** A mark from 1 to 5, to a tenth. @param {number} value */
export const toMark = (value) => Math.round(Math.min(5, Math.max(1, value)) * 10) / 10;

/** The first id with this letter that none has. @param {string} letter @param {{id: string}[]} taken */
export function freshId(letter, taken) {
  const known = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (known.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** @returns {Place} the middle of the map */
export const middle = () => ({ power: 3, affected: 3, person: null, at_table: false, stance: "not-known" });

/** Take someone off the map in a phase, with their links. @param {PowerMap} map @param {Phase} phase @param {string} id */
export function takeOff(map, phase, id) {
  delete phase.places[id];
  for (const view of Object.values(phase.views)) delete view[id];
  phase.links = phase.links.filter(({ from, to }) => from !== id && to !== id);
  if (!map.phases.some(({ places }) => id in places)) {
    map.stakeholders = map.stakeholders.filter((each) => each.id !== id);
  }
}
