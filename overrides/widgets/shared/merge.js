/**
 * Two changes of one thing put together: what this page made of it, and what another tab made of it meanwhile.
 *
 * Objects are taken name by name, and lists whose entries carry an id entry by entry. All else is one thing: where both
 * changed it, ours counts.
 */

/** @param {unknown} value */
export const asText = (value) => JSON.stringify(value) ?? "";

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => asText(one) === asText(other);

/**
 * What has names inside, by these; null where nothing has.
 * @param {any} value
 * @returns {Map<string, any> | null}
 */
function byName(value) {
  if (typeof value !== "object" || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = new Map(value.map((entry) => [entry?.id, entry]));
  return named.size === value.length && !named.has(undefined) ? named : null;
}

/**
 * @param {any} before  what both began with
 * @param {any} ours
 * @param {any} theirs
 * @returns {{value: any, clash: boolean}} both changes in one, and whether both changed one thing and not alike
 */
export function merge(before, ours, theirs) {
  if (same(ours, theirs) || same(before, theirs)) return { value: ours, clash: false };
  if (same(before, ours)) return { value: theirs, clash: false };
  const [mine, other] = [byName(ours), byName(theirs)];
  if (!mine || !other || Array.isArray(ours) !== Array.isArray(theirs)) return { value: ours, clash: true };
  return mergeNamed(byName(before) ?? new Map(), mine, other, Array.isArray(ours));
}

/**
 * @param {Map<string, any>} before @param {Map<string, any>} mine @param {Map<string, any>} other
 * @param {boolean} list  whether it is a list whose entries carry an id
 */
function mergeNamed(before, mine, other, list) {
  let clash = false;
  /** @type {[string, any][]} */
  const found = [];
  for (const name of new Set([...mine.keys(), ...other.keys()])) {
    const inside = merge(before.get(name), mine.get(name), other.get(name));
    clash ||= inside.clash;
    if (inside.value !== undefined) found.push([name, inside.value]);
  }
  return { value: list ? found.map(([, entry]) => entry) : Object.fromEntries(found), clash };
}
