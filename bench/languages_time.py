"""What a build takes of a processor: the site in English alone, and the same with all its other languages."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from framework.content.languages import addresses
from publish.runtime import ROOT


def processor_seconds(languages: str) -> float:
    """Seconds of a processor that a build takes, with all that it starts. `languages` is as `LANGUAGES` has them."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(Path(folder) / "site")]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, env={**os.environ, "LANGUAGES": languages}, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def languages_time() -> dict[str, Any]:
    """How many languages there are beside English, and what a build takes without and with them, in turns.

    Each is built once before: what is made only once is not counted to either.
    """
    kinds = {"alone": "none", "all": " ".join(addresses(ROOT / "brand"))}
    for languages in kinds.values():
        processor_seconds(languages)
    found = {kind: processor_seconds(languages) for kind, languages in kinds.items()}
    print(f"English alone {found['alone']:.1f} s, with all languages {found['all']:.1f} s", flush=True)
    return {"count": len(kinds["all"].split()), **found}
