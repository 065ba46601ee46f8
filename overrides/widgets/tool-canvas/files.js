import { inDots } from "../shared/canvas/in-dots.js";
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { printAlone } from "../shared/print-alone.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";

/** What the reader takes away: the picture as a file, or on paper. */
export class Files {
  /** @param {HTMLElement} widget @param {any[]} form @param {import('./form-history.js').FormHistory} state @param {import('../shared/problem.js').ProblemBox} problem */
  constructor(widget, form, state, problem) {
    this.widget = widget;
    this.form = form;
    this.state = state;
    this.problem = problem;
  }

  savePicture() {
    return this.#take(async (svg) => download(fileName("svg"), "image/svg+xml", svg));
  }

  saveDots() {
    return this.#take(async (svg) => {
      const blob = await inDots(svg);
      if (!blob) throw new Error(say("tool-canvas.too-large-picture"));
      download(fileName("png"), "image/png", blob);
    });
  }

  print() {
    return this.#take(async (svg) => {
      const sheet = find(this.widget, "[data-sheet]", HTMLElement);
      sheet.replaceChildren(picture(svg));
      printAlone("tool-canvas-sheet", () => sheet.replaceChildren());
    });
  }

  /** Do something with the picture as Python draws it for a file, and say what went wrong. @param {(svg: string) => Promise<unknown>} use */
  async #take(use) {
    this.widget.setAttribute("aria-busy", "true");
    try {
      const colours = JSON.parse(this.widget.dataset.colours ?? "{}");
      const { room: call } = this.widget.dataset;
      await use((await ask({ call, do: "draw", form: this.form, answers: this.state.kept, colours })).picture);
      this.problem.hide();
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
    this.widget.removeAttribute("aria-busy");
  }
}

/** @param {string} ending */
const fileName = (ending) => `${say("tool-canvas.file-name", { date: today() })}.${ending}`;
