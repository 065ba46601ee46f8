/** How near to the edge of what scrolls a pointer has to be, on the screen. */
const NEAR = 44;
/** How far it scrolls in one frame. */
const STEP = 10;

/**
 * Scroll on where something is dragged to the edge of what is seen. To be called once a frame.
 * @param {Element} scrolled @param {{clientX: number, clientY: number}} pointer
 */
export function scrollAtEdge(scrolled, { clientX, clientY }) {
  const { left, top, right, bottom } = scrolled.getBoundingClientRect();
  scrolled.scrollLeft += along(clientX - left, right - clientX);
  scrolled.scrollTop += along(clientY - top, bottom - clientY);
}

/** @param {number} before  how far the pointer is from where it begins @param {number} behind  and from where it ends */
function along(before, behind) {
  if (before < NEAR && before <= behind) return -STEP;
  return behind < NEAR ? STEP : 0;
}
