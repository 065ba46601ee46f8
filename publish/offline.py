"""Make a built site work without a network: a service worker, and a zip of it all.

`python -m publish.offline site/` writes

- `service-worker.js`, with the hash of every file that it is to keep;
- `guide.zip` with its checksum in `guide.zip.sha256`, and `offline.json`, which tells sizes.
"""

import hashlib
import json
import re
import sys
import zipfile
import zlib
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from framework.again import Again, packages
from publish.hosts import FILES
from publish.switch import ALTERNATES

SOURCE = Path(__file__).with_name("service-worker.js")
ZIP = "guide.zip"
WITH_TOOLS = re.compile(r"assets/python/.|forms/.|tools/[^/]+/example(/|\.json$)|(workspace|tools/[^/]+)/[^/]+\.docx$")
"""What is of use to those who fill in a form: Python, the forms as data, worked examples, and Word files."""
SPARE = re.compile(r"assets/python/([^/]+\.(whl|zip)|[^/]+/pyodide\.mjs)$")
"""What Python starts from where its image is of no use. The image is kept instead: its content is checked."""
MADE = ("service-worker.js", "offline.json", ZIP, f"{ZIP}.sha256")
ONLINE_ONLY = (
    "schema/",
    "framework.json",
    "sitemap.xml",
    "docs/",
    "book/",
    "assets/share/",
    *FILES,
)
"""What a reader without a network has no use for: folders and files."""
DAY = (1980, 1, 1, 0, 0, 0)


def make_offline(site: Path) -> None:
    """Write all that the site needs to be there without a network."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix not in (".br", ".gz")]
    names = {path.relative_to(site).as_posix(): path for path in files}
    whole = {name: path for name, path in names.items() if name not in MADE}
    kept = {name: path for name, path in whole.items() if not _online_only(name)}
    languages: dict[str, dict[str, Path]] = {address: {} for address in _languages(site)}
    read_in = {address: _data(site / address) for address in languages}
    own = set(read_in.values()) - {_data(site)}
    data = {address: {name: kept[name]} for address, name in read_in.items() if name in own}
    groups: dict[str, dict[str, Path]] = {"guide": {}, "python": {}}
    for name, path in kept.items():
        if name not in own:
            languages.get(name.split("/")[0], groups["python" if _for_tools(name) else "guide"])[name] = path
    hashes = {group: _hashes(found) for group, found in groups.items()}
    spoken = {address: _hashes(found) for address, found in languages.items()}
    read = {address: _hashes(found) for address, found in data.items()}
    version = hashlib.sha256(json.dumps([hashes, spoken, read]).encode() + SOURCE.read_bytes()).hexdigest()[:12]
    wanted = json.dumps({"version": version, **hashes, "languages": spoken, "reads": read}, separators=(",", ":"))
    (site / "service-worker.js").write_text(f"const SITE = {wanted};\n{SOURCE.read_text()}", encoding="utf-8")
    _zip(site, whole)
    sizes = {group: sum(path.stat().st_size for path in found.values()) for group, found in groups.items()}
    told = {"version": version, "bytes": sizes, "zip": (site / ZIP).stat().st_size}
    (site / "offline.json").write_text(json.dumps(told), encoding="utf-8")


def _languages(site: Path) -> list[str]:
    """The folders of the site's other languages, to which its home page leads."""
    home = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    leads = (str(link.attributes["href"]).removesuffix("/") for link in home.css(ALTERNATES))
    return [address for address in leads if address != "."]


def _data(folder: Path) -> str:
    """The path of what Python reads where the pages of a folder are open."""
    home = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    (told,) = home.css("meta[name=python-runtime]")
    return str(json.loads(told.attributes["content"] or "")["data"])


def _online_only(name: str) -> bool:
    if SPARE.fullmatch(name):
        return True
    return any(name == each or (each.endswith("/") and name.startswith(each)) for each in ONLINE_ONLY)


def _for_tools(name: str) -> bool:
    """Whether a file is kept where Python is kept, and sent to nobody else unasked.

    >>> _for_tools("tools/chair-role/chair-role.docx"), _for_tools("tools/chair-role/index.html")
    (True, False)
    """
    return WITH_TOOLS.match(name) is not None


def _hashes(files: dict[str, Path]) -> dict[str, str]:
    return {name: _hash(path) for name, path in files.items()}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


class _Squeezed:
    """Stands where `zipfile` squeezes a file: it was squeezed before."""

    def __init__(self, squeezed: bytes) -> None:
        self.squeezed = squeezed

    def compress(self, content: bytes) -> bytes:  # noqa: ARG002 (what it was squeezed from)
        return self.squeezed

    def flush(self) -> bytes:
        return b""


def _zip(site: Path, files: dict[str, Path]) -> None:
    """A zip that is the same whenever the site is, in a folder of its own, with its checksum beside it."""
    again = Again(by=packages)  # no code of ours says how a file is squeezed
    with zipfile.ZipFile(site / ZIP, "w") as made:
        for name, path in files.items():
            entry = zipfile.ZipInfo(f"guide/{name}", DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            content = path.read_bytes()
            entry.file_size = len(content)
            of = ("deflated", zlib.ZLIB_RUNTIME_VERSION, hashlib.sha256(content).hexdigest())
            squeezed = again.made(of, partial(_squeezed, content))
            with made.open(entry, "w") as opened:
                vars(opened)["_compressor"] = _Squeezed(squeezed)  # if it were named otherwise, it would squeeze anew
                opened.write(content)
    again.keep()
    checksum = hashlib.sha256((site / ZIP).read_bytes()).hexdigest()
    (site / f"{ZIP}.sha256").write_text(f"{checksum}  {ZIP}\n", encoding="utf-8")


def _squeezed(content: bytes) -> bytes:
    """As `zipfile` does it."""
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(content) + made.flush()


if __name__ == "__main__":
    make_offline(Path(sys.argv[1]))
