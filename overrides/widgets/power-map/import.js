/**
 * Maps and lists that are opened from a file. What they hold is read by Python, and shown before it is taken in.
 *
 * @typedef {import('./state.js').Phase} Phase
 * @typedef {import('./state.js').Waiting} Waiting
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {{row: number, stakeholder: {name: string, kind: string, side: string, notes: string}, place: Waiting,
 *   links: [string, string][]}} Row
 * @typedef {{row: number, column: string, what: string, mend: string}} RowProblem
 * @typedef {{map?: PowerMap, rows?: Row[], problems?: RowProblem[]}} FileContent  a map, or the rows of a list with what is
 *   wrong in them
 */
import { notEmpty, parseJson, Refused, readBytes } from "../shared/incoming.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";
import { freshId, setBeside } from "./edits.js";

/** A file larger than this is none that a map or a list was saved in. */
const MOST_BYTES = 5_000_000;
/** What stands for a letter that could not be read. */
const BROKEN = "\ufffd";

/**
 * Read a file.
 * @param {File} file
 * @returns {Promise<FileContent>}
 * @throws {Error} with what is wrong and how to mend it
 */
export async function openFile(file) {
  const text = decoded(await readBytes(file, MOST_BYTES));
  if (!/^\s*[{[]/.test(text)) return ask({ call: "power_map", do: "list-in", csv: text });
  parseJson(text); // measures it
  const { map } = await ask({ call: "power_map", do: "map-in", text });
  return { map };
}

/**
 * Spreadsheet programs still write older alphabets: what holds no letter of UTF-8 beyond English is read as theirs. What
 * holds some, and some that are broken, is damaged.
 * @param {ArrayBuffer} bytes
 * @returns {string}
 */
function decoded(bytes) {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(BROKEN)) return notEmpty(text);
  if (/^\s*[{[]/.test(text) || text.replaceAll(BROKEN, "").match(/[^\0-\x7f]/))
    throw new Refused(say("incoming.no-text"));
  return new TextDecoder("windows-1252").decode(bytes);
}

/**
 * Put the rows of a list on the map: who is there already, by name, is moved; others are new.
 * @param {PowerMap} map @param {Phase} phase @param {Row[]} rows
 */
export function addRows(map, phase, rows) {
  const ids = new Map(map.stakeholders.map(({ id, name }) => [name.toLowerCase(), id]));
  for (const { stakeholder, place } of rows) {
    const key = stakeholder.name.toLowerCase();
    const id = ids.get(key) ?? freshId("s", map.stakeholders);
    const known = map.stakeholders.find((each) => each.id === id);
    if (known) Object.assign(known, stakeholder);
    else map.stakeholders.push({ id, ...stakeholder });
    ids.set(key, id);
    const { power, affected } = place;
    if (power === null || affected === null) setBeside(phase, id, place);
    else {
      delete phase.waiting[id];
      phase.places[id] = { ...place, power, affected };
    }
  }
  for (const { stakeholder, links } of rows) {
    const from = ids.get(stakeholder.name.toLowerCase()) ?? "";
    for (const [kind, name] of links) {
      const to = ids.get(name.toLowerCase()) ?? "";
      const known = phase.links.some((link) => link.from === from && link.to === to && link.kind === kind);
      if (!known && to !== from && (to in phase.places || to in phase.waiting))
        phase.links.push({ id: freshId("l", phase.links), from, to, kind });
    }
  }
}
