import { coverPage } from "../cover-page.js";
import { find, findAll } from "../find.js";

/** Below this width, panels are drawers, and none is open at first. */
const PHONE = 768;

/** A canvas in the whole window, and what stands beside it: one panel at a time. */
export class Panels {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.panels = findAll(widget, "[data-panel]", HTMLElement);
    this.tabs = findAll(widget, "[data-tab]", HTMLButtonElement);
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.show(tab.dataset.tab === this.open ? "" : (tab.dataset.tab ?? "")));
    }
  }

  /**
   * Fill the window. What the guide has to tell of what is kept here is not covered.
   * @param {string} first  the panel that is open at first, where there is room for one
   */
  start(first) {
    document.documentElement.classList.add("canvas-page");
    this.widget.classList.add("canvas--work");
    coverPage(this.widget);
    for (const each of findAll(document, ".notice, dialog", HTMLElement)) each.removeAttribute("inert");
    const notice = find(document, ".notice", HTMLElement);
    new ResizeObserver(() => this.widget.style.setProperty("--told", `${notice.offsetHeight}px`)).observe(notice);
    this.show(this.#areDrawers ? "" : first);
  }

  get #areDrawers() {
    return innerWidth < PHONE;
  }

  /** The panel that is open; empty where none is. */
  get open() {
    return this.tabs.find((tab) => tab.getAttribute("aria-expanded") === "true")?.dataset.tab ?? "";
  }

  /** The reader goes on on the canvas: where panels are drawers over it, they are closed. */
  toCanvas() {
    if (this.#areDrawers) this.show("");
  }

  /** @param {string} name  empty for none */
  show(name) {
    for (const panel of this.panels) panel.classList.toggle("canvas__open", panel.dataset.panel === name);
    for (const tab of this.tabs) tab.setAttribute("aria-expanded", String(tab.dataset.tab === name));
  }

  /** Use the whole screen, where the browser gives it; and give it back. */
  async fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.widget.requestFullscreen();
  }
}
