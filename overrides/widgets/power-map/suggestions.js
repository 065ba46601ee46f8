/**
 * Fields with suggestions: ARIA's combobox with a list. What is typed filters the names; the arrow keys go through them,
 * and only Enter, a press or the whole name chooses. All such fields of the widget share one list.
 *
 * @typedef {{id: string, name: string}} Choice
 */
import { find, findAll } from "../shared/find.js";

/** More names than this are found by typing. */
const MOST = 12;

/** The id that a field holds; empty where nothing is chosen. @param {HTMLInputElement} field */
export const chosenIn = (field) => field.dataset.holds ?? "";

/** Have a field hold a choice. @param {HTMLInputElement} field @param {string} id @param {string} name */
export function setChosen(field, id, name) {
  field.dataset.holds = id;
  field.dataset.name = name;
  if (field !== document.activeElement || field.getAttribute("aria-expanded") !== "true") field.value = name;
}

export class Suggestions {
  /** The field that is open. @type {HTMLInputElement | null} */
  field = null;
  /** @type {Choice[]} */
  shown = [];
  /** The place of the suggestion that Enter takes; -1 for none. */
  active = -1;

  /**
   * @param {HTMLElement} widget
   * @param {(field: HTMLInputElement) => Choice[]} choices  all that may be chosen in a field
   * @param {(field: HTMLInputElement, id: string) => void} choose
   */
  constructor(widget, choices, choose) {
    this.choices = choices;
    this.choose = choose;
    this.list = find(widget, "[data-suggestions]", HTMLUListElement);
    widget.addEventListener("input", ({ target }) => isField(target) && this.#open(target, target.value));
    widget.addEventListener("keydown", (event) => isField(event.target) && this.#onKey(event, event.target));
    widget.addEventListener("focusout", ({ target }) => isField(target) && this.#settle(target));
    widget.addEventListener("focusin", ({ target }) => isField(target) && target.select());
    widget.addEventListener("click", ({ target }) => isField(target) && !this.field && this.#open(target, ""));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("li") : null;
      if (option && this.field) this.#take(this.field, Number(option.dataset.place));
    });
    addEventListener("scroll", () => this.field && this.#place(this.field), { capture: true, passive: true });
  }

  /** Show what fits some words. @param {HTMLInputElement} field @param {string} words */
  #open(field, words) {
    const wanted = words.trim().toLowerCase();
    const all = this.choices(field);
    const begin = all.filter(({ name }) => name.toLowerCase().startsWith(wanted));
    const within = all.filter((each) => !begin.includes(each) && each.name.toLowerCase().includes(wanted));
    this.field = field;
    this.shown = [...begin, ...within].slice(0, MOST);
    this.active = wanted && this.shown.length ? 0 : -1;
    this.list.replaceChildren(...this.shown.map(({ name }, place) => this.#option(name, place)));
    this.list.hidden = this.shown.length === 0;
    field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.#place(field);
    this.#show();
  }

  /** @param {string} name @param {number} place */
  #option(name, place) {
    const option = document.createElement("li");
    option.role = "option";
    option.id = `${this.list.id}-${place}`;
    option.dataset.place = String(place);
    option.textContent = name;
    return option;
  }

  /** Below its field, and above it where there is no room. @param {HTMLInputElement} field */
  #place(field) {
    const { left, bottom, top, width } = field.getBoundingClientRect();
    const below = innerHeight - bottom;
    const { style } = this.list;
    style.left = `${left}px`;
    style.minWidth = `${width}px`;
    style.top = below > 200 || below > top ? `${bottom}px` : "";
    style.bottom = style.top ? "" : `${innerHeight - top}px`;
    style.maxHeight = `${Math.max(below, top) - 16}px`;
  }

  #show() {
    const options = findAll(this.list, "li", HTMLLIElement);
    options.forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.active));
    });
    const active = options[this.active];
    if (active) this.field?.setAttribute("aria-activedescendant", active.id);
    else this.field?.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event @param {HTMLInputElement} field */
  #onKey(event, field) {
    const { key } = event;
    const open = this.field === field && !this.list.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (open) {
        const count = this.shown.length;
        const by = key === "ArrowDown" ? 1 : -1;
        this.active = this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count;
        this.#show();
      } else this.#open(field, "");
    } else if (key === "Enter" && open && this.active >= 0) this.#take(field, this.active);
    else if (key === "Escape" && open) this.#close(field);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {HTMLInputElement} field @param {number} place */
  #take(field, place) {
    const choice = this.shown[place];
    if (!choice) return;
    setChosen(field, choice.id, choice.name);
    this.#close(field);
    this.choose(field, choice.id);
  }

  /** The field holds what is chosen, whatever was typed. @param {HTMLInputElement} field */
  #close(field) {
    this.field = null;
    this.list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    field.value = field.dataset.name ?? "";
  }

  /** A field is left: a whole name counts as chosen, and anything else does not. @param {HTMLInputElement} field */
  #settle(field) {
    const typed = field.value.trim().toLowerCase();
    const whole = this.choices(field).filter(({ name }) => name.toLowerCase() === typed);
    const [only] = whole;
    const chosen = only && whole.length === 1 && only.id !== chosenIn(field) ? only : null;
    if (chosen) setChosen(field, chosen.id, chosen.name);
    this.#close(field);
    if (chosen) this.choose(field, chosen.id);
  }
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement} */
const isField = (target) => target instanceof HTMLInputElement && target.matches("[role=combobox]");
