/**
 * The group's action plan: what to do, who does it, and by when. Any widget may add to it.
 *
 * @typedef {{id: string, text: string, who: string, by: string, done: boolean, from: string}} Action
 *   `by` is a date as in 2027-03-31, `from` the id of what it came from; either may be empty
 */

import { erase, read, write } from "./store.js";
import { newId } from "./workspace.js";

export const PLAN = "action-plan";

/** @returns {Action[]} */
export const actions = () => read(PLAN)?.actions ?? [];

/** @param {Action[]} list */
const asKept = (list) => (list.length > 0 ? { actions: list } : undefined);

/** @param {Action[]} list @returns {boolean} whether it is kept */
export const saveActions = (list) => write(PLAN, asKept(list));

/** Keep what is left of the plan once an action is deleted. @param {Action[]} list @returns {boolean} whether it is kept */
export const eraseActions = (list) => erase(PLAN, asKept(list));

/**
 * Add an action to the plan.
 * @param {Partial<Action>} known  what is known of it
 * @returns {boolean} whether it is kept
 */
export function addAction(known) {
  return saveActions([...actions(), { id: newId(), text: "", who: "", by: "", done: false, from: "", ...known }]);
}
