import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** The list of tools, narrowed by what the reader chooses. */
class ToolFinder extends HTMLElement {
  form = find(this, "form", HTMLFormElement);

  connectedCallback() {
    this.form.hidden = false;
    const fromAddress = new URLSearchParams(location.hash.slice(1)); // behind '#', so that no server is told
    for (const select of findAll(this, "select", HTMLSelectElement)) {
      select.value = fromAddress.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = ""; // the address names a choice that there isn't
    }
    this.form.addEventListener("change", () => this.narrow());
    this.narrow();
  }

  narrow() {
    const chosen = [...new FormData(this.form)].filter(([, value]) => value !== "");
    const items = findAll(this, "li", HTMLElement);
    for (const item of items) {
      item.hidden = !chosen.every(([name, value]) => fits(item.dataset[name] ?? "", name, String(value)));
    }
    const fitting = items.filter((item) => !item.hidden).length;
    find(this, ".tool-finder__count", HTMLElement).textContent =
      fitting === 0 ? say("tools-page.none-fit") : say("tools-page.fitting", { fitting, count: items.length });
    const address = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
    history.replaceState(null, "", address ? `#${address}` : location.pathname);
  }
}

/** @param {string} has @param {string} name @param {string} wanted */
function fits(has, name, wanted) {
  if (name === "minutes") return Number(has) <= Number(wanted);
  return has.split(" ").includes(wanted);
}

customElements.define("tool-finder", ToolFinder);
