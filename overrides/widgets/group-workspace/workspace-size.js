import { say } from "../shared/words.js";

const KILO = 1_000;

/** How much room something takes, in words. @param {unknown} value  a text, or plain data */
export function sizeInWords(value) {
  const bytes = new Blob([typeof value === "string" ? value : JSON.stringify(value)]).size;
  return bytes < KILO
    ? say("group-workspace.bytes", { count: bytes })
    : say("group-workspace.kb", { number: (bytes / KILO).toFixed(1) });
}
