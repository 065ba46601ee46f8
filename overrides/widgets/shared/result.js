import { fill, picture } from "./fill.js";
import { find } from "./find.js";
import { ask } from "./python.js";

/**
 * What Python says of a widget's answers: asked for, drawn, and put before the reader. Where it can't be had, the reader
 * is told why, and what was drawn before stays.
 *
 * The widget holds `[data-result]` with its `[data-result-template]`, and `[data-trouble]` with its
 * `[data-failed-template]`, which takes `why` and has the button that tries again.
 */
export class Result {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.place = find(widget, "[data-result]", HTMLElement);
    this.trouble = find(widget, "[data-trouble]", HTMLElement);
  }

  get shown() {
    return !this.place.hidden;
  }

  hide() {
    this.place.hidden = true;
  }

  /**
   * @param {Record<string, unknown>} request  what to ask Python
   * @param {(said: any) => void} [draw]  what to do with its answer, where there is more to do than to `draw` it
   */
  async ask(request, draw = (said) => this.draw(said)) {
    this.widget.setAttribute("aria-busy", "true");
    try {
      const said = await ask(request);
      if (said.bad) this.tell("failed", { why: `${said.bad.what}. ${said.bad.mend}` });
      else {
        this.trouble.hidden = true;
        draw(said.ok);
      }
    } catch (error) {
      this.tell("failed", { why: error instanceof Error ? error.message : String(error) });
    }
    this.widget.removeAttribute("aria-busy");
  }

  /** Show a result, with its picture if it has one. The reader is taken there when it was not there before. @param {any} said */
  draw(said) {
    const { shown } = this;
    this.place.replaceChildren(fill(this.template("result"), said));
    this.place.querySelector("[data-picture]")?.append(picture(said.picture));
    this.place.hidden = false;
    if (!shown) this.goTo();
  }

  goTo() {
    this.place.focus({ preventScroll: true });
    this.place.scrollIntoView({ block: "start" });
  }

  /** Tell what is wrong. @param {string} kind  the template's name @param {Record<string, string>} data */
  tell(kind, data = {}) {
    this.trouble.replaceChildren(fill(this.template(kind), data));
    this.trouble.hidden = false;
    this.trouble.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} name */
  template(name) {
    return find(this.widget, `[data-${name}-template]`, HTMLTemplateElement);
  }
}
