import { fromBase64, toBase64 } from "../shared/base64.js";
import { dateInWords, today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { printAlone } from "../shared/print-alone.js";
import { ask } from "../shared/python.js";
import { asDots, coloursOf, WORD_TYPE } from "../shared/word-file.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/workspace.js').Workspace} Workspace */

const SITE = new URL("../../", import.meta.url);

/** The group's documents, by stage of the project, each with what to do next; and all of them to take away. */
export class Binder {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-binder]", HTMLElement);
    /** What Python says of the documents, once it was asked. @type {Promise<any>} */
    this.answer = Promise.resolve({ stages: [] });
  }

  /** @param {Workspace | null} group */
  async show(group) {
    const documents = Object.keys(group?.data ?? {}).some((part) => /^(tool|drafts|earlier)\./.test(part));
    this.element.hidden = !documents;
    if (!documents) return;
    this.answer = ask({ call: "binder", do: "look", text: JSON.stringify(group), today: today() });
    const { stages, overdue, days } = await this.answer;
    const dayLines = days.map((/** @type {any} */ each) =>
      fillOwn(this.widget, "day", { ...each, in_words: dateInWords(each.day), form: this.address(each.id) }),
    );
    find(this.element, "[data-day-list]", HTMLElement).replaceChildren(...dayLines);
    find(this.element, "[data-days]", HTMLElement).hidden = days.length === 0;
    const lines = stages.map((/** @type {any} */ stage) => this.stage(stage));
    find(this.element, "[data-stages]", HTMLElement).replaceChildren(...lines);
    find(this.element, "[data-overdue]", HTMLElement).textContent = overdue;
  }

  /** @param {any} stage */
  stage({ stage_name, documents, not_begun }) {
    const begun = documents.map((/** @type {any} */ each) => ({
      ...each,
      agreed_on: each.agreed_on && say("group-workspace.agreed-on", { day: dateInWords(each.agreed_on) }),
      again: each.again && say("group-workspace.again-on", { day: dateInWords(each.again) }),
      form: this.address(each.id),
      drafts: `drafts/#${each.id}`,
    }));
    const others = not_begun.map((/** @type {any} */ each) => ({ ...each, form: this.address(each.id) }));
    const left = say("group-workspace.not-begun", { count: others.length });
    return fillOwn(this.widget, "stage", { stage_name, documents: begun, others, left });
  }

  /** Where the form of a document is, below the site's own address. @param {string} id */
  address(id) {
    return `${this.ofDocument(id).dataset.address}#form`;
  }

  /** What the page knows of a document. @param {string} id */
  ofDocument(id) {
    const { content } = find(this.widget, "[data-known-documents]", HTMLTemplateElement);
    return find(content, `[data-document="${CSS.escape(id)}"]`, HTMLElement);
  }

  /** Every version of every document in Word, with a page that lists them, in one zip. @param {Workspace} group */
  async saveFolder(group) {
    const { file } = await this.ask(group, "folder", { pictures: await this.pictures(group) });
    const name = say("group-workspace.folder-name", { date: today() });
    download(`${name}.zip`, "application/zip", new Blob([fromBase64(file)], { type: "application/zip" }));
  }

  /** All of it as one Word file. @param {Workspace} group */
  async saveWord(group) {
    const binder = await fetched(this.element.dataset.word ?? "");
    const { file } = await this.ask(group, "word", { binder, pictures: await this.pictures(group) });
    const name = say("group-workspace.one-word-name", { date: today() });
    download(`${name}.docx`, WORD_TYPE, new Blob([fromBase64(file)], { type: WORD_TYPE }));
  }

  /** The pictures of each version of each document, as Word files take them. @param {Workspace} group */
  async pictures(group) {
    const { pictures } = await this.ask(group, "draw", { colours: coloursOf(this.widget) });
    return Promise.all(pictures.map(asDots));
  }

  /** The days on which documents are looked at again, for a calendar. @param {Workspace} group */
  async saveDays(group) {
    const request = { text: JSON.stringify(group), today: today() };
    const { text } = await ask({ call: "binder", do: "calendar", ...request });
    download(`${say("group-workspace.days-file", { date: today() })}.ics`, "text/calendar", text);
  }

  /** All of it on paper, each document from a new page. @param {Workspace} group */
  async print(group) {
    const { text } = await this.ask(group, "page");
    const { body } = new DOMParser().parseFromString(text, "text/html");
    const sheets = find(this.widget, "[data-printed]", HTMLElement);
    sheets.replaceChildren(...[...body.children].map((each) => document.importNode(each, true)));
    printAlone("group-workspace-sheets", () => sheets.replaceChildren());
  }

  /**
   * Ask Python for something that needs the forms of the group's documents: their empty Word files.
   * @param {Workspace} group @param {string} what  what it is to do @param {Record<string, unknown>} [more]
   */
  async ask(group, what, more = {}) {
    const { stages } = await this.answer;
    const documents = stages.flatMap((/** @type {any} */ stage) => stage.documents);
    const blanks = documents.map(async (/** @type {any} */ { id }) => [
      id,
      await fetched(this.ofDocument(id).dataset.word ?? ""),
    ]);
    const request = { text: JSON.stringify(group), today: today(), language: document.documentElement.lang };
    return ask({
      call: "binder",
      do: what,
      blanks: Object.fromEntries(await Promise.all(blanks)),
      ...request,
      ...more,
    });
  }
}

/** A file of this site, as Python takes it. @param {string} address  below the site's own @returns {Promise<string>} */
async function fetched(address) {
  const response = await fetch(new URL(address, SITE)).catch(() => null);
  if (!response?.ok) throw new Error(say("group-workspace.no-blanks"));
  return toBase64(await response.arrayBuffer());
}
