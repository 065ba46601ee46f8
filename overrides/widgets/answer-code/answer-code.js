import { randomMark } from "../shared/answer-mark.js";
import { download } from "../shared/download.js";
import { find } from "../shared/find.js";
import { asText } from "../shared/merge.js";
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
  making = find(this, "[data-making]", HTMLElement);
  code = "";
  markPart = `answer-code.${this.assessment}`;

  connectedCallback() {
    this.show();
    this.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("change", () => this.show());
    document.addEventListener("reset", () => this.forget());
  }

  get answers() {
    return read(this.dataset.part ?? "");
  }

  /** Stand here once there is something to send; and follow the answers. */
  show() {
    this.box.hidden = !Object.keys(this.answers?.answers ?? {}).length;
    find(this, "[data-needs-side]", HTMLElement).hidden = Boolean(this.answers?.side);
    this.showButton();
    if (!this.result.hidden) this.make();
  }

  /** A code can be asked for where a side is named, and none is there yet. */
  showButton() {
    find(this, "[data-begin]", HTMLElement).hidden = !this.result.hidden || !this.answers?.side;
  }

  /** Someone else answers next on this device: they are not the same person, so they get another mark. */
  forget() {
    erase(this.markPart, undefined);
    this.result.hidden = true;
    this.box.hidden = true;
    this.code = "";
    this.showButton();
  }

  /**
   * This device's mark: random, and the same until the answers are cleared; and how often its code changed.
   * @returns {{mark: number, order: number}}
   */
  get device() {
    const made = asText(this.answers);
    const saved = read(this.markPart) ?? { mark: randomMark(Number(this.dataset.marks)) };
    const { mark, order = 0 } = saved;
    const next = saved.made && saved.made !== made ? Math.min(order + 1, Number(this.dataset.orders) - 1) : order;
    write(this.markPart, { mark, order: next, made }); // where nothing is kept, it lasts as long as the page
    return { mark, order: next };
  }

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if ("make" in button.dataset) await this.make(true);
    else if ("file" in button.dataset) this.download();
    else if (button.dataset.copy) await this.copy(button.dataset.copy);
  }

  /** @param {boolean} [pressed]  whether someone pressed the button just now, and waits for the code */
  async make(pressed = false) {
    this.setAttribute("aria-busy", "true");
    if (pressed) {
      find(this, "h2", HTMLElement).focus({ preventScroll: true }); // what was pressed may be gone
      if (!this.code) this.making.textContent = say("answer-code.making");
    }
    try {
      const made = await ask({ call: "answer_code", assessment: this.assessment, ...this.answers, ...this.device });
      await this.showCode(made, pressed);
    } catch (error) {
      this.problem.show(problemOf(error, say("answer-code.not-made")));
      this.result.hidden = true;
      this.code = "";
      this.showButton();
    }
    this.making.textContent = "";
    this.removeAttribute("aria-busy");
  }

  /** @param {{code: string, shown: string, partial: string}} made @param {boolean} pressed */
  async showCode({ code, shown, partial }, pressed) {
    if (code !== this.code) this.status.textContent = this.code ? say("answer-code.changed") : "";
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
    find(this, "[data-partial]", HTMLElement).textContent = partial;
    this.result.hidden = false;
    find(this, "[data-table]", HTMLAnchorElement).hash = `code=${code}`;
    this.showButton();
    find(this, "[data-qr]", HTMLElement).replaceChildren(await drawQr(code, say("answer-code.qr")));
    if (pressed) line.focus({ preventScroll: this.hasAttribute("data-workshop") });
  }

  download() {
    download(`${say("answer-code.file-name")}.txt`, "text/plain", `${this.code}\n`);
  }

  /** @param {string} what */
  async copy(what) {
    const text = what === "link" ? new URL(`${this.dataset.screen}#code=${this.code}`, SITE).href : this.code;
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = say("answer-code.copied");
    } catch {
      this.status.textContent = say("answer-code.not-copied", { text });
    }
  }
}

customElements.define("answer-code", AnswerCode);
