"""Lead through the brand: ask the few things that matter, or check what is there; say what to mend and where to look.

`python -m publish.brand [folder]` asks only where a person sits at a terminal, and only what `brand.yaml` doesn't say
yet. What it writes goes to the end of the file: nothing that stands there is changed.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from framework.content.as_saved import text_of
from framework.content.catalogue import messages
from framework.content.check import BadData, checked, checked_sentences
from framework.core.words import speak
from framework.fork.brand import (
    EMAIL,
    FILE,
    LONGEST,
    WEB,
    Brand,
    keys_in,
    load_brand,
    mend_of_colour,
    old_keys,
    to_publish,
)
from framework.fork.changes import FILE as CHANGES
from framework.fork.changes import load_fork
from framework.fork.named_files import left_out
from framework.fork.oklch import as_hex
from framework.fork.own_pages import check_pages, guide_titles, own_pages
from framework.fork.wording import notes_on_words
from publish.begin_file import unfinished
from publish.brand_preview import open_in_browser, write_preview

ROOT = Path(__file__).parents[1]
BEGINS = re.compile(r"(?P<before> *)- id: *(['\"]?)(?P<id>[\w.-]+)\2 *(#.*)?")
"""The first line of a change."""
ASKED = {
    "organisation": "Who publishes this copy? The name of your organisation",
    "name": "What should the site be called",
    "contact": "Whom can readers write to? An email address",
    "main": "Your colour, such as #0B5C63",
}
"""The few things that matter, in the order in which they are asked."""


def wrong(key: str, told: str) -> str | None:
    """Why an answer can't be used, or None.

    >>> wrong("contact", "us")
    'Give an email address, or a web address with https:// in front.'
    >>> wrong("name", "Our guide")
    """
    if key == "contact" and not EMAIL.fullmatch(told) and not WEB.fullmatch(told):
        return "Give an email address, or a web address with https:// in front."
    if key == "main" and not as_hex(told):
        return mend_of_colour(told)
    most = LONGEST.get(key, len(told))
    return f"Say it in {most} letters or fewer." if len(told) > most else None


def ask(folder: Path) -> dict[str, str]:
    """Ask for what is not said yet. An empty answer leaves it as it is."""
    said = keys_in(folder)
    found = {}
    for key, question in ASKED.items():
        if key in said or (key == "main" and "colours" in said):
            continue
        while told := input(f"{question} (Enter to leave it out): ").strip():
            if not (why := wrong(key, told)):
                found[key] = told
                break
            print(f"  {why}")
    return found


def agreed(folder: Path, told: dict[str, str]) -> bool:
    """Whether someone who has seen a page in their colours says yes. Nothing is asked where no colour is told."""
    if "main" not in told:
        return True
    with tempfile.TemporaryDirectory() as copy:
        draft = Path(copy) / "brand"
        shutil.copytree(folder, draft)
        write(draft, told)
        page = write_preview(load_brand(draft)[0], folder, checked())
    seen = "is open in your browser" if open_in_browser(page) else "can be opened in a browser"
    print(f"A page in your colour, by day and by night, {seen}: {page}")
    if (
        input("Write your answers into brand/brand.yaml? (Enter for yes, 'no' for no): ")
        .strip()
        .lower()
        .startswith("n")
    ):
        print("Nothing was written. Run 'make brand' again to choose another colour.")
        return False
    return True


def write(folder: Path, told: dict[str, str]) -> None:
    """Put answers at the end of `brand.yaml`."""
    if not told:
        return
    plain = {key: value for key, value in told.items() if key != "main"}
    if "main" in told:
        plain |= {"colours": {"main": told["main"]}}  # type: ignore[dict-item]  # one key holds keys of its own
    path = folder / FILE
    before = text_of(path) if path.exists() else ""
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    path.write_text(f"{before.rstrip()}\n\n{text}" if before else text, encoding="utf-8")


def write_bases(path: Path, unbased: Mapping[str, str]) -> list[str]:
    """Note in `changes.yaml` on which wording of the guide each change was based. Gives the ids for which it did.

    Nothing else in the file is changed. A change that is written in one line is left as it is: the report tells of it.
    """
    done, lines = [], []
    for each in path.read_bytes().decode().splitlines(keepends=True) if unbased else ():  # line ends stay as they are
        lines.append(each)
        begins = BEGINS.fullmatch(each.rstrip("\r\n"))
        if begins and begins["id"] in unbased:
            done.append(begins["id"])
            end = each[len(each.rstrip("\r\n")) :]
            lines.append(f"{begins['before']}  based_on: '{unbased[begins['id']]}'{end}")
    if done:
        path.write_text("".join(lines), encoding="utf-8", newline="")
    return done


def report(folder: Path) -> tuple[list[str], list[str]]:
    """What must be mended before the site can be built, and what else there is to know."""
    brand, problems = load_brand(folder)
    problems += check_pages(folder / "pages", guide_titles(ROOT / "docs"))
    notes = [*old_keys(folder)]
    try:
        changes = load_fork(folder / "framework").changes
        if done := write_bases(folder / "framework" / CHANGES, changes.unbased):
            notes.append(f"brand/framework/{CHANGES}: 'based_on' was written for {', '.join(done)}.")
            changes = load_fork(folder / "framework").changes
    except BadData as error:
        return [str(problem) for problem in [*problems, *error.problems]], notes
    notes += [*changes.notes, *left_out(folder, brand), *unfinished(folder)]
    if not problems:
        notes += [f"Before you publish: {problem}" for problem in to_publish(brand)]
        notes.append(_summary(brand, len(own_pages(folder / "pages"))))
        notes += [f"{FILE}: {note}" for note in notes_on_words(brand.words, _texts())] if brand.words else []
        counts = (len(changes.replaced), len(changes.hidden), len(changes.added))
        notes.append("Of the guide, {} replaced, {} hidden, {} added.".format(*counts))
    return [str(problem) for problem in problems], notes


def _texts() -> Iterator[str]:
    """All that the guide says, with its roles in braces."""
    for message in messages():
        yield from [message.text] if isinstance(message.text, str) else message.text


def _summary(brand: Brand, pages: int) -> str:
    words = [f"'{told}' for '{ours}'" for ours, told in brand.words.items()]
    said = f" Your words: {', '.join(words)}." if words else ""
    return f"The site is called '{brand.name}', published by {brand.publisher}. Files of your own pages: {pages}.{said}"


def main() -> int:
    """Ask, check, and tell."""
    speak(checked_sentences())
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "brand"
    if sys.stdin.isatty() and not load_brand(folder)[1]:
        print("Answer what you like. You can change all of it later, in brand/brand.yaml.")
        told = ask(folder)
        if told and agreed(folder, told):
            write(folder, told)
    problems, notes = report(folder)
    for line in (*problems, *notes):
        print(line)
    if problems:
        print(f"\n{len(problems)} to mend. Then run 'make brand' again.")
        return 1
    print("\nAll is well. 'make serve' shows the site. Look at the home page, at 'What we changed' and at 'Privacy'.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
