import { fromBase64 } from "../shared/base64.js";
import { dateInWords, today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { ask } from "../shared/python.js";
import { askForm } from "../shared/word-file.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/workspace.js').Workspace} Workspace */
/** @typedef {Record<string, string[]>} Entries */

/** The group's documents, by stage of the project, each with what to do next; and all of them as Word files. */
export class Binder {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
    this.element = find(widget, "[data-binder]", HTMLElement);
    /** What Python said last. @type {any} */
    this.answer = null;
  }

  /** @param {Workspace | null} group */
  async show(group) {
    const documents = Object.keys(group?.data ?? {}).some((part) => /^(tool|drafts)\./.test(part));
    this.element.hidden = !documents;
    if (!documents) return;
    this.answer = await ask({ call: "workspace", do: "binder", text: JSON.stringify(group), today: today() });
    const { stages, overdue } = this.answer;
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

  /** Every document in Word, each draft apart, with a page that lists them, in one zip. @param {Workspace} group */
  async save(group) {
    const site = new URL("../../", import.meta.url);
    const files = [];
    for (const document of this.answer.stages.flatMap((/** @type {any} */ stage) => stage.documents)) {
      const blank = new URL(this.ofDocument(document.id).dataset.word ?? "", site).href;
      for (const { name, answers } of versions(group, document)) {
        const { file } = await askForm("word", blank, { answers });
        files.push({ name: `${name}.docx`, file });
      }
    }
    const { lang: language } = document.documentElement;
    const request = { text: JSON.stringify(group), today: today(), language, files };
    const { file } = await ask({ call: "workspace", do: "folder", ...request });
    const name = say("group-workspace.folder-name", { date: today() });
    download(`${name}.zip`, "application/zip", new Blob([fromBase64(file)], { type: "application/zip" }));
  }
}

/**
 * What there is of a document: what its form holds, each side's draft, and what was agreed last.
 * @param {Workspace} group @param {any} document  what Python says of it @returns {{name: string, answers: Entries}[]}
 */
function versions({ data }, { id, title, sides }) {
  const { drafts, agreed = [] } = data[`drafts.${id}`] ?? {};
  const last = agreed.at(-1);
  const found = [
    { name: title, answers: data[`tool.${id}`] },
    ...sides.map((/** @type {any} */ { side, side_name }) => ({
      name: say("group-workspace.draft-name", { title, side: side_name }),
      answers: drafts?.[side]?.filled,
    })),
  ];
  if (last) found.push({ name: say("group-workspace.agreed-name", { title, day: last.day }), answers: last.filled });
  return found.filter(({ answers }) => answers);
}
