/**
 * Python, for all widgets of a page: one worker, started when it is first wanted, and where the browser can keep it, one
 * for all pages of a visit.
 *
 * `<html data-python>` tells how it stands: idle, loading, ready or failed. Every start and every call ends: with an
 * answer, or within a stated time with a `PythonError` that a person can read. What failed is never kept: the next
 * call begins afresh, with a new worker.
 *
 * Python starts from an image of its memory. Where that does not do, it starts as Pyodide does, takes over what was
 * asked, and nobody need know. The same goes for a worker that was shared and is lost: each page goes on with its own.
 *
 * @typedef {{version: string, core: string, stdlib: string, wheel: string, data: string, image: string | null,
 *   integrity: string, lock: any, packed: boolean, slow: boolean, again: string}}
 *   Runtime  what tells it from that of another version of the site, where the files are, what the image is checked by, what Pyodide wants to know of packages, whether to ask
 *   for the copies that were compressed ahead, whether the network is slow, and what to put behind an address so that a browser does not give what
 *   failed before. Without an image Python starts as Pyodide does
 * @typedef {{request: string, resolve: (value: any) => void, reject: (reason: Error) => void, timer: number}} Call
 *   one that waits
 * @typedef {{connection: import("./connection.js").Connection, shared: boolean, fromImage: boolean,
 *   ready: boolean, calls: Map<number, Call>, timer: number}} Session  a worker and its calls
 */

import { canShare, ownWorker, sharedWorker } from "./connection.js";
import { notifyFault } from "./notice.js";
import { say } from "./words.js";

/** How long Python may take to start. A file that is missing is told at once; this is for a start that goes silent. */
const START_MS = 120_000;
/** How long a call may take, once Python is ready. */
const CALL_MS = 10_000;
/** How long a page may be too busy for Python to start by itself. */
const BUSY_MS = 2_000;
/** Below so many Mbit/s the image comes later than Python starts without it: it is larger than what it stands for. */
const SLOW = 2.5;
/** Where the site begins. This file stands two folders below it. */
const SITE = new URL("../../", import.meta.url);
/** The smallest module there is: to see whether WebAssembly is allowed here at all. */
const TINY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
/** A file smaller than this may well be sent as it is by a host that compresses others. */
const WORTH_COMPRESSING = 1_000;

/** Why Python did not answer, in words for the page. @extends Error */
class PythonError extends Error {}

/** A request that Python can't use: what is wrong, and how to mend it. @extends Error */
export class BadRequest extends Error {
  /** @param {{what: string, mend: string}} problem */
  constructor({ what, mend }) {
    super(say("common.problem", { what, mend }));
    this.what = what;
    this.mend = mend;
  }
}

/** @param {'idle' | 'loading' | 'ready' | 'failed'} state */
function show(state) {
  document.documentElement.dataset.python = state;
}

/** @type {Session | null} */
let current = null;
let nextId = 0;
let failures = 0;
/** Whether the image may still be tried. */
let imageDoes = true;
/** Whether a worker may still be shared with other pages. */
let mayShare = canShare();

/** @returns {Runtime} */
function runtime() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="python-runtime"]'));
  if (!meta) throw new PythonError(say("python.nowhere"));
  const files = JSON.parse(meta.content);
  for (const file of ["core", "stdlib", "wheel", "data", "image"]) files[file] = new URL(files[file], SITE).href;
  if (!imageDoes) files.image = null;
  const { downlink = SLOW } = /** @type {any} */ (navigator).connection ?? {};
  return { ...files, packed: !hostCompresses(), slow: downlink < SLOW, again: failures ? `?again=${failures}` : "" };
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
  if (location.protocol === "file:") return say("python.from-a-file");
  if (typeof WebAssembly !== "object") return say("python.too-old");
  try {
    new WebAssembly.Module(TINY_WASM);
  } catch {
    return say("python.not-allowed");
  }
  return null;
}

/**
 * Start Python, if it is not running. What is asked meanwhile waits in line.
 * @returns {Session}
 * @throws {PythonError} where it cannot run at all
 */
function start() {
  if (current) return current;
  const blocked = obstacle();
  if (blocked) {
    show("failed");
    throw new PythonError(blocked);
  }
  show("loading");
  /** @type {Session} */
  const session = {
    connection: connect({ receive: (message) => receive(session, message), lost: () => lose(session) }),
    shared: mayShare,
    fromImage: imageDoes,
    ready: false,
    calls: new Map(),
    timer: setTimeout(() => fail(session, say("python.slow-start")), START_MS),
  };
  current = session;
  return session;
}

/** @param {import("./connection.js").Listener} listener */
function connect(listener) {
  const files = runtime();
  const script = new URL(`worker.js?version=${files.version}${failures ? `&again=${failures}` : ""}`, import.meta.url);
  const name = JSON.stringify(files);
  if (!mayShare) return ownWorker(script, name, listener);
  return sharedWorker(script, `${SITE.pathname}#python-${files.version}-`, name, listener);
}

/** @typedef {{ready?: true, failed?: string, id?: number, answer?: string, raised?: string}} Message  of the worker */

/** @param {Session} session @param {Message} message */
function receive(session, message) {
  if (session.fromImage && (message.failed || message.raised !== undefined)) startAsPyodide(session);
  else if (message.failed) fail(session, say("python.not-started", { why: message.failed }));
  else if (message.ready) {
    clearTimeout(session.timer);
    session.ready = true;
    performance.mark("python:ready");
    show("ready");
    dispatchEvent(new Event("python-ready"));
    for (const call of session.calls.values()) call.timer = limit(session);
  } else settle(session, message);
}

/** @param {Session} session @returns {number} the timer that ends a call which does not return */
const limit = (session) => setTimeout(() => fail(session, say("python.no-answer")), CALL_MS);

/** @param {Session} session @param {Message} message */
function settle(session, message) {
  const call = session.calls.get(message.id ?? -1);
  if (!call) return;
  session.calls.delete(message.id ?? -1);
  clearTimeout(call.timer);
  try {
    if (message.answer === undefined) throw new Error(message.raised);
    call.resolve(JSON.parse(message.answer));
  } catch (error) {
    notifyFault(error);
    call.reject(new PythonError(say("python.stopped")));
  }
}

/** A worker is no more. @param {Session} session */
function lose(session) {
  if (session.shared) goOn(session);
  else if (session.fromImage) startAsPyodide(session);
  else fail(session, say("python.not-loaded"));
}

/** Go on without the image. @param {Session} session */
function startAsPyodide(session) {
  if (current === session) imageDoes = false;
  goOn(session);
}

/** Leave a worker, and hand what waits there to a new one of the page's own. @param {Session} session */
function goOn(session) {
  if (current !== session) return;
  leave(session);
  const next = start();
  for (const [id, call] of session.calls) {
    clearTimeout(call.timer);
    next.calls.set(id, call);
    next.connection.post({ id, request: call.request });
  }
}

/** @param {Session} session */
function leave(session) {
  current = null;
  mayShare = false;
  clearTimeout(session.timer);
  session.connection.end();
}

/** End a worker that failed, and every call that waits for it. @param {Session} session @param {string} why */
function fail(session, why) {
  if (current !== session) return;
  leave(session);
  imageDoes = false;
  failures += 1;
  show("failed");
  for (const call of session.calls.values()) {
    clearTimeout(call.timer);
    call.reject(new PythonError(why));
  }
}

/**
 * Ask Python.
 * @param {Record<string, unknown>} request
 * @returns {Promise<any>} its answer, as `framework/browser.py` gives it
 * @throws {BadRequest | PythonError}
 */
export async function ask(request) {
  const session = start();
  const id = nextId++;
  const { ok, bad } = await new Promise((resolve, reject) => {
    const call = { request: JSON.stringify(request), resolve, reject, timer: session.ready ? limit(session) : 0 };
    session.calls.set(id, call);
    session.connection.post({ id, request: call.request });
  });
  if (bad) throw new BadRequest(bad);
  return ok;
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
