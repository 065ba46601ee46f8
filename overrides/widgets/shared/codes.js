import { randomMark } from "./answer-mark.js";
import { merge } from "./merge.js";
import { problemOf } from "./problem.js";
import { ask } from "./python.js";
import { say } from "./words.js";

/**
 * @typedef {import('./problem.js').ProblemBox} ProblemBox
 * @typedef {import('./gathering.js').Gathering<any> & {records?: {id: string, saw: any}[]}} State  with the records that
 *   this room may be set beside, where it has some
 */

/** The codes that are in, and what the room may see of them. Python says both, of what is kept. */
export class Codes {
  /** What Python said last: see `framework/tools/workshop/call.py`. @type {any} */
  answer = null;
  /** What is asked of Python, one thing after the other: each begins with what the one before left. @type {Promise<any>} */
  queue = Promise.resolve(null);
  /** The id of the record that is set beside this workshop; empty where there is none. */
  beside = "";

  /**
   * @param {string} call  what Python is asked by @param {State} state @param {ProblemBox} problem
   * @param {() => void} onAnswer
   */
  constructor(call, state, problem, onAnswer) {
    this.call = call;
    this.state = state;
    this.problem = problem;
    this.onAnswer = onAnswer;
  }

  /** What the room may see; null where it may see nothing yet. */
  get result() {
    return this.answer?.result ?? null;
  }

  /** The gap that is talked about. */
  get gap() {
    return this.result?.rows[this.state.workshop?.place ?? 0];
  }

  /** Take in all codes that stand in a text. @param {string} text @returns {Promise<any>} the answer; null where there is none */
  add(text) {
    return this.#combine({ text });
  }

  /** Let the room see what is new. @returns {Promise<any>} the answer; null where there is none */
  reveal() {
    return this.#combine({ reveal: true });
  }

  /** Take out what one person answered. @param {string} mark */
  takeOut(mark) {
    this.state.takeOut(mark);
    return this.#combine({});
  }

  /** Put together anew what is kept: another tab changed it. @returns {Promise<any>} */
  refresh() {
    return this.#combine({});
  }

  /**
   * The code of a paper form.
   * @param {{side: string, answers: Record<string, any>}} form @param {number} marks  how many marks there are
   * @returns {Promise<string>} empty where there is none
   */
  async ofPaper(form, marks) {
    const { assessment, version } = this.state.workshop ?? {};
    try {
      return (await ask({ call: "answer_code", assessment, version, ...form, mark: randomMark(marks) })).code;
    } catch (error) {
      this.problem.show(problemOf(error, say("workshop-screen.form-not-taken")));
      return "";
    }
  }

  /** What the room may see, told in another language. Nothing is revealed or kept. @param {string} guide  what Python reads in it */
  async toldBy(guide) {
    const request = this.#request();
    return request ? (await ask({ call: this.call, guide, ...request })).result : null;
  }

  /** No workshop is open any more. */
  clear() {
    this.answer = null;
  }

  /** Ask Python what is in and what may be shown, and keep what it says. @param {Record<string, unknown>} more */
  #combine(more) {
    this.queue = this.queue.then(() => alone(this.state.part, () => this.#ask(more)));
    return this.queue;
  }

  /** What Python is asked about: what is kept. Null where nothing is answered. */
  #request() {
    const workshop = this.state.reread();
    if (!workshop?.assessment) return null;
    const { assessment, version, codes, shown, seen = {} } = structuredClone(workshop);
    const { earlier, records } = this.state;
    return {
      assessment,
      version,
      codes,
      shown,
      seen,
      earlier,
      before: records?.find(({ id }) => id === this.beside)?.saw,
    };
  }

  /** @param {Record<string, unknown>} more */
  async #ask(more) {
    const { state } = this;
    const request = this.#request();
    if (!request) return null;
    const { codes, shown, seen } = request;
    try {
      this.answer = await ask({ call: this.call, ...request, ...more });
    } catch (error) {
      this.problem.show(problemOf(error, say("workshop-screen.not-together")));
      return null;
    }
    this.problem.hide();
    const now = state.reread(); // what came in another tab meanwhile stays
    if (!now) return null; // it was ended there
    state.save({
      codes: merge(codes, this.answer.codes, now.codes).value,
      shown: merge(shown, this.answer.shown, now.shown).value,
      seen: merge(seen, this.answer.seen, now.seen ?? {}).value,
    });
    this.onAnswer();
    return this.answer;
  }
}

const PATH = new URL("../../", import.meta.url).pathname;

/**
 * Do something while no other tab of this site does it: two that reveal at the same moment would each show a screen that
 * the other knows nothing of. A page without https has no such lock.
 * @template T @param {string} part  what they share @param {() => Promise<T>} work @returns {Promise<T>}
 */
const alone = (part, work) => (navigator.locks ? navigator.locks.request(`${PATH}#${part}`, work) : work());
