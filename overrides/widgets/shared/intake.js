import { Camera } from "./camera.js";
import { find } from "./find.js";
import { readText } from "./incoming.js";
import { problemOf } from "./problem.js";
import { say } from "./words.js";

/**
 * @typedef {import('./problem.js').ProblemBox} ProblemBox
 * @typedef {import('./code-list.js').CodeList} CodeList
 * @typedef {import('./codes.js').Codes} Codes
 *
 * @typedef {{form: HTMLFormElement, keys: HTMLInputElement, complete: boolean, clear: () => void,
 *   answers: {side: string, answers: Record<string, any>}}} Paper  a form on paper, keyed in
 */

/** Letters of a text with codes, and bytes of a file: a thousand codes among a chat's messages take less. */
const MOST_TEXT = 500_000;

/** Every way by which codes come in: typed and pasted, from files, by camera, and keyed in from paper. */
export class Intake {
  /**
   * @param {HTMLElement} screen @param {Codes} codes @param {CodeList} list @param {ProblemBox} problem
   * @param {Paper} paper @param {() => void} onCame  called when something came in
   */
  constructor(screen, codes, list, problem, paper, onCame) {
    this.screen = screen;
    this.codes = codes;
    this.list = list;
    this.problem = problem;
    this.onCame = onCame;
    this.field = find(screen, "[name=codes]", HTMLTextAreaElement);
    this.paper = paper;
    this.camera = new Camera(find(screen, "[data-camera-box]", HTMLElement), (text) => this.add(text));
    this.field.addEventListener("keydown", (event) => this.onEnter(event));
    find(screen, "[data-files]", HTMLInputElement).addEventListener("change", (event) => this.openFiles(event));
  }

  /** @param {string} text @returns {Promise<any>} Python's answer; null where there is none */
  async add(text) {
    if (text.length > MOST_TEXT) {
      await this.codes.queue; // an answer that is on its way would take the message away
      this.problem.show({ what: say("workshop-screen.not-together"), mend: say("incoming.too-long") });
      return null;
    }
    const answer = await this.codes.add(text);
    if (!answer) return null;
    const code = this.list.showResponse(answer);
    if (this.camera.on && code) {
      const count = answer.took.length;
      this.camera.status.textContent =
        count > 1 ? say("workshop-screen.many-next", { count }) : say("workshop-screen.taken-next", code);
    }
    this.onCame();
    return answer;
  }

  /** What can't be taken in comes back into the field, to be mended there, before what is typed meanwhile. */
  async addTyped() {
    const text = this.field.value;
    this.field.value = "";
    const unread = await this.unread(text);
    this.field.value = joined([...unread, this.field.value]);
  }

  /** Take in codes. @param {string} text @returns {Promise<string[]>} the lines of it that could not be */
  async unread(text) {
    const answer = await this.add(text);
    return answer ? answer.unread : [text];
  }

  /** @param {number} marks  how many marks of phones there are */
  async addPaper(marks) {
    const { paper } = this;
    if (!paper.complete) return;
    const code = await this.codes.ofPaper(paper.answers, marks);
    if (!code) return;
    await this.add(code);
    paper.clear();
  }

  /** @param {KeyboardEvent} event */
  onEnter(event) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.addTyped();
  }

  /** @param {Event} event */
  async openFiles({ target }) {
    const input = /** @type {HTMLInputElement} */ (target);
    const files = [...(input.files ?? [])];
    input.value = "";
    const texts = await this.readFiles(files);
    if (texts) this.field.value = joined([this.field.value, ...(await this.unread(texts.join("\n")))]);
  }

  /** @param {File[]} files @returns {Promise<string[] | null>} their texts; null where one of them can't be read */
  async readFiles(files) {
    try {
      return await Promise.all(files.map((file) => readText(file, MOST_TEXT)));
    } catch (error) {
      this.problem.show(problemOf(error, say("workshop-screen.not-together")));
      return null;
    }
  }

  toggleCamera() {
    const { camera } = this;
    if (camera.on) camera.stop();
    else camera.start();
    const { on } = camera;
    this.#setExpanded("camera", on, on ? say("workshop-screen.camera-stop") : say("workshop-screen.camera"));
  }

  togglePaper() {
    const { form, keys } = this.paper;
    form.hidden = !form.hidden;
    const open = !form.hidden;
    this.#setExpanded("paper", open, open ? say("workshop-screen.paper-close") : say("workshop-screen.paper"));
    if (open) keys.focus();
  }

  /** @param {string} name @param {boolean} open @param {string} words  what pressing the button does then */
  #setExpanded(name, open, words) {
    const button = find(this.screen, `button[data-${name}]`, HTMLElement);
    button.setAttribute("aria-expanded", String(open));
    button.textContent = words;
  }
}

/** Lines as a text, without the empty ones. @param {string[]} lines */
const joined = (lines) => lines.filter(Boolean).join("\n");
