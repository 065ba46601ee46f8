// Which modules of Python does the site really use? Run every widget's examples in real Pyodide, and see.
//
// In, on stdin: {core, wheel, data, requests}: the folder of Pyodide, our wheel, the JSON that it reads, and the
// requests of all examples. Out: the names of the modules that are loaded then, as JSON.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  console.error(error.message); // without the source of Pyodide, which Node would print first
  process.exit(1);
});

const { core, wheel, data, requests } = JSON.parse(readFileSync(0, "utf-8"));
const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`).href);
const pyodide = await loadPyodide({ indexURL: core });
pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
const door = pyodide.pyimport("framework.browser");
door.open_framework(data);
for (const request of requests) door.answer(request);
process.stdout.write(pyodide.runPython("import json, sys; json.dumps(sorted(sys.modules))"));
