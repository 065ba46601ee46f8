/** So many bytes are made letters at once: a call can't take more. */
const PIECE = 0x8000;

/** Bytes as a text that JSON may hold. @param {ArrayBuffer} content */
export function toBase64(content) {
  const bytes = new Uint8Array(content);
  let letters = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(letters);
}

/** The bytes of such a text. @param {string} text */
export const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
