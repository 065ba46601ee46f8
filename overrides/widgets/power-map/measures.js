/**
 * The map's measures. Python says what they are (`framework/tools/power_map/picture.py`); the template hands them on.
 *
 * @typedef {{
 *   least: number, most: number, middle: number, steps: number, most_phases: number,
 *   reach: number, bend: number, link: number, link_words: number, link_down: number,
 *   line: number, beside: number, up: number, person: number, behind: number, number_down: Record<string, number>,
 * }} Measures  marks go from `least` to `most`, in so many `steps` from one to the next; all else is in a mark's own units
 */
import { find } from "../shared/find.js";

/** @type {Measures} */
export const measures = JSON.parse(find(document, "power-map", HTMLElement).dataset.measures ?? "");

/** The mark that is nearest to a number. @param {number} value */
export function toMark(value) {
  const { least, most, steps } = measures;
  return Math.round(Math.min(most, Math.max(least, value)) * steps) / steps;
}
