"""The Python that runs in the browser: Pyodide's core, its standard library and our wheel, both compiled.

Compiled files spare the browser most of the wait: it would else compile the standard library at every visit. Each
file's name holds a hash of what is in it, so that browsers may keep it for ever.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import hatchling.build

ROOT = Path(__file__).parents[1]
PYODIDE = ROOT / "node_modules" / "pyodide"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
CACHE = ROOT / ".cache" / "runtime"


@dataclass(frozen=True)
class Runtime:
    """The files, by their address below the runtime's folder, and the addresses that a page names."""

    files: dict[str, Path]
    core: str
    """The folder of Pyodide's core, with a slash."""
    stdlib: str
    wheel: str
    lock: dict[str, str]
    """What Pyodide wants to know of the packages it may load by name. There are none, so it need not ask for a list."""


def runtime() -> Runtime:
    """Build what has changed since the last time; the rest comes from the cache."""
    if not PYODIDE.is_dir():
        raise FileNotFoundError(f"{PYODIDE.name} is not there. Run 'make set-up', which installs it with npm.")
    core = f"pyodide-{_hash(*(PYODIDE / name for name in CORE))}/"
    stdlib = _compiled(PYODIDE / "python_stdlib.zip")
    wheel = _wheel()
    files = {core + name: PYODIDE / name for name in CORE}
    files |= {built.name: built for built in (stdlib, wheel)}
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return Runtime(files, core, stdlib.name, wheel.name, lock)


def _hash(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _compiled(archive: Path) -> Path:
    """An archive of Python files with each compiled, under a name that tells what it was made from."""
    stem = archive.name.split("-")[0].removesuffix(".zip")
    built = CACHE / f"{stem}-{_hash(archive)}{archive.suffix}"
    if not built.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(shutil.copy(archive, folder))
            _py_compile(copy)
            (made,) = Path(folder).iterdir()
            made.rename(built)
    return built


def _py_compile(archive: Path) -> None:
    pyodide = Path(sys.executable).with_name("pyodide")
    done = subprocess.run([pyodide, "py-compile", "--silent", archive], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{archive.name} could not be compiled: {done.stderr or done.stdout}")


def _wheel() -> Path:
    """Our own package, compiled. It is built in a moment, so only the compiling is kept."""
    with tempfile.TemporaryDirectory() as folder:
        name = hatchling.build.build_wheel(folder)
        return _compiled(Path(folder) / name)
