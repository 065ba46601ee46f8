import { picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { Later } from "../shared/later.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";

/** Below this width, the picture is drawn for a phone. */
const NARROW = 600;

/** What is written in the form beside it, as a picture: drawn once somebody opens it, and then as they type. */
class FormPicture extends HTMLElement {
  details = find(this, "details", HTMLDetailsElement);
  stage = find(this, "[data-stage]", HTMLElement);
  waiting = find(this, "[data-waiting]", HTMLElement);
  fields = JSON.parse(find(this, "script[data-form]", HTMLScriptElement).textContent ?? "");
  form = find(document.body, "tool-form form", HTMLFormElement);
  drawing = new Later(() => this.draw());
  size = "";
  /** How often Python was asked: only the latest answer counts. */
  requests = 0;

  connectedCallback() {
    for (const type of ["input", "filled"]) this.form.addEventListener(type, () => this.drawing.soon());
    new ResizeObserver(() => {
      const size = this.stage.clientWidth < NARROW ? "narrow" : "wide";
      if (!this.stage.clientWidth || size === this.size) return;
      this.size = size;
      this.draw();
    }).observe(this.stage);
  }

  /** Show what is written, if anybody looks. An answer that comes too late is passed over. */
  async draw() {
    if (!this.details.open) {
      this.size = ""; // so that it is drawn anew once it is opened
      return;
    }
    this.requests += 1;
    const { requests } = this;
    try {
      const answers = entriesOf(this.form);
      const request = { call: this.dataset.room, do: "look", form: this.fields, answers, size: this.size, id: "drawn" };
      const told = await ask(request);
      if (requests === this.requests) this.#show(told);
    } catch (error) {
      if (requests !== this.requests) return;
      this.waiting.hidden = false;
      this.waiting.textContent = messageOf(error);
    }
  }

  /** @param {{picture: string, description: string[]}} told */
  #show(told) {
    this.waiting.hidden = true;
    this.stage.replaceChildren(picture(told.picture));
    const paragraphs = told.description.map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    });
    find(this, "[data-description]", HTMLElement).replaceChildren(...paragraphs);
  }
}

customElements.define("form-picture", FormPicture);
