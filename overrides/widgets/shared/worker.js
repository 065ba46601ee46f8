/**
 * The worker that Python runs in. Messages are JSON texts.
 *
 * Its name is a `Runtime` as JSON, with whole addresses, so that it can ask for every file at once, before Pyodide
 * asks for the first. In: `{id, request}`. Out: `{ready: true}` or `{failed: why}`;
 * then `{id, answer}` or `{id, raised: why}`.
 */

const WASM = "application/wasm";
/** Below, Pyodide's own calls of `fetch` are answered with what was asked for already. */
const plainFetch = globalThis.fetch;

/** @param {unknown} message */
const send = (message) => postMessage(JSON.stringify(message));

/** @type {import('./python.js').Runtime} */
const { core, stdlib, wheel, data, lock, packed, again } = JSON.parse(self.name);

/**
 * A file of the runtime. What has the right type is passed on untouched, for a browser keeps what it compiled of it.
 * A wrong type is mended: Pyodide would wait for ever (0.29.5). Where the host compresses nothing, the copy that was
 * compressed ahead is asked for, and unpacked here.
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function file(address) {
  const isWasm = address.endsWith(".wasm");
  const response = (packed && (await unpacked(address))) || (await plainFetch(address + again));
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

const wasm = `${core}pyodide.asm.wasm`;
/** The files, asked for all at once, by the address under which Pyodide will ask. @type {Map<string, Promise<Response>>} */
const files = new Map([wasm, stdlib, wheel, data].map((address) => [address, file(address)]));
for (const promised of files.values()) promised.catch((error) => send({ failed: error.message }));

globalThis.fetch = (address, options) => files.get(String(address)) ?? plainFetch(address, options);

/** Compiled as it comes, and not only once Pyodide's own script is there to ask for it. */
const compiled = WebAssembly.compileStreaming(fetch(wasm));
WebAssembly.instantiateStreaming = (_source, imports) => {
  const done = compiled.then(async (module) => ({ module, instance: await WebAssembly.instantiate(module, imports) }));
  done.catch((error) => send({ failed: String(error) })); // Pyodide only logs it, and waits
  return done;
};

/** @type {Promise<(request: string) => string>} */
const started = (async () => {
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
    fetch(wheel).then((response) => response.arrayBuffer()),
    fetch(data).then((response) => response.text()),
  ]);
  pyodide.unpackArchive(wheelBytes, "wheel");
  const door = pyodide.pyimport("framework.browser");
  door.open_framework(dataText);
  return door.answer;
})();
started.then(
  () => send({ ready: true }),
  (error) => send({ failed: String(error) }),
);

// Pyodide lets some faults of its start go unheard.
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  send({ failed: String(event.reason) });
});

addEventListener("message", async ({ data: message }) => {
  const { id, request } = JSON.parse(message);
  try {
    const answer = await started;
    send({ id, answer: answer(request) });
  } catch (error) {
    send({ id, raised: String(error) });
  }
});
