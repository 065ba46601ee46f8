import { History } from "../shared/canvas/history.js";

/**
 * The map as plain data, with undo and redo of everything. Nothing here knows of the page.
 *
 * @typedef {{power: number, affected: number}} Spot  marks
 * @typedef {Spot & {person: number | null, at_table: boolean, stance: string}} Place
 * @typedef {{power: number | null, affected: number | null, person: number | null, at_table: boolean, stance: string}}
 *   Waiting  what is known of someone who is not on the map yet
 * @typedef {{id: string, name: string, kind: string, side: string, notes: string}} Stakeholder
 * @typedef {{id: string, from: string, to: string, kind: string}} Link
 * @typedef {{id: string, name: string, places: Record<string, Place>, views: Record<string, Record<string, Spot>>,
 *   links: Link[], waiting: Record<string, Waiting>}} Phase
 * @typedef {{schema: string, version: number, title: string, decision: string, stakeholders: Stakeholder[],
 *   phases: Phase[]}} PowerMap
 * @typedef {{map: PowerMap, phase: string}} Kept  what is kept on the device: the map, and the phase that is shown
 */

/** The version that Python writes (`framework/tools/power_map/read.py`). */
const VERSION = 2;

/** What is kept, of whatever version, as it is kept now. The first knew of nobody who waits. @param {Kept} kept @returns {Kept} */
export const upgraded = (kept) => ({
  ...kept,
  map: {
    ...kept.map,
    version: VERSION,
    phases: kept.map.phases.map((phase) => ({ ...phase, waiting: phase.waiting ?? {} })),
  },
});

/** @extends History<Kept> */
export class State extends History {
  /** @param {Kept} kept @param {boolean} isExample  whether it is the made-up one: what is changed there is never kept */
  constructor(kept, isExample) {
    super(upgraded(kept), isExample);
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
  get stakeholders() {
    return this.map.stakeholders.filter(({ id }) => id in this.phase.places);
  }

  /** Those who belong to this phase and are not on the map yet. @returns {Stakeholder[]} */
  get waiting() {
    return this.map.stakeholders.filter(({ id }) => id in this.phase.waiting);
  }

  /** Everyone of this phase, in order. @returns {Stakeholder[]} */
  get everyone() {
    const { places, waiting } = this.phase;
    return this.map.stakeholders.filter(({ id }) => id in places || id in waiting);
  }

  /** @param {string} id @returns {Stakeholder | undefined} */
  stakeholder(id) {
    return this.map.stakeholders.find((each) => each.id === id);
  }

  /** @param {string} id */
  nameOf(id) {
    return this.stakeholder(id)?.name ?? "";
  }

  /**
   * Change the map. What `edit` does to the copy that it is given becomes one step that can be undone.
   * @param {(map: PowerMap, phase: Phase, kept: Kept) => void} edit
   * @returns {boolean} whether it changed anything
   */
  change(edit) {
    const next = structuredClone(this.kept);
    const phase = next.map.phases.find(({ id }) => id === this.phase.id);
    if (!phase) return false;
    edit(next.map, phase, next);
    return this.replace(next);
  }

  /** Take another map, of whatever version, as one step that can be undone. @param {Kept} taken @returns {boolean} whether it is another */
  replace(taken) {
    return super.replace(upgraded(taken));
  }

  /** Begin anew with a map, of whatever version: there is nothing to undo. @param {Kept} taken @param {boolean} isExample */
  restart(taken, isExample) {
    super.restart(upgraded(taken), isExample);
  }

  /** Look at another phase; there is nothing to undo in that. @param {string} phase */
  showPhase(phase) {
    this.show({ ...this.kept, phase });
  }
}
