import { find, findAll } from "../shared/find.js";
import { get, put } from "../shared/storage.js";
import { voiceFor } from "./voices.js";

const SPEED = "listen-speed";

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
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.stop());
    this.speed.addEventListener("change", () => this.changeSpeed());
    addEventListener("pagehide", () => this.stop());
    speechSynthesis.addEventListener("voiceschanged", () => this.findVoice()); // some browsers find their voices late
    this.findVoice();
  }

  disconnectedCallback() {
    this.stop();
  }

  /** Look whether there is a voice. What reads is loaded before the button is there, so that pressing it speaks at once:
   * browsers let a page speak only at the press of a button. */
  async findVoice() {
    const { lang } = document.documentElement;
    this.voice = voiceFor(lang, speechSynthesis.getVoices(), navigator.languages);
    if (this.voice) this.Reading ??= (await import("./reading.js")).Reading;
    this.hidden = !this.voice;
    find(this, "[data-network]", HTMLElement).hidden = this.voice?.localService !== false;
    if (!this.voice) this.stop();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const does = target instanceof Element ? target.closest("button")?.dataset : undefined;
    if (!does) return;
    if ("start" in does) this.start();
    else if ("stop" in does) this.stop();
    else if ("back" in does) this.reading?.move(-1);
    else if ("next" in does) this.reading?.move(1);
    else if (this.reading?.utterance) this.reading.pause();
    else this.reading?.speak();
    this.show();
  }

  start() {
    const root = this.closest("article") ?? document.body;
    if (!this.Reading || !this.voice) return;
    this.reading = new this.Reading(root, this.voice, Number(this.speed.value), this.bar, (news) => this.onNews(news));
    this.bar.hidden = false;
    this.offer.hidden = true;
    this.reading.speak();
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
  onNews(news) {
    if (news === "over") this.stop();
    else this.show();
    this.failed.hidden = news !== "failed";
  }

  /** Say on the button what pressing it does. */
  show() {
    const now = this.reading?.utterance ? "speaking" : "paused";
    for (const words of findAll(this, "[data-when]", HTMLElement)) words.hidden = words.dataset.when !== now;
    this.failed.hidden = true;
  }

  changeSpeed() {
    if (this.reading) {
      this.reading.speed = Number(this.speed.value);
      if (this.reading.utterance) this.reading.speak(); // a voice can't change within a sentence
    }
    try {
      put(SPEED, this.speed.value);
    } catch {
      // Where nothing is kept, the choice holds for this page.
    }
  }

  restoreSpeed() {
    const kept = get(SPEED);
    if ([...this.speed.options].some(({ value }) => value === kept)) this.speed.value = String(kept);
  }
}

customElements.define("listen-page", ListenPage);
