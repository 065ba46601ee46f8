import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";
import { listed, say } from "../shared/words.js";

/**
 * @typedef {{request: Record<string, unknown>, isEmpty: boolean, comparesPhases: boolean, comparesSides: boolean}} Question
 *   what to ask of the map as it stands, and what the reader wants to see of the answer
 */

/** How long to wait for the next change before Python is asked about this one. */
const PAUSE_MS = 60;

/** What the map tells: Python is asked after each change, and what it says stands beside the map. */
export class Analysis {
  /** What Python said of the map as it stands. @type {any} */
  answer = null;
  /** How often Python was asked: only the latest answer counts. */
  requests = 0;
  timer = 0;

  /** @param {HTMLElement} widget @param {() => void} onAnswer */
  constructor(widget, onAnswer) {
    this.widget = widget;
    this.onAnswer = onAnswer;
    this.waiting = find(widget, "[data-waiting]", HTMLElement);
  }

  /** The map is drawn in another way: what was said of it no longer fits. */
  forget() {
    this.answer = null;
  }

  /** Ask soon, unless the map changes again. @param {() => Question} question */
  askSoon(question) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(question()), PAUSE_MS);
  }

  /** An answer that comes too late is passed over. @param {Question} question */
  async #ask(question) {
    this.requests += 1;
    const { requests } = this;
    this.widget.setAttribute("aria-busy", "true");
    try {
      const answer = await ask({ call: "power_map", do: "look", ...question.request });
      if (requests !== this.requests) return;
      this.answer = answer;
      this.onAnswer();
      this.#show(answer, question);
      this.waiting.hidden = true;
    } catch (error) {
      if (requests !== this.requests) return;
      this.waiting.hidden = false;
      this.waiting.textContent = messageOf(error);
    }
    this.widget.removeAttribute("aria-busy");
  }

  /** @param {any} answer @param {Question} question */
  #show({ findings, moves, differences, description, like_people: names }, question) {
    const nothing = findings.length === 0 && !question.isEmpty;
    this.#place("findings").replaceChildren(fillOwn(this.widget, "findings", { findings, nothing }));
    this.#list("moves", moves, question.comparesPhases ? say("power-map.nothing-moved") : "");
    this.#list("differences", differences, question.comparesSides ? say("power-map.no-difference") : "");
    const paragraphs = description.split("\n").map((/** @type {string} */ line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    this.#place("description").replaceChildren(...paragraphs);
    const warning = this.#place("like-people");
    warning.hidden = names.length === 0;
    const joined = listed(names.map((/** @type {{name: string}} */ { name }) => name));
    warning.replaceChildren(fillOwn(this.widget, "like-people", { names: joined }));
  }

  /** @param {string} name @param {{sentence: string}[]} sentences @param {string} none  what to say where there are none */
  #list(name, sentences, none) {
    this.#place(`${name}-part`).hidden = !sentences.length && !none;
    const nothing = sentences.length ? "" : none;
    this.#place(name).replaceChildren(fillOwn(this.widget, "list", { sentences, nothing }));
  }

  /** @param {string} name */
  #place(name) {
    return find(this.widget, `[data-${name}]`, HTMLElement);
  }
}
