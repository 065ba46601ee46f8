/**
 * Python without Pyodide's own start: Emscripten's module and CPython's C interface, with texts in and texts out.
 *
 * Pyodide makes a bridge between all of JavaScript and all of Python as it starts. Our door needs none of it, and it
 * takes half of the wait. `publish/image.mjs` takes an image of Python's memory with this, and `worker.js` starts from
 * the image with this. It leans on what Pyodide promises nobody, so each use of it has a way to go on without.
 *
 * @typedef {Record<string, any>} Emscripten  the module that `pyodide.asm.js` makes
 * @typedef {{open: (text: string) => void, answer: (text: string) => string}} Door
 *   `framework/browser.py`. What Python raises is thrown, with its traceback
 * @typedef {{core: string, size: number, data: number, open: number, answer: number, runs: [number, number][]}} About
 *   what stands at the head of an image: the core that it fits; the bytes of the memory, and those of it that the
 *   module itself brings; where the two functions of the door stand; and where the bytes that follow belong, as how
 *   many to leave out and how many to take, again and again
 */

/** How long the text is that stands at an image's head: the first four bytes tell. */
const HEAD = 4;

/**
 * Emscripten's module. `pyodide.asm.js` has to be loaded.
 * @param {WebAssembly.Module} compiled
 * @param {Record<string, unknown>} settings  Emscripten's own
 * @returns {Promise<{module: Emscripten, untouched: Uint8Array}>} the module, and its memory before any of it ran
 */
export async function bareModule(compiled, settings) {
  const marker = Symbol("sentinel");
  /** @type {Uint8Array} */
  let untouched;
  const module = await new Promise((resolve, reject) => {
    /** @type {any} */ (globalThis)
      ._createPyodideModule({
        // It looks for its surroundings here, and must find the same ones wherever an image is to fit.
        API: { config: { jsglobals: globalThis }, runtimeEnv: { IN_BROWSER: true, IN_BROWSER_WEB_WORKER: true } },
        preRun: [], // where the engine can wait for promises, Pyodide's script adds to it
        noImageDecoding: true,
        noAudioDecoding: true,
        noWasmDecoding: true,
        thisProgram: "python",
        instantiateWasm(/** @type {any} */ imports, /** @type {Function} */ done) {
          imports.sentinel = { create_sentinel: () => marker, is_sentinel: (/** @type {any} */ it) => it === marker };
          WebAssembly.instantiate(compiled, imports).then((instance) => {
            untouched = new Uint8Array(imports.env.memory.buffer).slice();
            done(instance, compiled);
          }, reject);
          return {};
        },
        ...settings,
      })
      .then(resolve, reject);
  });
  // @ts-expect-error: it was set before the module was there
  return { module, untouched };
}

/**
 * Python as it was when the image was taken.
 * @param {WebAssembly.Module} compiled
 * @param {ArrayBuffer} image
 * @param {string} core  the address of the core that is compiled
 * @param {{0: number}} signal  Python looks here from time to time, and takes what is not 0 for a signal to it
 * @returns {Promise<Door>}
 * @throws {Error} where the image does not fit
 */
export async function pythonOf(compiled, image, core, signal) {
  const length = new DataView(image).getUint32(0, true);
  /** @type {About} */
  const about = JSON.parse(new TextDecoder().decode(new Uint8Array(image, HEAD, length)));
  const bytes = new Uint8Array(image, HEAD + length);
  const whole = about.runs.reduce((sum, [, take]) => sum + take, 0);
  if (!core.endsWith(`/${about.core}`) || whole !== bytes.length) throw new RangeError(`image: ${about.core} ${whole}`);
  /** @type {string[]} */
  const told = [];
  const { module, untouched } = await bareModule(compiled, {
    noInitialRun: true,
    print: () => {},
    printErr: (/** @type {string} */ line) => told.push(line),
  });
  const memory = module.HEAPU8;
  if (memory.length !== about.size) throw new RangeError(`image: ${about.size}`);
  memory.fill(0);
  memory.set(untouched.subarray(0, about.data));
  let from = 0;
  let to = 0;
  for (const [skip, take] of about.runs) {
    to += skip;
    memory.set(bytes.subarray(from, from + take), to);
    from += take;
    to += take;
  }
  module.Py_EmscriptenSignalBuffer = signal;
  module.HEAP8[module._Py_EMSCRIPTEN_SIGNAL_HANDLING] = 1;
  return doorOf(module, told, about.open, about.answer);
}

/**
 * The door, by C: text in, text out.
 * @param {Emscripten} module
 * @param {string[]} told  what Python writes of its errors, line by line
 * @param {number} open  where the function stands that opens it
 * @param {number} answer  where the one stands that answers
 * @returns {Door}
 */
export function doorOf(module, told, open, answer) {
  /** @template T @param {number} place @param {string} text @param {(result: number) => T} take @returns {T} */
  const call = (place, text, take) => {
    const written = module.stringToNewUTF8(text);
    const given = module._PyUnicode_FromString(written);
    module._free(written);
    const result = module._PyObject_CallOneArg(place, given);
    module._Py_DecRef(given);
    if (!result) throw new Error(raised(module, told));
    const taken = take(result);
    module._Py_DecRef(result);
    return taken;
  };
  return {
    open: (text) => call(open, text, () => {}),
    answer: (text) => call(answer, text, (result) => module.UTF8ToString(module._PyUnicode_AsUTF8(result))),
  };
}

/**
 * What Python raised, as it writes it. It is forgotten then.
 * @param {Emscripten} module
 * @param {string[]} told  what Python writes of its errors, line by line
 */
function raised(module, told) {
  told.length = 0;
  const error = module._PyErr_GetRaisedException();
  module._PyErr_DisplayException(error);
  module._Py_DecRef(error);
  return told.join("\n");
}
