"""Begin a tool, a case study or a page of a copy's own: `python -m publish.begin_file tool "Repairs panel" [folder]`.

What it writes is right as it stands, with ids that never clash with the guide's. Then its words are written over.
"""

import re
import sys
from pathlib import Path

from framework.content.as_saved import quoted
from framework.fork.own_pages import good_name

ROOT = Path(__file__).parents[1]
BEGINNINGS = Path(__file__).parent / "begin"
PLACES = {"tool": "framework/tools", "case": "framework/case_studies", "page": "pages"}
"""The folder of `brand/` for each kind."""


TO_WRITE_OVER = re.compile(r"(?:^|: )(?:Say|Tell|Write here) ")
"""How a line begins that tells what to write in its place."""


class NotBegun(Exception):
    """A file can't be begun. Says why, and what to do."""


def begin(kind: str, name: str, brand: Path) -> Path:
    """Write the file, and give where it is. Raises `NotBegun` where there is one, or the name can't be used."""
    if kind not in PLACES:
        raise NotBegun(f"'{kind}' can't be begun. Use one of {', '.join(PLACES)}.")
    if not any(letter.isalnum() for letter in name):
        raise NotBegun(f"It has no name. Say what it is called: make {kind} NAME='Repairs panel'.")
    model = next(BEGINNINGS.glob(f"{kind}.*"))
    file = brand / PLACES[kind] / good_name(f"{name}{model.suffix}")
    if file.exists():
        raise NotBegun(f"{shown(file, brand)} is there already. Give yours another name, or write in that one.")
    text = model.read_text(encoding="utf-8")
    for place, told in {"id": file.stem, "name": quoted(name), "title": name}.items():
        text = text.replace(f"{{{place}}}", told)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def unfinished(brand: Path) -> list[str]:
    """What to tell of files in which words of their beginning still stand."""
    told = []
    for kind, place in PLACES.items():
        model = next(BEGINNINGS.glob(f"{kind}.*"))
        lines = {line.strip() for line in model.read_text(encoding="utf-8").splitlines() if TO_WRITE_OVER.search(line)}
        for file in sorted((brand / place).glob(f"*{model.suffix}")):
            text = file.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), start=1):
                if line.strip() in lines:
                    told.append(f"{shown(file, brand)}, line {number}: '{line.strip()}' is still to be written over.")
                    break
    return told


def shown(file: Path, brand: Path) -> str:
    """A file as its publisher knows it."""
    return f"brand/{file.relative_to(brand).as_posix()}"


def main() -> int:
    """Begin what the command names, and say where it is."""
    kind, name, *folder = sys.argv[1:]
    brand = Path(folder[0]) if folder else ROOT / "brand"
    try:
        file = begin(kind, " ".join(name.split()), brand)
    except NotBegun as error:
        print(error)
        return 1
    print(f"{shown(file, brand)} is begun. Write your own words over those in it. 'make brand' says what to mend.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
