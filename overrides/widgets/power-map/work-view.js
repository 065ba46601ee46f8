import { coverPage } from "../shared/cover-page.js";
import { find, findAll } from "../shared/find.js";

/** The part of the address under which the map fills the window, and that under which the page about it is read. */
const WORK = "#work";
const READ = "#map";
/** Below this width, panels are drawers, and none is open at first. */
const PHONE = 768;

/** The map in the whole window, with its panels beside it: a view with an address of its own. */
export class WorkView {
  /** Gives the rest of the page back. */
  uncover = () => {};

  /** @param {HTMLElement} widget @param {(on: boolean) => void} onSwitch */
  constructor(widget, onSwitch) {
    this.widget = widget;
    this.onSwitch = onSwitch;
    this.panels = findAll(widget, "[data-panel]", HTMLElement);
    this.tabs = findAll(widget, "[data-tab]", HTMLButtonElement);
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.show(tab.dataset.tab === this.open ? "" : (tab.dataset.tab ?? "")));
    }
    addEventListener("hashchange", () => this.#follow());
    this.#follow();
  }

  /** Whether the map fills the window. */
  get on() {
    return this.widget.classList.contains("power-map--work");
  }

  /** The panel that is open; empty where none is. */
  get open() {
    return this.tabs.find((tab) => tab.getAttribute("aria-expanded") === "true")?.dataset.tab ?? "";
  }

  #follow() {
    if (location.hash === WORK) this.start();
    else this.#end();
  }

  start() {
    if (this.on) return;
    if (location.hash !== WORK) history.pushState(history.state, "", WORK);
    this.widget.classList.add("power-map--work");
    this.uncover = coverPage(this.widget);
    this.onSwitch(true);
    this.show(innerWidth < PHONE ? "" : "who");
    find(this.widget, "[data-do=leave-work]", HTMLButtonElement).focus({ preventScroll: true });
  }

  leave() {
    history.replaceState(history.state, "", READ);
    this.#end();
    find(this.widget, "[data-do=work]", HTMLButtonElement).focus();
  }

  #end() {
    if (!this.on) return;
    this.uncover();
    this.onSwitch(false);
    this.widget.classList.remove("power-map--work");
    if (document.fullscreenElement) document.exitFullscreen();
  }

  /** The reader goes on on the map: where panels are drawers over it, they are closed. */
  toMap() {
    if (this.on && innerWidth < PHONE) this.show("");
  }

  /** Have a panel there, for what stands in it. @param {string} name */
  toPanel(name) {
    if (this.on) this.show(name);
  }

  /** @param {string} name  empty for none */
  show(name) {
    for (const panel of this.panels) panel.classList.toggle("power-map__open", panel.dataset.panel === name);
    for (const tab of this.tabs) tab.setAttribute("aria-expanded", String(tab.dataset.tab === name));
  }

  /** Use the whole screen, where the browser gives it. */
  async fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.widget.requestFullscreen();
  }
}
