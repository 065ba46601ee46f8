import { find, findAll } from "../shared/find.js";
import { voiceFor } from "./voices.js";

/** Sites of several forks may share a host name, so the key holds this site's path. */
const SPEED = `${new URL("../../", import.meta.url).pathname}#listen-speed`;

/** A button that has the page read aloud, there only where the browser has a voice for it. */
class ListenPage extends HTMLElement {
  offer = find(this, "[data-offer]", HTMLElement);
  bar = find(this, "[data-bar]", HTMLElement);
  failed = find(this, "[data-failed]", HTMLElement);
  speed = find(this, "[data-speed]", HTMLSelectElement);
  /** @type {typeof import("./reading.js").Reading | undefined} */
  Reading;
  /** @type {import("./reading.js").Reading | undefined} */
  reading;
  /** @type {SpeechSynthesisVoice | undefined} */
  voice;

  connectedCallback() {
    if (!("speechSynthesis" in globalThis)) return;
    this.restoreSpeed();
    this.addEventListener("click", (event) => this.pressed(event));
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.stop());
    this.speed.addEventListener("change", () => this.changeSpeed());
    addEventListener("pagehide", () => this.stop());
    speechSynthesis.addEventListener("voiceschanged", () => this.look()); // some browsers find their voices late
    this.look();
  }

  disconnectedCallback() {
    this.stop();
  }

  /** Look whether there is a voice. What reads is loaded before the button is there, so that pressing it speaks at once:
   * browsers let a page speak only at the press of a button. */
  async look() {
    const { lang } = document.documentElement;
    this.voice = voiceFor(lang, speechSynthesis.getVoices(), navigator.languages);
    if (this.voice) this.Reading ??= (await import("./reading.js")).Reading;
    this.hidden = !this.voice;
    find(this, "[data-network]", HTMLElement).hidden = this.voice?.localService !== false;
    if (!this.voice) this.stop();
  }

  /** @param {MouseEvent} event */
  pressed({ target }) {
    const pressed = target instanceof Element ? target.closest("button")?.dataset : undefined;
    if (!pressed) return;
    if ("start" in pressed) this.start();
    else if ("stop" in pressed) this.stop();
    else if ("back" in pressed) this.reading?.move(-1);
    else if ("on" in pressed) this.reading?.move(1);
    else if (this.reading?.saying) this.reading.hush();
    else this.reading?.say();
    this.show();
  }

  start() {
    const root = this.closest("article") ?? document.body;
    if (!this.Reading || !this.voice) return;
    this.reading = new this.Reading(root, this.voice, Number(this.speed.value), this.bar, (news) => this.hear(news));
    this.bar.hidden = false;
    this.offer.hidden = true;
    this.reading.say();
    find(this, "[data-play]", HTMLButtonElement).focus({ preventScroll: true });
  }

  stop() {
    const inside = this.bar.contains(document.activeElement);
    this.reading?.stop();
    this.reading = undefined;
    this.bar.hidden = true;
    this.offer.hidden = false;
    if (inside) find(this, "[data-start]", HTMLButtonElement).focus();
  }

  /** @param {'over' | 'failed'} news */
  hear(news) {
    if (news === "over") this.stop();
    else this.show();
    this.failed.hidden = news !== "failed";
  }

  /** Say on the button what pressing it does. */
  show() {
    const now = this.reading?.saying ? "saying" : "paused";
    for (const words of findAll(this, "[data-when]", HTMLElement)) words.hidden = words.dataset.when !== now;
    this.failed.hidden = true;
  }

  changeSpeed() {
    if (this.reading) {
      this.reading.speed = Number(this.speed.value);
      if (this.reading.saying) this.reading.say(); // a voice can't change within a sentence
    }
    try {
      localStorage.setItem(SPEED, this.speed.value);
    } catch {
      // No storage: the choice holds for this page.
    }
  }

  restoreSpeed() {
    try {
      const kept = localStorage.getItem(SPEED);
      if ([...this.speed.options].some(({ value }) => value === kept)) this.speed.value = String(kept);
    } catch {
      // No storage: the voice's own speed.
    }
  }
}

customElements.define("listen-page", ListenPage);
