import { findAll } from "./find.js";

/** What a page says of itself in each language that it is there in. */
const ALTERNATES = "link[rel=alternate][hreflang]";
/** The switch between languages, which has them all, each by its own name. */
const SWITCH = ".languages a[hreflang]";

/** @typedef {{code: string, name: string, direction: string, address: string}} Language  a language of a page */

/**
 * The languages that a page is there in, by their own names: English first, in the order of the switch. None, where
 * there is but one.
 * @param {Document} page @param {string} at  the page's address @returns {Language[]}
 */
export function languagesOf(page, at) {
  const there = new Set(findAll(page, ALTERNATES, HTMLLinkElement).map(({ hreflang }) => hreflang));
  return findAll(page, SWITCH, HTMLAnchorElement)
    .filter(({ hreflang }) => there.has(hreflang))
    .map((link) => ({
      code: link.hreflang,
      name: link.textContent ?? "",
      direction: link.dir,
      address: new URL(link.getAttribute("href") ?? "", at).href,
    }));
}

/** Whether the guide is there in any language but that of this page. */
export const isInLanguages = () => document.querySelector(SWITCH) !== null;

/** A page of the guide as a document; null where it does not come. @param {string} address @returns {Promise<Document | null>} */
export async function fetchedPage(address) {
  const response = await fetch(address).catch(() => null);
  return response?.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
}

/** The languages of another page of the guide. @param {string} address @returns {Promise<Language[]>} */
export async function languagesAt(address) {
  const page = isInLanguages() ? await fetchedPage(address) : null;
  return page ? languagesOf(page, address) : [];
}

/** The names of languages, each in itself. @param {Language[]} languages @returns {HTMLLIElement[]} */
export const asList = (languages) =>
  languages.map(({ code, name, direction }) => {
    const item = document.createElement("li");
    item.lang = code;
    item.dir = direction;
    item.textContent = name;
    return item;
  });
