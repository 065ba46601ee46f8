import { coverPage } from "../shared/cover-page.js";
import { say } from "../shared/words.js";

/**
 * An element shown alone on the whole screen, in letters for a room. Page Up and Page Down turn its pages; Escape ends
 * it. Where the browser has no full screen to give, the element covers the page.
 */
export class Projector {
  /** Gives the rest of the page back. */
  uncover = () => {};

  /**
   * @param {HTMLElement} element
   * @param {HTMLButtonElement} button  switches it on and off
   * @param {(by: number) => void} turn  shows another page
   */
  constructor(element, button, turn) {
    this.element = element;
    this.button = button;
    this.words = button.textContent ?? "";
    button.addEventListener("click", () => this.switch(!this.on));
    element.addEventListener("keydown", (event) => {
      if (!this.on) return;
      if (event.key === "Escape") this.switch(false);
      else if (event.key === "PageDown" || event.key === "PageUp") {
        event.preventDefault();
        turn(event.key === "PageDown" ? 1 : -1);
      }
    });
    document.addEventListener("fullscreenchange", () => {
      if (this.on && this.wasFull && !document.fullscreenElement) this.switch(false);
    });
  }

  get on() {
    return "onProjector" in this.element.dataset;
  }

  /** @param {boolean} on */
  async switch(on) {
    this.wasFull = false;
    if (on) {
      this.element.dataset.onProjector = "";
      this.uncover = coverPage(this.element);
    } else {
      delete this.element.dataset.onProjector;
      this.uncover();
    }
    this.button.setAttribute("aria-pressed", String(on));
    this.button.textContent = on ? say("precept-cards.leave-full-screen") : this.words;
    try {
      if (on) await this.element.requestFullscreen();
      else if (document.fullscreenElement) await document.exitFullscreen();
      this.wasFull = on;
    } catch {
      // The element covers the page all the same.
    }
  }
}
