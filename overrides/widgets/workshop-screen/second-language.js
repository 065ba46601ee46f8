import { findAll } from "../shared/find.js";
import { fetchedPage, isInLanguages, languagesAt } from "../shared/languages.js";

/**
 * @typedef {import('../shared/languages.js').Language} Language
 * @typedef {{language: Language, template: HTMLTemplateElement, titles: Map<string, string>, guide: string}} Words  the
 *   words of the record in a language: those of the page, what is answered by its id, and what Python reads
 */

const SITE = new URL("../../", import.meta.url);
/** What holds words of its own, and none of the others. What nobody prints is left as it is. */
const BLOCKS = `:is(${["h2", "h3", "h4", "p", "li", "th", "td", "dt", "dd"]})`;

/** The languages that the record can have beside that of the page. @param {string} address  of the page with its words */
export async function secondLanguages(address) {
  const found = isInLanguages() ? await languagesAt(new URL(address, location.href).href) : [];
  return found.filter(({ code }) => code !== document.documentElement.lang);
}

/** The words of the record in a language; null where they do not come. @param {Language} language @returns {Promise<Words | null>} */
export async function wordsIn(language) {
  const page = await fetchedPage(language.address);
  const template = page?.querySelector("template[data-record-template]");
  const runtime = page?.querySelector('meta[name="python-runtime"]')?.getAttribute("content");
  if (!page || !(template instanceof HTMLTemplateElement) || !runtime) return null;
  const response = await fetch(new URL(JSON.parse(runtime).data, SITE)).catch(() => null);
  if (!response?.ok) return null;
  const titles = findAll(page, "template[data-title-of]", HTMLTemplateElement).map(
    ({ dataset, content }) => /** @type {[string, string]} */ ([dataset.titleOf ?? "", content.textContent ?? ""]),
  );
  return { language, template, titles: new Map(titles), guide: await response.text() };
}

/**
 * Put the words of a second language below those of the first, block by block. What is the same in both was typed, or is
 * a number, and stands once.
 * @param {HTMLElement} first @param {DocumentFragment} second  the same template, filled with the same @param {Language} language
 */
export function setBelow(first, second, { code, direction }) {
  const others = blocks(second);
  for (const [place, block] of blocks(first).entries()) {
    const other = others[place];
    if (!other || plain(other) === plain(block)) continue;
    const below = document.createElement("span");
    Object.assign(below, { className: "second", lang: code, dir: direction });
    below.append(...document.importNode(other, true).childNodes);
    block.append(below);
  }
  for (const [place, drawn] of findAll(first, "[data-picture]", HTMLElement).entries()) {
    const pictures = findAll(second, "[data-picture]", HTMLElement)[place]?.children ?? [];
    for (const [number, box] of [...pictures].entries()) {
      Object.assign(box, { lang: code, dir: direction });
      apart(box, code);
      drawn.children[number]?.append(...box.children);
    }
  }
}

/** @param {ParentNode} record */
const blocks = (record) => findAll(record, BLOCKS, HTMLElement).filter((each) => !each.closest(".no-print"));

/** Give what a picture names itself by ids of its own: the first has the same. @param {Element} box @param {string} code */
function apart(box, code) {
  for (const named of box.querySelectorAll("[id]")) named.id += `-${code}`;
  for (const svg of box.querySelectorAll("[aria-labelledby]")) {
    const ids = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => `${id}-${code}`);
    svg.setAttribute("aria-labelledby", ids.join(" "));
  }
}

/** @param {Element} block */
const plain = (block) => (block.textContent ?? "").replace(/\s+/g, " ").trim();
