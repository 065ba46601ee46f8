import { today } from "../shared/dates.js";
import { erase, read, write } from "../shared/store.js";

/**
 * @typedef {{day: string, filled: Record<string, string[]>}} Draft
 * @typedef {{choice: string, words: Record<string, string>, reasons: Record<string, string>, who: string, by: string,
 *   of: Record<string, Record<string, string>>}} Settled  `framework/tools/drafts/kept.py` says what is in it
 * @typedef {{day: string, sides: string[], again: string, filled: Record<string, string[]>}} Agreed
 * @typedef {{drafts: Record<string, Draft>, settled: Record<string, Settled>, agreed: Agreed[]}} DraftsKept
 */

/** How many agreed versions are kept: those that anyone could still ask for. */
const MOST_AGREED = 10;

/** What is kept of the drafts of one document. */
export class Drafts {
  /** @param {string} tool */
  constructor(tool) {
    this.tool = tool;
    this.part = `drafts.${tool}`;
  }

  /** @returns {DraftsKept} */
  get kept() {
    return read(this.part) ?? { drafts: {}, settled: {}, agreed: [] };
  }

  /** What is filled into the document's own form. @returns {Record<string, string[]> | undefined} */
  get form() {
    return read(`tool.${this.tool}`);
  }

  /** With one side's draft in it. @param {string} side @param {Draft} draft @returns {DraftsKept} */
  with(side, draft) {
    return { ...this.kept, drafts: { ...this.kept.drafts, [side]: draft } };
  }

  /** The draft that the form holds now; where that began with the made-up example, the draft says so too. @returns {Draft | null} */
  ofForm() {
    const draft = { day: today(), filled: this.form ?? {} };
    return this.count(draft) > 0 ? draft : null;
  }

  /** Whether a draft began with the made-up example. @param {Draft} draft */
  isMadeUp({ filled }) {
    return this.#mark in filled;
  }

  /** How many answers a draft has. @param {Draft} draft */
  count({ filled }) {
    return Object.keys(filled).filter((name) => name !== this.#mark).length;
  }

  get #mark() {
    return `${this.tool}.from-example`;
  }

  /** @param {DraftsKept} kept @returns {boolean} whether it is kept */
  keep(kept) {
    return write(this.part, kept);
  }

  /** Delete a draft, and its words wherever they stand beside what was settled. @param {string} side */
  delete(side) {
    const { kept } = this;
    const { [side]: _, ...drafts } = kept.drafts;
    const settled = Object.entries(kept.settled)
      .filter(([, { choice }]) => choice !== side)
      .map(([place, each]) => [place, { ...each, of: without(each.of, side), reasons: without(each.reasons, side) }]);
    const left = Object.keys(drafts).length > 0 ? Object.fromEntries(settled) : {};
    const nothing = Object.keys(drafts).length === 0 && kept.agreed.length === 0;
    return erase(this.part, nothing ? undefined : { ...kept, drafts, settled: left });
  }

  /** Delete one version that was agreed. @param {number} place  among them @returns {boolean} whether that is kept */
  deleteAgreed(place) {
    const { kept } = this;
    const agreed = kept.agreed.filter((_, each) => each !== place);
    const nothing = Object.keys(kept.drafts).length === 0 && agreed.length === 0;
    return erase(this.part, nothing ? undefined : { ...kept, agreed });
  }

  /** @param {string} place @param {Settled} settled */
  settle(place, settled) {
    const { kept } = this;
    return this.keep({ ...kept, settled: { ...kept.settled, [place]: settled } });
  }

  /** @param {Agreed} agreed */
  agree(agreed) {
    const { kept } = this;
    return this.keep({ ...kept, agreed: [...kept.agreed, agreed].slice(-MOST_AGREED) });
  }

  /** Put the document into the form. @param {Record<string, string[]>} filled */
  fillForm(filled) {
    return write(`tool.${this.tool}`, filled);
  }
}

/** @template T @param {Record<string, T>} all @param {string} side @returns {Record<string, T>} */
function without(all, side) {
  const { [side]: _, ...others } = all;
  return others;
}
