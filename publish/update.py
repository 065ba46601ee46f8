"""Take a newer guide into a copy, for its publisher to look at and agree to. What a host runs does this by itself.

`python -m publish.update take ADDRESS` merges the guide at an address of git. It ends with 0 where there was something
new, with 3 where not, and with 1 where it can't be done, and why. `python -m publish.update tell FILE [PREVIEW]` says
then what is new and what of theirs it touches, from the notes of a build in a file. It leans on the standard library
alone, for it runs before anything is set up.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

NOTHING_NEW = 3
BRANCH = "main"
CHANGES = "CHANGELOG.md"
WORKFLOWS = ".github/workflows/"
WHO = ("-c", "user.name=Update of the guide", "-c", "user.email=update@localhost")
MERGED = "HEAD^1"
"""The copy as it was before the guide was merged."""


class NotTaken(Exception):
    """The guide can't be taken in. Says why, and what to do."""


def take(copy: Path, guide: str, on_github: bool = False) -> bool:
    """Merge the guide. Says whether there was anything new. Raises `NotTaken`, and then nothing is changed."""
    try:
        _git(copy, "fetch", "--quiet", guide, BRANCH)
    except subprocess.CalledProcessError as error:
        raise NotTaken(f"The guide at {guide} can't be read. Say where it is, in the setting GUIDE.") from error
    if not _git(copy, "rev-list", "HEAD..FETCH_HEAD"):
        return False
    changed = _git(copy, "diff", "--name-only", "HEAD...FETCH_HEAD").splitlines()
    if on_github and any(name.startswith(WORKFLOWS) for name in changed):
        raise NotTaken("The guide changes how GitHub builds, which GitHub lets people alone do. Press 'Sync fork'.")
    try:
        _git(copy, *WHO, "merge", "--quiet", "--no-ff", "--no-edit", "FETCH_HEAD")
    except subprocess.CalledProcessError as error:
        both = _git(copy, "diff", "--name-only", "--diff-filter=U").splitlines()
        _git(copy, "merge", "--abort")
        mend = "Put the guide's back, for what is yours stands in brand/ alone."
        raise NotTaken(f"Your copy and the guide have both changed {', '.join(both)}. {mend}") from error
    return True


def told(copy: Path, notes: str, preview: str = "") -> str:
    """What to tell of a copy that has just taken in the guide: what is new, and the notes of its build."""
    new = [line[1:] for line in _git(copy, "diff", "-U0", MERGED, "HEAD", "--", CHANGES).splitlines() if _is_new(line)]
    parts = [
        "The guide has a newer version. Look at this, and then press **Merge**. Your folder `brand` stays as it is.",
        "## What is new",
        "\n".join(new) or "Nothing that its list of changes tells.",
        "## What of yours it touches",
        re.sub(r"^## ", "", notes.strip(), flags=re.MULTILINE) or "Nothing.",
    ]
    if preview:
        parts += ["## See it", f"Your site as it will be: {preview}"]
    return "\n\n".join(parts) + "\n"


def _is_new(line: str) -> bool:
    return line.startswith("+") and not line.startswith("+++")


def _git(copy: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=copy, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main() -> int:
    """Take in the guide, or tell of it."""
    match sys.argv[1:]:
        case ["take", guide]:
            try:
                return 0 if take(Path.cwd(), guide, on_github="GITHUB_ACTIONS" in os.environ) else NOTHING_NEW
            except NotTaken as error:
                print(error)
                return 1
        case ["tell", file, *preview]:
            notes = Path(file)
            print(told(Path.cwd(), notes.read_text(encoding="utf-8") if notes.is_file() else "", *preview[:1]))
            return 0
        case _:
            print("Say what to do: take ADDRESS, or tell FILE.")
            return 1


if __name__ == "__main__":
    sys.exit(main())
