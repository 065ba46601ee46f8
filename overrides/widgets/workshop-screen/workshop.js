import { erase, onChange, read, write } from "../shared/store.js";

/**
 * @typedef {{code: string, change: number, shown?: {code: string, change: number}}} Person  see
 *   `framework/tools/workshop/people.py`
 * @typedef {{assessment: string, version: string, plan: string, began: string, stage: string, codes: Record<string, Person>,
 *   shown: Record<string, string[][]>, place: number, notes: Record<string, string>, actions: string[],
 *   step: number, time?: import('./timer.js').Time}} Workshop  what is kept of a workshop: the codes that are in, by the mark of
 *   their phone, and the screens that were shown; the gap that is talked about, with notes; the ids of what was agreed; the step of the plan
 */

const PART = "workshop";
/** The parts of the screen, as they are kept. */
export const STAGES = /** @type {const} */ ({
  begin: "begin",
  collect: "collect",
  result: "see",
  talk: "talk",
  record: "record",
});

/** The workshop that is open, if one is: kept as it goes. */
export class WorkshopState {
  /** @type {Workshop | undefined} */
  workshop = read(PART);

  /** @param {{assessment: string, version: string, plan: string}} chosen */
  begin({ assessment, version, plan }) {
    const began = new Date().toISOString();
    const empty = { codes: {}, shown: {}, place: 0, notes: {}, actions: [], step: 0 };
    this.workshop = { assessment, version, plan, began, stage: STAGES.collect, ...empty };
    this.save();
  }

  /** Keep what changed. @param {Partial<Workshop>} [changed] */
  save(changed = {}) {
    if (!this.workshop) return;
    Object.assign(this.workshop, changed);
    write(PART, this.workshop);
  }

  /** Follow what another tab does in the same workshop. @param {() => void} update */
  follow(update) {
    onChange(PART, () => {
      this.workshop = read(PART);
      update();
    });
  }

  /** Take out what one person answered, from every key. @param {string} mark */
  takeOut(mark) {
    const { codes } = this.workshop ?? {};
    const person = codes?.[mark];
    if (!person || !codes) return;
    codes[mark] = { code: "", change: person.change };
    erase(PART, this.workshop);
  }

  end() {
    this.workshop = undefined;
    erase(PART, undefined);
  }
}
