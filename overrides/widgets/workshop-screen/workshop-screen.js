import { Camera } from "../shared/camera.js";
import "../shared/date-fields.js";
import { find, findAll } from "../shared/find.js";
import { readText } from "../shared/incoming.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { startWhenIdle } from "../shared/python.js";
import { drawQr } from "../shared/qr.js";
import { say } from "../shared/words.js";
import { Agreements } from "./agreements.js";
import { CodeList } from "./code-list.js";
import { Codes } from "./codes.js";
import { Paper } from "./paper.js";
import { Record } from "./record.js";
import { ResultView } from "./result-view.js";
import { Timer } from "./timer.js";
import { STAGES, WorkshopState } from "./workshop.js";

/** @typedef {import('./workshop.js').Workshop} Workshop */

/** Letters of a text with codes, and bytes of a file: a thousand codes among a chat's messages take less. */
const MOST_TEXT = 500_000;

/** The screen of a workshop: what is pressed and typed, and the part of the workshop that is shown. */
class WorkshopScreen extends HTMLElement {
  state = new WorkshopState();
  problem = new ProblemBox(this);
  list = new CodeList(this);
  codes = new Codes(this.state, this.problem, () => this.list.show(this.codes.answer));
  view = new ResultView(this, this.state, this.codes);
  agreements = new Agreements(this, this.state, this.codes);
  record = new Record(this, this.state, this.codes, this.view);
  paper = new Paper(find(this, "[data-paper-box]", HTMLFormElement));
  camera = new Camera(find(this, "[data-camera-box]", HTMLElement), (text) => this.addCodes(text));
  timer = new Timer(find(this, "[data-timer]", HTMLElement), (time) => this.state.save({ time }));
  field = find(this, "[name=codes]", HTMLTextAreaElement);
  steps = find(this, "[data-step]", HTMLSelectElement);
  /** A code that came with the page's address. */
  codeInAddress = "";

  connectedCallback() {
    find(this, "[data-screen]", HTMLElement).hidden = false;
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("submit", (event) => this.onSubmit(event));
    this.field.addEventListener("keydown", (event) => this.onEnter(event));
    find(this, "[data-files]", HTMLInputElement).addEventListener("change", (event) => this.openFiles(event));
    this.steps.addEventListener("change", () => this.startStep());
    addEventListener("keydown", (event) => this.onArrow(event));
    addEventListener("hashchange", () => {
      this.readAddress();
      if (this.state.workshop && this.codeInAddress) this.resume();
    });
    this.state.follow(() => this.refresh());
    startWhenIdle();
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
    this.show(workshop.stage === STAGES.begin ? STAGES.collect : workshop.stage);
    const code = this.codeInAddress;
    this.codeInAddress = "";
    await this.addCodes(code);
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
    if (workshop.stage !== STAGES.collect) this.show(workshop.stage);
  }

  /** Take up the code that is in the page's address, and take it out there: it is not to come in again. */
  readAddress() {
    this.codeInAddress = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";
    if (this.codeInAddress) history.replaceState(null, "", location.pathname);
    find(this, "[data-code-in-address]", HTMLElement).hidden = !this.codeInAddress;
  }

  /** @param {HTMLFormElement} form */
  async begin(form) {
    const fields = new FormData(form);
    const [assessment = "", version = ""] = String(fields.get("check")).split("/");
    this.state.begin({ assessment, version, plan: String(fields.get("plan")) });
    const resumed = this.resume();
    this.startStep();
    this.goTo(STAGES.collect); // at once: whoever types a code before Python is there keeps the focus
    await resumed;
  }

  /** The form's entry for the check that people answer. @param {Workshop} workshop */
  check({ assessment, version }) {
    return find(this, `[name=check][value="${assessment}/${version}"]`, HTMLInputElement);
  }

  /** What stays the same throughout a workshop. @param {Workshop} workshop */
  async prepare(workshop) {
    const { assessment, version, plan, step } = workshop;
    const address = new URL(this.check(workshop).dataset.page ?? "", location.href).href;
    find(this, "[data-join-version]", HTMLElement).textContent =
      version === "short" ? say("workshop-screen.short") : say("workshop-screen.long");
    find(this, "[data-join-address]", HTMLElement).textContent = address.replace(/^https?:\/\//, "");
    this.paper.prepare(find(this, `[data-statements="${assessment}"]`, HTMLTemplateElement), version);
    const sheet = this.querySelector(`[data-run-sheet="${CSS.escape(plan)}"]`);
    find(this, "[data-steps]", HTMLElement).hidden = !sheet;
    if (sheet instanceof HTMLTemplateElement) this.steps.replaceChildren(sheet.content.cloneNode(true));
    else this.steps.replaceChildren();
    if (this.steps.options.length) this.steps.selectedIndex = step;
    find(this, "[data-join-qr]", HTMLElement).replaceChildren(
      await drawQr(`${address}#workshop-${version}`, say("workshop-screen.qr", { address })),
    );
  }

  /** Begin the step of the plan that is chosen. */
  startStep() {
    if (!this.state.workshop || !this.steps.options.length) return;
    this.state.save({ step: this.steps.selectedIndex });
    this.timer.set(Number(this.steps.value));
  }

  startAgain() {
    if (!confirm(say("workshop-screen.new-sure"))) return;
    this.agreements.draft.clear();
    this.state.end();
    this.codes.clear();
    this.goTo(STAGES.begin);
  }

  // What is pressed and typed.

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("firstGap" in dataset) this.state.save({ place: 0 });
    if (dataset.go) this.goTo(dataset.go);
    else if ("reveal" in dataset) await this.reveal();
    else if ("camera" in dataset) this.toggleCamera(button);
    else if ("paper" in dataset) this.togglePaper(button);
    else if (dataset.takeOut) await this.takeOut(dataset.takeOut);
    else if (dataset.move) this.move(Number(dataset.move));
    else if (dataset.changeAction) this.agreements.change(dataset.changeAction);
    else if (dataset.removeAction) this.agreements.remove(dataset.removeAction);
    else if ("print" in dataset) print();
    else if ("save" in dataset) this.record.save();
    else if ("new" in dataset) this.startAgain();
  }

  /** @param {SubmitEvent} event */
  async onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if ("begin" in form.dataset) await this.begin(form);
    else if ("add" in form.dataset) await this.addTypedCodes();
    else if ("paperBox" in form.dataset) await this.addPaper();
    else if ("actionForm" in form.dataset) this.agreements.add();
  }

  /** @param {KeyboardEvent} event */
  onEnter(event) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.addTypedCodes();
  }

  /** @param {KeyboardEvent} event */
  onArrow(event) {
    const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by && !typing && this.state.workshop?.stage === STAGES.talk) this.move(by);
  }

  /** @param {Event} event */
  async openFiles({ target }) {
    const input = /** @type {HTMLInputElement} */ (target);
    const files = [...(input.files ?? [])];
    input.value = "";
    const texts = await this.readFiles(files);
    if (texts) this.field.value = joined([this.field.value, ...(await this.unread(texts.join("\n")))]);
  }

  /** @param {File[]} files @returns {Promise<string[] | null>} their texts; null where one of them can't be read */
  async readFiles(files) {
    try {
      return await Promise.all(files.map((file) => readText(file, MOST_TEXT)));
    } catch (error) {
      this.problem.show(problemOf(error, say("workshop-screen.not-together")));
      return null;
    }
  }

  /** @param {HTMLElement} button */
  toggleCamera(button) {
    if (this.camera.on) this.camera.stop();
    else this.camera.start();
    const { on } = this.camera;
    this.setExpanded(button, on, on ? say("workshop-screen.camera-stop") : say("workshop-screen.camera"));
  }

  /** @param {HTMLElement} button */
  togglePaper(button) {
    const { form, keys } = this.paper;
    form.hidden = !form.hidden;
    const open = !form.hidden;
    this.setExpanded(button, open, open ? say("workshop-screen.paper-close") : say("workshop-screen.paper"));
    if (open) keys.focus();
  }

  /** @param {HTMLElement} button @param {boolean} open @param {string} words  what pressing it does then */
  setExpanded(button, open, words) {
    button.setAttribute("aria-expanded", String(open));
    button.textContent = words;
  }

  // Codes.

  /** @param {string} text @returns {Promise<any>} Python's answer; null where there is none */
  async addCodes(text) {
    if (text.length > MOST_TEXT) {
      this.problem.show({ what: say("workshop-screen.not-together"), mend: say("incoming.too-long") });
      return null;
    }
    const answer = await this.codes.add(text);
    if (!answer) return null;
    const code = this.list.showResponse(answer);
    if (this.camera.on && code) {
      const count = answer.took.length;
      this.camera.status.textContent =
        count > 1 ? say("workshop-screen.many-next", { count }) : say("workshop-screen.taken-next", code);
    }
    const { workshop } = this.state;
    if (workshop && workshop.stage !== STAGES.collect) this.show(workshop.stage);
    return answer;
  }

  /** What can't be taken in comes back into the field, to be mended there, before what is typed meanwhile. */
  async addTypedCodes() {
    const text = this.field.value;
    this.field.value = "";
    const unread = await this.unread(text);
    this.field.value = joined([...unread, this.field.value]);
  }

  /** Take in codes. @param {string} text @returns {Promise<string[]>} the lines of it that could not be */
  async unread(text) {
    const answer = await this.addCodes(text);
    return answer ? answer.unread : [text];
  }

  async addPaper() {
    const { paper } = this;
    if (!paper.complete) return;
    const code = await this.codes.ofPaper(paper.answers, Number(this.dataset.marks));
    if (!code) return;
    await this.addCodes(code);
    paper.clear();
  }

  /** @param {string} mark */
  async takeOut(mark) {
    if (!confirm(say("workshop-screen.take-out-sure"))) return;
    await this.codes.takeOut(mark);
    find(this, "details:has([data-people]) summary", HTMLElement).focus();
  }

  async reveal() {
    const before = JSON.stringify(this.state.workshop?.shown);
    const answer = await this.codes.reveal();
    if (!answer) return;
    if (answer.result) this.goTo(STAGES.result);
    const nothing = !answer.result || JSON.stringify(answer.shown) === before;
    const why = answer.result ? say("workshop-screen.nothing-new") : say("workshop-screen.nothing-yet");
    find(this, "[data-reveal-status]", HTMLElement).textContent = nothing ? why : "";
  }

  // The part of the workshop that is shown.

  /** Go to a part of the workshop, and put the reader there. @param {string} stage */
  goTo(stage) {
    if (stage !== STAGES.begin) this.state.save({ stage });
    this.show(stage);
    if (stage === STAGES.begin) return;
    const heading = findAll(this, "[data-heading]", HTMLElement).find((each) => each.checkVisibility());
    heading?.focus({ preventScroll: true });
    find(this, "[data-stages]", HTMLElement).scrollIntoView({ block: "start" });
  }

  /** @param {string} stage */
  show(stage) {
    const { workshop } = this.state;
    for (const part of findAll(this, "[data-stage]", HTMLElement)) part.hidden = part.dataset.stage !== stage;
    for (const button of findAll(this, ".stages [data-go]", HTMLElement)) {
      if (button.dataset.go === stage) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    for (const part of findAll(this, "[data-stages], [data-timer]", HTMLElement)) part.hidden = !workshop;
    if (stage !== STAGES.collect && this.camera.on) this.toggleCamera(find(this, "[data-camera]", HTMLElement));
    for (const part of findAll(this, "[data-result], [data-gap], [data-record]", HTMLElement)) part.replaceChildren();
    if (stage === STAGES.result) this.view.showResult();
    else if (stage === STAGES.talk) this.showGap();
    else if (stage === STAGES.record && workshop)
      this.record.show(this.check(workshop).dataset.title, this.agreements.all);
  }

  showGap() {
    this.view.showGap();
    this.agreements.show();
  }

  /** Talk about another gap. @param {number} by */
  move(by) {
    const place = (this.state.workshop?.place ?? 0) + by;
    if (!this.codes.result?.rows[place]) return;
    this.state.save({ place });
    this.goTo(STAGES.talk);
  }
}

/** Lines as a text, without the empty ones. @param {string[]} lines */
const joined = (lines) => lines.filter(Boolean).join("\n");

customElements.define("workshop-screen", WorkshopScreen);
