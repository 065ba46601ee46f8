/**
 * The workspace: what a group has entered, kept on this device alone.
 *
 * It is one text in the browser's storage: `{schema, version, rev, data}`. Every save is read back. A save that finds
 * that another tab saved since joins the two, entry by entry: what this tab changed wins, the rest is kept.
 * What cannot be read is set aside under another key, never dropped.
 *
 * @typedef {Record<string, any>} Data  the parts of the workspace, by name: 'health', 'vision-statement'
 * @typedef {{schema: string, version: number, rev: number, data: Data}} Workspace
 */

const SCHEMA = "coproduction-workspace";
const VERSION = 1;
/** Sites of several forks may share a host name, so the key holds this site's path. */
const KEY = `${new URL("../../", import.meta.url).pathname}#workspace`;

/** A save that the browser refused, or a text that cannot be read. @extends Error */
export class StoreTrouble extends Error {}

/** @returns {Workspace} */
const empty = () => ({ schema: SCHEMA, version: VERSION, rev: 0, data: {} });

/**
 * The workspace as it stands in the storage.
 * @returns {Workspace}
 */
function stored() {
  const text = localStorage.getItem(KEY);
  if (text === null) return empty();
  try {
    const workspace = JSON.parse(text);
    if (workspace.schema === SCHEMA && workspace.version === VERSION && typeof workspace.data === "object") {
      return workspace;
    }
  } catch {
    // Not JSON: set aside below, like a workspace of another version.
  }
  localStorage.setItem(`${KEY}.unreadable.${Date.now()}`, text);
  localStorage.removeItem(KEY);
  return empty();
}

/** What this page holds in memory, so that nothing is lost when the storage refuses. */
const memory = /** @type {Data} */ ({});

/**
 * One part of the workspace; `undefined` where nothing was entered.
 * @param {string} part
 */
export function read(part) {
  if (part in memory) return structuredClone(memory[part]);
  try {
    return stored().data[part];
  } catch {
    return undefined;
  }
}

/**
 * Keep one part of the workspace.
 * @param {string} part
 * @param {any} value  plain data; `undefined` takes the part away
 * @throws {StoreTrouble} where the browser keeps nothing; the value is then still in this page
 */
export function write(part, value) {
  memory[part] = structuredClone(value);
  let text = "";
  try {
    const workspace = stored();
    workspace.rev += 1;
    if (value === undefined) delete workspace.data[part];
    else workspace.data[part] = value;
    text = JSON.stringify(workspace);
    localStorage.setItem(KEY, text);
    if (localStorage.getItem(KEY) === text) {
      delete memory[part];
      return;
    }
  } catch (error) {
    throw new StoreTrouble("This browser does not let the page keep anything.", { cause: error });
  }
  throw new StoreTrouble("What was saved could not be read back.");
}

/**
 * The whole workspace, with what is still only in this page.
 * @returns {Workspace}
 */
export function whole() {
  let workspace = empty();
  try {
    workspace = stored();
  } catch {
    // The storage is refused: what this page holds is all there is.
  }
  return { ...workspace, data: { ...workspace.data, ...memory } };
}
