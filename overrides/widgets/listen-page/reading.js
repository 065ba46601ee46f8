import { sentencesOf } from "./sentences.js";

/** The name of the mark in the style sheet: `::highlight(listen-page-sentence)`, and `.listen-page-sentence` where the browser has no highlights. */
const MARK = "listen-page-sentence";
const highlights = globalThis.CSS?.highlights;
/** How far down the window a sentence is brought, as a part of the height. */
const PLACE = 0.25;
/** Pixels that stay free above and below the sentence being read. */
const MARGIN = 16;

/**
 * One reading of a page, from the first sentence to the last.
 *
 * A pause ends the sentence, and going on says it again from its start: browsers on Android can't go on within one.
 */
export class Reading {
  at = 0;
  /** The browser forgets an utterance that nobody holds, and then never says that it ended.
   * @type {SpeechSynthesisUtterance | undefined} */
  utterance;

  /**
   * @param {Element} root  what is read
   * @param {SpeechSynthesisVoice} voice
   * @param {number} speed  1 is the voice's own
   * @param {HTMLElement} bar  may stand over the foot of the page
   * @param {(news: 'over' | 'failed') => void} onNews
   */
  constructor(root, voice, speed, bar, onNews) {
    this.sentences = sentencesOf(root, document.documentElement.lang || voice.lang);
    this.voice = voice;
    this.speed = speed;
    this.bar = bar;
    this.onNews = onNews;
  }

  /** Speak the sentence that it has come to, and then those after it. */
  speak() {
    this.pause();
    const sentence = this.sentences[this.at];
    if (!sentence) {
      this.stop();
      this.onNews("over");
      return;
    }
    mark(sentence);
    follow(sentence.range, this.bar);
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = this.voice;
    utterance.lang = this.voice.lang;
    utterance.rate = this.speed;
    utterance.onend = () => this.ended(utterance);
    utterance.onerror = () => this.failed(utterance);
    this.utterance = utterance;
    speechSynthesis.speak(utterance);
  }

  /** What was broken off ends too, in some browsers, and fails in others: neither counts.
   * @param {SpeechSynthesisUtterance} utterance */
  ended(utterance) {
    if (utterance !== this.utterance) return;
    this.utterance = undefined;
    this.at += 1;
    this.speak();
  }

  /** @param {SpeechSynthesisUtterance} utterance */
  failed(utterance) {
    if (utterance !== this.utterance) return;
    this.utterance = undefined;
    this.onNews("failed");
  }

  /** Break off, and stay at this sentence. */
  pause() {
    if (!this.utterance) return;
    this.utterance = undefined;
    speechSynthesis.cancel();
  }

  /** @param {number} step  1 for the next sentence, -1 for the one before */
  move(step) {
    const last = this.sentences.length - 1;
    this.at = Math.min(Math.max(this.at + step, 0), last);
    this.speak();
  }

  stop() {
    this.pause();
    this.at = 0;
    unmark();
  }
}

/** @param {import("./sentences.js").Sentence} sentence */
function mark({ range, block }) {
  unmark();
  if (highlights) highlights.set(MARK, new Highlight(range));
  else block.classList.add(MARK);
}

function unmark() {
  highlights?.delete(MARK);
  for (const marked of document.querySelectorAll(`.${MARK}`)) marked.classList.remove(MARK);
}

/** Bring a sentence into view. The style sheet says whether the page glides there: not where less motion is wanted.
 * @param {Range} range @param {HTMLElement} bar */
function follow(range, bar) {
  const { top, bottom } = range.getBoundingClientRect();
  const covered = getComputedStyle(bar).position === "fixed" ? bar.offsetHeight : 0;
  if (top < MARGIN || bottom > innerHeight - covered - MARGIN) scrollBy({ top: top - innerHeight * PLACE });
}
