/**
 * A tool's Word file. Python fills it in and reads it, by the tool's empty one, which is fetched for it.
 *
 * @typedef {{svg: string, words: string}} Drawn  a picture as Python draws it, and what it shows
 */

import { fromBase64, toBase64 } from "./base64.js";
import { inDots } from "./canvas/in-dots.js";
import { ask } from "./python.js";
import { say } from "./words.js";

export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A file larger than this is none that answers were written into, even with pictures. */
export const MOST_BYTES = 5_000_000;

const SITE = new URL("../../", import.meta.url);
/** So many dots has a picture at most: about 200 to the inch where it is as large as a page. */
const DOTS = 2_200_000;
/** So many times as large as it is drawn: in a file it then stands as large as on the page. */
const TIMES = 2.2;
const WHITE = "#ffffff";

/**
 * Ask Python for something that needs a tool's form (`framework/tools/form/call.py`).
 * @param {string} what  what it is to do @param {string} blank  the address of the tool's empty Word file
 * @param {Record<string, unknown>} request @returns {Promise<any>}
 */
export async function askForm(what, blank, request) {
  const response = await fetch(blank).catch(() => null);
  if (!response?.ok) throw new Error(say("form.no-blank"));
  return ask({ call: "form", do: what, blank: toBase64(await response.arrayBuffer()), ...request });
}

/** The fields of a tool's form. @param {string} tool @returns {Promise<any[]>} */
export async function fieldsOf(tool) {
  const response = await fetch(new URL(`forms/${tool}.json`, SITE)).catch(() => null);
  if (!response?.ok) throw new Error(say("form.no-blank"));
  return response.json();
}

/**
 * The Word file of answers, with what they draw.
 * @param {HTMLElement} widget  which says the colours of pictures @param {string} tool
 * @param {string} blank  the address of the tool's empty Word file @param {Record<string, string[]>} answers
 * @param {Record<string, unknown>} kept  the group's parts: what was counted in earlier times is drawn beside
 */
export async function wordFile(widget, tool, blank, answers, kept) {
  const request = { call: "pictures", form: await fieldsOf(tool), answers, kept, colours: coloursOf(widget) };
  const pictures = await asDots((await ask(request)).pictures);
  const { file } = await askForm("word", blank, { answers, pictures });
  return new Blob([fromBase64(file)], { type: WORD_TYPE });
}

/** The brand's colours by day, on white: paper has no night, and a colour of its own. @param {HTMLElement} widget @returns {Record<string, string>} */
export const coloursOf = ({ dataset }) => ({ ...JSON.parse(dataset.colours ?? "{}"), paper: WHITE });

/** Pictures as a Word file takes them. @param {Drawn[]} drawn */
export function asDots(drawn) {
  return Promise.all(
    drawn.map(async ({ svg, words }) => {
      const dots = await inDots(svg, DOTS, TIMES);
      if (!dots) throw new Error(say("form.no-picture"));
      return { png: toBase64(await dots.arrayBuffer()), words };
    }),
  );
}
