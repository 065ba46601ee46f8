import { erase, onChange, read, write } from "../shared/store.js";

/** @typedef {Partial<Record<string, number>>} Expected  about how many of each side the room waits for */

/**
 * @typedef {{code: string, change: number, shown?: {code: string, change: number}}} Person  see
 *   `framework/tools/workshop/people.py`
 * @typedef {{assessment: string, version: string, plan: string, began: string, stage: string, codes: Record<string, Person>,
 *   shown: Record<string, string[][]>, seen?: Record<string, string[][]>, expected?: Expected, place: number,
 *   notes: Record<string, string>, actions: string[], step: number, time?: import('../shared/clock.js').Time}} Workshop
 *   what is kept of a workshop: the check, or '' where there is none; the codes that are in, by the mark of their phone, and
 *   the screens that were shown, twice: see `framework/tools/workshop/kept.py`; the gap that is talked about, with notes;
 *   the ids of what was agreed; the step of the plan
 * @typedef {{id: string, date: string, assessment: string, saw: any}} KeptRecord  what a workshop's room saw, to be set
 *   beside a later one
 */

const PART = "workshop";
const EARLIER = "workshop.earlier";
const RECORDS = "workshop.records";
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

  /** @param {{assessment: string, version: string, plan: string, expected: Expected}} chosen */
  begin(chosen) {
    const began = new Date().toISOString();
    const empty = { codes: {}, shown: {}, seen: {}, place: 0, notes: {}, actions: [], step: 0 };
    const stage = chosen.assessment ? STAGES.collect : STAGES.talk;
    this.workshop = { ...chosen, began, stage, ...empty };
    this.save();
  }

  /** The workshop as it is kept now: another tab may have changed it since. */
  reread() {
    this.workshop = read(PART);
    return this.workshop;
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

  /** @returns {any[]} what earlier workshops with the same check showed of whom */
  get earlier() {
    return read(EARLIER)?.[this.workshop?.assessment ?? ""] ?? [];
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

  /** Delete the workshop. What stays is who was counted with which code, so that a later room can't give them away. */
  end() {
    const { assessment, seen } = this.workshop ?? {};
    if (assessment && seen && Object.values(seen).some((screens) => screens.length > 0)) {
      const all = read(EARLIER) ?? {};
      write(EARLIER, { ...all, [assessment]: [...(all[assessment] ?? []), seen] });
    }
    this.workshop = undefined;
    erase(PART, undefined);
  }
}

/** @returns {KeptRecord[]} */
const allRecords = () => read(RECORDS) ?? [];
