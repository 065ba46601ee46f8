/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;

/** Something that is done when the reader pauses, and at the latest when the page is left. */
export class Later {
  timer = 0;

  /** @param {() => void} work */
  constructor(work) {
    this.work = work;
    addEventListener("pagehide", () => this.finish());
  }

  /** Whether it waits to be done. */
  get pending() {
    return this.timer !== 0;
  }

  /** Do it once the reader pauses. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(), PAUSE_MS);
  }

  /** Do now what waits. */
  finish() {
    if (!this.pending) return;
    this.cancel();
    this.work();
  }

  /** Do nothing more. */
  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
