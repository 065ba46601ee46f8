import { Autosave } from "../shared/autosave.js";
import { today } from "../shared/dates.js";
import { find, findAll } from "../shared/find.js";
import { asText } from "../shared/merge.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { Result } from "../shared/result.js";
import { erase, onChange, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";
import { DECISIONS, DecisionLog } from "./decision-log.js";
import { People } from "./people.js";

/**
 * @typedef {Record<string, Record<string, number>>} Counts  how many, by side and position
 * @typedef {{proposal: string, date: string, test: number, rule: string, way: string, people: import("./people.js").Person[],
 *   counts: Counts, doubts: string}} Proposal
 */

/** How many empty places for people a new form has. */
const PLACES = 4;
const COUNT = "count.";

/** A proposal, where each person stands, and what follows by the group's own rule; and the log of what was decided. */
class ConsensusCheck extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  partName = `assessment.${this.assessment}`;
  form = find(this, "form", HTMLFormElement);
  result = new Result(this);
  people = new People(
    find(this, "[data-people]", HTMLElement),
    find(this, "[data-person-template]", HTMLTemplateElement),
  );
  log = new DecisionLog(find(this, "[data-log]", HTMLElement), find(this, "[data-log-template]", HTMLTemplateElement));
  autosave = new Autosave(this, () => write(this.partName, this.proposal));
  /** What followed last, for the log. @type {any} */
  outcome = null;

  connectedCallback() {
    for (const part of findAll(this.form, ".steps-buttons, .form-buttons", HTMLElement)) part.hidden = false;
    this.fillIn(read(this.partName));
    this.log.show();
    this.autosave.follow(this.partName, () => this.restore());
    onChange(DECISIONS, () => this.log.show());
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.addEventListener("click", (event) => this.onClick(event));
    startWhenIdle();
  }

  /** @param {Partial<Proposal> | undefined} proposal */
  fillIn(proposal) {
    const { elements } = this.form;
    const values = {
      proposal: "",
      doubts: "",
      date: today(),
      test: 1,
      way: "full",
      rule: "",
      ...proposal,
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
      const number = proposal?.counts?.[side ?? ""]?.[position ?? ""];
      input.value = number ? String(number) : "";
    }
    const blank = { who: "", side: "", position: "", reason: "" };
    const people = proposal?.people?.length ? proposal.people : Array.from({ length: PLACES }, () => blank);
    if (this.people.none || asText(people) !== asText(this.people.entered)) this.people.show(people);
    this.showWay();
  }

  /** What another tab changed. */
  restore() {
    this.fillIn(read(this.partName));
    this.result.hide(); // it is of other positions
  }

  /** @returns {Proposal} what the form holds now */
  get proposal() {
    const fields = new FormData(this.form);
    /** @type {Counts} */
    const counts = {};
    for (const [name, value] of fields) {
      const [side, position] = name.startsWith(COUNT) ? name.slice(COUNT.length).split(".") : [];
      if (side && position && value !== "") counts[side] = { ...counts[side], [position]: Number(value) };
    }
    /** @param {string} name */
    const text = (name) => String(fields.get(name) ?? "");
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
  onInput({ target }) {
    const typed =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "radio");
    if (typed) this.autosave.soon();
    else this.autosave.now();
    this.showWay();
    this.result.hide(); // it is of other positions
    startIfPossible();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("showResult" in dataset || "retry" in dataset) this.showResult();
    else if ("add" in dataset) this.addPerson();
    else if ("remove" in dataset) this.removePerson(button);
    else if ("logDecision" in dataset) this.logDecision();
    else if ("delete" in dataset) this.log.delete(dataset.delete ?? "");
    else if ("printLog" in dataset) this.log.print();
    else if ("saveLog" in dataset) this.log.download();
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.save();
    else if ("clear" in dataset) this.clear();
  }

  addPerson() {
    this.people.show([...this.people.all, { who: "", side: "", position: "", reason: "" }]);
    findAll(this.form, "[name=who]", HTMLInputElement).at(-1)?.focus();
  }

  /** @param {HTMLButtonElement} button */
  removePerson(button) {
    const place = findAll(this.form, "[data-remove]", HTMLButtonElement).indexOf(button);
    this.autosave.finish();
    this.people.show(this.people.all.filter((_, each) => each !== place));
    find(this, "[data-add]", HTMLButtonElement).focus();
    this.result.hide();
    this.autosave.report(erase(this.partName, this.proposal));
  }

  logDecision() {
    const { proposal, date, way, doubts } = this.proposal;
    if (!proposal.trim() || !date) {
      this.result.problem.show({}, "incomplete");
      return;
    }
    const { outcome, outcome_name, how, dissent, reasons } = this.outcome;
    this.result.problem.hide();
    this.log.add({
      date,
      proposal: proposal.trim(),
      how,
      outcome,
      outcome_name,
      dissent,
      doubts: way === "large" ? doubts.trim() : "",
      reasons: reasons.map((/** @type {{reason: string}} */ { reason }) => reason),
    });
    find(this, "[data-log-decision]", HTMLButtonElement).disabled = true;
    find(this, "[data-log]", HTMLElement).scrollIntoView({ block: "start" });
  }

  save() {
    this.autosave.now();
    saveWorkspace();
  }

  clear() {
    if (!confirm(say("consensus-check.clear-sure"))) return;
    this.autosave.cancel();
    erase(this.partName, undefined);
    this.fillIn(undefined);
    this.result.hide();
    this.result.problem.hide();
  }

  showResult() {
    const { rule, way, test, people, counts } = this.proposal;
    const request = { call: "consensus", assessment: this.assessment, rule, way, test, people, counts };
    return this.result.ask(request, (outcome) => this.showOutcome(outcome));
  }

  /** @param {any} outcome  what `framework/tools/consensus/call.py` gives */
  showOutcome(outcome) {
    this.outcome = outcome;
    this.result.show(outcome);
    this.result.focus(); // each time that it is asked for
  }
}

customElements.define("consensus-check", ConsensusCheck);
