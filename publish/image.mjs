// Take an image of Python's memory, once all is imported that the widgets' calls need: `worker.js` starts from it.
//
// In, on stdin: {core, name, stdlib, wheel, data, requests}: the folder of Pyodide's core and the name under which it
// is published, our two archives, the JSON that is read, and the requests of all examples, which show what calls need.
// Neither the data nor an answer is in the image. Out, on stdout: the image, as `bare-python.js` reads it.
//
// The image is the difference to the memory of a module that was just made. The same files make the same image: time
// and chance are held still. So are the surroundings: Emscripten is to believe that it runs in a browser's worker.

import { readFileSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { core, name, stdlib, wheel, data, requests } = JSON.parse(readFileSync(0, "utf-8"));
const node = process;
node.on("uncaughtException", (error) => {
  console.error(String(error.stack).slice(-2000)); // without the source of Pyodide, which Node would print first
  node.exit(1);
});

/** What may not be in an image: all who start from it would draw the same. */
const DRAWS = ["random", "uuid", "secrets", "tempfile"];
const NOON = Date.UTC(1980, 0, 1, 12);
/** Parts of the image that lie so near to each other are written as one. */
const NEAR = 1024;

Date.now = () => NOON;
performance.now = () => 0;
crypto.getRandomValues = (array) => array.fill(7);
Object.assign(globalThis, { self: globalThis, WorkerGlobalScope: class {}, location: { href: "http://localhost/" } });
// As an iPhone is told, Python uses no WebAssembly that some engines don't know.
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone", languages: ["en"] }, writable: true });
delete globalThis.process;

const { bareModule, doorOf } = await import("../overrides/widgets/shared/bare-python.js");
await import(pathToFileURL(`${core}/pyodide.asm.js`).href);
const compiled = await WebAssembly.compile(readFileSync(`${core}/pyodide.asm.wasm`));
const site = "/lib/python3.13/site-packages";

/** Run some lines of Python. */
function run(module, source) {
  const text = module.stringToNewUTF8(source);
  const failed = module._PyRun_SimpleString(text);
  module._free(text);
  if (failed) throw new Error("Python could not be brought to where its image is taken.");
}

/** Python with our archives in it, some modules imported, and the door found. */
async function started(modules) {
  const told = [];
  const { module, untouched } = await bareModule(compiled, {
    printErr: (line) => told.push(line) && console.error(line),
    preRun: [
      ({ FS, ENV }) => {
        FS.mkdirTree(site);
        FS.writeFile("/lib/python313.zip", readFileSync(stdlib));
        FS.writeFile("/wheel.zip", readFileSync(wheel));
        Object.assign(ENV, { HOME: "/", PYTHONINSPECT: "1", NO_COLOR: "1" });
      },
    ],
  });
  run(
    module,
    `
import gc, importlib, sys, zipfile, zipimport

zipfile.ZipFile("/wheel.zip").extractall("${site}")
sys.path_importer_cache.clear()
for name in ${JSON.stringify(modules)}:
    importlib.import_module(name)
`,
  );
  const door = module._PyImport_ImportModule(module.stringToNewUTF8("framework.browser"));
  const [open, answer] = ["open_framework", "answer"].map((each) =>
    module._PyObject_GetAttrString(door, module.stringToNewUTF8(each)),
  );
  return { module, untouched, told, open, answer };
}

/** The modules that are loaded once every example was answered. */
async function needed() {
  const { module, told, open, answer } = await started([]);
  const door = doorOf(module, told, open, answer);
  door.open(data);
  for (const request of requests) door.answer(request);
  run(module, 'import json; open("/modules", "w").write(json.dumps(sorted({*sys.modules} - {"__main__"})))');
  return JSON.parse(module.FS.readFile("/modules", { encoding: "utf8" }));
}

const modules = await needed();
const drawn = modules.filter((each) => DRAWS.includes(each));
if (drawn.length) throw new Error(`Seed what is drawn by ${drawn} in worker.js first: in an image all draw the same.`);
const { module, untouched, open, answer } = await started(modules);
run(
  module,
  `
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()
del name
gc.collect()
`,
);
if (module.HEAPU8.length !== untouched.length) throw new Error("Python's memory grew: the image would not fit.");

// What is free is zero: take all of it, as long as there is any, and give it back.
const memory = module.HEAPU8;
WebAssembly.Memory.prototype.grow = () => {
  throw new RangeError("It may not grow now.");
};
const held = [];
for (let size = 1 << 22; size >= 16; size >>= 1) {
  for (let place = module._PyMem_RawMalloc(size - 8); place; place = module._PyMem_RawMalloc(size - 8)) {
    memory.fill(0, place, place + size - 8);
    held.push(place);
  }
}
for (const place of held) module._free(place);
memory.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current());

/** The parts that differ, each from its first byte up to the one behind its last. @type {[number, number][]} */
const parts = [];
for (let at = 0; at < memory.length; at++) {
  if (memory[at] === untouched[at]) continue;
  const last = parts.at(-1);
  if (last && at - last[1] < NEAR) last[1] = at + 1;
  else parts.push([at, at + 1]);
}
const runs = parts.map(([from, to], which) => [from - (parts[which - 1]?.[1] ?? 0), to - from]);
const about = { core: name, size: memory.length, data: untouched.findLastIndex(Boolean) + 1, open, answer, runs };
const head = new TextEncoder().encode(JSON.stringify(about));
const length = new Uint8Array(new Uint32Array([head.length]).buffer);
const image = Buffer.concat([length, head, ...parts.map(([from, to]) => memory.subarray(from, to))]);
for (let written = 0; written < image.length; ) written += writeSync(1, image, written);
node.exit(0);
