/** QR codes: drawn for a phone to show, and read with a camera. The library for it is loaded when it is wanted. */

const LIBRARY = new URL("../../assets/script/qr/", import.meta.url);
const SVG = "http://www.w3.org/2000/svg";
/** Readers want this many empty squares around a code. */
const QUIET = 4;
/** How many codes of one picture are read: as many as people can hold up to a camera. */
const MOST_AT_ONCE = 6;

/** @typedef {{rawValue: string, cornerPoints: {x: number, y: number}[]}} Seen  a code in a picture */

/**
 * A QR code as a picture.
 * @param {string} text
 * @param {string} label  what it is, for those who do not see it
 * @returns {Promise<SVGElement>}
 */
export async function drawQr(text, label) {
  const { encodeQR } = await import(new URL("index.js", LIBRARY).href);
  /** @type {boolean[][]} */
  const squares = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${squares.length} ${squares.length}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const dark = squares.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark.join(""));
  svg.append(path);
  return svg;
}

/**
 * What reads QR codes: the browser's own where it has one, else the library's.
 * @returns {Promise<(video: HTMLVideoElement) => Promise<string[]>>} gives the texts of all codes that are seen now
 */
export async function qrReader() {
  const Own = /** @type {any} */ (globalThis).BarcodeDetector;
  if (Own && (await Own.getSupportedFormats()).includes("qr_code")) {
    const detector = new Own({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video)).map((/** @type {Seen} */ { rawValue }) => rawValue);
  }
  const { BarcodeDetector } = await import(new URL("decode.js", LIBRARY).href);
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const canvas = document.createElement("canvas");
  return (video) => readAll(detector, video, canvas);
}

/**
 * The library finds one code in a picture. So each that is found is painted over, and the next one looked for.
 * @param {{detect: (image: HTMLCanvasElement) => Promise<Seen[]>}} detector
 * @param {HTMLVideoElement} video
 * @param {HTMLCanvasElement} canvas  to draw on
 */
async function readAll(detector, video, canvas) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return [];
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  context.drawImage(video, 0, 0);
  const texts = [];
  while (texts.length < MOST_AT_ONCE) {
    const [found] = await detector.detect(canvas);
    if (!found) break;
    texts.push(found.rawValue);
    context.beginPath();
    for (const { x, y } of found.cornerPoints) context.lineTo(x, y);
    context.fill();
  }
  return texts;
}
