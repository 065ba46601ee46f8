/**
 * What is sent on from a form to the group's other tools, and the form of the next time. Python says what there is; each
 * thing is shown before it goes, goes once, and a press takes it back.
 *
 * @typedef {import('../shared/form-entries.js').Entries} Entries
 * @typedef {{id: string, day: string, filled: Entries}} Earlier  a form of an earlier time
 */

import { dateInWords, today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";
import { erase, onChange, read, wholeWorkspace, write } from "../shared/store.js";
import { fieldsOf, WORD_TYPE, wordFile } from "../shared/word-file.js";
import { say } from "../shared/words.js";
import { newId } from "../shared/workspace.js";

/** How many earlier ones are kept: years of meetings. */
const MOST_EARLIER = 60;

export class Onward {
  /** @param {HTMLElement} widget @param {import('../shared/kept-form.js').KeptForm} kept @param {import('../shared/autosave.js').Autosave} autosave */
  constructor(widget, kept, autosave) {
    this.widget = widget;
    this.kept = kept;
    this.autosave = autosave;
    this.tool = widget.dataset.tool ?? "";
    this.part = `earlier.${this.tool}`;
    this.element = find(widget, "[data-onward]", HTMLElement);
    this.status = find(widget, "[data-onward-status]", HTMLElement);
    this.preview = find(widget, "[data-onward-preview]", HTMLElement);
    this.element.hidden = false;
    this.element.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-do]") : null;
      if (button instanceof HTMLButtonElement) this.attempt(() => this.act(button.dataset.do ?? "", button.value));
    });
    this.preview.addEventListener("submit", (event) => {
      event.preventDefault();
      const take = findAll(this.preview, "input:checked", HTMLInputElement).map(({ value }) => value);
      this.attempt(() => (this.preview.dataset.what === "send" ? this.send(take) : this.beginNext(take)));
    });
    onChange(this.part, () => this.showEarlier());
    this.showEarlier();
  }

  /** @returns {Earlier[]} */
  get earlier() {
    return read(this.part) ?? [];
  }

  /** @param {string} what @param {string} value  the id of an earlier one */
  async act(what, value) {
    if (what === "close") this.close();
    else if (what === "word") await this.save(value);
    else if (what === "delete") this.delete(value);
    else if (what === "draw") await this.draw();
    else await this.show(what);
  }

  /** Show what could be done. @param {string} what */
  async show(what) {
    const { sent, carried } = await this.ask("look");
    const shown =
      what === "send"
        ? fillOwn(this.widget, "sending", { sent, nothing: sent.length === 0 })
        : fillOwn(this.widget, "carrying", { carried });
    this.close();
    this.preview.dataset.what = what;
    this.preview.replaceChildren(shown);
    this.preview.focus();
  }

  /** Show what was counted, over the earlier times and now, in pictures and in words. */
  async draw() {
    const { charts } = await this.ask("draw");
    const element = find(this.widget, "[data-series]", HTMLElement);
    const told = charts.map((/** @type {any} */ chart) => ({
      ...chart,
      lines: chart.lines.map((/** @type {string} */ line) => ({ line })),
    }));
    element.replaceChildren(fillOwn(this.widget, "series", { charts: told }));
    for (const [place, figure] of findAll(element, "[data-chart]", HTMLElement).entries())
      figure.prepend(picture(charts[place].svg));
    element.focus();
  }

  /** @param {string[]} take  the ids of what is sent */
  async send(take) {
    const { parts, count } = await this.ask("send", { take });
    const before = Object.fromEntries(Object.keys(parts).map((part) => [part, read(part)]));
    for (const [part, value] of Object.entries(parts)) if (!write(part, value)) return; // the page tells why
    this.report(say("form.sent", { count }), () => {
      for (const [part, value] of Object.entries(before)) erase(part, value);
    });
  }

  /** Keep what is here among the earlier ones, and begin the next. @param {string[]} take  the rows that are taken over */
  async beginNext(take) {
    const before = entriesOf(this.kept.form);
    const { filled, day } = await this.ask("next", { take });
    const { earlier } = this;
    if (Object.keys(before).length > 0) {
      const kept = write(
        this.part,
        [...earlier, { id: newId(), day: day || today(), filled: before }].slice(-MOST_EARLIER),
      );
      if (!kept) return; // nothing is emptied that is not kept
    }
    this.fill(filled);
    this.report(say("form.next-begun"), () => {
      this.fill(before);
      erase(this.part, earlier.length > 0 ? earlier : undefined);
    });
  }

  /** @param {Entries} entries */
  fill(entries) {
    this.kept.fill(entries);
    this.kept.form.dispatchEvent(new Event("filled")); // what follows the form looks at it anew
    this.autosave.now();
  }

  /** Say what was done, and offer to undo it. @param {string} words @param {() => void} undo */
  report(words, undo) {
    this.close();
    this.showEarlier();
    this.status.replaceChildren(words, " ", fillOwn(this.widget, "onward-undo"));
    this.status.querySelector("button")?.addEventListener("click", () => {
      undo();
      this.showEarlier();
      this.status.textContent = say("form.onward-undone");
    });
  }

  showEarlier() {
    const lines = this.earlier
      .toReversed()
      .map(({ id, day }) => fillOwn(this.widget, "earlier", { id, words: inWords(day) }));
    find(this.element, "[data-earlier-list]", HTMLElement).replaceChildren(...lines);
    find(this.element, "[data-earlier]", HTMLElement).hidden = lines.length === 0;
  }

  /** @param {string} id */
  async save(id) {
    const found = this.earlier.find((each) => each.id === id);
    if (!found) return;
    const file = await wordFile(this.widget, this.tool, this.widget.dataset.word ?? "", found.filled, {});
    download(`${this.tool}-${found.day || today()}.docx`, WORD_TYPE, file);
  }

  /** @param {string} id */
  delete(id) {
    const found = this.earlier.find((each) => each.id === id);
    if (!found || !confirm(say("form.earlier-sure", { day: inWords(found.day) }))) return;
    const left = this.earlier.filter((each) => each.id !== id);
    erase(this.part, left.length > 0 ? left : undefined);
    this.showEarlier();
    this.status.textContent = say("form.earlier-deleted");
  }

  close() {
    this.preview.replaceChildren();
    this.status.replaceChildren();
  }

  /** @param {string} what @param {Record<string, unknown>} [more] @returns {Promise<any>} */
  async ask(what, more = {}) {
    this.autosave.finish();
    const form = await fieldsOf(this.tool);
    const answers = entriesOf(this.kept.form);
    return ask({ call: "onward", do: what, form, answers, kept: wholeWorkspace().data, ...more });
  }

  /** Do what may take a while or fail, and say so. @param {() => Promise<unknown>} work */
  async attempt(work) {
    this.widget.setAttribute("aria-busy", "true");
    const before = [...this.status.childNodes]; // what was done last can be undone still
    const waiting = say("form.one-moment");
    this.status.textContent = waiting;
    try {
      await work();
    } catch (error) {
      this.status.textContent = messageOf(error);
    }
    if (this.status.textContent === waiting) this.status.replaceChildren(...before);
    this.widget.removeAttribute("aria-busy");
  }
}

/** @param {string} day */
const inWords = (day) =>
  day ? say("form.earlier-line", { day: dateInWords(day) || day }) : say("form.earlier-no-day");
