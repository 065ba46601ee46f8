/**
 * Maps out, as files, and lists and maps in. What takes thought is asked of Python: what may be shared, the picture, the
 * list. A copy of everything needs no Python.
 *
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {import('./state.js').Place} Place
 * @typedef {{row: number, stakeholder: {name: string, kind: string, side: string, notes: string}, place: Place,
 *   links: [string, string][]}} Row
 */
import { download } from "../shared/download.js";
import { ask } from "../shared/python.js";
import { freshId } from "./state.js";

/** Safari on phones draws nothing that has more dots than this. It makes about 150 dots to the inch on A1. */
const MOST_DOTS = 16_700_000;
/** A file larger than this is none that a map or a list was saved in. */
const LARGEST = 5_000_000;

/** What cannot be used, and how to mend it. @extends Error */
export class BadFile extends Error {}

/** Ask Python about a map. @param {Record<string, unknown>} request */
export async function askMap(request) {
  const said = await ask({ call: "power_map", ...request });
  if (said.bad) throw new BadFile(`${said.bad.what}. ${said.bad.mend}`);
  return said.ok;
}

/** @param {string} end */
const named = (end) => `power-map-${new Date().toISOString().slice(0, 10)}.${end}`;

/** @param {PowerMap} map @param {boolean} redacted */
export async function saveCopy(map, redacted) {
  const safe = redacted ? (await askMap({ do: "map-in", map })).redacted : map;
  download(named("json"), "application/json", JSON.stringify(safe, null, 2));
}

/** @param {Record<string, unknown>} request  the map, its phase, and `redacted` */
export async function saveList(request) {
  download(named("csv"), "text/csv", (await askMap({ do: "list-out", ...request })).csv);
}

/** @param {Record<string, unknown>} request @returns {Promise<{picture: string, description: string}>} */
export const draw = (request) => askMap({ do: "draw", ...request });

/** @param {Record<string, unknown>} request */
export async function savePicture(request) {
  download(named("svg"), "image/svg+xml", (await draw(request)).picture);
}

/** The picture in dots, large enough for A1. @param {Record<string, unknown>} request */
export async function saveDots(request) {
  const { picture } = await draw(request);
  const [width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture) ?? []).slice(1).map(Number);
  if (!width || !height) throw new BadFile("The picture has no size.");
  const times = Math.sqrt(MOST_DOTS / (width * height));
  const sized = picture.replace("<svg ", `<svg width="${width}" height="${height}" `);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * times);
  canvas.height = Math.floor(height * times);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new BadFile("This browser can't draw a picture this large. Save it as SVG instead.");
  download(named("png"), "image/png", blob);
}

/**
 * Read a file: a map, or a list with its problems.
 * @param {File} file
 * @returns {Promise<{map: PowerMap} | {rows: Row[], problems: {row: number, column: string, what: string, mend: string}[]}>}
 */
export async function open(file) {
  if (file.size > LARGEST) throw new BadFile("This file is too large for a map or a list.");
  const text = await readText(file);
  if (!/^\s*\{/.test(text)) return askMap({ do: "list-in", csv: text });
  let plain;
  try {
    plain = JSON.parse(text);
  } catch {
    throw new BadFile("This file is damaged. Open another copy of it.");
  }
  // A copy of the whole workspace holds the map as one of its parts.
  if (plain?.schema === "coproduction-workspace") plain = plain.data?.["power-map"]?.map;
  return { map: (await askMap({ do: "map-in", map: plain })).map };
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
 * @param {PowerMap} map @param {string} phaseId @param {Row[]} rows
 */
export function takeIn(map, phaseId, rows) {
  const phase = map.phases.find(({ id }) => id === phaseId);
  if (!phase) return;
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
      const there = phase.links.some((link) => link.from === from && link.to === to && link.kind === kind);
      if (!there && to !== from && to in phase.places)
        phase.links.push({ id: freshId("l", phase.links), from, to, kind });
    }
  }
}
