import { dateInWords } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fill, fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { WORD_TYPE } from "../shared/word-file.js";
import { say } from "../shared/words.js";
import { recordFile } from "./record-file.js";
import { secondLanguages, setBelow, wordsIn } from "./second-language.js";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {import('../shared/codes.js').Codes} Codes
 * @typedef {import('./result-view.js').ResultView} ResultView
 * @typedef {import('./workshop.js').WorkshopState} WorkshopState
 */

/** The record of a workshop, to print and to save. */
export class Record {
  /** The languages that it can have beside that of the page. @type {import('../shared/languages.js').Language[]} */
  languages = [];
  /** The words of the one that was chosen. @type {import('./second-language.js').Words | null} */
  second = null;

  /** @param {HTMLElement} screen @param {WorkshopState} state @param {Codes} codes @param {ResultView} view */
  constructor(screen, state, codes, view) {
    this.screen = screen;
    this.state = state;
    this.codes = codes;
    this.view = view;
  }

  /**
   * @param {string} title  of the check that people answered, or of the plan @param {Action[]} agreed
   * @param {string[]} steps  the titles of the plan's steps
   */
  show(title, agreed, steps) {
    const { result } = this.codes;
    const data = this.data(result, title, agreed, steps);
    const element = this.view.fill("record", "record", data);
    if (result) this.view.drawAllGaps(element);
    this.view.drawChoice(element);
    find(this.screen, "[data-keep-record]", HTMLElement).hidden = !result;
    find(this.screen, "[data-record-status]", HTMLElement).textContent = "";
    this.showKept();
    if (data) this.showSecond(element, agreed, steps);
  }

  /**
   * What stands in the record, as data for its template; null where nothing may be shown.
   * @param {any} result  as Python tells it, in the language of the template @param {string} title @param {Action[]} agreed
   * @param {string[]} steps @param {string} [lang]
   */
  data(result, title, agreed, steps, lang) {
    const { workshop } = this.state;
    const subjects = workshop?.assessment ? (result?.rows ?? []) : stepsAsSubjects(steps);
    const talked = subjects
      .map((/** @type {any} */ { id, words }) => ({ words, note: workshop?.notes[id]?.trim() }))
      .filter((/** @type {any} */ { note }) => note);
    const typed = talked.length > 0 || agreed.length > 0;
    const more = {
      check: title,
      counted: Boolean(result),
      date: dateInWords(workshop?.began ?? "", lang),
      talked,
      agreed: agreed.map((action) => ({ ...action, by: dateInWords(action.by, lang) })),
      typed,
      unnamed: !typed,
    };
    const shown = result || (workshop && !workshop.assessment);
    return shown ? { ...result, ...more, ...this.view.sinceLastTime(result, lang) } : null;
  }

  /** Offer the languages that the record can have beside this one. */
  async offerLanguages() {
    this.languages = await secondLanguages(this.screen.dataset.recordPage ?? "");
    const options = this.languages.map(({ code, name, direction }) => {
      const option = new Option(name, code);
      Object.assign(option, { lang: code, dir: direction });
      return option;
    });
    find(this.screen, "[data-second]", HTMLSelectElement).append(...options);
    find(this.screen, "[data-second-choice]", HTMLElement).hidden = options.length === 0;
  }

  /** Choose the second language, by its code; empty for none. @param {string} code @returns {Promise<string>} what is wrong */
  async choose(code) {
    const language = this.languages.find((each) => each.code === code);
    const words = language ? await wordsIn(language) : null;
    this.second = words;
    if (language && !words) find(this.screen, "[data-second]", HTMLSelectElement).value = "";
    return language && !words ? say("workshop-screen.second-missing") : "";
  }

  /** Put the second language below the first, if one is chosen. @param {HTMLElement} element @param {Action[]} agreed @param {string[]} steps */
  async showSecond(element, agreed, steps) {
    const { second } = this;
    const { workshop } = this.state;
    if (!second || !workshop) return;
    const { code } = second.language;
    const first = [...element.childNodes];
    const result = await this.codes.toldBy(second.guide);
    if (element.firstChild !== first[0]) return; // something else is shown by now
    const { assessment, version, plan } = workshop;
    const title = second.titles.get(assessment ? `${assessment}/${version}` : plan) ?? "";
    const filled = fill(second.template, this.data(result, title, agreed, steps, code) ?? {});
    if (result) this.view.drawAllGaps(filled, result);
    setBelow(element, filled, second.language);
    element.dataset.in = code;
  }

  /** The records of earlier workshops, each with a button that deletes it. */
  showKept() {
    const lines = this.state.records.map(({ id, date }) => {
      const line = fillOwn(this.screen, "kept-record", { date: dateInWords(date) });
      find(line, "[data-delete-record]", HTMLElement).dataset.deleteRecord = id;
      return line;
    });
    find(this.screen, "[data-kept-records]", HTMLElement).replaceChildren(...lines);
    find(this.screen, "[data-has-kept-records]", HTMLElement).hidden = lines.length === 0;
  }

  /** As a Word file. */
  async saveWord() {
    const record = find(this.screen, "[data-record]", HTMLElement);
    const file = await recordFile(record, this.screen.dataset.blank ?? "");
    download(`${say("workshop-screen.file-name")}.docx`, WORD_TYPE, file);
  }

  /** As text, with the picture as its sentences alone. */
  save() {
    const record = find(this.screen, "[data-record]", HTMLElement);
    const pictures = findAll(record, "[data-picture], .no-print", HTMLElement);
    for (const drawn of pictures) drawn.hidden = true;
    const text = record.innerText;
    for (const drawn of pictures) drawn.hidden = false;
    download(`${say("workshop-screen.file-name")}.txt`, "text/plain", text);
  }
}

/** The steps of a plan as what was talked about; one, where no plan was followed. @param {string[]} titles */
const stepsAsSubjects = (titles) =>
  (titles.length ? titles : [say("workshop-screen.no-step")]).map((words, place) => ({
    id: `step ${place + 1}`,
    words,
  }));
