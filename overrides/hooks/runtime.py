"""Python for the browser, published with the site; and the page told where it is."""

import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framework.published import browser_json
from macros.build import build_of
from macros.marks import bare
from publish.runtime import compressed, runtime

FOLDER = "assets/python/"
NODE = Path(__file__).parents[2] / "node_modules"
SHARED = Path(__file__).parents[1] / "widgets" / "shared"
BORROWED = {
    "assets/script/qr/index.js": "qr/index.js",
    "assets/script/qr/decode.js": "qr/decode.js",
}
"""What is published as npm has it: what draws QR codes, and reads them where the browser can't by itself. They are
loaded when someone wants them, not before."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the runtime and the data that it reads; none of it is kept in git."""
    build = build_of(config)
    data = bare(browser_json(build.published))
    built = runtime(data)
    named = f"framework-{hashlib.sha256(data.encode()).hexdigest()[:12]}.json"
    files.append(File.generated(config, FOLDER + named, content=data))
    for address, path in built.files.items():
        for name, made in {address: path, **(compressed(path, address) if build.complete else {})}.items():
            files.append(File.generated(config, FOLDER + name, abs_src_path=str(made)))
    for address, name in BORROWED.items():
        files.append(File.generated(config, address, abs_src_path=str(NODE / name)))
    scripts = [(SHARED / name).read_text(encoding="utf-8") for name in ("worker.js", "bare-python.js")]
    build.python = {
        "version": hashlib.sha256("".join([*built.files, named, *scripts]).encode()).hexdigest()[:12],
        "core": FOLDER + built.core,
        "stdlib": FOLDER + built.stdlib,
        "wheel": FOLDER + built.wheel,
        "data": FOLDER + named,
        "image": FOLDER + built.image,
        "integrity": built.integrity,
        "lock": built.lock,
    }
    return files
