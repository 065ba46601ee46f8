import { dateInWords } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/**
 * @typedef {import('../shared/plan.js').Action} Action
 * @typedef {import('./codes.js').Codes} Codes
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

  /** @param {string | undefined} title  of the check that people answered @param {Action[]} agreed */
  show(title, agreed) {
    const { workshop } = this.state;
    const { result } = this.codes;
    const talked = result?.rows
      .map((/** @type {any} */ { id, words }) => ({ words, note: workshop?.notes[id]?.trim() }))
      .filter((/** @type {any} */ { note }) => note);
    const typed = talked?.length > 0 || agreed.length > 0;
    const more = {
      check: title,
      date: dateInWords(workshop?.began ?? ""),
      talked,
      agreed: agreed.map((action) => ({ ...action, by: dateInWords(action.by) })),
      typed,
      unnamed: !typed,
    };
    const element = this.view.fill("record", "record", result && { ...result, ...more });
    if (result) this.view.drawAllGaps(element);
  }

  /** As text, with the picture as its sentences alone. */
  save() {
    const record = find(this.screen, "[data-record]", HTMLElement);
    const pictures = findAll(record, "[data-picture]", HTMLElement);
    for (const drawn of pictures) drawn.hidden = true;
    const text = record.innerText;
    for (const drawn of pictures) drawn.hidden = false;
    download(`${say("workshop-screen.file-name")}.txt`, "text/plain", text);
  }
}
