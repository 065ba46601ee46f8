import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { ask } from "../shared/python.js";
import { draw } from "../shared/qr.js";
import { read, write } from "../shared/store.js";

const SITE = new URL("../../", import.meta.url);
const MARK_LENGTH = 5;

/** What was answered on this page, as a code for a workshop's screen. */
class AnswerCode extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  send = find(this, "[data-send]", HTMLElement);
  made = find(this, "[data-made]", HTMLElement);
  trouble = find(this, "[data-trouble]", HTMLElement);
  said = find(this, "[data-said]", HTMLElement);
  code = "";

  connectedCallback() {
    this.show();
    this.addEventListener("click", (event) => this.pressed(event));
    document.addEventListener("change", () => this.show());
    document.addEventListener("reset", () => this.forget());
  }

  get answers() {
    return read(`assessment.${this.assessment}`);
  }

  /** Stand here once there is something to send; and follow the answers. */
  show() {
    this.send.hidden = !Object.keys(this.answers?.answers ?? {}).length;
    if (!this.made.hidden) this.make();
  }

  /** Someone else answers next on this device: they are not the same person, so they get another mark. */
  forget() {
    this.keepMark(undefined);
    this.made.hidden = true;
    this.send.hidden = true;
    find(this, "[data-begin]", HTMLElement).hidden = false;
  }

  /** @returns {number} this device's mark: random, and the same until the answers are cleared */
  get mark() {
    const kept = read(`answer-code.${this.assessment}`)?.mark;
    if (Number.isInteger(kept)) return kept;
    // Of 2^32 numbers all marks come up alike often, to one in a thousand.
    const mark = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % Number(this.dataset.marks);
    this.keepMark({ mark });
    return mark;
  }

  /** @param {{mark: number} | undefined} value */
  keepMark(value) {
    try {
      write(`answer-code.${this.assessment}`, value);
    } catch {
      // Where nothing is kept, the mark lasts as long as the page, like the answers. The form says so.
    }
  }

  /** @param {MouseEvent} event */
  async pressed({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if ("make" in button.dataset) await this.make(true);
    else if ("file" in button.dataset) download("answer-code.txt", "text/plain", `${this.code}\n`);
    else if (button.dataset.copy) await this.copy(button.dataset.copy);
  }

  /** @param {boolean} [asked]  whether someone pressed the button just now */
  async make(asked = false) {
    this.setAttribute("aria-busy", "true");
    try {
      const said = await ask({ call: "answer_code", assessment: this.assessment, ...this.answers, mark: this.mark });
      if (said.bad) this.tell(said.bad);
      else await this.draw(said.ok, asked);
    } catch (error) {
      const what = "The code can't be made here.";
      this.tell({ what, mend: error instanceof Error ? error.message : String(error) });
    }
    this.removeAttribute("aria-busy");
  }

  /** @param {{what: string, mend: string}} trouble */
  tell(trouble) {
    this.trouble.replaceChildren(fill(find(this, "[data-trouble-template]", HTMLTemplateElement), trouble));
    this.trouble.hidden = false;
    this.made.hidden = true;
    find(this, "[data-begin]", HTMLElement).hidden = false;
  }

  /** @param {{code: string, shown: string}} made @param {boolean} asked */
  async draw({ code, shown }, asked) {
    if (code !== this.code) this.said.textContent = "";
    this.code = code;
    this.trouble.hidden = true;
    const groups = shown.split(" ").map((group) => {
      const part = document.createElement("span");
      part.textContent = group;
      return part;
    });
    const line = find(this, "[data-code]", HTMLElement);
    line.replaceChildren(...groups.flatMap((group) => [group, " "]));
    find(this, "[data-mark]", HTMLElement).textContent = code.slice(0, MARK_LENGTH);
    this.made.hidden = false;
    find(this, "[data-begin]", HTMLElement).hidden = true;
    find(this, "[data-qr]", HTMLElement).replaceChildren(await draw(code, "Your code as a QR code"));
    if (asked) line.focus();
  }

  /** @param {string} what */
  async copy(what) {
    const text = what === "link" ? new URL(`workshop/#code=${this.code}`, SITE).href : this.code;
    try {
      await navigator.clipboard.writeText(text);
      this.said.textContent = "Copied. Paste it into a message to the person at the screen.";
    } catch {
      this.said.textContent = `This browser doesn't copy. Mark this and copy it: ${text}`;
    }
  }
}

customElements.define("answer-code", AnswerCode);
