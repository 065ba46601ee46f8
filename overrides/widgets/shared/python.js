/**
 * Python, for all widgets of a page: one worker, started when it is first wanted.
 *
 * `<html data-python>` tells how it stands: idle, loading, ready or failed. Every start and every call ends: with an
 * answer, or within a stated time with a `PythonTrouble` that a person can read.
 *
 * @typedef {{core: string, stdlib: string, wheel: string, data: string, lock: any}} Runtime  where the files are, and
 *   what Pyodide wants to know of packages
 * @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void, timer: number}} Waiting
 */

/** How long Python may take to start, before the page says that it did not. */
const START_MS = 60_000;
/** How long one call may take. */
const CALL_MS = 10_000;
/** Where the site begins. This file stands two folders below it. */
const SITE = new URL("../../", import.meta.url);
/** The smallest module there is: to see whether WebAssembly is allowed here at all. */
const TINY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Why Python did not answer, in words for the page. @extends Error */
export class PythonTrouble extends Error {}

/** @param {'idle' | 'loading' | 'ready' | 'failed'} state */
function show(state) {
  document.documentElement.dataset.python = state;
}

/** @type {{worker: Worker, waiting: Map<number, Waiting>} | null} */
let running = null;
let next = 0;

/** @returns {Runtime} */
function runtime() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="python-runtime"]'));
  if (!meta) throw new PythonTrouble("This page does not say where Python is.");
  const said = JSON.parse(meta.content);
  for (const file of ["core", "stdlib", "wheel", "data"]) said[file] = new URL(said[file], SITE).href;
  return said;
}

/** @returns {string | null} why Python cannot run here, or null where nothing is in its way */
function obstacle() {
  if (typeof WebAssembly !== "object") return "This browser is too old to run Python: it has no WebAssembly.";
  try {
    new WebAssembly.Module(TINY_WASM);
  } catch {
    return "This browser, or the place you are in, does not allow WebAssembly.";
  }
  return null;
}

/** Start Python, if it is not running. What is asked meanwhile waits in line. */
export function start() {
  if (running) return running;
  const blocked = obstacle();
  if (blocked) {
    show("failed");
    throw new PythonTrouble(blocked);
  }
  show("loading");
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  const here = { worker, waiting };
  running = here;
  const timer = setTimeout(() => fail(here, "Python took too long to start."), START_MS);
  worker.onerror = (event) => {
    event.preventDefault();
    fail(here, "Python could not be loaded.");
  };
  worker.onmessage = ({ data }) => {
    const said = JSON.parse(data);
    if (said.ready) {
      clearTimeout(timer);
      performance.mark("python:ready");
      show("ready");
    } else if (said.failed) {
      clearTimeout(timer);
      fail(here, `Python could not be started. (${said.failed})`);
    } else settle(waiting, said);
  };
  worker.postMessage(JSON.stringify({ start: runtime() }));
  return here;
}

/**
 * @param {Map<number, Waiting>} waiting
 * @param {{id: number, answer?: string, raised?: string}} said
 */
function settle(waiting, said) {
  const call = waiting.get(said.id);
  if (!call) return;
  waiting.delete(said.id);
  clearTimeout(call.timer);
  if (said.answer === undefined) call.reject(new PythonTrouble(`Python stopped at an error. (${said.raised})`));
  else call.resolve(JSON.parse(said.answer));
}

/**
 * End a worker that failed. The next call starts afresh with a new one.
 * @param {{worker: Worker, waiting: Map<number, Waiting>}} failed
 * @param {string} why
 */
function fail(failed, why) {
  if (running === failed) {
    running = null;
    show("failed");
  }
  failed.worker.terminate();
  for (const call of failed.waiting.values()) {
    clearTimeout(call.timer);
    call.reject(new PythonTrouble(why));
  }
}

/**
 * Ask Python.
 * @param {Record<string, unknown>} request
 * @returns {Promise<any>} what `framework/browser.py` answers: `{ok}` or `{bad: {what, mend}}`
 */
export async function ask(request) {
  const here = start();
  const id = next++;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(here, "Python did not answer in time."), START_MS + CALL_MS);
    here.waiting.set(id, { resolve, reject, timer });
    here.worker.postMessage(JSON.stringify({ id, request: JSON.stringify(request) }));
  });
}

if (!document.documentElement.dataset.python) show("idle");
