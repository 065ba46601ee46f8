/**
 * The map as files to take away. What takes thought is asked of Python: the picture, the list. The map itself
 * as it stands needs no Python.
 *
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {{map: PowerMap, phase: string, before: string, colours: Record<string, string>, apart: boolean, side: string, safe: boolean}}
 *   Request  `safe`: whether the map is a safe copy
 */
import { inDots } from "../shared/canvas/in-dots.js";
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";

/** @param {string} ending @param {boolean} safe */
function fileName(ending, safe) {
  const date = today();
  const name = safe ? say("power-map.safe-file-name", { date }) : say("power-map.file-name", { date });
  return `${name}.${ending}`;
}

/** @param {Request} request */
export async function saveMap({ map, safe }) {
  download(fileName("json", safe), "application/json", JSON.stringify(map, null, 2));
}

/** @param {Request} request */
export async function saveList(request) {
  const { csv } = await ask({ call: "power_map", do: "list-out", ...request });
  download(fileName("csv", request.safe), "text/csv", csv);
}

/** What the map tells, as text. @param {Request} request */
export async function saveFindings(request) {
  const { text } = await ask({ call: "power_map", do: "report", ...request });
  download(fileName("txt", request.safe), "text/plain", text);
}

/** What the map tells, for paper. @param {Request} request @returns {Promise<{sections: any[]}>} */
export const report = (request) => ask({ call: "power_map", do: "report", ...request });

/** @param {Request} request @returns {Promise<{picture: string, description: string}>} */
export const draw = (request) => ask({ call: "power_map", do: "draw", ...request });

/** @param {Request} request */
export async function savePicture(request) {
  download(fileName("svg", request.safe), "image/svg+xml", (await draw(request)).picture);
}

/** The picture in dots, large enough for A1. @param {Request} request */
export async function savePoster(request) {
  const { picture } = await draw(request);
  const blob = await inDots(picture);
  if (!blob) throw new Error(say("power-map.too-large-picture"));
  download(fileName("png", request.safe), "image/png", blob);
}
