import { findAll } from "../shared/find.js";

/** The part at the top of the window: below what is read already, above what is to come. */
const AT_THE_TOP = "-15% 0px -80%";

/** Beside the whole form, have the outline mark the part that is at the top of the window. @param {HTMLElement} widget */
export function markCurrentPart(widget) {
  const links = findAll(widget, ".tool-form__outline a", HTMLAnchorElement);
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const link = links.find(({ hash }) => hash === `#${target.id}`);
        if (isIntersecting) link?.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    },
    { rootMargin: AT_THE_TOP },
  );
  for (const part of findAll(widget, ".form-part", HTMLElement)) seen.observe(part);
}
