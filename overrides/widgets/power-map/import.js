/**
 * Maps and lists that are opened from a file. What they hold is read by Python, and shown before it is taken in.
 *
 * @typedef {import('./state.js').Phase} Phase
 * @typedef {import('./state.js').Place} Place
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {{row: number, stakeholder: {name: string, kind: string, side: string, notes: string}, place: Place,
 *   links: [string, string][]}} Row
 * @typedef {{row: number, column: string, what: string, mend: string}} RowProblem
 * @typedef {{map?: PowerMap, rows?: Row[], problems?: RowProblem[]}} FileContent  a map, or the rows of a list with what is
 *   wrong in them
 */
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";
import { freshId } from "./edits.js";

/** A file larger than this is none that a map or a list was saved in. */
const MOST_BYTES = 5_000_000;

/**
 * Read a file.
 * @param {File} file
 * @returns {Promise<FileContent>}
 * @throws {Error} with what is wrong and how to mend it
 */
export async function openFile(file) {
  if (file.size > MOST_BYTES) throw new Error(say("power-map.too-large-file"));
  const text = await readText(file);
  if (!/^\s*\{/.test(text)) return ask({ call: "power_map", do: "list-in", csv: text });
  let plain;
  try {
    plain = JSON.parse(text);
  } catch {
    throw new Error(say("power-map.damaged"));
  }
  // A copy of the whole workspace holds the map as one of its parts.
  if (plain?.schema === "coproduction-workspace") plain = plain.data?.["power-map"]?.map;
  const { map } = await ask({ call: "power_map", do: "map-in", map: plain });
  return { map };
}

/** Spreadsheet programs still write older alphabets: what is not UTF-8 is read as theirs. @param {File} file */
async function readText(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
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
    phase.places[id] = place;
  }
  for (const { stakeholder, links } of rows) {
    const from = ids.get(stakeholder.name.toLowerCase()) ?? "";
    for (const [kind, name] of links) {
      const to = ids.get(name.toLowerCase()) ?? "";
      const known = phase.links.some((link) => link.from === from && link.to === to && link.kind === kind);
      if (!known && to !== from && to in phase.places)
        phase.links.push({ id: freshId("l", phase.links), from, to, kind });
    }
  }
}
