"""The Python that runs in the browser: Pyodide's core, and what is really used of its standard library and of ours.

What is used is not listed here: every widget's examples are run in real Pyodide, and the modules that this loads are
taken (`trace.mjs`). They are compiled, for a browser would else compile them at every visit, and laid in an archive
that is not compressed, for the host compresses it better as a whole. An image of Python's memory once all of them are
imported (`image.mjs`) spares a browser the imports too; where it is of no use, there are the archives. Each file's
name holds a hash of what is in it, so that browsers may keep it for ever. All is kept in `.cache/runtime` until
something that it was made of changes.
"""

import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import brotli
import hatchling.build
import yaml

ROOT = Path(__file__).parents[1]
PYODIDE = ROOT / "node_modules" / "pyodide"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
CACHE = ROOT / ".cache" / "runtime"
TAKER = Path(__file__).with_name("image.mjs")
BARE = ROOT / "overrides" / "widgets" / "shared" / "bare-python.js"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, so that the same files always make the same archive."""


@dataclass(frozen=True)
class Runtime:
    """The files, by their address below the runtime's folder, and the addresses that a page names."""

    files: dict[str, Path]
    core: str
    """The folder of Pyodide's core, with a slash."""
    stdlib: str
    wheel: str
    image: str
    integrity: str
    """What a browser checks the image by."""
    lock: dict[str, str]
    """What Pyodide wants to know of the packages it may load by name. There are none, so it need not ask for a list."""


def runtime(data: str) -> Runtime:
    """Build what has changed since the last time; the rest comes from the cache. `data` is the JSON that it reads."""
    if not PYODIDE.is_dir():
        raise FileNotFoundError(f"{PYODIDE.name} is not there. Run 'make set-up', which installs it with npm.")
    CACHE.mkdir(parents=True, exist_ok=True)
    wheel = our_wheel()
    used = modules_used(wheel, data)
    stdlib = _packed(PYODIDE / "python_stdlib.zip", used)
    ours = _packed(wheel, used)
    core = f"pyodide-{_hash(*(PYODIDE / name for name in CORE))}/"
    taken = image(core, stdlib, ours, data, requests())
    integrity = "sha256-" + base64.b64encode(hashlib.sha256(taken.read_bytes()).digest()).decode()
    files = {core + name: PYODIDE / name for name in CORE} | {built.name: built for built in (stdlib, ours, taken)}
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return Runtime(files, core, stdlib.name, ours.name, taken.name, integrity, lock)


def image(core: str, stdlib: Path, wheel: Path, data: str, asked: list[str]) -> Path:
    """An image of Python's memory, for the core of this name, with all imported that answers what is `asked`.

    No word of `data` is in it: it does for every site.
    """
    key = _hash_text(core, stdlib.name, wheel.name, _hash(TAKER, BARE), *asked)
    source = CACHE / f"image-{key}.json"
    if not source.exists():
        said = {"core": str(PYODIDE), "name": core, "stdlib": str(stdlib), "wheel": str(wheel)}
        command = ["node", str(TAKER)]
        told = json.dumps({**said, "data": data, "requests": asked}).encode()
        done = subprocess.run(command, input=told, capture_output=True, env={**os.environ, "TZ": "UTC"}, check=False)
        if done.returncode:
            raise RuntimeError(f"No image of Python could be taken: {done.stderr.decode().strip()[-2000:]}")
        kept = CACHE / f"image-{hashlib.sha256(done.stdout).hexdigest()[:12]}.bin"
        _keep(kept, done.stdout)
        _keep(source, json.dumps(kept.name).encode())
    return CACHE / str(json.loads(source.read_text(encoding="utf-8")))


def _keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: the builds of several languages may look for it at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as made:
        made.write(content)
    Path(made.name).chmod(0o644)
    Path(made.name).replace(path)


def requests() -> list[str]:
    """What every widget's examples ask of Python, as JSON texts, and one request that cannot be used."""
    paths = sorted((ROOT / "overrides" / "widgets").glob("*/examples.yaml"))
    examples = [example for path in paths for example in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]
    return [*(json.dumps(example) for example in examples), "{}"]


def modules_used(wheel: Path, data: str) -> frozenset[str]:
    """The modules that Pyodide has loaded once every example was answered."""
    asked = requests()
    key = _hash_text(_hash(wheel), *asked, (PYODIDE / "package.json").read_text(encoding="utf-8"))
    kept = CACHE / f"modules-{key}.json"
    if not kept.exists():
        said = json.dumps({"core": f"{PYODIDE}/", "wheel": str(wheel), "data": data, "requests": asked})
        command = ["node", str(Path(__file__).with_name("trace.mjs"))]
        done = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"The examples could not be run in Pyodide: {done.stderr.strip()[-2000:]}")
        kept.write_text(done.stdout, encoding="utf-8")
    return frozenset(json.loads(kept.read_text(encoding="utf-8")))


def compressed(path: Path, address: str) -> dict[str, Path]:
    """A file compressed ahead, by address, with brotli and gzip. The largest takes half a minute, once."""
    packers = {".br": brotli.compress, ".gz": lambda content: gzip.compress(content, mtime=0)}
    made = {}
    for suffix, pack in packers.items():
        kept = CACHE / f"{_hash(path)}{suffix}"
        if not kept.exists():
            kept.write_bytes(pack(path.read_bytes()))
        made[address + suffix] = kept
    return made


def _hash(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _hash_text(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def our_wheel() -> Path:
    """Our own package as a wheel, in a folder that tells what is in it."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / hatchling.build.build_wheel(folder)
        kept = CACHE / _hash(made) / made.name
        if not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            shutil.copy(made, kept)
    return kept


def _packed(archive: Path, used: Iterable[str]) -> Path:
    """The modules of an archive that are used, compiled and not compressed."""
    stem = archive.name.split("-")[0].removesuffix(".zip")
    source = CACHE / f"{stem}-packed-{_hash_text(_hash(archive, Path(__file__)), *sorted(used))}.json"
    if not source.exists():
        with tempfile.TemporaryDirectory() as folder:
            chosen = Path(folder) / archive.name
            _copy(archive, chosen, keep=_files_of(used))
            compiled = _py_compile(chosen)
            packed = Path(folder) / f"packed{archive.suffix}"
            _copy(compiled, packed)
            kept = CACHE / f"{stem}-{_hash(packed)}{archive.suffix}"
            shutil.copy(packed, kept)
        source.write_text(json.dumps(kept.name), encoding="utf-8")
    return CACHE / str(json.loads(source.read_text(encoding="utf-8")))


def _files_of(modules: Iterable[str]) -> frozenset[str]:
    """The files that some modules may stand in.

    >>> sorted(_files_of(["json.decoder"]))
    ['json/decoder.py', 'json/decoder/__init__.py']
    """
    paths = [module.replace(".", "/") for module in modules]
    return frozenset(f"{path}{end}" for path in paths for end in (".py", "/__init__.py"))


def _copy(archive: Path, target: Path, keep: frozenset[str] | None = None) -> None:
    """Copy an archive, all of it or just some files, so that the same files always make the same archive."""
    with zipfile.ZipFile(archive) as found, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(found.namelist()):
            if keep is None or name in keep or (name.count("/") == 1 and ".dist-info/" in name):
                made.writestr(zipfile.ZipInfo(name, OLDEST), found.read(name))


def _py_compile(archive: Path) -> Path:
    """Compile every file of an archive, without docstrings and asserts. Returns the archive that this makes."""
    pyodide = Path(sys.executable).with_name("pyodide")
    command = [str(pyodide), "py-compile", "--silent", "--compression-level", "0", str(archive)]
    # Level 2 is -OO. Without debug ranges, a traceback tells the line, but not the place in it. With a date set, no
    # compiled file holds the time at which it was made.
    settings = {"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1", "SOURCE_DATE_EPOCH": "315532800"}
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{archive.name} could not be compiled: {done.stderr or done.stdout}")
    (made,) = archive.parent.iterdir()
    return made
