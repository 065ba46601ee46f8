import { find } from "../shared/find.js";
import { say } from "../shared/words.js";

const MINUTE = 60_000;
const TICK_MS = 250;
/** How long a part takes where no plan says. */
const USUAL_MINUTES = 10;

/**
 * A clock that runs down and can be stretched. It counts to a point in time, so that a laptop that slept is right again.
 *
 * @typedef {{left: number, ends: number | null}} Time  what is left, in milliseconds; when it ends, while it runs
 */
export class Timer {
  /** @type {Time} */
  time = { left: USUAL_MINUTES * MINUTE, ends: null };

  /** @param {HTMLElement} root @param {(time: Time) => void} onChange  takes the time that is to be kept */
  constructor(root, onChange) {
    this.root = root;
    this.onChange = onChange;
    this.clock = find(root, "[data-clock]", HTMLElement);
    this.up = find(root, "[data-time-up]", HTMLElement);
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.dataset.time) this.press(button.dataset.time);
    });
    setInterval(() => this.show(), TICK_MS);
  }

  get left() {
    return this.time.ends === null ? this.time.left : this.time.ends - Date.now();
  }

  /** @param {Time | undefined} kept */
  restore(kept) {
    if (kept) this.time = kept;
    this.show();
  }

  /** Begin a part of so many minutes, not yet running. @param {number} minutes */
  set(minutes) {
    this.time = { left: minutes * MINUTE, ends: null };
    this.show();
    this.onChange(this.time);
  }

  /** @param {string} what */
  press(what) {
    const left = Math.max(0, this.left);
    if (what === "toggle")
      this.time = this.time.ends === null ? { left, ends: Date.now() + left } : { left, ends: null };
    else {
      const next = Math.max(0, left + (what === "more" ? 5 : -1) * MINUTE);
      this.time = { left: next, ends: this.time.ends === null ? null : Date.now() + next };
    }
    this.show();
    this.onChange(this.time);
  }

  show() {
    const seconds = Math.max(0, Math.ceil(this.left / 1000));
    const running = this.time.ends !== null;
    this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    find(this.root, "[data-time=toggle]", HTMLElement).textContent = running
      ? say("workshop-screen.pause")
      : say("workshop-screen.start");
    const over = running && seconds === 0;
    const message = over ? say("workshop-screen.time-up") : "";
    if (this.up.textContent !== message) this.up.textContent = message;
    this.root.toggleAttribute("data-over", over);
  }
}
