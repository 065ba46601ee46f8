/**
 * The worker that Python runs in. Messages are JSON texts.
 *
 * Its name ends with a `Runtime` as JSON, with whole addresses, so that it can ask for every file at once. It starts from
 * the image of Python's memory that is named, or else as Pyodide does. In: `{id, request}`. Out: `{ready: true}` or
 * `{failed: why}`; then `{id, answer}` or `{id, raised: why}`. Where it is shared, it speaks so with each page, and first
 * says `{here: true}`. It keeps nothing of what it was asked.
 */

/** How long a call may run: no page waits that long. A shared worker would run for ever, for nobody can end it. */
const CALL_MS = 20_000;
const SIGINT = 2;
const WASM = "application/wasm";
/** Pyodide's own calls of `fetch` are answered otherwise, below. */
const plainFetch = globalThis.fetch;

/** @type {import('./python.js').Runtime} */
const { core, stdlib, wheel, data, image, integrity, lock, packed, slow, again } = JSON.parse(
  self.name.slice(self.name.indexOf("{")),
);

/** Tell that Python will not start: Pyodide may wait for ever then. @type {(why: string) => void} */
let fail;
const trouble = new Promise((_resolve, reject) => {
  fail = reject;
});

/**
 * A file of the runtime. What has the right type is passed on untouched, for a browser keeps what it compiled of it.
 * A wrong type is mended: Pyodide would wait for ever (0.29.5). Where the host compresses nothing, the copy that was
 * compressed ahead is asked for, and unpacked here: gzip tells by itself whether it is whole.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
async function file(address, options) {
  const isWasm = address.endsWith(".wasm");
  const response = (packed && (await unpacked(address))) || (await plainFetch(address + again, options));
  if (!response.ok) throw new Error(`${address.split("/").pop()}: ${response.status}`);
  if (!isWasm || response.headers.get("Content-Type") === WASM) return response;
  return new Response(response.body, { headers: { "Content-Type": WASM } });
}

/** The copy of a file that was compressed ahead, unpacked; null where the host has none. @param {string} address */
async function unpacked(address) {
  const response = await plainFetch(`${address}.gz${again}`);
  if (!response.ok || !response.body) return null;
  if (response.headers.get("Content-Encoding")) return response; // the host said what it is, so it is unpacked already
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

/** Whether the browser has a file by now. @param {string} address */
const isHere = (address) =>
  plainFetch(address, { cache: "only-if-cached", mode: "same-origin" }).then(
    ({ ok }) => ok,
    () => false,
  );

/** The files that were asked for, by their address. @type {Map<string, Promise<Response>>} */
const files = new Map();

/** Ask for a file, once. @param {string} address @param {RequestInit} [options] @returns {Promise<Response>} */
function come(address, options) {
  const found = files.get(address) ?? file(address, options);
  if (!files.has(address)) found.catch((error) => fail(error.message));
  files.set(address, found);
  return found;
}

const wasm = `${core}pyodide.asm.wasm`;
come(data);

/** Compiled as it comes, and not only once Pyodide's own script is there to ask for it. */
const compiled = WebAssembly.compileStreaming(come(wasm));

/** When the last call began. */
let began = Number.POSITIVE_INFINITY;

/** Where Python looks whether it is to stop. What it sees is worked out as it looks, for no one else could write here. */
const signal = {
  get 0() {
    return performance.now() - began > CALL_MS ? SIGINT : 0;
  },
  set 0(_taken) {},
};

/** Start from the image. @param {string} address @returns {Promise<(request: string) => string>} */
async function fromImage(address) {
  const [{ pythonOf }, module, taken, text] = await Promise.all([
    import("./bare-python.js"),
    compiled,
    come(address, { integrity }).then((response) => response.arrayBuffer()),
    come(data).then((response) => response.text()),
    import(`${core}pyodide.asm.js${again}`),
  ]);
  const python = await pythonOf(module, taken, core, signal);
  python.open(text);
  return python.answer;
}

/** Start as Pyodide does. @returns {Promise<(request: string) => string>} */
async function fromPyodide() {
  come(stdlib);
  come(wheel);
  // What Pyodide asks for by itself was asked for already.
  globalThis.fetch = (address, options) => files.get(String(address)) ?? plainFetch(address, options);
  WebAssembly.instantiateStreaming = (_source, imports) => {
    const done = compiled.then(async (module) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports),
    }));
    done.catch((error) => fail(String(error))); // Pyodide only logs it, and waits
    return done;
  };
  const [{ loadPyodide }] = await Promise.all([
    import(`${core}pyodide.mjs${again}`),
    import(`${core}pyodide.asm.js${again}`),
  ]);
  const pyodide = await loadPyodide({
    indexURL: core,
    stdLibURL: stdlib,
    lockFileContents: { info: lock, packages: {} }, // nothing is ever loaded by name
    packageBaseUrl: core,
  });
  const [wheelBytes, dataText] = await Promise.all([
    come(wheel).then((response) => response.arrayBuffer()),
    come(data).then((response) => response.text()),
  ]);
  pyodide.setInterruptBuffer(signal);
  pyodide.unpackArchive(wheelBytes, "wheel");
  const door = pyodide.pyimport("framework.browser");
  door.open_framework(dataText);
  return door.answer;
}

/** On a slow network the image is used only where it need not come any more. */
async function start() {
  return image && (!slow || (await isHere(image))) ? fromImage(image) : fromPyodide();
}

// Pyodide lets some faults of its start go unheard.
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(String(event.reason));
});

const started = Promise.race([start(), trouble]);

/** Speak with a page. @param {Pick<MessagePort, "postMessage" | "onmessage">} page */
function serve(page) {
  const send = (/** @type {unknown} */ message) => page.postMessage(JSON.stringify(message));
  started.then(
    () => send({ ready: true }),
    (error) => send({ failed: String(error) }),
  );
  page.onmessage = async ({ data: message }) => {
    const { id, request } = JSON.parse(message);
    try {
      const answer = await started;
      began = performance.now();
      send({ id, answer: answer(request) });
    } catch (error) {
      send({ id, raised: String(error) });
    }
  };
}

/** Hold the lock that stands for this worker, and end once a page takes it away. @returns {Promise<void>} once it is held */
const holdLock = () =>
  new Promise((held) => {
    const lost = navigator.locks.request(self.name, () => {
      held();
      return new Promise(() => {});
    });
    lost.catch(() => self.close());
  });

if ("onconnect" in self) {
  const held = holdLock();
  self.onconnect = async (/** @type {MessageEvent} */ { ports: [page] }) => {
    await held;
    page?.postMessage(JSON.stringify({ here: true }));
    if (page) serve(page);
  };
} else serve(/** @type {any} */ (self));
