/** QR codes: drawn for a phone to show, and read with a camera. The library for it is loaded when it is wanted. */

const LIBRARY = new URL("../../assets/script/qr/", import.meta.url);
const SVG = "http://www.w3.org/2000/svg";
/** Readers want this many empty squares around a code. */
const QUIET = 4;

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
 * What reads QR codes: the browser's own where it has one, else the library's, which is asked in the same way.
 * @returns {Promise<{detect: (image: HTMLVideoElement) => Promise<{rawValue: string}[]>}>}
 */
export async function qrDetector() {
  const Own = /** @type {any} */ (globalThis).BarcodeDetector;
  if (Own && (await Own.getSupportedFormats()).includes("qr_code")) return new Own({ formats: ["qr_code"] });
  const { BarcodeDetector } = await import(new URL("decode.js", LIBRARY).href);
  return new BarcodeDetector({ formats: ["qr_code"] });
}
