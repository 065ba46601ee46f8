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

  /** On one sheet of A4. */
  print() {
    return this.#take((svg) => this.#onPaper(svg, "a4"));
  }

  /** For a wall, on A1. */
  printWall() {
    return this.#take((svg) => this.#onPaper(svg, "a1"));
  }

  /** An empty one for a wall, to be filled in with sticky notes. */
  printBlank() {
    return this.#take((svg) => this.#onPaper(svg, "a1"), { answers: {}, blank: true });
  }

  /** @param {string} svg @param {"a4" | "a1"} paper  turned the way in which the picture is larger */
  async #onPaper(svg, paper) {
    const sheet = find(this.widget, "[data-sheet]", HTMLElement);
    sheet.replaceChildren(picture(svg));
    const { width, height } = find(sheet, "svg", SVGSVGElement).viewBox.baseVal;
    sheet.dataset.sheet = `${paper}-${width > height ? "across" : "upright"}`;
    printAlone("tool-canvas-sheet", () => sheet.replaceChildren());
  }

  /** Do something with the picture as Python draws it for a file, and say what went wrong. @param {(svg: string) => Promise<unknown>} use @param {Record<string, unknown>} [more]  of what Python is asked */
  async #take(use, more = {}) {
    this.widget.setAttribute("aria-busy", "true");
    try {
      const colours = JSON.parse(this.widget.dataset.colours ?? "{}");
      const { room: call } = this.widget.dataset;
      const request = { call, do: "draw", form: this.form, answers: this.state.kept, colours, ...more };
      await use((await ask(request)).picture);
      this.problem.hide();
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
    this.widget.removeAttribute("aria-busy");
  }
}

/** @param {string} ending */
const fileName = (ending) => `${say("tool-canvas.file-name", { date: today() })}.${ending}`;
