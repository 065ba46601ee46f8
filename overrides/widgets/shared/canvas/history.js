/**
 * Plain data, with undo and redo of everything. Nothing here knows of the page, nor of what the data means.
 *
 * A `change` event tells of other data, however it came.
 */

/** How many changes can be undone. */
const MOST_CHANGES = 200;

/** @template T */
export class History extends EventTarget {
  /** @type {T[]} */
  past = [];
  /** @type {T[]} */
  future = [];

  /** @param {T} kept @param {boolean} isExample  whether it is the made-up one: what is changed there is never kept */
  constructor(kept, isExample) {
    super();
    this.kept = kept;
    this.isExample = isExample;
  }

  /** Take other data, as one step that can be undone. @param {T} next @returns {boolean} whether it is other data */
  replace(next) {
    if (JSON.stringify(next) === JSON.stringify(this.kept)) return false;
    this.past = [...this.past, this.kept].slice(-MOST_CHANGES);
    this.future = [];
    this.show(next);
    return true;
  }

  /** Take data for the group's own. Where the example was shown, there is nothing to undo: nothing of it is kept. @param {T} next */
  own(next) {
    if (!this.isExample) this.replace(next);
    else this.restart(next, false);
  }

  /** Begin anew: there is nothing to undo. @param {T} next @param {boolean} isExample */
  restart(next, isExample) {
    this.past = [];
    this.future = [];
    this.isExample = isExample;
    this.show(next);
  }

  /** Look at other data; there is nothing to undo in that. @param {T} next */
  show(next) {
    this.kept = next;
    this.dispatchEvent(new Event("change"));
  }

  undo() {
    this.#step(this.past, this.future);
  }

  redo() {
    this.#step(this.future, this.past);
  }

  /** @param {T[]} from @param {T[]} to */
  #step(from, to) {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.kept);
    this.show(next);
  }
}
