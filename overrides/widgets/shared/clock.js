/**
 * A clock that runs down. It counts to a point in time, so that a laptop that slept is right again.
 *
 * @typedef {{left: number, ends: number | null}} Time  what is left, in milliseconds; when it ends, while it runs
 */

/** @param {Time} time @returns {number} milliseconds that are left; below 0 where it has run out while it runs */
export const left = (time) => (time.ends === null ? time.left : time.ends - Date.now());

/** @param {Time} time */
const secondsLeft = (time) => Math.max(0, Math.ceil(left(time) / 1000));

/** @param {Time} time @returns {string} minutes and seconds */
export function clockFace(time) {
  const seconds = secondsLeft(time);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {Time} time @returns {boolean} whether it runs, and nothing is left */
export const isOver = (time) => time.ends !== null && secondsLeft(time) === 0;
