/**
 * Files that a form goes out as, and Word files that come back. Python makes and reads them, with the empty Word file of
 * the tool, which is fetched for it. What a file would change is shown first.
 *
 * @typedef {import('../shared/form-entries.js').Entries} Entries
 * @typedef {{name: string, place: string, here: string, there: string, texts: string[], kind: string}} Change
 * @typedef {{place: string, field: string, by: string, text: string}} Remark  a comment, and the id of the field it is on
 * @typedef {{changes: Change[], same: number, unplaced: {place: string, text: string}[], comments: Remark[],
 *   note: string}} Read  what a file holds
 */

import { toBase64 } from "../shared/base64.js";
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { entriesOf } from "../shared/form-entries.js";
import { readBytes } from "../shared/incoming.js";
import { messageOf } from "../shared/message-of.js";
import { ProblemBox } from "../shared/problem.js";
import { wholeWorkspace } from "../shared/store.js";
import { askForm, MOST_BYTES, WORD_TYPE, wordFile } from "../shared/word-file.js";
import { say } from "../shared/words.js";

/** What a form goes out as: the end of the file's name, and its type. @type {Record<string, [string, string]>} */
const FORMATS = {
  word: ["docx", WORD_TYPE],
  page: ["html", "text/html"],
  markdown: ["md", "text/markdown"],
  tables: ["csv", "text/csv"],
};

export class FormFiles {
  /** What a file that was opened holds, and the file. @type {{file: string, name: string, entries: string, read: Read} | null} */
  opened = null;

  /** @param {HTMLElement} widget @param {import('../shared/kept-form.js').KeptForm} kept @param {import('../shared/autosave.js').Autosave} autosave */
  constructor(widget, kept, autosave) {
    this.widget = widget;
    this.kept = kept;
    this.autosave = autosave;
    this.problem = new ProblemBox(widget);
    this.status = find(widget, "[data-status]", HTMLElement);
    this.preview = find(widget, "[data-preview]", HTMLElement);
    kept.form.addEventListener("filled", () => this.status.replaceChildren());
    this.preview.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#attempt(() => this.#apply());
    });
    this.preview.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-close]")) this.close();
    });
  }

  /** Hand the form out as a file. @param {string} kind  a name among the `FORMATS` */
  save(kind) {
    return this.#attempt(async () => {
      const [ending, type] = FORMATS[kind] ?? ["", ""];
      const answers = entriesOf(this.kept.form);
      const content = kind === "word" ? await this.#word(answers) : (await this.#ask(kind, { answers })).text;
      download(`${this.widget.dataset.tool}-${today()}.${ending}`, type, content);
    });
  }

  /** @param {Entries} answers */
  #word(answers) {
    const { tool = "", word = "" } = this.widget.dataset;
    this.autosave.finish();
    return wordFile(this.widget, tool, word, answers, wholeWorkspace().data);
  }

  /** Read a Word file, and show what it would change. @param {HTMLInputElement} input */
  open(input) {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    this.close();
    this.#attempt(async () => {
      try {
        const file = toBase64(await readBytes(chosen, MOST_BYTES));
        await this.#show(file, chosen.name);
      } finally {
        input.value = ""; // so that the same file can be opened again, once it is mended
      }
    });
  }

  /** Take away what is shown of a file. */
  close() {
    this.opened = null;
    this.preview.replaceChildren();
    this.status.replaceChildren();
    this.problem.hide();
    for (const remark of this.widget.querySelectorAll("[data-remark]")) remark.remove();
  }

  /** @param {string} kind @param {Record<string, unknown>} request */
  #ask(kind, request) {
    return askForm(kind, this.widget.dataset.word ?? "", request);
  }

  /** @param {string} file  as base64 @param {string} name */
  async #show(file, name) {
    const answers = entriesOf(this.kept.form);
    const read = /** @type {Read} */ (await this.#ask("read", { file, answers }));
    this.opened = { file, name, entries: JSON.stringify(answers), read };
    const changes = read.changes.map((change, place) => ({
      ...change,
      at: `change-${place}`,
      [change.kind]: true,
      taken: change.kind !== "emptied",
      left: change.kind === "emptied",
      here: change.here || say("form.nothing"),
      there: change.there || say("form.nothing"),
    }));
    const data = { ...read, changes, name, nothing: changes.length === 0 };
    const same = read.same > 0 && say("form.same", { count: read.same });
    this.preview.replaceChildren(fillOwn(this.widget, "changes", { ...data, same }));
    for (const remark of read.comments) {
      const field = document.getElementById(remark.field);
      if (field && this.widget.contains(field)) field.append(fillOwn(this.widget, "remark", remark));
    }
    this.preview.focus();
  }

  /** Fill in what was chosen. Where the form was changed meanwhile, show anew what the file would change. */
  async #apply() {
    if (!this.opened) return;
    const { file, name, entries: seen, read } = this.opened;
    const before = entriesOf(this.kept.form);
    if (JSON.stringify(before) !== seen) {
      await this.#show(file, name);
      this.status.textContent = say("form.changed-meanwhile");
      return;
    }
    const chosen = new Set(findAll(this.preview, "input:checked", HTMLInputElement).map((box) => box.name));
    const changes = read.changes.filter((_, place) => chosen.has(`change-${place}`));
    /** @type {Entries} */
    const entries = { ...before };
    for (const { name: answer, texts } of changes) {
      if (texts.length > 0) entries[answer] = texts;
      else delete entries[answer];
    }
    this.#fill(entries);
    this.opened = null;
    this.preview.replaceChildren();
    this.status.textContent = say("form.applied", { count: changes.length });
    this.status.scrollIntoView({ block: "nearest" });
  }

  /** @param {Entries} entries */
  #fill(entries) {
    this.kept.fill(entries);
    this.kept.form.dispatchEvent(new Event("input")); // what follows the form looks at it anew
    this.autosave.now();
  }

  /** Do what may take a while or fail, and say so. @param {() => Promise<unknown>} work */
  async #attempt(work) {
    this.widget.setAttribute("aria-busy", "true");
    const waiting = say("form.one-moment");
    this.status.textContent = waiting;
    this.problem.hide();
    try {
      await work();
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
    if (this.status.textContent === waiting) this.status.replaceChildren();
    this.widget.removeAttribute("aria-busy");
  }
}
