/**
 * Days: as they are kept, 2026-11-21, and as people write them in the page's language.
 *
 * A day stays that day wherever the reader is: no time zone moves it. A moment belongs to the day that it was there.
 */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A language, for the browser. 'en' alone would be American there. @param {string} lang */
const asBrowsersSay = (lang) => (lang === "en" || lang === "" ? "en-GB" : lang);

/** @param {Date} moment @returns {string} the day that it was where the reader is, as in 2026-11-21 */
function dayOf(moment) {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** @returns {string} the day that it is where the reader is */
export const today = () => dayOf(new Date());

/**
 * The day of a moment.
 * @param {string} moment  as in 2026-11-21T19:30:00.000Z
 * @returns {string} as in 2026-11-21; empty where the text is no moment
 */
export function localDay(moment) {
  const found = new Date(moment);
  return Number.isNaN(found.getTime()) ? "" : dayOf(found);
}

/**
 * A day in words: '21 November 2026'.
 * @param {string} text  a day, or a moment @param {string} [lang]  in this language, where it is not the page's
 * @returns {string} empty where the text is neither
 */
export function dateInWords(text, lang = document.documentElement.lang) {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const date = year ? new Date(Number(year), Number(month) - 1, Number(day)) : new Date(text);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleDateString(asBrowsersSay(lang), { dateStyle: "long" });
}
