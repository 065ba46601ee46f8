/** How many steps can be undone. */
const MOST = 100;
/** Typing that goes on within so long is one step. */
const PAUSE_MS = 1000;

/** What can be undone and done again, each step as a text that tells all that stood in the form. */
export class History {
  /** @type {string[]} */
  past = [];
  /** @type {string[]} */
  future = [];
  /** What was done last, as its kind and when. */
  last = { kind: "", at: 0 };

  /** @param {() => string} take  what the form holds now, as a text */
  constructor(take) {
    this.take = take;
    this.now = take();
  }

  /**
   * Note what the form holds now.
   * @param {string} [kind]  what was done; what is of one kind, and goes on without a pause, is undone at once
   * @returns {boolean} whether it is another than before
   */
  note(kind = "") {
    const now = this.take();
    if (now === this.now) return false;
    const at = performance.now();
    const goesOn = kind !== "" && kind === this.last.kind && at - this.last.at < PAUSE_MS;
    if (!goesOn) this.past = [...this.past, this.now].slice(-MOST);
    this.last = { kind, at };
    this.future = [];
    this.now = now;
    return true;
  }

  /** @returns {string | undefined} what the form held a step before */
  undo() {
    return this.#go(this.past, this.future);
  }

  /** @returns {string | undefined} what the form held before it was undone */
  redo() {
    return this.#go(this.future, this.past);
  }

  /** Begin anew: what the form holds was not written here. */
  forget() {
    [this.past, this.future] = [[], []];
    this.now = this.take();
  }

  /** @param {string[]} from @param {string[]} to */
  #go(from, to) {
    const found = from.pop();
    if (found === undefined) return undefined;
    to.push(this.now);
    this.now = found;
    this.last.kind = "";
    return found;
  }
}
