/** @typedef {{x: number, y: number}} Middle  the place between two fingers, on the screen */

/** Two fingers on an element: they tell how far they went apart, and about which place. */
export class Pinch {
  /** How far the fingers were apart at first; 0 where there are not two. */
  apart = 0;

  /**
   * @param {HTMLElement} element
   * @param {{begin: (middle: Middle) => void, change: (times: number, middle: Middle) => void, end: () => void}} wishes
   */
  constructor(element, wishes) {
    this.wishes = wishes;
    element.addEventListener("touchstart", (event) => this.#onStart(event), { passive: false });
    element.addEventListener("touchmove", (event) => this.#onMove(event), { passive: false });
    for (const type of /** @type {const} */ (["touchend", "touchcancel"])) {
      element.addEventListener(type, () => this.#onEnd());
    }
  }

  /** @param {TouchEvent} event */
  #onStart(event) {
    const two = measured(event.touches);
    if (!two) return;
    event.preventDefault();
    this.apart = two.apart;
    this.wishes.begin(two.middle);
  }

  /** @param {TouchEvent} event */
  #onMove(event) {
    const two = measured(event.touches);
    if (!two || !this.apart) return;
    event.preventDefault();
    this.wishes.change(two.apart / this.apart, two.middle);
  }

  #onEnd() {
    if (!this.apart) return;
    this.apart = 0;
    this.wishes.end();
  }
}

/** @param {TouchList} touches @returns {{apart: number, middle: Middle} | null} null where there are not two */
function measured(touches) {
  const [one, other] = touches;
  if (!one || !other || touches.length !== 2) return null;
  return {
    apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
    middle: { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 },
  };
}
