import { fillOwn, picture } from "./fill.js";
import { find } from "./find.js";
import { messageOf } from "./message-of.js";
import { ProblemBox } from "./problem.js";
import { ask } from "./python.js";

/**
 * What Python says of a widget's answers: asked for, shown, and put before the reader. Where it can't be had, the reader
 * is told why, and what was shown before stays.
 *
 * The widget holds `[data-result]` with its `[data-result-template]`, and a place for problems with its
 * `[data-failed-template]`, which takes `why` and has the button that tries again.
 */
export class Result {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-result]", HTMLElement);
    this.problem = new ProblemBox(widget);
  }

  get visible() {
    return !this.element.hidden;
  }

  hide() {
    this.element.hidden = true;
  }

  /**
   * @param {Record<string, unknown>} request  what to ask Python
   * @param {(result: any) => void} [show]  what to do with its answer, where there is more to do than to `show` it
   */
  async ask(request, show = (result) => this.show(result)) {
    this.widget.setAttribute("aria-busy", "true");
    try {
      const result = await ask(request);
      this.problem.hide();
      show(result);
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
    this.widget.removeAttribute("aria-busy");
  }

  /** Show a result, with its picture if it has one. The reader is taken there when it was not there before. @param {any} result */
  show(result) {
    const { visible } = this;
    this.element.replaceChildren(fillOwn(this.widget, "result", result));
    this.element.querySelector("[data-picture]")?.append(picture(result.picture));
    this.element.hidden = false;
    if (!visible) this.focus();
  }

  focus() {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }
}
