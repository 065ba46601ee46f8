/**
 * A day whose year can't be meant is asked again: who types 31/3/27 into a date field gets the year 27. What was typed stays.
 */

import { say } from "./words.js";

const EARLIEST = 1900;
const LATEST = 2199;

/** @param {HTMLInputElement} input @returns {HTMLElement} where to ask */
function noteOf(input) {
  const there = input.nextElementSibling;
  if (there instanceof HTMLElement && there.matches(".date-note")) return there;
  const note = document.createElement("span");
  note.className = "date-note";
  note.setAttribute("role", "alert");
  input.after(note);
  return note;
}

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== "date") return;
  const year = target.valueAsDate?.getUTCFullYear() ?? EARLIEST;
  const odd = year < EARLIEST || year > LATEST;
  target.setAttribute("aria-invalid", String(odd));
  noteOf(target).textContent = odd ? say("common.which-year", { year: String(year) }) : "";
});
