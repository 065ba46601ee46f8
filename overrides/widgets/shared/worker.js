/**
 * The worker that Python runs in. Messages are JSON texts.
 *
 * In: `{start: Runtime}` once; then `{id, request}`.
 * Out: `{ready: true}` or `{failed: why}`; then `{id, answer}` or `{id, raised: why}`.
 */

/** @type {(request: string) => string} */
let answer;

/** @param {unknown} message */
const say = (message) => postMessage(JSON.stringify(message));

/**
 * Pyodide waits for ever for a file that is missing, or that comes with the wrong type (0.29.5). So each file that it
 * asks for passes here: what is missing is told at once, and WebAssembly under a wrong type gets the right one.
 */
const plainFetch = globalThis.fetch;
globalThis.fetch = async (address, options) => {
  const name = String(address).split("/").pop();
  const response = await plainFetch(address, options).catch((error) => {
    say({ failed: `${name}: ${error.message}` });
    throw error;
  });
  if (!response.ok) {
    say({ failed: `${name}: ${response.status}` });
    throw new Error(`${name}: ${response.status}`);
  }
  if (!name?.endsWith(".wasm") || response.headers.get("Content-Type") === "application/wasm") return response;
  return new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
};

/** @param {import('./python.js').Runtime} runtime  with whole addresses */
async function start({ core, stdlib, wheel, data, lock }) {
  const { loadPyodide } = await import(`${core}pyodide.mjs`);
  const [pyodide, wheelBytes, dataText] = await Promise.all([
    loadPyodide({
      indexURL: core,
      stdLibURL: stdlib,
      lockFileContents: { info: lock, packages: {} }, // nothing is ever loaded by name
      packageBaseUrl: core,
    }),
    fetch(wheel).then((response) => response.arrayBuffer()),
    fetch(data).then((response) => response.text()),
  ]);
  pyodide.unpackArchive(wheelBytes, "wheel");
  const door = pyodide.pyimport("framework.browser");
  door.open_framework(dataText);
  answer = door.answer;
}

// Pyodide lets some faults of its start go unheard.
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  say({ failed: String(event.reason) });
});

/** What is asked before Python is ready waits for this. @type {Promise<void>} */
let started;

addEventListener("message", async ({ data }) => {
  const said = JSON.parse(data);
  if (said.start) {
    started = start(said.start);
    started.then(
      () => say({ ready: true }),
      (error) => say({ failed: String(error) }),
    );
    return;
  }
  try {
    await started;
    say({ id: said.id, answer: answer(said.request) });
  } catch (error) {
    say({ id: said.id, raised: String(error) });
  }
});
