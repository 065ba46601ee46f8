import { erase, onChange, read, write } from "./store.js";

/**
 * @typedef {{code: string, change: number, shown?: {code: string, change: number}}} Person  see
 *   `framework/tools/workshop/people.py`
 * @typedef {{assessment: string, version: string, began: string, codes: Record<string, Person>,
 *   shown: Record<string, string[][]>, seen?: Record<string, string[][]>, expected?: Partial<Record<string, number>>}} Codes
 *   what is kept of codes that are gathered: of which check; those that are in, by the mark of their phone; the screens
 *   that were shown, twice: see `framework/tools/workshop/kept.py`; and about how many of each side are waited for
 */

const EARLIER = "workshop.earlier";

/** Codes that are gathered on this device, and what was shown of them: kept as they come. @template {Codes} Kept */
export class Gathering {
  /** @param {string} part  where they are kept */
  constructor(part) {
    this.part = part;
    /** @type {Kept | undefined} */
    this.workshop = read(part);
  }

  /** What is kept now: another tab may have changed it since. */
  reread() {
    this.workshop = read(this.part);
    return this.workshop;
  }

  /** Keep what changed. @param {Partial<Kept>} [changed] */
  save(changed = {}) {
    if (!this.workshop) return;
    Object.assign(this.workshop, changed);
    write(this.part, this.workshop);
  }

  /** Follow what another tab does. @param {() => void} update */
  follow(update) {
    onChange(this.part, () => {
      this.workshop = read(this.part);
      update();
    });
  }

  /** Take out what one person answered, from every key. @param {string} mark */
  takeOut(mark) {
    const { codes } = this.workshop ?? {};
    const person = codes?.[mark];
    if (!person || !codes) return;
    codes[mark] = { code: "", change: person.change };
    erase(this.part, this.workshop);
  }

  /** @returns {any[]} what earlier rooms with the same check showed of whom */
  get earlier() {
    return read(EARLIER)?.[this.workshop?.assessment ?? ""] ?? [];
  }

  /** Delete all of it. What stays is who was counted with which code, so that a later room can't give them away. */
  end() {
    const { assessment, seen } = this.workshop ?? {};
    if (assessment && seen && Object.values(seen).some((screens) => screens.length > 0)) {
      const all = read(EARLIER) ?? {};
      write(EARLIER, { ...all, [assessment]: [...(all[assessment] ?? []), seen] });
    }
    this.workshop = undefined;
    erase(this.part, undefined);
  }
}
