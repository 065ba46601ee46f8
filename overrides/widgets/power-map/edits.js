/**
 * What can be done to a map: each function changes the plain data that it is given, and nothing else.
 *
 * @typedef {import('./state.js').Kept} Kept
 * @typedef {import('./state.js').Link} Link
 * @typedef {import('./state.js').Phase} Phase
 * @typedef {import('./state.js').Place} Place
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {import('./state.js').Spot} Spot
 * @typedef {import('./state.js').Waiting} Waiting
 */
import { measures, toMark } from "./measures.js";

/** @returns {Place} the middle of the map */
const middle = () => ({
  power: measures.middle,
  affected: measures.middle,
  person: null,
  at_table: false,
  stance: "not-known",
});

/** The first id with this letter that none has. @param {string} letter @param {{id: string}[]} used */
export function freshId(letter, used) {
  const known = new Set(used.map(({ id }) => id));
  let number = used.length + 1;
  while (known.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/**
 * Where someone stands on the map, or on a side's own copy of it.
 * @param {Phase} phase @param {string} side  empty for the map itself @param {string} id
 * @returns {Place & {placed: boolean}} `placed`: whether they were placed on this copy
 */
export function placeOf(phase, side, id) {
  const place = phase.places[id] ?? middle();
  const own = side ? phase.views[side]?.[id] : undefined;
  return { ...place, ...own, placed: !side || Boolean(own) };
}

/** Move someone, on the map or on a side's own copy. Who waited is on the map then. @param {Phase} phase @param {string} side @param {string} id @param {Spot} spot */
export function move(phase, side, id, spot) {
  const waits = phase.waiting[id];
  if (waits) {
    phase.places[id] = { ...waits, ...spot };
    delete phase.waiting[id];
  } else if (side) phase.views[side] = { ...phase.views[side], [id]: spot };
  else if (phase.places[id]) Object.assign(phase.places[id], spot);
}

/** Have someone wait beside the map, with what is known of their place. @param {Phase} phase @param {string} id @param {Waiting} known */
export function setBeside(phase, id, known) {
  delete phase.places[id];
  for (const view of Object.values(phase.views)) delete view[id];
  phase.waiting[id] = known;
}

/** Give or take a mark: who has both is on the map, and who lacks one waits beside it. @param {Phase} phase @param {string} id @param {'power' | 'affected'} key @param {number | null} value */
export function setMark(phase, id, key, value) {
  const known = { ...(phase.places[id] ?? phase.waiting[id]), [key]: value };
  const { power, affected } = known;
  if (power == null || affected == null) setBeside(phase, id, /** @type {Waiting} */ (known));
  else move(phase, "", id, { power, affected });
}

/** Set what is known of someone: of who they are, or of their place. @param {PowerMap} map @param {Phase} phase @param {string} id @param {Record<string, any>} known */
export function describe(map, phase, id, known) {
  const who = map.stakeholders.find((each) => each.id === id);
  const place = phase.places[id] ?? phase.waiting[id];
  for (const [key, value] of Object.entries(known)) {
    if (who && key in who) Object.assign(who, { [key]: value });
    else if (place) Object.assign(place, { [key]: value });
  }
}

/** Put someone new in the middle of the map. @param {PowerMap} map @param {Phase} phase @param {{id: string, name: string, side: string}} who */
export function addStakeholder(map, phase, { id, name, side }) {
  map.stakeholders.push({ id, name, kind: "other", side, notes: "" });
  phase.places[id] = middle();
}

/** Take someone off the map in a phase, with their links. @param {PowerMap} map @param {Phase} phase @param {string} id */
export function removeStakeholder(map, phase, id) {
  delete phase.places[id];
  delete phase.waiting[id];
  for (const view of Object.values(phase.views)) delete view[id];
  phase.links = phase.links.filter(({ from, to }) => from !== id && to !== id);
  if (!map.phases.some(({ places, waiting }) => id in places || id in waiting)) {
    map.stakeholders = map.stakeholders.filter((each) => each.id !== id);
  }
}

/** Put someone on the map who is on it in another phase, as in the last of those. @param {PowerMap} map @param {Phase} phase @param {string} id */
export function putBack(map, phase, id) {
  const last = map.phases.findLast(({ places, waiting }) => id in places || id in waiting);
  const waits = last?.waiting[id];
  if (waits) phase.waiting[id] = structuredClone(waits);
  else phase.places[id] = structuredClone(last?.places[id] ?? middle());
}

/** @param {Phase} phase @param {string} id @param {Partial<Link>} known */
export function changeLink(phase, id, known) {
  const old = phase.links.find((each) => each.id === id);
  if (!old) return;
  const changed = { ...old, ...known };
  if (changed.from === changed.to) return; // a link from someone to themselves says nothing
  phase.links = phase.links.map((each) => (each.id === id ? changed : each));
}

/** @param {Phase} phase @param {string} id */
export function removeLink(phase, id) {
  phase.links = phase.links.filter((each) => each.id !== id);
}

/** Begin a phase behind another one, which it is like at first, and show it. @param {Kept} kept @param {Phase} before @param {string} id @param {string} name */
export function addPhase(kept, before, id, name) {
  const { phases } = kept.map;
  const place = phases.findIndex((each) => each.id === before.id);
  phases.splice(place + 1, 0, { ...structuredClone(before), id, name, views: {} });
  kept.phase = id;
}

/** Take a phase away with its places, and show the first. @param {Kept} kept @param {Phase} phase */
export function removePhase(kept, phase) {
  const { map } = kept;
  for (const id of Object.keys({ ...phase.places, ...phase.waiting })) removeStakeholder(map, phase, id);
  map.phases = map.phases.filter(({ id }) => id !== phase.id);
  kept.phase = map.phases[0]?.id ?? "";
}

/**
 * An empty map with one phase.
 * @param {Pick<PowerMap, 'schema' | 'version'> & Partial<PowerMap>} known  what it takes over from another
 * @param {string} phaseName
 * @returns {Kept}
 */
export function emptyMap({ schema, version, title = "", decision = "" }, phaseName) {
  const phase = { id: "p1", name: phaseName, places: {}, views: {}, links: [], waiting: {} };
  return { map: { schema, version, title, decision, stakeholders: [], phases: [phase] }, phase: phase.id };
}

/** What can be done with many at once: by name, how each one's marks, seat or place changes. @type {Record<string, (map: PowerMap, phase: Phase, id: string) => void>} */
const MANY = {
  "seat-yes": (map, phase, id) => describe(map, phase, id, { at_table: true }),
  "seat-no": (map, phase, id) => describe(map, phase, id, { at_table: false }),
  up: (_, phase, id) => moveBy(phase, id, { power: STEP, affected: 0 }),
  down: (_, phase, id) => moveBy(phase, id, { power: -STEP, affected: 0 }),
  right: (_, phase, id) => moveBy(phase, id, { power: 0, affected: STEP }),
  left: (_, phase, id) => moveBy(phase, id, { power: 0, affected: -STEP }),
  beside: (_, phase, id) => {
    if (phase.places[id]) setBeside(phase, id, { ...phase.places[id], power: null, affected: null });
  },
  remove: removeStakeholder,
};
const STEP = 0.5;

/** @param {Phase} phase @param {string} id @param {Spot} by */
function moveBy(phase, id, by) {
  const place = phase.places[id];
  if (!place) return;
  move(phase, "", id, { power: toMark(place.power + by.power), affected: toMark(place.affected + by.affected) });
}

/** Change many at once. @param {PowerMap} map @param {Phase} phase @param {string[]} ids @param {string} what  of `MANY`, or a side or kind behind its name: 'side resident' */
export function changeMany(map, phase, ids, what) {
  const [key = "", value] = what.split(" ");
  for (const id of ids) {
    if (value) describe(map, phase, id, { [key]: value });
    else MANY[key]?.(map, phase, id);
  }
}
