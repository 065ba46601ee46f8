import { download } from "../shared/download.js";
import { fill, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { actions, addAction, keepActions } from "../shared/plan.js";
import { ask, startWhenIdle } from "../shared/python.js";
import { draw } from "../shared/qr.js";
import { read, takeAway, write } from "../shared/store.js";
import { newId } from "../shared/workspace.js";
import { Camera } from "./camera.js";
import { Paper } from "./paper.js";
import { Timer } from "./timer.js";

const PART = "workshop";
const RECORD = "workshop-record.txt";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {{assessment: string, version: string, plan: string, began: string, stage: string, codes: string[],
 *   shown: Record<string, string[][]>, place: number, notes: Record<string, string>, actions: string[],
 *   step: number, time?: import('./timer.js').Time}} Workshop
 */

/** The screen of a workshop. What came in and what was shown is kept as it goes; Python says what may be shown. */
class WorkshopScreen extends HTMLElement {
  /** @type {Workshop | undefined} */
  workshop = read(PART);
  /** What Python said last. @type {any} */
  said = null;
  /** What is asked of Python, one thing after the other: each begins with what the one before left. */
  line = Promise.resolve(null);
  /** A code that came with the page's address. */
  arrived = "";
  trouble = find(this, "[data-trouble]", HTMLElement);
  codes = find(this, "[name=codes]", HTMLTextAreaElement);
  note = find(this, "[data-note]", HTMLTextAreaElement);
  paper = new Paper(find(this, "[data-paper-box]", HTMLFormElement));
  camera = new Camera(find(this, "[data-camera-box]", HTMLElement), (text) => this.take(text, false));
  timer = new Timer(find(this, "[data-timer]", HTMLElement), () => this.keep());

  connectedCallback() {
    find(this, "[data-screen]", HTMLElement).hidden = false;
    this.addEventListener("click", (event) => this.pressed(event));
    this.addEventListener("submit", (event) => this.submitted(event));
    this.note.addEventListener("input", () => this.keepNote());
    this.codes.addEventListener("keydown", (event) => this.entered(event));
    find(this, "[data-files]", HTMLInputElement).addEventListener("change", (event) => this.opened(event));
    find(this, "[data-step]", HTMLSelectElement).addEventListener("change", () => this.stepped());
    addEventListener("keydown", (event) => this.arrowed(event));
    addEventListener("hashchange", () => {
      this.linked();
      if (this.workshop && this.arrived) this.goOn();
    });
    startWhenIdle();
    this.linked();
    if (this.workshop) this.goOn();
    else this.go("begin");
  }

  // Beginning, and going on after the tab was closed.

  async goOn() {
    const { workshop } = this;
    if (!workshop) return;
    this.lay(workshop);
    this.timer.restore(workshop.time);
    this.show(workshop.stage === "begin" ? "collect" : workshop.stage);
    const { arrived } = this;
    this.arrived = "";
    await this.take(arrived, false);
  }

  /** Take up the code that is in the page's address, and take it out there: it is not to come in again. */
  linked() {
    this.arrived = new URLSearchParams(location.hash.slice(1)).get("code") ?? "";
    if (this.arrived) history.replaceState(null, "", location.pathname);
    find(this, "[data-arrived]", HTMLElement).hidden = !this.arrived;
  }

  /** @param {HTMLFormElement} form */
  async begin(form) {
    const said = new FormData(form);
    const [assessment = "", version = ""] = String(said.get("check")).split("/");
    const plan = String(said.get("plan"));
    const began = new Date().toISOString();
    const empty = { codes: [], shown: {}, place: 0, notes: {}, actions: [], step: 0 };
    this.workshop = { assessment, version, plan, began, stage: "collect", ...empty };
    this.keep();
    await this.goOn();
    this.stepped();
    this.go("collect");
  }

  /** What stays the same throughout a workshop. @param {Workshop} workshop */
  async lay({ assessment, version, plan, step }) {
    const chosen = find(this, `[name=check][value="${assessment}/${version}"]`, HTMLInputElement);
    const address = new URL(chosen.dataset.page ?? "", location.href).href;
    find(this, "[data-join-version]", HTMLElement).textContent = version === "short" ? "Short" : "Long";
    find(this, "[data-join-address]", HTMLElement).textContent = address.replace(/^https?:\/\//, "");
    this.paper.lay(find(this, `[data-statements="${assessment}"]`, HTMLTemplateElement), version);
    const sheet = this.querySelector(`[data-run-sheet="${CSS.escape(plan)}"]`);
    const steps = find(this, "[data-step]", HTMLSelectElement);
    find(this, "[data-steps]", HTMLElement).hidden = !sheet;
    if (sheet instanceof HTMLTemplateElement) steps.replaceChildren(sheet.content.cloneNode(true));
    else steps.replaceChildren();
    if (steps.options.length) steps.selectedIndex = step;
    find(this, "[data-join-qr]", HTMLElement).replaceChildren(await draw(address, `QR code of ${address}`));
  }

  stepped() {
    const steps = find(this, "[data-step]", HTMLSelectElement);
    if (!this.workshop || !steps.options.length) return;
    this.workshop.step = steps.selectedIndex;
    this.timer.set(Number(steps.value));
  }

  keep() {
    if (!this.workshop) return;
    this.workshop.time = this.timer.time;
    this.tryTo(() => write(PART, this.workshop));
  }

  /** @param {() => void} save */
  tryTo(save) {
    try {
      save();
    } catch {
      this.tell("This browser doesn't keep what you enter", "It is here until you close the page. Print the record.");
    }
  }

  /** @param {string} what @param {string} mend */
  tell(what, mend) {
    this.trouble.replaceChildren(fill(this.template("refused"), { what, mend }));
    this.trouble.hidden = false;
  }

  /** @param {string} name */
  template(name) {
    return find(this, `[data-${name}-template]`, HTMLTemplateElement);
  }

  /** @param {string} side */
  sideMark(side) {
    return find(this, `[data-side-mark="${side}"]`, HTMLTemplateElement).content.cloneNode(true);
  }

  // What is pressed and typed.

  /** @param {MouseEvent} event */
  async pressed({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if (dataset.go) this.go(dataset.go);
    else if ("reveal" in dataset) await this.reveal();
    else if ("camera" in dataset) this.toggleCamera(button);
    else if ("paper" in dataset) this.togglePaper(button);
    else if ("takeOut" in dataset) await this.takeOut(dataset.takeOut ?? "");
    else if (dataset.move) this.move(Number(dataset.move));
    else if ("drop" in dataset) this.drop(dataset.drop ?? "");
    else if ("print" in dataset) print();
    else if ("save" in dataset) download(RECORD, "text/plain", find(this, "[data-record]", HTMLElement).innerText);
    else if ("new" in dataset) this.renew();
  }

  /** @param {SubmitEvent} event */
  async submitted(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if ("begin" in form.dataset) await this.begin(form);
    else if ("add" in form.dataset) await this.take(this.codes.value, true);
    else if ("paperBox" in form.dataset) await this.takePaper();
    else if ("actionForm" in form.dataset) this.agree(form);
  }

  /** @param {KeyboardEvent} event */
  entered(event) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.take(this.codes.value, true);
  }

  /** @param {KeyboardEvent} event */
  arrowed(event) {
    const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by && !typing && this.workshop?.stage === "talk") this.move(by);
  }

  /** @param {Event} event */
  async opened({ target }) {
    const input = /** @type {HTMLInputElement} */ (target);
    const texts = await Promise.all([...(input.files ?? [])].map((file) => file.text()));
    input.value = "";
    await this.take(texts.join("\n"), true);
  }

  /** @param {HTMLElement} button */
  toggleCamera(button) {
    if (this.camera.on) this.camera.stop();
    else this.camera.start();
    this.expand(button, this.camera.on, ["Use the camera", "Stop the camera"]);
  }

  /** @param {HTMLElement} button */
  togglePaper(button) {
    this.paper.form.hidden = !this.paper.form.hidden;
    this.expand(button, !this.paper.form.hidden, ["Key in paper", "Close the paper form"]);
    if (!this.paper.form.hidden) this.paper.keys.focus();
  }

  /** @param {HTMLElement} button @param {boolean} open @param {[string, string]} words */
  expand(button, open, words) {
    button.setAttribute("aria-expanded", String(open));
    button.textContent = words[open ? 1 : 0];
  }

  // Codes.

  /**
   * Ask Python what is in and what may be shown, and keep what it says.
   * @param {Record<string, unknown>} more
   * @returns {Promise<any>} what it said; null where it could not
   */
  combine(more) {
    this.line = this.line.then(() => this.combined(more));
    return this.line;
  }

  /** @param {Record<string, unknown>} more @returns {Promise<any>} */
  async combined(more) {
    const { workshop } = this;
    if (!workshop) return null;
    const { assessment, version, codes, shown } = workshop;
    try {
      const said = await ask({ call: "workshop", assessment, version, codes, shown, ...more });
      if (said.bad) {
        this.tell(said.bad.what, said.bad.mend);
        return null;
      }
      this.trouble.hidden = true;
      this.said = said.ok;
      workshop.codes = said.ok.codes;
      workshop.shown = said.ok.shown;
      this.keep();
      this.showCounts();
      return said.ok;
    } catch (error) {
      this.tell("The codes can't be put together here", error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  /** @param {string} text @param {boolean} typed  whether it stands in the field, and may be mended there */
  async take(text, typed) {
    const said = await this.combine({ text });
    if (!said) return;
    const { took, came, bad } = said;
    const [first] = took;
    const one = first ? `Taken in: ${first.side_name}, mark ${first.mark}.` : "";
    find(this, "[data-taken]", HTMLElement).textContent = came > 1 ? `${came} codes taken in.` : one;
    const entries = bad.map((/** @type {any} */ each) => fill(this.template("refused"), each));
    find(this, "[data-refused]", HTMLElement).replaceChildren(...entries);
    if (this.camera.on && one) this.camera.said.textContent = `${one} Next, please.`;
    if (typed) this.codes.value = bad.map((/** @type {any} */ each) => each.text).join("\n");
    if (this.workshop && this.workshop.stage !== "collect") this.show(this.workshop.stage);
  }

  async takePaper() {
    const { workshop, paper } = this;
    if (!workshop || paper.values.length === 0) return;
    if (paper.values.length !== paper.rows.length || paper.show()) return;
    const { assessment, version } = workshop;
    const mark = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % Number(this.dataset.marks);
    const made = await ask({ call: "answer_code", assessment, version, ...paper.said, mark });
    if (made.bad) {
      this.tell(made.bad.what, made.bad.mend);
      return;
    }
    await this.take(made.ok.code, false);
    paper.clear();
  }

  /** @param {string} code */
  async takeOut(code) {
    const { workshop } = this;
    if (!workshop || !confirm("Take this code out? The person can send it again.")) return;
    workshop.codes = workshop.codes.filter((each) => each !== code);
    await this.combine({});
  }

  async reveal() {
    const before = JSON.stringify(this.workshop?.shown);
    const said = await this.combine({ reveal: true });
    if (!said) return;
    if (said.result) this.go("see");
    const line = find(this, "[data-reveal-said]", HTMLElement);
    const nothing = !said.result || JSON.stringify(said.shown) === before;
    line.textContent = nothing ? "Nothing new may be shown yet: a side is shown from three people on." : "";
  }

  showCounts() {
    const { said } = this;
    find(this, "[data-counts]", HTMLElement).replaceChildren(
      ...said.sides.map((/** @type {any} */ each) => {
        const line = fill(this.template("count"), each);
        line.querySelector("[data-mark]")?.replaceWith(this.sideMark(each.side));
        return line;
      }),
    );
    find(this, "[data-people]", HTMLElement).replaceChildren(
      ...said.people.map((/** @type {any} */ each) => {
        const line = fill(this.template("person"), each);
        line.querySelector("span[data-mark]")?.replaceWith(this.sideMark(each.side));
        const button = find(line, "[data-take-out]", HTMLElement);
        button.dataset.takeOut = each.code;
        button.setAttribute("aria-label", `Take out ${each.mark}`);
        return line;
      }),
    );
    for (const button of findAll(this, "[data-reveal][data-again]", HTMLElement)) button.hidden = !said.can_reveal;
  }

  // What the room sees.

  /** Go to a part of the workshop, and put the reader there. @param {string} stage */
  go(stage) {
    if (this.workshop && stage !== "begin") {
      this.workshop.stage = stage;
      this.keep();
    }
    this.show(stage);
    if (stage === "begin") return;
    const heading = findAll(this, "[data-heading]", HTMLElement).find((each) => each.checkVisibility());
    heading?.focus({ preventScroll: true });
    find(this, "[data-stages]", HTMLElement).scrollIntoView({ block: "start" });
  }

  /** @param {string} stage */
  show(stage) {
    for (const part of findAll(this, "[data-stage]", HTMLElement)) part.hidden = part.dataset.stage !== stage;
    for (const button of findAll(this, ".stages [data-go]", HTMLElement)) {
      if (button.dataset.go === stage) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    for (const part of findAll(this, "[data-stages], [data-timer]", HTMLElement)) part.hidden = !this.workshop;
    if (stage !== "collect" && this.camera.on) {
      this.toggleCamera(find(this, "[data-camera]", HTMLElement));
    }
    for (const part of findAll(this, "[data-result], [data-gap], [data-record]", HTMLElement)) part.replaceChildren();
    if (stage === "see") this.showResult();
    else if (stage === "talk") this.showGap();
    else if (stage === "record") this.showRecord();
  }

  get result() {
    return this.said?.result ?? null;
  }

  /** The picture of all gaps, for a narrow and for a broad screen. @param {ParentNode} root */
  drawAll(root) {
    const place = root.querySelector("[data-picture]");
    for (const [kind, name] of [
      ["narrow", "narrow"],
      ["wide", "broad"],
    ]) {
      const box = document.createElement("div");
      box.className = name ?? "";
      box.append(picture(this.result[kind ?? ""]));
      place?.append(box);
    }
  }

  showResult() {
    const place = find(this, "[data-result]", HTMLElement);
    if (!this.result) {
      place.replaceChildren(fill(this.template("nothing"), {}));
      return;
    }
    place.replaceChildren(fill(this.template("result"), this.result));
    this.drawAll(place);
    find(place, "[data-again]", HTMLElement).hidden = !this.said.can_reveal;
  }

  get row() {
    return this.result?.rows[this.workshop?.place ?? 0];
  }

  showGap() {
    const place = find(this, "[data-gap]", HTMLElement);
    find(this, ".agree", HTMLElement).hidden = !this.row;
    if (!this.row || !this.workshop) {
      place.replaceChildren(fill(this.template("nothing"), {}));
      return;
    }
    const of = this.result.rows.length;
    place.replaceChildren(fill(this.template("gap"), { ...this.row, place: this.workshop.place + 1, of }));
    place.querySelector("[data-picture]")?.append(picture(this.row.picture));
    this.note.value = this.workshop.notes[this.row.id] ?? "";
    for (const button of findAll(this, "[data-move]", HTMLButtonElement)) {
      const next = this.workshop.place + Number(button.dataset.move);
      button.disabled = next < 0 || next >= of;
    }
    this.showAgreed();
  }

  /** @param {number} by */
  move(by) {
    const { workshop } = this;
    const next = (workshop?.place ?? 0) + by;
    if (!workshop || !this.result?.rows[next]) return;
    workshop.place = next;
    this.go("talk");
  }

  keepNote() {
    if (!this.workshop || !this.row) return;
    this.workshop.notes[this.row.id] = this.note.value;
    this.keep();
  }

  // What is agreed, in the group's action plan.

  /** @returns {Action[]} what was agreed in this workshop */
  get agreed() {
    return actions().filter(({ id }) => this.workshop?.actions.includes(id));
  }

  /** @param {HTMLFormElement} form */
  agree(form) {
    const said = new FormData(form);
    const text = String(said.get("text")).trim();
    if (!text || !this.workshop || !this.row) return;
    const id = newId();
    const from = this.row.id;
    const [who, by] = [String(said.get("who")).trim(), String(said.get("by"))];
    this.tryTo(() => addAction({ id, text, who, by, from }));
    this.workshop.actions.push(id);
    this.keep();
    form.reset();
    this.showAgreed();
    find(form, "[name=text]", HTMLInputElement).focus();
  }

  showAgreed() {
    const here = this.agreed.filter(({ from }) => from === this.row?.id);
    find(this, "[data-agreed]", HTMLElement).replaceChildren(
      ...here.map((each) => {
        const line = fill(this.template("agreed"), each);
        find(line, "[data-drop]", HTMLElement).dataset.drop = each.id;
        return line;
      }),
    );
  }

  /** @param {string} id */
  drop(id) {
    if (!this.workshop) return;
    this.tryTo(() => keepActions(actions().filter((each) => each.id !== id)));
    this.workshop.actions = this.workshop.actions.filter((each) => each !== id);
    this.keep();
    this.showAgreed();
  }

  // The record.

  showRecord() {
    const place = find(this, "[data-record]", HTMLElement);
    const { workshop } = this;
    if (!this.result || !workshop) {
      place.replaceChildren(fill(this.template("nothing"), {}));
      return;
    }
    const chosen = find(this, `[name=check][value="${workshop.assessment}/${workshop.version}"]`, HTMLInputElement);
    const date = new Date(workshop.began).toLocaleDateString(document.documentElement.lang || "en", {
      dateStyle: "long",
    });
    const talked = this.result.rows
      .map((/** @type {any} */ row) => ({ words: row.words, note: workshop.notes[row.id]?.trim() }))
      .filter((/** @type {any} */ each) => each.note);
    const record = { ...this.result, check: chosen.dataset.title, date, talked, agreed: this.agreed };
    place.replaceChildren(fill(this.template("record"), record));
    this.drawAll(place);
  }

  renew() {
    if (!confirm("Begin a new workshop? The codes and notes of this one are deleted here. The action plan stays."))
      return;
    this.workshop = undefined;
    this.said = null;
    takeAway(PART);
    this.go("begin");
  }
}

customElements.define("workshop-screen", WorkshopScreen);
