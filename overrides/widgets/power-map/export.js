/**
 * The map as files to take away. What takes thought is asked of Python: what may be shared, the picture, the list. A file
 * with everything needs no Python.
 *
 * @typedef {import('./state.js').PowerMap} PowerMap
 */
import { today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";

/** Safari on phones draws nothing that has more dots than this. It makes about 150 dots to the inch on A1. */
const MOST_DOTS = 16_700_000;

/** @param {string} ending */
const fileName = (ending) => `${say("power-map.file-name", { date: today() })}.${ending}`;

/** @param {PowerMap} map @param {boolean} redacted */
export async function saveMap(map, redacted) {
  const safe = redacted ? (await ask({ call: "power_map", do: "map-in", map })).redacted : map;
  download(fileName("json"), "application/json", JSON.stringify(safe, null, 2));
}

/** @param {Record<string, unknown>} request  the map, its phase, and `redacted` */
export async function saveList(request) {
  download(fileName("csv"), "text/csv", (await ask({ call: "power_map", do: "list-out", ...request })).csv);
}

/** @param {Record<string, unknown>} request @returns {Promise<{picture: string, description: string}>} */
export const draw = (request) => ask({ call: "power_map", do: "draw", ...request });

/** @param {Record<string, unknown>} request */
export async function savePicture(request) {
  download(fileName("svg"), "image/svg+xml", (await draw(request)).picture);
}

/** The picture in dots, large enough for A1. @param {Record<string, unknown>} request */
export async function savePoster(request) {
  const { picture } = await draw(request);
  const [width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture) ?? []).slice(1).map(Number);
  if (!width || !height) throw new Error("The picture has no size.");
  const times = Math.sqrt(MOST_DOTS / (width * height));
  const sized = picture.replace("<svg ", `<svg width="${width}" height="${height}" `);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * times);
  canvas.height = Math.floor(height * times);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(say("power-map.too-large-picture"));
  download(fileName("png"), "image/png", blob);
}
