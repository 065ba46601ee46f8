/**
 * Which mark of a canvas a key chooses.
 *
 * @typedef {{id: string, x: number, y: number}} Standing  a mark, and where it stands
 */

/** Right and up. @type {Record<string, [number, number]>} */
export const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @param {string} key  as an event names it
 * @param {Standing[]} marks  in order
 * @param {string | null} chosen  the id of the one that is chosen now
 * @returns {string | null | undefined} the id of the one to choose; `undefined` where the key chooses none
 */
export function chosenByKey(key, marks, chosen) {
  const arrow = ARROWS[key];
  if (arrow) return nearest(arrow, marks, chosen) ?? chosen;
  if (key === "Home") return marks[0]?.id ?? null;
  if (key === "End") return marks.at(-1)?.id ?? null;
  // Those who stand at one place have no direction from each other.
  if (key === "PageDown") return next(1, marks, chosen);
  if (key === "PageUp") return next(-1, marks, chosen);
  return undefined;
}

/** @param {number} by @param {Standing[]} marks @param {string | null} chosen */
function next(by, marks, chosen) {
  if (!marks.length) return chosen;
  const place = marks.findIndex(({ id }) => id === chosen);
  return marks.at((place + by) % marks.length)?.id ?? null;
}

/** The mark that is nearest in a direction. @param {[number, number]} direction  right and up @param {Standing[]} marks @param {string | null} chosen */
function nearest([right, up], marks, chosen) {
  const from = marks.find(({ id }) => id === chosen);
  if (!from) return marks[0]?.id;
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    if (mark === from) continue;
    const along = (mark.x - from.x) * right - (mark.y - from.y) * up;
    const aside = Math.abs((mark.x - from.x) * up) + Math.abs((mark.y - from.y) * right);
    if (along > 0 && along + 2 * aside < least) [best, least] = [mark.id, along + 2 * aside];
  }
  return best;
}
