import { find, findAll } from "../shared/find.js";
import { arrivedAnew } from "../shared/store.js";
import { say } from "../shared/words.js";

/** Where the parts of a form stand one at a time. On paper they never do. */
const NARROW = matchMedia("(max-width: 47.99rem)");
/** On the page's root, while its reader is at work in the form. */
const AT_WORK = "tool-form-work";
/** Out of sight, but found by the browser's own search, and by links that lead into it. */
const UNTIL_FOUND = "until-found";

/**
 * The page about a tool and its form are two views, and the address says which: what leads to the form or into it opens
 * it. On a phone the form's parts stand one at a time, with the outline before them, at `#form`.
 */
export class FormView {
  /** The part that is shown alone on a phone; where there is none, the outline is. @type {HTMLElement | null} */
  part = null;
  atWork = false;

  /** @param {HTMLElement} widget @param {() => void} onWork  called each time the form is shown */
  constructor(widget, onWork) {
    this.widget = widget;
    this.onWork = onWork;
    this.section = /** @type {HTMLElement} */ (widget.closest(".form-section"));
    this.parts = findAll(widget, ".form-part", HTMLElement);
    this.back = find(widget, "[data-back]", HTMLAnchorElement);
    this.place = find(widget, "[data-place]", HTMLElement);
    this.bar = find(widget, "[data-bar]", HTMLElement);
    this.main = find(widget, ".tool-form__main", HTMLElement);
    this.outline = find(widget, ".tool-form__outline", HTMLElement);
    this.next = find(widget, "[data-next]", HTMLAnchorElement);
    widget.addEventListener("beforematch", ({ target }) => this.#found(target));
    addEventListener("hashchange", () => this.#follow());
    NARROW.addEventListener("change", () => this.show());
  }

  /** Show what the page was opened for. */
  begin() {
    const target = this.#route();
    if (this.atWork && arrivedAnew) target?.scrollIntoView({ behavior: "instant" });
  }

  /** Take from the address what is to be shown. @returns {Element | null} what it names */
  #route() {
    const target = addressed();
    this.atWork = this.section.contains(target);
    this.part = partOf(target);
    this.show();
    return target;
  }

  /** Go where a link led, with the keyboard too: the link that was pressed may be out of sight now. */
  #follow() {
    const wasAtWork = this.atWork;
    const target = this.#route();
    if (!target || !(this.atWork || wasAtWork)) return;
    const heading = target.matches(".form-part") ? target.querySelector(".part") : target;
    if (heading instanceof HTMLElement && heading.matches("h1, h2, h3")) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    target.scrollIntoView({ behavior: "instant" });
  }

  /** The browser's own search came upon words in what is out of sight. @param {EventTarget | null} target */
  #found(target) {
    if (this.section.contains(addressed())) return; // a link led there, and is followed
    this.atWork = true;
    const part = partOf(target);
    if (part) this.part = part;
    this.show();
    if (part) history.pushState(null, "", `#${part.id}`);
  }

  /** Bring a control in sight, whatever part is shown. @param {HTMLElement} control */
  reveal(control) {
    const part = partOf(control);
    if (part && part !== this.part && NARROW.matches) {
      history.pushState(null, "", `#${part.id}`);
      this.part = part;
      this.show();
    }
    control.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** On a phone the buttons stand at the foot of the window; else beside the form, where they lie over nothing. */
  #placeBar() {
    const { bar, main, outline } = this;
    if (NARROW.matches && bar.parentElement !== main) main.append(bar);
    if (!NARROW.matches && bar.parentElement !== outline) outline.prepend(bar);
  }

  show() {
    const { part, parts } = this;
    document.documentElement.classList.toggle(AT_WORK, this.atWork);
    putAway(this.widget, !this.atWork);
    const alone = NARROW.matches && this.atWork;
    for (const each of parts) putAway(each, alone && each !== part);
    this.widget.toggleAttribute("data-one-part", alone && part !== null);
    this.section.toggleAttribute("data-one-part", alone && part !== null);
    this.#placeBar();
    const place = part ? parts.indexOf(part) : -1;
    this.place.hidden = !alone || place === -1;
    this.place.textContent = say("common.place", { number: place + 1, all: parts.length });
    this.back.hidden = place === -1;
    this.back.href = `#${parts[place - 1]?.id ?? "form"}`;
    this.next.href = `#${parts[place + 1]?.id ?? "form"}`;
    if (this.atWork) this.onWork();
  }
}

/** The element that the page's address names. */
function addressed() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** The part of the form that something stands in. @param {EventTarget | null} target */
const partOf = (target) =>
  /** @type {HTMLElement | null} */ (target instanceof Element && target.closest(".form-part")) || null;

/** @param {HTMLElement} element @param {boolean} away */
function putAway(element, away) {
  if (away) element.setAttribute("hidden", UNTIL_FOUND);
  else element.removeAttribute("hidden");
}
