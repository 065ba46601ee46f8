import { find, findAll } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";
import { read, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/** Statements with answers, and how many have the best one. */
class TallyForm extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  part_ = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  said = find(this, "[data-said]", HTMLElement);

  connectedCallback() {
    const { answers } = read(this.part_) ?? { answers: {} };
    for (const input of findAll(this.form, "input", HTMLInputElement)) {
      input.checked = String(answers[input.name]) === input.value;
    }
    this.form.addEventListener("change", () => this.changed());
  }

  async changed() {
    const answers = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, Number(value)]));
    write(this.part_, { answers });
    this.said.textContent = say("tally.counting");
    try {
      const result = await ask({ call: "tally", assessment: this.assessment, answers });
      this.said.textContent = result.said;
    } catch (error) {
      this.said.textContent = messageOf(error);
    }
  }
}

customElements.define("tally-form", TallyForm);
