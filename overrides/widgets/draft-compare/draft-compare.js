import { Autosave } from "../shared/autosave.js";
import { dateInWords } from "../shared/dates.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";
import { ApartView, headingOf } from "./apart-view.js";
import { DocumentView } from "./document-view.js";
import { downloadDraft, readDraft, readWord } from "./draft-file.js";
import { cameByLink, canLink, draftInAddress, linkTo } from "./draft-link.js";
import { Drafts } from "./drafts.js";
import { Outcome } from "./outcome.js";
import { OverlayView } from "./overlay-view.js";

/** @typedef {import('./drafts.js').DraftsKept} DraftsKept */

const SITE = new URL("../../", import.meta.url);

/** The sides' drafts of one document side by side, and what comes of them. */
class DraftCompare extends HTMLElement {
  select = find(this, "[data-document]", HTMLSelectElement);
  file = find(this, "[data-file]", HTMLInputElement);
  problem = new ProblemBox(this);
  apart = new ApartView(this);
  whole = new DocumentView(this);
  overlay = new OverlayView(this);
  outcome = new Outcome(this, (side) => this.sideName(side));
  autosave = new Autosave(this, () => this.saveSettled());
  /** @type {Drafts | null} */
  drafts = null;
  /** The fields of the chosen document's form. @type {any} */
  form = null;
  /** What Python said last. @type {any} */
  answer = null;
  /** The choices that were made and are not kept yet, by place: the field that was touched last. @type {Map<string, Element>} */
  touched = new Map();

  connectedCallback() {
    this.select.addEventListener("change", () => this.goTo(this.select.value));
    addEventListener("hashchange", () => this.choose());
    this.addEventListener("click", (event) => this.onClick(event));
    this.file.addEventListener("change", () => this.openFile());
    for (const input of findAll(this, "[data-from-word]", HTMLInputElement))
      input.addEventListener("change", () => this.openWord(input));
    this.apart.element.addEventListener("input", (event) => this.onInput(event));
    for (const form of findAll(this, "form", HTMLFormElement))
      form.addEventListener("submit", (event) => this.onSubmit(event));
    addEventListener("beforeprint", () => this.printDocument());
    this.choose();
  }

  /** @param {string} tool */
  goTo(tool) {
    this.autosave.finish();
    location.hash = tool;
  }

  /** The document whose name stands in the page's address. */
  async choose() {
    if (cameByLink()) {
      await this.openLink();
      return;
    }
    const tool = location.hash.slice(1);
    const option = [...this.select.options].find(({ value }) => value === tool && value);
    this.select.value = option?.value ?? "";
    find(this, "[data-chosen]", HTMLElement).hidden = !option;
    if (!option) return;
    const drafts = new Drafts(tool);
    this.drafts = drafts;
    this.answer = null;
    find(this, "[data-form]", HTMLAnchorElement).href = new URL(`${option.dataset.address}#form`, SITE).href;
    this.autosave.follow(drafts.part, () => drafts === this.drafts && this.compare());
    this.form = null;
    await this.compare();
  }

  get title() {
    return this.select.selectedOptions[0]?.text ?? "";
  }

  /** What Python says of drafts. @param {DraftsKept} kept @returns {Promise<any>} */
  async said(kept) {
    const { tool } = this.drafts ?? {};
    this.form ??= await formOf(tool ?? "");
    return ask({ call: "drafts", form: this.form, kept });
  }

  /** Show what is kept, whole. */
  async compare() {
    const { drafts } = this;
    if (!drafts) return;
    this.showCards();
    const { kept } = drafts;
    const several = Object.keys(kept.drafts).length > 1;
    if (!several) this.showCompared(null);
    if (!several) {
      await this.overlay.show(false, this.form, {});
      return;
    }
    try {
      const answer = await this.said(kept);
      if (drafts !== this.drafts) return;
      this.showCompared(answer);
      await this.overlay.show("canvas" in (this.select.selectedOptions[0]?.dataset ?? {}), this.form, kept.drafts);
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-compared")));
    }
  }

  showCards() {
    const own = /** @type {Drafts} */ (this.drafts);
    const { drafts, agreed } = own.kept;
    for (const card of findAll(this, "[data-side]", HTMLElement)) {
      const draft = drafts[card.dataset.side ?? ""];
      const state = draft
        ? say("draft-compare.has-draft", { day: dateInWords(draft.day), count: own.count(draft) })
        : say("draft-compare.has-none");
      const origin = draft && own.isMadeUp(draft) ? ` ${say("draft-compare.from-example")}` : "";
      find(card, "[data-state]", HTMLElement).textContent = state + origin;
      for (const button of findAll(card, "[data-hand-on], [data-delete]", HTMLElement)) button.hidden = !draft;
      find(card, "[data-link]", HTMLElement).hidden = !draft || !canLink;
      find(card, "[data-linked]", HTMLElement).hidden = true;
    }
    this.outcome.showAgreed(agreed);
  }

  /** @param {string} side */
  sideName(side) {
    return this.querySelector(`[data-side="${CSS.escape(side)}"] h3`)?.textContent?.trim() ?? side;
  }

  /** @param {any} answer */
  showCompared(answer) {
    this.answer = answer;
    for (const part of findAll(this, "[data-compared]", HTMLElement)) part.hidden = !answer;
    if (!answer) return;
    this.apart.show(answer);
    this.showRest(answer);
  }

  /** All that follows from what is chosen; the places stay as they are, for someone is at one of them. @param {any} answer */
  showRest(answer) {
    this.answer = answer;
    const { apart, open, left, same, unplaced } = answer;
    const heading = apart ? say("draft-compare.apart", { count: apart }) : say("draft-compare.none-apart");
    find(this, "[data-heading]", HTMLElement).textContent = heading;
    find(this, "[data-progress]", HTMLElement).textContent = apart
      ? say("draft-compare.progress", { settled: apart - left - open, open, left })
      : "";
    find(this, "[data-key]", HTMLElement).hidden = !apart;
    const details = find(this, "[data-same]", HTMLElement);
    details.hidden = same.length === 0;
    find(details, "summary", HTMLElement).textContent = say("draft-compare.same", { count: same.length });
    find(details, "ul", HTMLElement).replaceChildren(...same.map((/** @type {any} */ each) => item(headingOf(each))));
    find(this, "[data-unplaced]", HTMLElement).replaceChildren(
      ...unplaced.map((/** @type {any} */ { side_name, words }) =>
        item(say("draft-compare.unplaced", { side: side_name, words })),
      ),
    );
    this.whole.show(answer, this.title);
    find(this, "[data-plan]", HTMLElement).hidden = open + left === 0;
  }

  // What is chosen.

  /** @param {Event} event */
  onInput({ target }) {
    const place = target instanceof Element ? target.closest("[data-place]") : null;
    if (!(target instanceof Element) || !(place instanceof HTMLElement)) return;
    this.touched.set(place.dataset.place ?? "", target);
    this.autosave.soon();
  }

  /** @returns {boolean} whether it is kept */
  saveSettled() {
    const { drafts } = this;
    if (!drafts) return false;
    let kept = true;
    for (const field of this.touched.values()) {
      const found = this.apart.settledAt(field);
      if (found) kept = drafts.settle(...found) && kept;
    }
    this.touched.clear();
    this.refresh();
    return kept;
  }

  async refresh() {
    const { drafts } = this;
    if (!drafts) return;
    try {
      const answer = await this.said(drafts.kept);
      if (drafts !== this.drafts || !answer.compared) return;
      this.apart.refresh(answer);
      this.showRest(answer);
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-compared")));
    }
  }

  // Drafts that come and go.

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { drafts } = this;
    if (!button || !drafts) return;
    const { dataset } = button;
    const side = button.closest("[data-side]")?.getAttribute("data-side") ?? "";
    this.problem.hide();
    if ("take" in dataset) await this.take(side);
    else if ("handOn" in dataset) this.handOn(side);
    else if ("link" in dataset) await this.showLink(side);
    else if ("deleteAgreed" in dataset) this.deleteAgreed(drafts, button);
    else if ("delete" in dataset) this.delete(side);
    else if ("open" in dataset) this.file.click();
    else if ("print" in dataset) print();
    else await this.letOut(dataset, drafts, button);
  }

  /** What is done with the document. @param {DOMStringMap} dataset @param {Drafts} drafts @param {HTMLButtonElement} button */
  async letOut(dataset, drafts, button) {
    const { answer, outcome, title } = this;
    try {
      if ("toWord" in dataset) await outcome.toWord(drafts.tool, this.word, answer);
      else if ("calendar" in dataset) await outcome.toCalendar(drafts, title, button);
      else if ("plan" in dataset) {
        const count = outcome.toPlan(drafts.tool, title, answer);
        this.autosave.report(true, say("draft-compare.planned", { count }));
      } else if ("fill" in dataset) {
        const kept = outcome.fillForm(drafts, answer);
        if (kept !== null) this.autosave.report(kept, say("draft-compare.filled"));
      }
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-out")));
    }
  }

  /** @param {string} side */
  async take(side) {
    const draft = this.drafts?.ofForm();
    if (!draft)
      this.problem.show({ what: say("draft-compare.form-empty"), mend: say("draft-compare.form-empty-mend") });
    else await this.put(side, draft, say("draft-compare.taken", { side: this.sideName(side) }));
  }

  /** @param {string} side */
  handOn(side) {
    const { tool, kept } = /** @type {Drafts} */ (this.drafts);
    const draft = kept.drafts[side];
    if (draft) downloadDraft({ tool, side, draft });
  }

  /** Show a link that holds the draft, with what to know before it is passed on. @param {string} side */
  async showLink(side) {
    const { tool, kept } = /** @type {Drafts} */ (this.drafts);
    const draft = kept.drafts[side];
    if (!draft) return;
    try {
      const link = await linkTo({ tool, side, draft });
      const shown = find(this, `[data-side="${CSS.escape(side)}"] [data-linked]`, HTMLElement);
      shown.hidden = false;
      const field = find(shown, "input", HTMLInputElement);
      field.value = link;
      field.focus();
      field.select();
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-out")));
    }
  }

  /** The draft in the page's address, which keeps it no longer: it is kept only when the reader says so. */
  async openLink() {
    this.problem.hide();
    try {
      const found = draftInAddress();
      const { tool, side, draft } = await found.finally(() => history.replaceState(null, "", location.pathname));
      const option = [...this.select.options].find(({ value }) => value === tool && value);
      if (!option) {
        const places = { what: say("draft-compare.no-draft"), mend: say("draft-compare.no-draft-mend") };
        this.problem.show(places);
        return;
      }
      history.replaceState(null, "", `#${tool}`);
      await this.choose();
      if (!confirm(say("draft-compare.link-sure", { document: option.text, side: this.sideName(side) }))) return;
      await this.put(side, draft, say("draft-compare.opened", { side: this.sideName(side) }));
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-opened", { why: messageOf(error) })));
    }
  }

  /** @param {Drafts} drafts @param {HTMLButtonElement} button  in the line of what was agreed */
  deleteAgreed(drafts, button) {
    const place = this.outcome.placeOf(button);
    const agreed = drafts.kept.agreed[place];
    if (!agreed || !confirm(say("draft-compare.delete-agreed-sure", { day: dateInWords(agreed.day) }))) return;
    this.autosave.finish(); // else what waits to be saved would bring its words back
    const { kept } = drafts;
    this.autosave.report(drafts.deleteAgreed(place), say("draft-compare.deleted"));
    const undo = fillOwn(this, "undo");
    undo.querySelector("button")?.addEventListener("click", () => {
      this.autosave.report(drafts.keep(kept), say("draft-compare.undone"));
      this.compare();
    });
    this.autosave.line.append(" ", undo);
    this.compare();
  }

  async openFile() {
    const [file] = this.file.files ?? [];
    this.file.value = "";
    if (!file || !this.drafts) return;
    this.problem.hide();
    try {
      const { tool, side, draft } = await readDraft(file);
      const other = [...this.select.options].find(({ value }) => value === tool)?.text ?? tool;
      if (tool === this.drafts.tool)
        await this.put(side, draft, say("draft-compare.opened", { side: this.sideName(side) }));
      else
        this.problem.show({
          what: say("draft-compare.other-document", { document: other }),
          mend: say("draft-compare.other-document-mend"),
        });
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-opened", { why: messageOf(error) })));
    }
  }

  /** A side's draft, from the Word file in which it was written. @param {HTMLInputElement} input */
  async openWord(input) {
    const side = input.closest("[data-side]")?.getAttribute("data-side") ?? "";
    const [file] = input.files ?? [];
    if (!file || !this.drafts) return;
    this.problem.hide();
    try {
      const { draft, notTaken } = await readWord(file, this.word);
      await this.put(side, draft, say("draft-compare.opened", { side: this.sideName(side) }));
      find(this, "[data-not-taken]", HTMLElement).replaceChildren(...notTaken.map(item));
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-opened", { why: messageOf(error) })));
    } finally {
      input.value = ""; // so that the same file can be opened again, once it is mended
    }
  }

  /** The address of the chosen document's empty Word file. */
  get word() {
    return new URL(this.select.selectedOptions[0]?.dataset.word ?? "", SITE).href;
  }

  /**
   * Keep a draft, once Python has seen that it is one and whoever has one already was asked.
   * @param {string} side @param {import('./drafts.js').Draft} draft @param {string} message
   */
  async put(side, draft, message) {
    const { drafts } = this;
    if (!drafts) return;
    this.autosave.finish();
    const kept = drafts.with(side, draft);
    try {
      await this.said(kept);
    } catch (error) {
      this.problem.show(problemOf(error, say("draft-compare.not-compared")));
      return;
    }
    if (drafts.kept.drafts[side] && !confirm(say("draft-compare.replace-sure", { side: this.sideName(side) }))) return;
    this.autosave.report(drafts.keep(drafts.with(side, draft)), message);
    await this.compare();
  }

  /** @param {string} side */
  delete(side) {
    if (!confirm(say("draft-compare.delete-sure", { side: this.sideName(side) }))) return;
    this.autosave.finish(); // else what waits to be saved would bring its words back
    this.autosave.report(this.drafts?.delete(side) ?? false, say("draft-compare.deleted"));
    this.compare();
    find(this, `[data-side="${side}"] [data-take]`, HTMLElement).focus();
  }

  // The document.

  /** Where there is a document, it is what is printed. */
  printDocument() {
    if (this.answer) document.documentElement.dataset.printing = "draft-compare";
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing, { once: true });
  }

  /** @param {SubmitEvent} event */
  onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if ("agree" in form.dataset) this.agree(form);
  }

  /** @param {HTMLFormElement} form */
  async agree(form) {
    const { drafts } = this;
    const fields = new FormData(form);
    const sides = fields.getAll("sides").map(String);
    if (!drafts) return;
    if (sides.length === 0) {
      this.problem.show({ what: say("draft-compare.no-sides"), mend: say("draft-compare.no-sides-mend") });
      return;
    }
    this.problem.hide();
    this.autosave.finish();
    const { filled } = await this.said(drafts.kept);
    const [day, again] = [String(fields.get("day")), String(fields.get("again") ?? "")];
    this.autosave.report(drafts.agree({ day, sides, again, filled }), say("draft-compare.kept-agreed"));
    form.reset();
    await this.compare();
    this.autosave.line.scrollIntoView({ block: "nearest" });
  }
}

/** The fields of a document's form. @param {string} tool @returns {Promise<any>} */
async function formOf(tool) {
  const response = await fetch(new URL(`forms/${tool}.json`, SITE));
  if (!response.ok) throw new Error(say("draft-compare.no-form"));
  return response.json();
}

/** @param {string} words */
function item(words) {
  const line = document.createElement("li");
  line.textContent = words;
  return line;
}

customElements.define("draft-compare", DraftCompare);
