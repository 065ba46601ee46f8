/**
 * The guide without a network: this worker answers for the site from what it keeps on the device.
 *
 * `publish/offline.py` writes one line before this file: `const SITE = {version, guide, python, languages, reads}`. `guide`
 * and `python` hold the hash of each file by its path, and so do each of `languages`, by the folder of its pages, and of
 * `reads`, what Python reads in that language: a language is kept once a page in it was open. A version of the guide is
 * taken whole or not at all: a file whose content is not that of this version ends the installation, and the version
 * before stays in force.
 *
 * @typedef {Record<string, string>} Hashes
 * @typedef {{version: string, guide: Hashes, python: Hashes, languages: Record<string, Hashes>, reads: Record<string, Hashes>}} Site
 */

/** @type {Site} */
const { version, guide, python, languages, reads } = SITE;
/** @type {Hashes} */
const pages = Object.assign({}, guide, ...Object.values(languages));
/** @type {Hashes} */
const allPython = Object.assign({}, python, ...Object.values(reads));
const worker = /** @type {any} */ (self);
const scope = new URL(worker.registration.scope);
/** Several sites may share a host name, and with it the caches. */
const NAME = `${scope.pathname}#guide-`;
const PYTHON = `${scope.pathname}#python`;
const AT_ONCE = 6;
/** What is kept carries the type that a browser runs, whatever the host said. */
const TYPES = { js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };

/** @param {ArrayBuffer} content */
async function hash(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Run `task` on each entry, a few at once. @template T @param {T[]} entries @param {(entry: T) => Promise<void>} task */
async function each(entries, task) {
  const left = [...entries];
  const run = async () => {
    for (let entry = left.shift(); entry !== undefined; entry = left.shift()) await task(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}

/** The caches of other versions of the guide. */
async function others() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(NAME) && name !== NAME + version);
}

/** A file that an older version kept and that has not changed since. @param {string} path @param {string} wanted */
async function fromOlderVersion(path, wanted) {
  for (const name of await others()) {
    const found = await (await caches.open(name)).match(new URL(path, scope));
    if (found?.headers.get("X-Hash") === wanted) return found;
  }
  return undefined;
}

/** A file of just this version, with its hash noted. @param {string} path @param {string} wanted */
async function download(path, wanted) {
  const response = await fetch(new URL(path, scope), { cache: "no-cache" });
  const content = await response.arrayBuffer();
  if (!response.ok || (await hash(content)) !== wanted) throw new Error(`${path} is not that of version ${version}`);
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.set("X-Hash", wanted);
  const type = TYPES[/** @type {'js'} */ (path.split(".").pop())];
  if (type) headers.set("Content-Type", type);
  return new Response(content, { headers });
}

/** The folder of the language that a page is in, if it is in one; else of anything. @param {string} address */
const folderOf = (address) => new URL(address).pathname.slice(scope.pathname.length).split("/")[0] ?? "";

/** What is kept of the language that a page is in; of the guide's own, nothing more. @param {string} address @returns {Hashes} */
const languageOf = (address) => languages[folderOf(address)] ?? {};

/** Keep files of this version that are not kept yet. @param {Hashes} files */
async function keep(files) {
  const cache = await caches.open(NAME + version);
  await each(Object.entries(files), async ([path, wanted]) => {
    const address = new URL(path, scope);
    if (await cache.match(address)) return;
    await cache.put(address, (await fromOlderVersion(path, wanted)) ?? (await download(path, wanted)));
  });
}

/**
 * What there is of the languages of the pages that are open, and of those that are kept.
 * @param {Record<string, Hashes>} byFolder @param {string[]} versions  the caches to look in
 * @returns {Promise<Hashes>}
 */
async function inUse(byFolder, versions) {
  const seen = await worker.clients.matchAll({ includeUncontrolled: true });
  for (const name of versions) seen.push(...(await (await caches.open(name)).keys()));
  return Object.assign({}, ...seen.map((/** @type {{url: string}} */ { url }) => byFolder[folderOf(url)] ?? {}));
}

/** Python, with what it reads in the languages that are in use. @returns {Promise<Hashes>} */
const pythonInUse = async () => ({ ...python, ...(await inUse(reads, [NAME + version])) });

async function install() {
  try {
    await keep({ ...guide, ...(await inUse(languages, await others())) });
  } catch (error) {
    await caches.delete(NAME + version);
    throw error;
  }
}

async function activate() {
  for (const name of await others()) await caches.delete(name);
  const cache = await caches.open(PYTHON);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    if (kept?.headers.get("X-Hash") !== allPython[request.url.slice(scope.href.length)]) await cache.delete(request);
  }
  await worker.clients.claim();
}

/** Keep Python too, and tell how far it is. @param {(message: unknown) => void} send */
async function keepPython(send) {
  const cache = await caches.open(PYTHON);
  const files = Object.entries(await pythonInUse());
  let done = 0;
  await each(files, async ([path, wanted]) => {
    const address = new URL(path, scope);
    if (!(await cache.match(address))) await cache.put(address, await download(path, wanted));
    done += 1;
    send({ progress: done / files.length });
  });
}

/** What is kept on this device now. */
async function state() {
  const cache = await caches.open(PYTHON);
  const missing = await Promise.all(
    Object.keys(await pythonInUse()).map(async (path) => !(await cache.match(new URL(path, scope)))),
  );
  return { version, guide: true, python: !missing.includes(true) };
}

/** A file of Python, whatever stands behind the '?' of its address. @param {Request} request */
async function keptPython(request) {
  return (await caches.open(PYTHON)).match(request, { ignoreSearch: true });
}

/** @param {Request} request @param {URL} address */
async function answer(request, address) {
  const path = address.pathname.slice(scope.pathname.length);
  if (`${path}/index.html` in pages) return Response.redirect(`${address.origin}${address.pathname}/${address.search}`);
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const cache = await caches.open(NAME + version);
  const found = name in pages ? await cache.match(new URL(name, scope)) : await keptPython(request);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const lost = request.mode === "navigate" ? await cache.match(new URL("404.html", scope)) : undefined;
    if (lost) return new Response(await lost.text(), { status: 404, headers: lost.headers });
    throw error;
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = new URL(event.request.url);
  const ours = address.origin === scope.origin && address.pathname.startsWith(scope.pathname);
  if (!ours || event.request.method !== "GET") return;
  event.respondWith(answer(event.request, address));
  // Where the network goes meanwhile, the rest of the language is kept at the next page.
  if (event.request.mode === "navigate") event.waitUntil(keep(languageOf(address.href)).catch(() => {}));
});
worker.addEventListener("message", (/** @type {any} */ event) => {
  const [port] = event.ports;
  const send = (/** @type {unknown} */ message) => port?.postMessage(JSON.stringify(message));
  const fail = (/** @type {Error} */ error) => send({ failed: error.message });
  if (event.data === "use-now") worker.skipWaiting();
  if (event.data === "state") event.waitUntil(state().then(send, fail));
  if (event.data === "keep-python") event.waitUntil(keepPython(send).then(() => send({ done: true }), fail));
});
