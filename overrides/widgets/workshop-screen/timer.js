import { clockFace, isOver, left } from "../shared/clock.js";
import { find } from "../shared/find.js";
import { say } from "../shared/words.js";
import { Bell } from "./bell.js";

/** @typedef {import('../shared/clock.js').Time} Time */

const MINUTE = 60_000;
const TICK_MS = 250;
/** How long a part takes where no plan says. */
const USUAL_MINUTES = 10;

/** The clock of the workshop: it can be stretched, and when the time is up it is seen and heard. */
export class Timer {
  /** @type {Time} */
  time = { left: USUAL_MINUTES * MINUTE, ends: null };
  bell = new Bell();
  /** Whether it has run out since it was last set: it rings once. */
  over = false;

  /** @param {HTMLElement} root @param {(time: Time) => void} onChange  takes the time that is to be kept */
  constructor(root, onChange) {
    this.root = root;
    this.onChange = onChange;
    this.clock = find(root, "[data-clock]", HTMLElement);
    this.up = find(root, "[data-time-up]", HTMLElement);
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.dataset.time === "sound") this.mute(button);
      else if (button?.dataset.time) this.press(button.dataset.time);
    });
    setInterval(() => this.show(), TICK_MS);
  }

  /** @param {Time | undefined} kept */
  restore(kept) {
    if (kept) this.time = kept;
    this.over = isOver(this.time); // one that ran out while nobody was here does not ring
    this.show();
  }

  /** Begin a part of so many minutes, not yet running. @param {number} minutes */
  set(minutes) {
    this.#change({ left: minutes * MINUTE, ends: null });
  }

  /** @param {string} what */
  press(what) {
    const still = Math.max(0, left(this.time));
    const runs = this.time.ends !== null;
    this.bell.prepare();
    if (what === "toggle") this.#change(runs ? { left: still, ends: null } : { left: still, ends: Date.now() + still });
    else {
      const next = Math.max(0, still + (what === "more" ? 5 : -1) * MINUTE);
      this.#change({ left: next, ends: runs ? Date.now() + next : null });
    }
  }

  /** @param {HTMLElement} button */
  mute(button) {
    this.bell.on = !this.bell.on;
    button.setAttribute("aria-pressed", String(this.bell.on));
    if (this.bell.on) this.bell.prepare().then(() => this.bell.ring()); // so that everyone knows it
  }

  /** @param {Time} time */
  #change(time) {
    this.time = time;
    this.over = false;
    this.show();
    this.onChange(time);
  }

  show() {
    this.clock.textContent = clockFace(this.time);
    find(this.root, "[data-time=toggle]", HTMLElement).textContent =
      this.time.ends === null ? say("workshop-screen.start") : say("workshop-screen.pause");
    const over = isOver(this.time);
    if (over && !this.over) this.bell.ring();
    this.over = over;
    const message = over ? say("workshop-screen.time-up") : "";
    if (this.up.textContent !== message) this.up.textContent = message;
    this.root.toggleAttribute("data-over", over);
  }
}
