/**
 * The group's action plan: what to do, who does it, and by when. Any widget may add to it.
 *
 * @typedef {{id: string, text: string, who: string, by: string, done: boolean, from: string}} Action
 *   `by` is a date as in 2027-03-31, `from` the id of what it came from; either may be empty
 */

import { read, write } from "./store.js";
import { newId } from "./workspace.js";

export const PLAN = "action-plan";

/** @returns {Action[]} */
export const actions = () => read(PLAN)?.actions ?? [];

/** @param {Action[]} list @throws {import('./storage.js').StoreTrouble} */
export const keepActions = (list) => write(PLAN, list.length > 0 ? { actions: list } : undefined);

/**
 * @param {Partial<Action>} known  what is known of it
 * @returns {Action} the action, now in the plan
 */
export function addAction(known) {
  const action = { id: newId(), text: "", who: "", by: "", done: false, from: "", ...known };
  keepActions([...actions(), action]);
  return action;
}
