import { CodeList } from "../shared/code-list.js";
import { Codes } from "../shared/codes.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { Gathering } from "../shared/gathering.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { ask, startWhenIdle } from "../shared/python.js";
import { drawQr } from "../shared/qr.js";
import { read, write } from "../shared/store.js";
import { say } from "../shared/words.js";
import { GridIntake } from "./grid-intake.js";
import { PaperSheet } from "./paper-sheet.js";

const CALL = "skills";
/** Where the form of the training programme is kept. */
const PROGRAMME = "tool.training-programme";
/** The grid of a group's skills: codes come in, and what the sides can do is shown when someone asks for it. */
class SkillsGrid extends HTMLElement {
  assessment = this.dataset.assessment ?? "";
  /** @type {Gathering<import('../shared/gathering.js').Codes>} */
  state = new Gathering(`grid.${this.assessment}`);
  problem = new ProblemBox(this);
  list = new CodeList(this, this.state);
  codes = new Codes(CALL, this.state, this.problem, () => this.show());
  paper = new PaperSheet(find(this, "[data-paper-box]", HTMLFormElement));
  intake = new GridIntake(this, this.codes, this.list, this.problem, this.paper, () => {});

  connectedCallback() {
    find(this, "[data-screen]", HTMLElement).hidden = false;
    this.intake.begin = () => this.begin();
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("submit", (event) => this.onSubmit(event));
    addEventListener("hashchange", () => this.readAddress());
    this.state.follow(() => this.refresh());
    this.showJoin();
    startWhenIdle();
    this.readAddress();
  }

  /** Take in the code that the page's address brought, and take it out there; and show what is in. */
  async readAddress() {
    const code = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";
    if (code) history.replaceState(history.state, "", location.pathname);
    if (code) await this.intake.add(code);
    else if (this.state.workshop) await this.codes.refresh();
  }

  /** Begin a grid, where there is none. */
  begin() {
    if (this.state.reread()) return;
    const { assessment } = this;
    this.state.workshop = { assessment, version: "long", began: new Date().toISOString(), codes: {}, shown: {} };
    this.state.save();
  }

  /** Where people fill in their sheets. */
  async showJoin() {
    const { href } = new URL(this.dataset.sheet ?? "", location.href);
    const address = href.replace(/^https?:\/\//, "");
    find(this, "[data-join-address]", HTMLElement).textContent = address;
    const code = await drawQr(href, say("skills-grid.join-qr", { address }));
    find(this, "[data-join-qr]", HTMLElement).replaceChildren(code);
  }

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("reveal" in dataset) await this.reveal();
    else if ("camera" in dataset) this.intake.toggleCamera();
    else if ("paper" in dataset) this.intake.togglePaper();
    else if (dataset.takeOut) await this.takeOut(dataset.takeOut);
    else if ("print" in dataset) print();
    else if ("end" in dataset) this.end();
  }

  /** @param {SubmitEvent} event */
  async onSubmit(event) {
    event.preventDefault();
    const { dataset } = /** @type {HTMLFormElement} */ (event.target);
    if ("add" in dataset) await this.intake.addTyped();
    else if ("paperBox" in dataset) await this.intake.addPaper(Number(this.dataset.marks));
    else if ("offer" in dataset) await this.offer();
  }

  /** @param {string} mark */
  async takeOut(mark) {
    if (!confirm(say("workshop-screen.take-out-sure"))) return;
    await this.codes.takeOut(mark);
    find(this, "details:has([data-people]) summary", HTMLElement).focus();
  }

  async reveal() {
    const status = find(this, "[data-reveal-status]", HTMLElement);
    const before = JSON.stringify(this.state.workshop?.shown);
    const answer = this.state.workshop && (await this.codes.reveal());
    if (!answer?.result) status.textContent = say("skills-grid.nothing-yet");
    else if (JSON.stringify(answer.shown) === before) status.textContent = say("skills-grid.nothing-new");
    else {
      status.textContent = "";
      const result = find(this, "[data-result]", HTMLElement);
      result.focus({ preventScroll: true });
      result.scrollIntoView({ block: "start" });
    }
  }

  /** Show what another tab did. */
  refresh() {
    if (this.state.workshop) this.codes.refresh();
    else this.empty();
  }

  /** Show who is in, and the grid where it was asked for. */
  show() {
    const { answer } = this.codes;
    this.list.show(answer);
    const element = find(this, "[data-result]", HTMLElement);
    element.hidden = !answer.result;
    if (!answer.result) return;
    element.replaceChildren(fillOwn(this, "result", answer.result));
    const { narrow, wide } = answer.result; // two drawings, of which the style shows one
    element.querySelector("[data-narrow]")?.append(picture(narrow));
    element.querySelector("[data-wide]")?.append(...wide.map(picture));
  }

  /** Delete all that came in. */
  end() {
    if (!confirm(say("skills-grid.end-sure"))) return;
    this.state.end();
    this.empty();
    find(this, "[data-reveal-status]", HTMLElement).textContent = say("skills-grid.ended");
    find(this, "[name=codes]", HTMLTextAreaElement).focus();
  }

  /** Nothing is in any more. */
  empty() {
    this.codes.clear();
    for (const name of ["counts", "people", "refused", "result", "accepted"])
      find(this, `[data-${name}]`, HTMLElement).replaceChildren();
    find(this, "[data-result]", HTMLElement).hidden = true;
  }

  /** Put the rows that are chosen into the training programme, each where nothing stands. */
  async offer() {
    const form = find(this, "[data-offer]", HTMLFormElement);
    const status = find(form, "[data-offered]", HTMLElement);
    const chosen = new Set(new FormData(form).getAll("row"));
    const rows = this.codes.result.rows.filter((/** @type {any} */ { id }) => chosen.has(id));
    if (rows.length === 0) {
      status.textContent = say("skills-grid.none-chosen");
      return;
    }
    const offer = rows.map((/** @type {any} */ { words, leader }) => ({ topic: words, leader }));
    try {
      const found = await ask({ call: CALL, form: read(PROGRAMME) ?? {}, offer });
      const kept = found.added.length === 0 || write(PROGRAMME, found.form);
      const there = found.there.length > 0 ? say("skills-grid.offered-there", { count: found.there.length }) : "";
      status.textContent = kept ? `${say("skills-grid.offered", { count: found.added.length })} ${there}`.trim() : "";
      find(form, "[data-to-programme]", HTMLElement).hidden = !kept;
    } catch (error) {
      this.problem.show(problemOf(error, say("skills-grid.not-offered")));
    }
  }
}

customElements.define("skills-grid", SkillsGrid);
