/**
 * Keep the keyboard and screen readers out of all that an element covers.
 * @param {Element} element
 * @returns {() => void} call it once the element covers the page no more
 */
export function coverPage(element) {
  /** @type {Element[]} */
  const behind = [];
  for (let inside = element; inside.parentElement; inside = inside.parentElement) {
    for (const beside of inside.parentElement.children) {
      if (beside === inside || beside.hasAttribute("inert") || beside === document.head) continue;
      beside.setAttribute("inert", "");
      behind.push(beside);
    }
  }
  return () => {
    for (const each of behind) each.removeAttribute("inert");
  };
}
