"""Python for the browser, published with the site; and the page told where it is."""

import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framework.publish import framework_json
from publish.runtime import runtime

FOLDER = "assets/python/"
FONTS = Path(__file__).parents[2] / "node_modules" / "@fontsource-variable"
FACES = {
    "assets/fonts/text.woff2": "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "assets/fonts/headings.woff2": "bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the runtime, the data that it reads, and the fonts; none of them is kept in git."""
    built = runtime()
    data = framework_json(config.extra["framework"])
    named = f"framework-{hashlib.sha256(data.encode()).hexdigest()[:12]}.json"
    files.append(File.generated(config, FOLDER + named, content=data))
    for address, path in built.files.items():
        files.append(File.generated(config, FOLDER + address, abs_src_path=str(path)))
    for address, face in FACES.items():
        files.append(File.generated(config, address, abs_src_path=str(FONTS / face)))
    config.extra["python"] = {
        "core": FOLDER + built.core,
        "stdlib": FOLDER + built.stdlib,
        "wheel": FOLDER + built.wheel,
        "data": FOLDER + named,
        "lock": built.lock,
    }
    return files
