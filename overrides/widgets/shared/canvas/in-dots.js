/** Safari on phones draws nothing that has more dots than this. It makes about 150 dots to the inch on A1. */
const MOST_DOTS = 16_700_000;

/**
 * A picture in dots: large enough for A1, if nobody wants fewer.
 * @param {string} svg  as Python drew it @param {number} [dots]  how many at most
 * @param {number} [most]  how many times as large as it is drawn at most
 * @returns {Promise<Blob | null>} a PNG; null where the browser can make none
 */
export async function inDots(svg, dots = MOST_DOTS, most = Number.POSITIVE_INFINITY) {
  const [width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
  if (!width || !height) throw new Error("The picture has no size.");
  const times = Math.min(most, Math.sqrt(dots / (width * height)));
  const sized = svg.replace("<svg ", `<svg width="${width}" height="${height}" `);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * times);
  canvas.height = Math.floor(height * times);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
