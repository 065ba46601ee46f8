import "../shared/date-fields.js";
import { CodeList } from "../shared/code-list.js";
import { Codes } from "../shared/codes.js";
import { find, findAll } from "../shared/find.js";
import { Intake } from "../shared/intake.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { startWhenIdle } from "../shared/python.js";
import { say } from "../shared/words.js";
import { Agreements } from "./agreements.js";
import { Paper } from "./paper.js";
import { PlanSteps } from "./plan-steps.js";
import { Record } from "./record.js";
import { ResultView } from "./result-view.js";
import { Room } from "./room.js";
import { Setup } from "./setup.js";
import { Timer } from "./timer.js";
import { STAGES, WorkshopState } from "./workshop.js";

/**
 * @typedef {import('../shared/room.js').RoomView} RoomView
 * @typedef {import('./workshop.js').Workshop} Workshop
 */

/** The screen of a workshop: what is pressed and typed, and the part of the workshop that is shown. */
class WorkshopScreen extends HTMLElement {
  state = new WorkshopState();
  problem = new ProblemBox(this);
  setup = new Setup(this);
  list = new CodeList(this, this.state);
  codes = new Codes("workshop", this.state, this.problem, () => this.list.show(this.codes.answer));
  paper = new Paper(find(this, "[data-paper-box]", HTMLFormElement));
  intake = new Intake(this, this.codes, this.list, this.problem, this.paper, () => this.showAfterCodes());
  view = new ResultView(this, this.state, this.codes);
  agreements = new Agreements(
    this,
    this.state,
    () => this.subject,
    () => this.room.show(),
  );
  record = new Record(this, this.state, this.codes, this.view);
  timer = new Timer(find(this, "[data-timer]", HTMLElement), (time) => this.keepTime(time));
  steps = new PlanSteps(this, this.state, (minutes) => this.timer.set(minutes));
  room = new Room(this, () => this.roomView);
  /** A code that came with the page's address. */
  codeInAddress = "";

  connectedCallback() {
    find(this, "[data-screen]", HTMLElement).hidden = false;
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("change", (event) => this.onChange(event));
    this.addEventListener("submit", (event) => this.onSubmit(event));
    addEventListener("keydown", (event) => this.onArrow(event));
    addEventListener("hashchange", () => {
      this.readAddress();
      if (this.state.workshop && this.codeInAddress) this.resume();
    });
    this.state.follow(() => this.refresh());
    startWhenIdle();
    this.record.offerLanguages();
    this.readAddress();
    if (this.state.workshop) this.resume();
    else this.goTo(STAGES.begin);
  }

  // Beginning, and going on after the tab was closed.

  async resume() {
    const { workshop } = this.state;
    if (!workshop) return;
    this.prepare(workshop);
    this.timer.restore(workshop.time);
    this.show(workshop.stage);
    const code = this.codeInAddress;
    this.codeInAddress = "";
    if (workshop.assessment) await this.intake.add(code);
  }

  /** Show what another tab did in this workshop. */
  async refresh() {
    const { workshop } = this.state;
    if (!workshop) {
      this.codes.clear();
      this.goTo(STAGES.begin);
      return;
    }
    await this.codes.refresh();
    this.showAfterCodes();
  }

  /** Take up the code that is in the page's address, and take it out there: it is not to come in again. */
  readAddress() {
    this.codeInAddress = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";
    if (this.codeInAddress) history.replaceState(null, "", location.pathname);
    find(this, "[data-code-in-address]", HTMLElement).hidden = !this.codeInAddress;
  }

  async begin() {
    this.state.begin(this.setup.chosen);
    const { workshop } = this.state;
    const resumed = this.resume();
    this.steps.start();
    this.goTo(workshop?.stage ?? STAGES.collect); // at once: whoever types a code before Python is there keeps the focus
    await resumed;
  }

  /** What stays the same throughout a workshop. @param {Workshop} workshop */
  prepare(workshop) {
    const { assessment, version } = workshop;
    if (assessment) {
      const statements = find(this, `[data-statements="${assessment}"]`, HTMLTemplateElement);
      this.paper.prepare(statements, version);
    }
    this.codes.beside = this.state.records[0]?.id ?? "";
    this.steps.prepare();
    this.setup.showJoin(workshop);
    this.setup.findLanguages(workshop).then(() => this.room.show());
  }

  startAgain() {
    if (!confirm(say("workshop-screen.new-sure"))) return;
    this.agreements.draft.clear();
    this.state.end();
    this.codes.clear();
    this.goTo(STAGES.begin);
    this.setup.plan.focus();
  }

  /** @param {import('../shared/clock.js').Time} time */
  keepTime(time) {
    this.state.save({ time });
    this.room.show();
  }

  // What is pressed and typed.

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("firstGap" in dataset) this.state.save({ place: 0 });
    if (dataset.go) this.goTo(dataset.go);
    else if ("reveal" in dataset) await this.reveal("again" in dataset);
    else if ("camera" in dataset) this.intake.toggleCamera();
    else if ("paper" in dataset) this.intake.togglePaper();
    else if (dataset.takeOut) await this.takeOut(dataset.takeOut);
    else if (dataset.move) this.move(Number(dataset.move));
    else if ("nextStep" in dataset) this.nextStep();
    else if (dataset.changeAction) this.agreements.change(dataset.changeAction);
    else if (dataset.removeAction) this.agreements.remove(dataset.removeAction);
    else if (dataset.deleteRecord) this.deleteRecord(dataset.deleteRecord);
    else if ("keepRecord" in dataset) this.keepRecord();
    else if ("openRoom" in dataset) this.room.open(this.dataset.room ?? "");
    else if ("coverScreen" in dataset) this.room.coverScreen();
    else if ("print" in dataset) print();
    else if ("word" in dataset) await this.saveWord();
    else if ("save" in dataset) this.record.save();
    else if ("new" in dataset) this.startAgain();
  }

  /** @param {Event} event */
  async onChange({ target }) {
    if (!(target instanceof HTMLSelectElement)) return;
    if ("second" in target.dataset) await this.chooseSecond(target.value);
    if ("step" in target.dataset && !this.state.workshop?.assessment) this.show(STAGES.talk);
    if (!("beside" in target.dataset)) return;
    this.codes.beside = target.value;
    await this.codes.refresh();
    this.showAfterCodes();
    findAll(this, "select[data-beside]", HTMLSelectElement)
      .find((each) => each.checkVisibility())
      ?.focus();
  }

  /** @param {SubmitEvent} event */
  async onSubmit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.method === "dialog") return;
    event.preventDefault();
    if ("begin" in form.dataset) await this.begin();
    else if ("add" in form.dataset) await this.intake.addTyped();
    else if ("paperBox" in form.dataset) await this.intake.addPaper(Number(this.dataset.marks));
    else if ("actionForm" in form.dataset) this.agreements.add();
  }

  /** @param {KeyboardEvent} event */
  onArrow(event) {
    const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by && !typing && this.state.workshop?.stage === STAGES.talk) this.move(by);
  }

  // Codes, and what the room may see of them.

  /** @param {string} mark */
  async takeOut(mark) {
    if (!confirm(say("workshop-screen.take-out-sure"))) return;
    await this.codes.takeOut(mark);
    find(this, "details:has([data-people]) summary", HTMLElement).focus();
  }

  /** @param {boolean} again  whether the room sees something already: then nobody is waited for */
  async reveal(again) {
    const status = find(this, "[data-reveal-status]", HTMLElement);
    const missing = again ? "" : this.list.askOnceMore();
    status.textContent = missing;
    if (missing) return;
    const before = JSON.stringify(this.state.workshop?.shown);
    const { stage } = this.state.workshop ?? {};
    const answer = await this.codes.reveal();
    if (!answer) return;
    if (this.state.workshop?.stage !== stage)
      this.showAfterCodes(); // not called back
    else if (answer.result) this.goTo(STAGES.result);
    const nothing = !answer.result || JSON.stringify(answer.shown) === before;
    const why = answer.result ? say("workshop-screen.nothing-new") : say("workshop-screen.nothing-yet");
    status.textContent = nothing ? why : "";
  }

  // The part of the workshop that is shown.

  /** Go to a part of the workshop, and put the reader there. @param {string} stage */
  goTo(stage) {
    if (stage !== STAGES.begin) this.state.save({ stage });
    this.show(stage);
    if (stage === STAGES.begin) return;
    this.focusHeading();
    find(this, "[data-stages]", HTMLElement).scrollIntoView({ block: "start" });
  }

  focusHeading() {
    const heading = findAll(this, "[data-heading]", HTMLElement).find((each) => each.checkVisibility());
    heading?.focus({ preventScroll: true });
  }

  /** What codes that came, or another tab, may have changed. */
  showAfterCodes() {
    const { workshop } = this.state;
    if (workshop && workshop.stage !== STAGES.collect) this.show(workshop.stage);
    else this.room.show();
  }

  /** @param {string} stage */
  show(stage) {
    const { workshop } = this.state;
    for (const part of findAll(this, "[data-stage]", HTMLElement)) part.hidden = part.dataset.stage !== stage;
    for (const button of findAll(this, ".stages [data-go]", HTMLElement)) {
      if (button.dataset.go === stage) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    for (const part of findAll(this, "[data-stages], [data-timer], [data-for-room]", HTMLElement))
      part.hidden = !workshop;
    this.toggleAttribute("data-no-check", Boolean(workshop && !workshop.assessment));
    if (stage !== STAGES.collect && this.intake.camera.on) this.intake.toggleCamera();
    for (const part of findAll(this, "[data-result], [data-gap], [data-record]", HTMLElement)) part.replaceChildren();
    if (stage === STAGES.result) this.view.showResult();
    else if (stage === STAGES.talk) this.showTalk();
    else if (stage === STAGES.record) this.showRecord();
    this.room.show();
  }

  /** What is talked about: a gap, or a step of a plan without a check. */
  get subject() {
    const { workshop } = this.state;
    const { gap } = this.codes;
    if (!workshop) return null;
    if (workshop.assessment) return gap ? { id: gap.id, from: gap.id } : null;
    return { id: `step ${workshop.step + 1}`, from: workshop.plan };
  }

  showTalk() {
    const { steps } = this;
    if (this.state.workshop?.assessment) this.view.showGap();
    else {
      steps.describe(find(this, "[data-gap]", HTMLElement));
      find(this, ".agree", HTMLElement).hidden = false;
      for (const button of findAll(this, "[data-move]", HTMLButtonElement))
        button.disabled = !steps.has(Number(button.dataset.move));
    }
    this.agreements.show();
  }

  /** Talk about another gap, or go to another step. @param {number} by */
  move(by) {
    const { workshop } = this.state;
    if (workshop && !workshop.assessment) {
      if (this.steps.move(by)) this.goTo(STAGES.talk);
      return;
    }
    const place = (workshop?.place ?? 0) + by;
    if (!this.codes.result?.rows[place]) return;
    this.state.save({ place });
    this.goTo(STAGES.talk);
  }

  /** Begin the next step of the plan, wherever in the workshop one is. */
  nextStep() {
    if (!this.steps.move(1)) return;
    const { workshop } = this.state;
    if (workshop && !workshop.assessment) this.show(workshop.stage);
    find(this, "[data-time=toggle]", HTMLElement).focus();
  }

  showRecord() {
    const { workshop } = this.state;
    if (workshop) this.record.show(this.setup.title(workshop), this.agreements.all, this.steps.titles);
  }

  /** Put another language below the words of the record. @param {string} code  empty for none */
  async chooseSecond(code) {
    const wrong = await this.record.choose(code);
    if (this.state.workshop?.stage !== STAGES.record) return;
    this.showRecord();
    find(this, "[data-record-status]", HTMLElement).textContent = wrong;
  }

  async saveWord() {
    try {
      await this.record.saveWord();
      this.problem.hide();
    } catch (error) {
      this.problem.show(problemOf(error, say("workshop-screen.word-not-made")));
    }
  }

  keepRecord() {
    const kept = this.state.keepRecord(this.codes.result?.record);
    find(this, "[data-record-status]", HTMLElement).textContent = kept ? say("workshop-screen.record-kept") : "";
  }

  /** @param {string} id */
  deleteRecord(id) {
    if (!confirm(say("workshop-screen.delete-record-sure"))) return;
    this.state.deleteRecord(id);
    this.showRecord();
    this.focusHeading();
  }

  /** What the room is to show now. @returns {RoomView | null} */
  get roomView() {
    const { workshop } = this.state;
    const { steps, codes } = this;
    if (!workshop) return null;
    return {
      stage: workshop.stage,
      clock: { ...this.timer.time, label: steps.label },
      join: this.setup.join(workshop),
      sides: this.list.sides,
      result: codes.result,
      place: workshop.place,
      step: workshop.assessment ? null : (steps.current ?? { title: say("workshop-screen.no-step"), number: 1, of: 1 }),
      agreed: workshop.stage === STAGES.record ? this.agreements.all : this.agreements.here,
      draft: this.agreements.text.value,
    };
  }
}

customElements.define("workshop-screen", WorkshopScreen);
