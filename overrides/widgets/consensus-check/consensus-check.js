import { find, findAll } from "../shared/find.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { saveCopy, today } from "../shared/save.js";
import { read, takeAway, write } from "../shared/store.js";
import { DecisionLog } from "./log.js";
import { People } from "./people.js";

/**
 * @typedef {Record<string, Record<string, number>>} Counts  how many, by side and position
 * @typedef {{proposal: string, date: string, test: number, rule: string, way: string, people: import("./people.js").Person[],
 *   counts: Counts, doubts: string}} Kept
 */

/** How long to wait after the last key before saving. */
const PAUSE_MS = 400;
/** How many empty places for people a new form has. */
const PLACES = 4;
const COUNT = "count.";

/** A proposal, where each person stands, and what follows by the group's own rule; and the log of what was decided. */
class ConsensusCheck extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  part_ = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  people = new People(
    find(this, "[data-people]", HTMLElement),
    find(this, "[data-person-template]", HTMLTemplateElement),
  );
  log = new DecisionLog(find(this, "[data-log]", HTMLElement), find(this, "[data-log-template]", HTMLTemplateElement));
  timer = 0;
  /** What Python said last, for the log. @type {any} */
  said = null;

  connectedCallback() {
    for (const part of findAll(this.form, ".steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
    this.fillIn(read(this.part_));
    this.log.show();
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.addEventListener("click", (event) => this.pressed(event));
    addEventListener("pagehide", () => this.timer && this.keep());
    startWhenIdle();
  }

  /** @param {Partial<Kept> | undefined} kept */
  fillIn(kept) {
    const { elements } = this.form;
    const values = {
      proposal: "",
      doubts: "",
      date: today(),
      test: 1,
      way: "full",
      rule: "",
      ...kept,
    };
    for (const name of ["proposal", "doubts", "date", "test", "way", "rule"]) {
      const field = elements.namedItem(name);
      const value = String(values[/** @type {"proposal"} */ (name)]);
      if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
        field.value = value;
      }
    }
    if (!values.rule) for (const input of findAll(this.form, "[name=rule]", HTMLInputElement)) input.checked = false;
    for (const input of findAll(this.form, `[name^="${COUNT}"]`, HTMLInputElement)) {
      const [side, position] = input.name.slice(COUNT.length).split(".");
      const number = kept?.counts?.[side ?? ""]?.[position ?? ""];
      input.value = number ? String(number) : "";
    }
    const blank = { who: "", side: "", position: "", reason: "" };
    const people = kept?.people?.length ? kept.people : Array.from({ length: PLACES }, () => blank);
    this.people.show(people);
    this.showWay();
  }

  /** @returns {Kept} what the form holds now */
  get kept() {
    const said = new FormData(this.form);
    /** @type {Counts} */
    const counts = {};
    for (const [name, value] of said) {
      const [side, position] = name.startsWith(COUNT) ? name.slice(COUNT.length).split(".") : [];
      if (side && position && value !== "") counts[side] = { ...counts[side], [position]: Number(value) };
    }
    /** @param {string} name */
    const text = (name) => String(said.get(name) ?? "");
    return {
      proposal: text("proposal"),
      date: text("date"),
      test: Number(text("test")),
      rule: text("rule"),
      way: text("way"),
      people: this.people.entered,
      counts,
      doubts: text("doubts"),
    };
  }

  showWay() {
    const large = new FormData(this.form).get("way") === "large";
    find(this, "[data-by-person]", HTMLElement).hidden = large;
    find(this, "[data-by-count]", HTMLElement).hidden = !large;
  }

  /** @param {Event} event */
  changed({ target }) {
    clearTimeout(this.timer);
    const typed =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "radio");
    if (typed) this.timer = setTimeout(() => this.keep(), PAUSE_MS);
    else this.keep();
    this.showWay();
    this.result.hide(); // what it said is of other positions
    startIfPossible();
  }

  keep() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.tryTo(() => {
      write(this.part_, this.kept);
      find(this, "[data-saved]", HTMLElement).textContent = "Saved on this device. Nobody else sees it.";
    });
  }

  /** @param {() => void} save */
  tryTo(save) {
    try {
      save();
    } catch {
      find(this, "[data-saved]", HTMLElement).textContent = ""; // the notice at the top of the page tells
    }
  }

  /** @param {MouseEvent} event */
  pressed({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("add" in dataset) this.add();
    else if ("remove" in dataset) this.remove_(button);
    else if ("keep" in dataset) this.keepDecision();
    else if ("forget" in dataset) this.tryTo(() => this.log.forget(dataset.forget ?? ""));
    else if ("printLog" in dataset) this.log.print();
    else if ("takeLog" in dataset) this.log.take();
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("clear" in dataset) this.clear();
  }

  add() {
    this.people.show([...this.people.all, { who: "", side: "", position: "", reason: "" }]);
    findAll(this.form, "[name=who]", HTMLInputElement).at(-1)?.focus();
  }

  /** @param {HTMLButtonElement} button */
  remove_(button) {
    const place = findAll(this.form, "[data-remove]", HTMLButtonElement).indexOf(button);
    this.people.show(this.people.all.filter((_, each) => each !== place));
    find(this, "[data-add]", HTMLButtonElement).focus();
    this.result.hide();
    this.keep();
  }

  keepDecision() {
    const { proposal, date, way, doubts } = this.kept;
    if (!proposal.trim() || !date) {
      this.result.tell("no-words");
      return;
    }
    const { outcome, outcome_name, how, dissent, reasons } = this.said;
    this.result.trouble.hidden = true;
    this.tryTo(() =>
      this.log.keep({
        date,
        proposal: proposal.trim(),
        how,
        outcome,
        outcome_name,
        dissent,
        doubts: way === "large" ? doubts.trim() : "",
        reasons: reasons.map((/** @type {{reason: string}} */ { reason }) => reason),
      }),
    );
    find(this, "[data-keep]", HTMLButtonElement).disabled = true;
    find(this, "[data-log]", HTMLElement).scrollIntoView({ block: "start" });
  }

  save() {
    this.keep();
    saveCopy();
  }

  clear() {
    if (!confirm("Take away this proposal and all positions from this device? The decision log stays.")) return;
    clearTimeout(this.timer);
    this.timer = 0;
    takeAway(this.part_);
    this.fillIn(undefined);
    this.result.hide();
    this.result.trouble.hidden = true;
    find(this, "[data-saved]", HTMLElement).textContent = "";
  }

  showResult() {
    const { rule, way, test, people, counts } = this.kept;
    const request = { call: "consensus", assessment: this.assessment, rule, way, test, people, counts };
    return this.result.ask(request, (said) => this.draw(said));
  }

  /** @param {any} said  what `framework/tools/consensus/call.py` gives */
  draw(said) {
    this.said = said;
    this.result.draw(said);
    this.result.goTo(); // each time that it is asked for
  }
}

customElements.define("consensus-check", ConsensusCheck);
