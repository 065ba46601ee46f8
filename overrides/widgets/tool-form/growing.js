import { findAll } from "../shared/find.js";

/** Style does it where it can (`tool-form.css`). */
const STYLE_DOES_IT = CSS.supports("field-sizing", "content");

/** Have the areas of a form grow with their text. @param {HTMLFormElement} form */
export function growWithText(form) {
  if (STYLE_DOES_IT) return;
  const all = () => findAll(form, "textarea", HTMLTextAreaElement).forEach(grow);
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target);
    else all();
  });
  form.addEventListener("filled", all);
  for (const news of ["resize", "hashchange"]) addEventListener(news, all); // what comes in sight has a height only then
  all();
}

/** @param {HTMLTextAreaElement} area */
function grow(area) {
  area.style.height = "auto";
  const { scrollHeight, offsetHeight, clientHeight } = area;
  area.style.height = scrollHeight > clientHeight ? `${scrollHeight + offsetHeight - clientHeight}px` : "";
}
