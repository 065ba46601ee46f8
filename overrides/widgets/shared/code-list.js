import { fillOwn } from "./fill.js";
import { find, findAll } from "./find.js";
import { listed, say } from "./words.js";

/** @typedef {import('./gathering.js').Gathering<any>} State */

/** Who has answered, and what came in: shown as Python says it, and never what anyone answered. */
export class CodeList {
  /** Of each side how many are in, as Python said last. @type {any[]} */
  counts = [];
  /** Whom it was asked to wait for, as it was said. */
  waitedFor = "";

  /** @param {HTMLElement} screen @param {State} state */
  constructor(screen, state) {
    this.screen = screen;
    this.state = state;
  }

  /** @param {string} name */
  #place(name) {
    return find(this.screen, `[data-${name}]`, HTMLElement);
  }

  /** @param {string} side */
  #sideMark(side) {
    return find(this.screen, `[data-side-mark="${side}"]`, HTMLTemplateElement).content.cloneNode(true);
  }

  /** @param {any} answer  see `framework/tools/workshop/call.py` */
  show({ sides, people, can_reveal }) {
    this.counts = sides;
    this.#place("counts").replaceChildren(...sides.map((/** @type {any} */ side) => this.#count(side)));
    this.#place("people").replaceChildren(...people.map((/** @type {any} */ person) => this.#person(person)));
    for (const button of findAll(this.screen, "[data-reveal][data-again]", HTMLElement)) button.hidden = !can_reveal;
  }

  /** @param {any} side */
  #count(side) {
    const expected = this.#expected(side.side);
    const about = expected ? say("workshop-screen.of-about", { expected }) : "";
    const line = fillOwn(this.screen, "count", { ...side, about });
    line.querySelector("[data-mark]")?.replaceWith(this.#sideMark(side.side));
    return line;
  }

  /** @param {string} side */
  #expected(side) {
    return this.state.workshop?.expected?.[side] ?? 0;
  }

  /** @returns {import('./room.js').SideCount[]} how many are in, and how many are expected */
  get sides() {
    return this.counts.map(({ side, side_name, people }) => {
      return { side, side_name, people, expected: this.#expected(side) };
    });
  }

  /** Who is not in yet, the first time that this is asked. @returns {string} a sentence; empty where nobody is waited for */
  askOnceMore() {
    const missing = this.sides.filter(({ people, expected }) => people < expected);
    const names = missing.map(({ side_name, people, expected }) => {
      return say("workshop-screen.missing-side", { side: side_name, count: expected - people });
    });
    const words = names.length ? say("workshop-screen.missing", { sides: listed(names) }) : "";
    if (words === this.waitedFor) return "";
    this.waitedFor = words;
    return words;
  }

  /** @param {any} person */
  #person({ side, side_name, mark }) {
    const line = fillOwn(this.screen, "person", { side_name, mark });
    line.querySelector("span[data-mark]")?.replaceWith(this.#sideMark(side));
    const button = find(line, "[data-take-out]", HTMLElement);
    button.dataset.takeOut = mark;
    button.setAttribute("aria-label", say("workshop-screen.take-out-mark", { mark }));
    return line;
  }

  /**
   * Tell what came in just now, and what could not be taken in.
   * @param {any} answer
   * @returns {{side: string, mark: string} | undefined} the first code that came
   */
  showResponse({ took, came, known, bad, others }) {
    const [first] = took;
    const code = first && { side: first.side_name, mark: first.mark };
    const one = code ? `${say(`workshop-screen.taken-${first.how}`, code)} ${first.partial}`.trim() : "";
    const many = [say("workshop-screen.codes-taken", { count: came })];
    if (known > 0) many.push(say("workshop-screen.codes-same", { count: known }));
    this.#place("accepted").textContent = `${took.length > 1 ? many.join(" ") : one} ${others}`.trim();
    this.#place("refused").replaceChildren(
      ...bad.map((/** @type {any} */ each) => fillOwn(this.screen, "refused", each)),
    );
    return code;
  }
}
