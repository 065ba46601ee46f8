/**
 * What is kept of one group: its name, and all that it entered, part by part.
 *
 * @typedef {Record<string, any>} Data  the parts, by name: 'assessment.health', 'tool.vision-statement'
 * @typedef {{schema: string, version: number, rev: number, id: string, name: string, changed: string, data: Data}}
 *   Workspace  `rev` goes up with each save; `changed` is the time of the last, in ISO's form
 */

import { parseJson } from "./incoming.js";
import { say } from "./words.js";

const SCHEMA = "coproduction-workspace";
const VERSION = 4;

/** A text that holds no workspace that this version of the guide can read. @extends Error */
class UnreadableWorkspace extends Error {}

/** An id that nothing else has. Only a page of https or of this device has `randomUUID`. */
export const newId = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

/** @param {string} name @returns {Workspace} */
export function emptyWorkspace(name = say("group.first-name")) {
  return { schema: SCHEMA, version: VERSION, rev: 0, id: newId(), name, changed: new Date().toISOString(), data: {} };
}

/** How many letters of a code are the mark of its phone. */
const MARK_LENGTH = 5;

/**
 * Version 2 kept a workshop's codes as a list, and its screens as lists of codes. Now codes stand by the mark of their
 * phone, and a screen says of whom it is without saying what they answered.
 * @param {any} data
 */
function withCodesByMark(data) {
  const { workshop } = data ?? {};
  if (!Array.isArray(workshop?.codes)) return data;
  const screens = /** @type {[string, string[][]][]} */ (Object.entries(workshop.shown ?? {}));
  const shown = screens.flatMap(([, each]) => each.flat());
  const latest = screens.flatMap(([, each]) => each.at(-1) ?? []);
  /** @type {Record<string, string[]>} */
  const changes = {};
  for (const code of new Set([...shown, ...workshop.codes])) {
    const mark = code.slice(0, MARK_LENGTH);
    changes[mark] = [...(changes[mark] ?? []), code];
  }
  const token = (/** @type {string} */ code) => {
    const mark = code.slice(0, MARK_LENGTH);
    return `${mark}.${changes[mark]?.indexOf(code)}`;
  };
  const codes = Object.entries(changes).map(([mark, all]) => {
    const code = workshop.codes.find((/** @type {string} */ each) => each.startsWith(mark)) ?? "";
    const change = code ? all.indexOf(code) : all.length;
    const earlier = latest.find((each) => each.startsWith(mark) && each !== code);
    return [mark, { code, change, ...(code && earlier && { shown: { code: earlier, change: all.indexOf(earlier) } }) }];
  });
  const tokens = screens.map(([side, each]) => [side, each.map((screen) => screen.map(token))]);
  return {
    ...data,
    workshop: { ...workshop, codes: Object.fromEntries(codes), shown: Object.fromEntries(tokens) },
  };
}

/** From each version to the next: pure, and never changed once it was published. @type {Record<number, (old: any) => any>} */
const STEPS = {
  1: ({ rev, data }) => ({
    schema: SCHEMA,
    version: 2,
    rev,
    id: "first",
    name: say("group.first-name"),
    changed: "",
    data,
  }),
  2: (old) => ({ ...old, version: 3, data: withCodesByMark(old.data) }),
  3: (old) => ({ ...old, version: 4 }), // what a workshop keeps more may be missing
};

/**
 * A workspace of any version as one of this version.
 * @param {any} found  what stood in a text
 * @returns {Workspace}
 * @throws {UnreadableWorkspace} with the reason, in words for the page
 */
function upgraded(found) {
  if (found?.schema !== SCHEMA || !Number.isInteger(found.version)) {
    throw new UnreadableWorkspace(say("group.not-a-copy"));
  }
  if (found.version > VERSION) {
    throw new UnreadableWorkspace(say("group.newer"));
  }
  let workspace = found;
  while (workspace.version < VERSION) {
    const step = STEPS[workspace.version];
    if (!step) throw new UnreadableWorkspace(say("group.never-was"));
    workspace = step(workspace);
  }
  if (typeof workspace.data !== "object" || workspace.data === null || Array.isArray(workspace.data)) {
    throw new UnreadableWorkspace(say("group.lost"));
  }
  const texts = [workspace.id, workspace.name, workspace.changed];
  if (!texts.every((each) => typeof each === "string") || !Number.isInteger(workspace.rev)) {
    throw new UnreadableWorkspace(say("group.lost"));
  }
  return workspace;
}

/** @param {string} text @returns {Workspace} @throws {UnreadableWorkspace | import('./incoming.js').Refused} */
export function parseWorkspace(text) {
  return upgraded(parseJson(text));
}
