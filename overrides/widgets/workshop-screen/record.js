import { dateInWords } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {import('../shared/codes.js').Codes} Codes
 * @typedef {import('./result-view.js').ResultView} ResultView
 * @typedef {import('./workshop.js').WorkshopState} WorkshopState
 */

/** The record of a workshop, to print and to save. */
export class Record {
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
    const { workshop } = this.state;
    const { result } = this.codes;
    const subjects = workshop?.assessment ? (result?.rows ?? []) : stepsAsSubjects(steps);
    const talked = subjects
      .map((/** @type {any} */ { id, words }) => ({ words, note: workshop?.notes[id]?.trim() }))
      .filter((/** @type {any} */ { note }) => note);
    const typed = talked.length > 0 || agreed.length > 0;
    const more = {
      check: title,
      counted: Boolean(result),
      date: dateInWords(workshop?.began ?? ""),
      talked,
      agreed: agreed.map((action) => ({ ...action, by: dateInWords(action.by) })),
      typed,
      unnamed: !typed,
    };
    const shown =
      result || (workshop && !workshop.assessment) ? { ...result, ...more, ...this.view.sinceLastTime } : null;
    const element = this.view.fill("record", "record", shown);
    if (result) this.view.drawAllGaps(element);
    this.view.drawChoice(element);
    find(this.screen, "[data-keep-record]", HTMLElement).hidden = !result;
    find(this.screen, "[data-record-status]", HTMLElement).textContent = "";
    this.showKept();
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
