import { fromBase64, toBase64 } from "../shared/base64.js";
import { BadRequest } from "../shared/python.js";
import { say } from "../shared/words.js";
import { draftIn, MOST_BYTES, textOf } from "./draft-file.js";

/** @typedef {import('./draft-file.js').Travelling} Travelling */

/** What stands before a draft in an address, behind '#': no server is told. */
const START = "#draft=";
/** Letters of a link that mail and chats pass on whole. */
const LONGEST = 4_000;
const PACKED = "deflate-raw";

/** Whether this browser can pack a draft into a link, and open one. */
export const canLink = "CompressionStream" in window;

/** A link that holds one side's draft. @param {Travelling} travelling @returns {Promise<string>} @throws where it is too long */
export async function linkTo(travelling) {
  const packed = await new Response(
    new Blob([textOf(travelling)]).stream().pipeThrough(new CompressionStream(PACKED)),
  ).arrayBuffer();
  const letters = toBase64(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const link = `${location.origin}${location.pathname}${START}${letters}`;
  if (link.length > LONGEST)
    throw new BadRequest({ what: say("draft-compare.link-too-long"), mend: say("draft-compare.link-too-long-mend") });
  return link;
}

/** Whether the page was opened by such a link. */
export const cameByLink = () => location.hash.startsWith(START);

/**
 * The draft in the page's address.
 * @returns {Promise<Travelling>} @throws where it is none, with the same reasons as for a file
 */
export async function draftInAddress() {
  const letters = location.hash.slice(START.length);
  const damaged = new BadRequest({
    what: say("draft-compare.link-damaged"),
    mend: say("draft-compare.link-damaged-mend"),
  });
  if (letters.length > LONGEST || !canLink) throw damaged;
  let text;
  try {
    const packed = fromBase64(letters.replaceAll("-", "+").replaceAll("_", "/"));
    text = await unpacked(new Blob([packed]).stream().pipeThrough(new DecompressionStream(PACKED)));
  } catch {
    throw damaged;
  }
  return draftIn(text);
}

/** The text in a stream, which may unpack to far more than it was. @param {ReadableStream<Uint8Array>} stream */
async function unpacked(stream) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel();
      throw new RangeError();
    }
    text += decoder.decode(value, { stream: true });
  }
}
