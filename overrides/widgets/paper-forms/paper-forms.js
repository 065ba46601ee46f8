import { find, findAll } from "../shared/find.js";
import { printAlone } from "../shared/print-alone.js";

/** The forms of all checks, each of which can be printed alone. */
class PaperForms extends HTMLElement {
  connectedCallback() {
    for (const form of findAll(this, "[data-paper-form]", HTMLElement)) {
      const button = find(form, "[data-print-form]", HTMLButtonElement);
      button.hidden = false;
      button.addEventListener("click", () => {
        form.dataset.printed = "";
        printAlone("paper-forms", () => delete form.dataset.printed);
      });
    }
  }
}

customElements.define("paper-forms", PaperForms);
