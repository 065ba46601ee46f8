import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** Who has answered, and what came in: shown as Python says it, and never what anyone answered. */
export class CodeList {
  /** @param {HTMLElement} screen */
  constructor(screen) {
    this.screen = screen;
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
    this.#place("counts").replaceChildren(...sides.map((/** @type {any} */ side) => this.#count(side)));
    this.#place("people").replaceChildren(...people.map((/** @type {any} */ person) => this.#person(person)));
    for (const button of findAll(this.screen, "[data-reveal][data-again]", HTMLElement)) button.hidden = !can_reveal;
  }

  /** @param {any} side */
  #count(side) {
    const line = fillOwn(this.screen, "count", side);
    line.querySelector("[data-mark]")?.replaceWith(this.#sideMark(side.side));
    return line;
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
