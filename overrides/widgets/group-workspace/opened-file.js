import { allGroups } from "../shared/groups.js";
import { readText } from "../shared/incoming.js";
import { ask } from "../shared/python.js";
import { newId, parseWorkspace } from "../shared/workspace.js";
import { addGroup, replaceGroup } from "./group-actions.js";

/**
 * @typedef {import('../shared/workspace.js').Workspace} Workspace
 * @typedef {import('./group-actions.js').Done} Done
 * @typedef {{path: string[], title: string, place: string, ours: string, theirs: string}} Difference
 */

/** A group's work in a file: checked by Python, and then taken in, or joined with the same group of this device. */
export class OpenedFile {
  /** @type {Difference[]} */
  differences = [];

  /** @param {Workspace} workspace */
  constructor(workspace) {
    this.workspace = workspace;
  }

  /** @param {File} file @param {number} mostBytes @returns {Promise<OpenedFile>} @throws {Error} where it is no such file */
  static async read(file, mostBytes) {
    const received = await readText(file, mostBytes);
    const text = JSON.stringify(parseWorkspace(received));
    return new OpenedFile((await ask({ call: "workspace", do: "read", text, received })).copy);
  }

  /** @returns {Workspace | undefined} the same group, as this device has it */
  get ours() {
    return allGroups().find(({ id }) => id === this.workspace.id);
  }

  /** @returns {Done} */
  add() {
    return addGroup(this.workspace);
  }

  /** @returns {Done} */
  addAsAnother() {
    return addGroup({ ...this.workspace, id: newId() });
  }

  /** Find where the file and this device differ. */
  async compare() {
    const texts = { ours: JSON.stringify(this.ours), theirs: JSON.stringify(this.workspace) };
    this.differences = (await ask({ call: "workspace", do: "compare", ...texts })).differences;
  }

  /**
   * Join the file with the group of this device.
   * @param {Difference[]} theirs  those in which the file counts
   * @returns {Promise<Done | null>} null where the group is gone from this device
   */
  async join(theirs) {
    const { ours } = this;
    if (!ours) return null;
    const { copy } = await ask({
      call: "workspace",
      do: "join",
      ours: JSON.stringify(ours),
      theirs: JSON.stringify(this.workspace),
      take: theirs.map(({ path }) => path),
    });
    return replaceGroup(ours, { ...copy, rev: ours.rev + 1, changed: new Date().toISOString() });
  }
}
