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
const VERSION = 2;

/** A text that holds no workspace that this version of the guide can read. @extends Error */
class UnreadableWorkspace extends Error {}

/** An id that nothing else has. Only a page of https or of this device has `randomUUID`. */
export const newId = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

/** @param {string} name @returns {Workspace} */
export function emptyWorkspace(name = say("group.first-name")) {
  return { schema: SCHEMA, version: VERSION, rev: 0, id: newId(), name, changed: new Date().toISOString(), data: {} };
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
