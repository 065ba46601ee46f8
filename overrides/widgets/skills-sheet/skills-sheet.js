import { Autosave } from "../shared/autosave.js";
import { find, findAll } from "../shared/find.js";
import { KeptForm } from "../shared/kept-form.js";
import { startIfPossible, startWhenIdle } from "../shared/python.js";
import { erase, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";

/** @typedef {{version: string, side: string | null, answers: Record<string, number>}} Sheet  what is answered on it */

/** One member's sheet: numbers and ticks, which a code can carry, and words, which stay on the device. */
class SkillsSheet extends HTMLElement {
  partName = this.dataset.part ?? "";
  form = find(this, "[data-sheet]", HTMLFormElement);
  autosave = new Autosave(this, () => write(this.partName, this.sheet));
  /** The words, where the tool asks for any. @type {KeptForm | null} */
  words = null;
  /** @type {Autosave | null} */
  savingWords = null;

  connectedCallback() {
    this.restore();
    this.autosave.follow(this.partName, () => this.restore());
    this.form.addEventListener("change", () => {
      this.autosave.now();
      startIfPossible();
    });
    this.followWords();
    find(this, "[data-buttons]", HTMLElement).hidden = false;
    for (const form of findAll(this, "form", HTMLFormElement)) {
      form.addEventListener("submit", (event) => event.preventDefault());
    }
    this.addEventListener("click", (event) => this.onClick(event));
    startWhenIdle();
  }

  followWords() {
    const form = this.querySelector("[data-own-words]");
    if (!(form instanceof HTMLFormElement)) return;
    const words = new KeptForm(form, this.dataset.words ?? "");
    const saving = new Autosave(this, () => words.save());
    if (words.begin()) saving.now();
    saving.follow(words.part, () => words.restore());
    form.addEventListener("input", () => saving.soon());
    this.words = words;
    this.savingWords = saving;
  }

  /** @returns {Sheet} what the form holds now; where a row has several ticks, they add up */
  get sheet() {
    /** @type {Record<string, number>} */
    const answers = {};
    let side = null;
    for (const [name, value] of new FormData(this.form)) {
      if (name === "side") side = String(value);
      else answers[name] = (answers[name] ?? 0) + Number(value);
    }
    return { version: "long", side, answers };
  }

  restore() {
    /** @type {Sheet} */
    const { side, answers } = read(this.partName) ?? { version: "long", side: null, answers: {} };
    for (const input of findAll(this.form, "input", HTMLInputElement)) {
      const answer = answers[input.name];
      if (input.name === "side") input.checked = input.value === side;
      else if (input.type === "radio") input.checked = String(answer) === input.value;
      else input.checked = ((answer ?? 0) & Number(input.value)) > 0;
    }
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if ("print" in button.dataset) print();
    else if ("save" in button.dataset) {
      this.savingWords?.finish();
      saveWorkspace();
    } else if ("clear" in button.dataset) this.clear();
  }

  /** Someone else fills in a sheet next, or this one is to be gone: from every key. */
  clear() {
    if (!confirm(say("skills-sheet.clear-sure"))) return;
    this.autosave.cancel();
    this.savingWords?.cancel();
    this.form.reset(); // the code beside it forgets the mark of this device
    erase(this.partName, undefined);
    this.words?.clear();
    find(this.form, "input", HTMLInputElement).focus();
  }
}

customElements.define("skills-sheet", SkillsSheet);
