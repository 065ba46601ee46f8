import { randomMark } from "../shared/answer-mark.js";
import { download } from "../shared/download.js";
import { find } from "../shared/find.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { ask } from "../shared/python.js";
import { drawQr } from "../shared/qr.js";
import { erase, read, write } from "../shared/store.js";
import { say } from "../shared/words.js";

const SITE = new URL("../../", import.meta.url);
const MARK_LENGTH = 5;

/** What was answered on this page, as a code for a workshop's screen. */
class AnswerCode extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  box = find(this, "[data-send]", HTMLElement);
  result = find(this, "[data-made]", HTMLElement);
  problem = new ProblemBox(this);
  status = find(this, "[data-status]", HTMLElement);
  code = "";
  markPart = `answer-code.${this.assessment}`;

  connectedCallback() {
    this.show();
    this.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("change", () => this.show());
    document.addEventListener("reset", () => this.forget());
  }

  get answers() {
    return read(`assessment.${this.assessment}`);
  }

  /** Stand here once there is something to send; and follow the answers. */
  show() {
    this.box.hidden = !Object.keys(this.answers?.answers ?? {}).length;
    if (!this.result.hidden) this.make();
  }

  /** Someone else answers next on this device: they are not the same person, so they get another mark. */
  forget() {
    erase(this.markPart, undefined);
    this.result.hidden = true;
    this.box.hidden = true;
    find(this, "[data-begin]", HTMLElement).hidden = false;
  }

  /** @returns {number} this device's mark: random, and the same until the answers are cleared */
  get mark() {
    const saved = read(this.markPart)?.mark;
    if (Number.isInteger(saved)) return saved;
    const mark = randomMark(Number(this.dataset.marks));
    write(this.markPart, { mark }); // where nothing is kept, it lasts as long as the page, like the answers
    return mark;
  }

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if ("make" in button.dataset) await this.make(true);
    else if ("file" in button.dataset) this.download();
    else if (button.dataset.copy) await this.copy(button.dataset.copy);
  }

  /** @param {boolean} [pressed]  whether someone pressed the button just now */
  async make(pressed = false) {
    this.setAttribute("aria-busy", "true");
    try {
      const made = await ask({ call: "answer_code", assessment: this.assessment, ...this.answers, mark: this.mark });
      await this.showCode(made, pressed);
    } catch (error) {
      this.problem.show(problemOf(error, say("answer-code.not-made")));
      this.result.hidden = true;
      find(this, "[data-begin]", HTMLElement).hidden = false;
    }
    this.removeAttribute("aria-busy");
  }

  /** @param {{code: string, shown: string}} made @param {boolean} pressed */
  async showCode({ code, shown }, pressed) {
    if (code !== this.code) this.status.textContent = "";
    this.code = code;
    this.problem.hide();
    const groups = shown.split(" ").map((group) => {
      const part = document.createElement("span");
      part.textContent = group;
      return part;
    });
    const line = find(this, "[data-code]", HTMLElement);
    line.replaceChildren(...groups.flatMap((group) => [group, " "]));
    find(this, "[data-mark]", HTMLElement).textContent = code.slice(0, MARK_LENGTH);
    this.result.hidden = false;
    find(this, "[data-begin]", HTMLElement).hidden = true;
    find(this, "[data-qr]", HTMLElement).replaceChildren(await drawQr(code, say("answer-code.qr")));
    if (pressed) line.focus();
  }

  download() {
    download(`${say("answer-code.file-name")}.txt`, "text/plain", `${this.code}\n`);
  }

  /** @param {string} what */
  async copy(what) {
    const text = what === "link" ? new URL(`workshop/#code=${this.code}`, SITE).href : this.code;
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = say("answer-code.copied");
    } catch {
      this.status.textContent = say("answer-code.not-copied", { text });
    }
  }
}

customElements.define("answer-code", AnswerCode);
