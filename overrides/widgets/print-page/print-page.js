import { find } from "../shared/find.js";

/** A button that prints the page. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = find(this, "button", HTMLButtonElement);
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

customElements.define("print-page", PrintPage);
