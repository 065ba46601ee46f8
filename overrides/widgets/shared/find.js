/**
 * The first element inside `root` that fits; that it is there, and of this type, is the template's promise.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`There is no ${type.name} at '${selector}'. See the widget's template.`);
}

/**
 * All elements inside `root` that fit and are of this type.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T[]}
 */
export function findAll(root, selector, type) {
  return /** @type {T[]} */ ([...root.querySelectorAll(selector)].filter((found) => found instanceof type));
}
