import { Gathering } from "../shared/gathering.js";
import { erase, read, write } from "../shared/store.js";

/** @typedef {Partial<Record<string, number>>} Expected  about how many of each side the room waits for */

/**
 * @typedef {import('../shared/gathering.js').Codes & {plan: string, stage: string, expected?: Expected, place: number,
 *   notes: Record<string, string>, actions: string[], step: number, time?: import('../shared/clock.js').Time}} Workshop
 *   what is kept of a workshop: the check, or '' where there is none; the codes that are in, and what was shown; the gap
 *   that is talked about, with notes; the ids of what was agreed; the step of the plan
 * @typedef {{id: string, date: string, assessment: string, saw: any}} KeptRecord  what a workshop's room saw, to be set
 *   beside a later one
 */

const PART = "workshop";
const RECORDS = "workshop.records";
/** The parts of the screen, as they are kept. */
export const STAGES = /** @type {const} */ ({
  begin: "begin",
  collect: "collect",
  result: "see",
  talk: "talk",
  record: "record",
});

/** The workshop that is open, if one is: kept as it goes. @extends {Gathering<Workshop>} */
export class WorkshopState extends Gathering {
  constructor() {
    super(PART);
  }

  /** @param {{assessment: string, version: string, plan: string, expected: Expected}} chosen */
  begin(chosen) {
    const began = new Date().toISOString();
    const empty = { codes: {}, shown: {}, seen: {}, place: 0, notes: {}, actions: [], step: 0 };
    const stage = chosen.assessment ? STAGES.collect : STAGES.talk;
    this.workshop = { ...chosen, began, stage, ...empty };
    this.save();
  }

  /** @returns {KeptRecord[]} the records of earlier workshops with the same check, the latest first */
  get records() {
    const { assessment, began } = this.workshop ?? {};
    return allRecords().filter((each) => each.assessment === assessment && each.id !== began);
  }

  /** Keep what the room saw, to be set beside a later workshop. @param {any} saw @returns {boolean} whether it is kept */
  keepRecord(saw) {
    const { assessment, began } = this.workshop ?? {};
    if (!assessment || !began) return false;
    const others = allRecords().filter(({ id }) => id !== began);
    return write(RECORDS, [{ id: began, date: began.slice(0, 10), assessment, saw }, ...others]);
  }

  /** @param {string} id */
  deleteRecord(id) {
    const left = allRecords().filter((each) => each.id !== id);
    erase(RECORDS, left.length ? left : undefined);
  }
}

/** @returns {KeptRecord[]} */
const allRecords = () => read(RECORDS) ?? [];
