/**
 * Python, for all widgets of a page: one worker, started when it is first wanted.
 *
 * `<html data-python>` tells how it stands: idle, loading, ready or failed. Every start and every call ends: with an
 * answer, or within a stated time with a `PythonTrouble` that a person can read. What failed is never kept: the next
 * call begins afresh, with a new worker.
 *
 * @typedef {{core: string, stdlib: string, wheel: string, data: string, lock: any, packed: boolean, again: string}}
 *   Runtime  where the files are, what Pyodide wants to know of packages, whether to ask for the copies that were
 *   compressed ahead, and what to put behind an address so that a browser does not give what failed before
 * @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void, timer: number}} Waiting
 * @typedef {{worker: Worker, ready: boolean, waiting: Map<number, Waiting>, timer: number}} Running
 */

/** How long Python may take to start. A file that is missing is told at once; this is for a start that goes silent. */
export const START_MS = 120_000;
/** How long a call may take, once Python is ready. */
export const CALL_MS = 10_000;
/** How long a page may be too busy for Python to start by itself. */
export const BUSY_MS = 2_000;
/** Where the site begins. This file stands two folders below it. */
const SITE = new URL("../../", import.meta.url);
/** The smallest module there is: to see whether WebAssembly is allowed here at all. */
const TINY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
/** A file smaller than this may well be sent as it is by a host that compresses others. */
const WORTH_COMPRESSING = 1_000;

/** Why Python did not answer, in words for the page. @extends Error */
export class PythonTrouble extends Error {}

/** @param {'idle' | 'loading' | 'ready' | 'failed'} state */
function show(state) {
  document.documentElement.dataset.python = state;
}

/** @type {Running | null} */
let running = null;
let next = 0;
let failures = 0;

/** @returns {Runtime} */
function runtime() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="python-runtime"]'));
  if (!meta) throw new PythonTrouble("This page does not say where Python is.");
  const said = JSON.parse(meta.content);
  for (const file of ["core", "stdlib", "wheel", "data"]) said[file] = new URL(said[file], SITE).href;
  return { ...said, packed: !hostCompresses(), again: failures ? `?again=${failures}` : "" };
}

/** Whether the host sends files compressed, as this very file shows. A service worker has them unpacked already. */
function hostCompresses() {
  if (navigator.serviceWorker?.controller || typeof DecompressionStream !== "function") return true;
  const [entry] = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(import.meta.url));
  if (!entry || entry.decodedBodySize < WORTH_COMPRESSING) return true;
  return entry.encodedBodySize < entry.decodedBodySize;
}

/** @returns {string | null} why Python cannot run here, or null where nothing is in its way */
function obstacle() {
  if (location.protocol === "file:")
    return "This copy was opened from a file. Python needs the guide on a web address.";
  if (typeof WebAssembly !== "object") return "This browser is too old to run Python: it has no WebAssembly.";
  try {
    new WebAssembly.Module(TINY_WASM);
  } catch {
    return "This browser, or the place you are in, does not allow WebAssembly.";
  }
  return null;
}

/**
 * Start Python, if it is not running. What is asked meanwhile waits in line.
 * @returns {Running}
 * @throws {PythonTrouble} where it cannot run at all
 */
export function start() {
  if (running) return running;
  const blocked = obstacle();
  if (blocked) {
    show("failed");
    throw new PythonTrouble(blocked);
  }
  show("loading");
  const wanted = runtime();
  const script = new URL(`worker.js${wanted.again}`, import.meta.url);
  const worker = new Worker(script, { type: "module", name: JSON.stringify(wanted) });
  /** @type {Running} */
  const here = { worker, ready: false, waiting: new Map(), timer: 0 };
  here.timer = setTimeout(() => fail(here, "Python took too long to start."), START_MS);
  worker.onerror = (event) => {
    event.preventDefault();
    fail(here, "Python could not be loaded.");
  };
  worker.onmessage = ({ data }) => hear(here, JSON.parse(data));
  running = here;
  return here;
}

/**
 * @param {Running} here
 * @param {{ready?: true, failed?: string, id?: number, answer?: string, raised?: string}} said
 */
function hear(here, said) {
  if (said.failed) fail(here, `Python could not be started. (${said.failed})`);
  else if (said.ready) {
    clearTimeout(here.timer);
    here.ready = true;
    performance.mark("python:ready");
    show("ready");
    for (const call of here.waiting.values()) call.timer = limit(here);
  } else settle(here, said);
}

/** @param {Running} here @returns {number} the timer that ends a call which does not return */
const limit = (here) => setTimeout(() => fail(here, "Python did not answer in time."), CALL_MS);

/** @param {Running} here @param {{id?: number, answer?: string, raised?: string}} said */
function settle(here, said) {
  const call = here.waiting.get(said.id ?? -1);
  if (!call) return;
  here.waiting.delete(said.id ?? -1);
  clearTimeout(call.timer);
  try {
    if (said.answer === undefined) throw new Error(said.raised);
    call.resolve(JSON.parse(said.answer));
  } catch (error) {
    call.reject(new PythonTrouble(`Python stopped at an error. (${error instanceof Error ? error.message : error})`));
  }
}

/** End a worker that failed, and every call that waits for it. @param {Running} here @param {string} why */
function fail(here, why) {
  if (running !== here) return;
  running = null;
  failures += 1;
  show("failed");
  clearTimeout(here.timer);
  here.worker.terminate();
  for (const call of here.waiting.values()) {
    clearTimeout(call.timer);
    call.reject(new PythonTrouble(why));
  }
}

/**
 * Ask Python.
 * @param {Record<string, unknown>} request
 * @returns {Promise<any>} what `framework/browser.py` answers: `{ok}` or `{bad: {what, mend}}`
 * @throws {PythonTrouble}
 */
export async function ask(request) {
  const here = start();
  const id = next++;
  return new Promise((resolve, reject) => {
    here.waiting.set(id, { resolve, reject, timer: here.ready ? limit(here) : 0 });
    here.worker.postMessage(JSON.stringify({ id, request: JSON.stringify(request) }));
  });
}

/**
 * Start Python once the reader has nothing else to wait for, and at last where the page never rests; but not where the
 * browser asks to save data.
 */
export function startWhenIdle() {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200));
  const begin = () => idle(startIfPossible, { timeout: BUSY_MS });
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

/** Start Python, and say nothing where it cannot: that is told when something is asked of it. */
export function startIfPossible() {
  try {
    start();
  } catch {
    // `<html data-python>` tells.
  }
}

if (!document.documentElement.dataset.python) show("idle");
