import { Camera } from "../shared/camera.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { ask, startWhenIdle } from "../shared/python.js";
import { drawQr } from "../shared/qr.js";
import { listed, say } from "../shared/words.js";

/** How many codes one QR code holds at most: its squares stay as large as a laptop's camera wants them. */
const TOGETHER = 12;

/**
 * A phone that gathers the codes of its table, and shows them as one. It keeps none of them: they stand in this page's
 * memory alone, and of each only the mark is shown.
 */
class TablePhone extends HTMLElement {
  /** The codes by the mark of their phone, in the order in which they came. @type {Record<string, {code: string}>} */
  codes = {};
  /** The check that they answer: that of the first. Empty where none is here. */
  check = "";
  /** Which of several QR codes is shown. */
  place = 0;
  /** Whether someone said that the codes may be lost. */
  leaving = false;
  /** What is asked of Python, one thing after the other. @type {Promise<any>} */
  queue = Promise.resolve(null);
  problem = new ProblemBox(this);
  form = find(this, "[data-add]", HTMLFormElement);
  field = find(this, "[name=codes]", HTMLTextAreaElement);
  camera = new Camera(find(this, "[data-camera-box]", HTMLElement), (text) => this.add(text), "environment");

  connectedCallback() {
    this.addEventListener("click", (event) => this.onClick(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.addTyped();
    });
    addEventListener("beforeunload", (event) => this.some && !this.leaving && event.preventDefault());
    document.addEventListener("click", (event) => this.onLink(event), true);
    addEventListener("hashchange", () => this.readAddress());
    startWhenIdle();
    this.go("gather");
    this.readAddress();
  }

  get marks() {
    return Object.keys(this.codes);
  }

  /** Whether any code is here. */
  get some() {
    return this.marks.length > 0;
  }

  /** @param {string} name */
  named(name) {
    return find(this, `[data-${name}]`, HTMLElement);
  }

  /** Take in the code that the page's address brought, and take it out there. */
  readAddress() {
    const code = new URLSearchParams(location.hash.slice(1)).get("code");
    if (!code) return;
    history.replaceState(history.state, "", location.pathname);
    this.add(code);
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if ("camera" in dataset) this.toggleCamera();
    else if ("show" in dataset) this.show(0);
    else if ("next" in dataset) this.show(this.place + 1);
    else if ("more" in dataset) this.go("gather");
    else if ("done" in dataset) this.done();
    else if (dataset.takeOut) this.takeOut(dataset.takeOut);
  }

  /** Not every phone asks by itself before a page is left. @param {MouseEvent} event */
  onLink(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !this.some || link.target) return;
    if (link.pathname === location.pathname && link.host === location.host) return;
    this.leaving = confirm(say("table-phone.leave-sure"));
    if (!this.leaving) event.preventDefault();
  }

  // Gathering.

  toggleCamera() {
    const button = this.named("camera");
    if (this.camera.on) this.camera.stop();
    else this.camera.start();
    button.setAttribute("aria-expanded", String(this.camera.on));
    button.textContent = this.camera.on ? say("table-phone.camera-stop") : say("table-phone.camera");
  }

  /** What can't be taken in comes back into the field, to be mended there. */
  async addTyped() {
    const text = this.field.value;
    this.field.value = "";
    const answer = await this.add(text);
    const back = answer ? answer.unread.join("\n") : text;
    this.field.value = [back, this.field.value].filter(Boolean).join("\n");
  }

  /** Take in all codes that stand in a text. @param {string} text @returns {Promise<any>} Python's answer; null where there is none */
  add(text) {
    this.queue = this.queue.then(() => this.ask(text));
    return this.queue;
  }

  /** @param {string} text */
  async ask(text) {
    const checks = this.some ? [this.check] : (this.dataset.checks ?? "").split(" ");
    try {
      const answers = [];
      for (const assessment of checks) answers.push(await this.read(text, assessment));
      const answer = answers.reduce((most, each) => (each.took.length > most.took.length ? each : most));
      this.check = checks[answers.indexOf(answer)] ?? "";
      this.codes = answer.codes;
      this.problem.hide();
      this.tell(answer);
      return answer;
    } catch (error) {
      this.problem.show(problemOf(error, say("table-phone.not-read")));
      return null;
    }
  }

  /** @param {string} text @param {string} assessment  the check whose codes are looked for */
  read(text, assessment) {
    // A short workshop takes codes of both versions; which one this is, the screen knows.
    return ask({ call: "workshop", assessment, version: "short", codes: this.codes, text });
  }

  /** Tell what came just now. @param {any} answer  see `framework/tools/workshop/call.py` */
  tell({ took, came, bad, others }) {
    const marks = listed(
      took
        .filter((/** @type {any} */ { how }) => how === "new" || how === "corrected")
        .map((/** @type {any} */ { mark }) => mark),
    );
    const known = took.length > 0 ? say("table-phone.nothing-new") : "";
    const words = came > 0 ? say("table-phone.came", { count: came, marks }) : known;
    this.named("came").textContent = `${words} ${others}`.trim();
    this.named("refused").replaceChildren(...bad.map((/** @type {any} */ each) => fillOwn(this, "refused", each)));
    this.list();
  }

  /** Show how many are here, and whose. */
  list() {
    const { marks } = this;
    this.named("gathered").textContent = this.some
      ? say("table-phone.gathered", { count: marks.length })
      : say("table-phone.none-yet");
    this.named("marks").replaceChildren(...marks.map((mark) => this.entry(mark)));
    find(this, "[data-show]", HTMLButtonElement).disabled = !this.some;
  }

  /** @param {string} mark */
  entry(mark) {
    const line = fillOwn(this, "mark", { mark });
    const button = find(line, "[data-take-out]", HTMLElement);
    button.dataset.takeOut = mark;
    button.setAttribute("aria-label", say("table-phone.take-out-mark", { mark }));
    return line;
  }

  /** @param {string} mark */
  takeOut(mark) {
    const { [mark]: _, ...others } = this.codes;
    this.codes = others;
    this.list();
    find(this, "[data-gather] [data-heading]", HTMLElement).focus();
  }

  // Showing.

  /** Go to a part of the page, and put the reader there; but not where the page begins. @param {"gather" | "shown"} name */
  go(name) {
    const parts = ["gather", "shown"].map((each) => this.named(each));
    const begins = parts.every(({ hidden }) => hidden);
    const part = this.named(name);
    if (!part.hidden) return;
    if (this.camera.on) this.toggleCamera();
    for (const each of parts) each.hidden = each !== part;
    if (begins) return;
    const heading = find(part, "[data-heading]", HTMLElement);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  /** Show a dozen codes as one. @param {number} place  which dozen; after the last comes the first */
  async show(place) {
    const count = Math.ceil(this.marks.length / TOGETHER);
    this.place = place % count;
    const marks = this.marks.slice(this.place * TOGETHER, (this.place + 1) * TOGETHER);
    const text = marks.map((mark) => this.codes[mark]?.code).join(" ");
    const told = listed(marks);
    const holds = say("table-phone.holds", { count: marks.length, marks: told });
    const which = count > 1 ? say("table-phone.which-of", { number: this.place + 1, all: count }) : "";
    this.named("next").hidden = count === 1;
    this.named("qr").replaceChildren(await drawQr(text, say("table-phone.qr", { marks: told })));
    this.named("holds").textContent = `${which} ${holds}`.trim();
    this.go("shown");
  }

  /** The screen has them all. */
  done() {
    if (!confirm(say("table-phone.done-sure"))) return;
    this.codes = {};
    this.named("qr").replaceChildren();
    for (const name of ["came", "holds"]) this.named(name).textContent = "";
    this.named("refused").replaceChildren();
    this.list();
    this.go("gather");
  }
}

customElements.define("table-phone", TablePhone);
