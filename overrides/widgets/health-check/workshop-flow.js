import { find, findAll } from "../shared/find.js";
import { languagesOf } from "../shared/languages.js";
import { say } from "../shared/words.js";

/** The page's address within a workshop, as its QR code has it. */
const ADDRESS = /^#workshop-(short|long)$/;
/** That of a page which is for workshops alone, and has one version. */
const ALONE = "#workshop-long";
const BEGIN = "begin";
const CODE = "code";
const RESULT = "result";

/**
 * @typedef {{place: string, from: string, before: boolean, depth: number}} Visit  where one is: a step's name, `code` or
 *   `result`; where one came from to change the side; whether answers were there before; and how many places lie behind
 * @typedef {HTMLElement & {make: (pressed: boolean) => Promise<void>}} AnswerCode
 */

/**
 * The check as a workshop's phones have it: one thing to do on each screen, from the side to the code. Each screen is an
 * entry of the browser's history, so that Back leads to the screen before, and a reload to the same one.
 */
export class WorkshopFlow {
  /** The version that the workshop asks for; empty where this is no workshop's page. */
  version = "";
  /** @type {Visit} */
  visit = { place: BEGIN, from: "", before: false, depth: 0 };
  /** What makes the code. @type {AnswerCode | null} */
  code = document.querySelector("answer-code");

  /**
   * @param {HTMLElement} check
   * @param {import('../shared/steps.js').Steps} steps
   * @param {{save: () => void, showResult: () => Promise<void>, hideResult: () => void, clear: () => void}} does  what
   *   the check does
   */
  constructor(check, steps, does) {
    this.check = check;
    this.steps = steps;
    this.does = does;
    this.form = find(check, "form", HTMLFormElement);
    this.missing = find(check, "[data-missing]", HTMLElement);
    if (!this.code) return;
    addEventListener("popstate", () => this.on && this.resume());
    document.addEventListener("click", (event) => this.onClick(event));
  }

  get on() {
    return this.version !== "";
  }

  /** Begin, or go on after a reload, where the page's address is a workshop's. @returns {boolean} whether it is */
  begin() {
    if ("alone" in this.check.dataset && !ADDRESS.test(location.hash)) history.replaceState(history.state, "", ALONE);
    this.version = (this.code && ADDRESS.exec(location.hash)?.[1]) ?? "";
    for (const part of [this.check, this.code]) {
      if (this.on) part?.setAttribute("data-workshop", this.version);
      else part?.removeAttribute("data-workshop");
    }
    if (!this.on) {
      if (this.code) this.code.hidden = false;
      return false;
    }
    this.steps.all = false;
    this.offerLanguages();
    find(this.check, "[data-finish]", HTMLElement).textContent = say("health-check.own-result");
    if (this.fix()) this.does.save();
    this.resume();
    return true;
  }

  /** Whoever comes by the QR code chooses their language on the spot: the rest of the page's head is not shown here. */
  offerLanguages() {
    const place = find(this.check, "[data-languages]", HTMLElement);
    const links = languagesOf(document, location.href).map(({ code, name, direction, address }) => {
      const link = document.createElement("a");
      link.href = new URL(location.hash, address).href;
      Object.assign(link, { lang: code, dir: direction, hreflang: code, textContent: name });
      if (code === document.documentElement.lang) link.setAttribute("aria-current", "true");
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    place.hidden = links.length === 0;
    find(place, "ul", HTMLElement).replaceChildren(...links);
  }

  /** In a workshop all answer the same version, each for themselves. @returns {boolean} whether that was otherwise here */
  fix() {
    if (!this.on) return false;
    const fixed = [`[name=version][value=${this.version}]`, "[name=by][value=one]"];
    const inputs = fixed.map((each) => find(this.form, each, HTMLInputElement));
    const otherwise = inputs.some(({ checked }) => !checked);
    for (const input of inputs) input.checked = true;
    return otherwise && (this.side !== "" || this.answered > 0);
  }

  get side() {
    return String(new FormData(this.form).get("side") ?? "");
  }

  /** The statements, in order. */
  get statements() {
    return this.steps.due.filter(({ dataset }) => !("lead" in dataset));
  }

  /** How many statements have an answer. */
  get answered() {
    return this.statements.filter((each) => each.querySelector(":checked")).length;
  }

  /** The place where what a code needs can be given; empty where it has all. */
  get lacking() {
    if (!this.side) return BEGIN;
    return this.answered ? "" : (this.statements[0]?.dataset.step ?? BEGIN);
  }

  /** Show where the browser's history says that one is. */
  resume() {
    /** @type {Visit | undefined} */
    const visit = history.state?.visit;
    this.visit = visit ?? { place: BEGIN, from: "", before: this.answered > 0, depth: 0 };
    if (this.visit.place === CODE && this.lacking) this.visit = { ...this.visit, place: this.lacking };
    history.replaceState({ ...history.state, visit: this.visit }, "");
    this.show();
  }

  /** Go to a screen. @param {string} place @param {string} [from]  the screen to come back to from there */
  goTo(place, from = "") {
    const lacking = place === CODE ? this.lacking : "";
    if (place === CODE && !lacking) this.does.save(); // another tab may have kept another version
    const to = lacking || place;
    if (to !== this.visit.place) {
      this.visit = {
        place: to,
        from: lacking === BEGIN ? this.visit.place : from,
        before: false,
        depth: this.visit.depth + 1,
      };
      history.pushState({ visit: this.visit }, "");
      this.show();
    }
    if (lacking) this.tellMissing();
  }

  show() {
    const { place, from, before } = this.visit;
    const { check, code } = this;
    const inForm = place !== CODE && place !== RESULT;
    check.dataset.place = inForm && place !== BEGIN ? "statement" : place;
    this.missing.textContent = "";
    this.form.hidden = !inForm;
    find(check, "[data-before]", HTMLElement).hidden = !before;
    find(check, "[data-leave]", HTMLElement).hidden = Boolean(from);
    if (code) code.hidden = place !== CODE;
    if (place !== RESULT) this.does.hideResult();
    this.tellSide();
    this.showAfter();
    scrollTo({ top: 0, behavior: "instant" });
    if (inForm) this.steps.goTo(place);
    else if (place === CODE) this.makeCode();
    else this.does.showResult();
  }

  /** Say which side one answers for, and let it be changed; but where that is what is asked. */
  tellSide() {
    const { check, side, visit } = this;
    find(check, "[data-side-line]", HTMLElement).hidden = visit.place === BEGIN;
    find(check, "[data-side-words]", HTMLElement).textContent = side
      ? say(`health-check.as-${side}`)
      : say("health-check.no-side");
  }

  /** What one may do once the code is there. */
  showAfter() {
    const { place } = this.visit;
    const after = find(document, "[data-after]", HTMLElement);
    after.hidden = place !== CODE && place !== RESULT;
    for (const button of findAll(after, "button", HTMLButtonElement)) {
      const complete = button.dataset.flow === "rest" && this.answered === this.statements.length;
      button.hidden = button.dataset.flow === place || complete || (place === RESULT && button.dataset.flow !== CODE);
    }
  }

  async makeCode() {
    await customElements.whenDefined("answer-code");
    await this.code?.make(true);
  }

  /** Say what is missing on this screen, and put the reader where it can be given. */
  tellMissing() {
    this.missing.textContent = this.side ? say("health-check.nothing-answered") : say("health-check.side-missing");
    find(this.form, ".step:not([hidden]) input", HTMLInputElement).focus();
  }

  /** Go on to the next screen, or back to the one before. @param {1 | -1} by */
  move(by) {
    const { place, from, depth } = this.visit;
    const { due } = this.steps;
    const next = due[due.findIndex(({ dataset }) => dataset.step === place) + 1];
    if (by < 0 && depth > 0) history.back();
    else if (by < 0) this.goTo(BEGIN);
    else if (place === BEGIN && !this.side) this.tellMissing();
    else this.goTo(from || (next?.dataset.step ?? CODE));
  }

  showResult() {
    this.goTo(RESULT);
  }

  /** What was entered just now may have been what was missing. */
  onInput() {
    this.missing.textContent = "";
    find(this.check, "[data-before]", HTMLElement).hidden = true;
  }

  /** Someone else answers next on this phone: nothing is entered any more. */
  startAgain() {
    this.fix();
    this.goTo(BEGIN);
    this.show(); // where it was shown already
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("[data-flow]") : null;
    if (!this.on || !(button instanceof HTMLElement)) return;
    const { flow } = button.dataset;
    if (flow === "side") this.goTo(BEGIN, this.visit.place);
    else if (flow === "rest") this.goTo(this.firstBlank);
    else if (flow === "answers") this.goTo(this.statements[0]?.dataset.step ?? BEGIN);
    else if (flow === "clear") this.does.clear();
    else if (flow) this.goTo(flow);
  }

  /** The first statement that has no answer. */
  get firstBlank() {
    return this.statements.find((each) => !each.querySelector(":checked"))?.dataset.step ?? BEGIN;
  }
}
