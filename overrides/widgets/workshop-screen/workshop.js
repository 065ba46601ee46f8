import { erase, read, write } from "../shared/store.js";

/**
 * @typedef {{assessment: string, version: string, plan: string, began: string, stage: string, codes: string[],
 *   shown: Record<string, string[][]>, place: number, notes: Record<string, string>, actions: string[],
 *   step: number, time?: import('./timer.js').Time}} Workshop  what is kept of a workshop: the codes that are in and the
 *   screens that were shown; the gap that is talked about, with notes; the ids of what was agreed; the step of the plan
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
    const empty = { codes: [], shown: {}, place: 0, notes: {}, actions: [], step: 0 };
    this.workshop = { assessment, version, plan, began, stage: STAGES.collect, ...empty };
    this.save();
  }

  /** Keep what changed. @param {Partial<Workshop>} [changed] */
  save(changed = {}) {
    if (!this.workshop) return;
    Object.assign(this.workshop, changed);
    write(PART, this.workshop);
  }

  end() {
    this.workshop = undefined;
    erase(PART, undefined);
  }
}
