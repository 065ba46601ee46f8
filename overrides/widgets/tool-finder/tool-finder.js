/** The list of tools, narrowed by what the reader chooses. */
class ToolFinder extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.form.hidden = false;
    const asked = new URLSearchParams(location.search);
    for (const select of this.form.querySelectorAll("select")) select.value = asked.get(select.name) ?? "";
    for (const select of this.form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
    this.form.addEventListener("change", () => this.narrow());
    this.narrow();
  }

  narrow() {
    const chosen = [...new FormData(this.form)].filter(([, value]) => value !== "");
    const items = [...this.querySelectorAll("li")];
    for (const item of items) {
      item.hidden = !chosen.every(([name, value]) => fits(item.dataset[name] ?? "", name, String(value)));
    }
    const count = items.filter((item) => !item.hidden).length;
    const said = /** @type {HTMLElement} */ (this.querySelector(".finder__count"));
    said.textContent = count === 0 ? "No tool fits all of this. Take one choice away." : `${count} of ${items.length} tools`;
    const address = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
    history.replaceState(null, "", address ? `?${address}` : location.pathname);
  }
}

/** @param {string} has @param {string} name @param {string} wanted */
function fits(has, name, wanted) {
  if (name === "minutes") return Number(has) <= Number(wanted);
  return has.split(" ").includes(wanted);
}

customElements.define("tool-finder", ToolFinder);
