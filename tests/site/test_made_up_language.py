"""The site in a made-up language: nothing is left in plain English but titles and names, each with its reason."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from framework.browser import Door
from framework.content.catalogue import catalogue, write
from framework.content.check import checked, checked_sentences
from framework.content.language import Language, load_language
from framework.content.model import Framework, Publication
from framework.content.retell import FIXED, as_it_is
from framework.core.words import speak
from framework.published import browser_json
from macros.tree import fragment
from publish.runtime import requests
from tests.built_site import build, one_at_a_time, searched
from tests.made_up_language import accented, plain_words, translate
from tests.reading import read_texts

NAMES = {
    "TLAP": "the body whose ladder it is",
    "IAP2": "the body whose spectrum it is",
    "Linux": "the system that the speed was measured on",
    "CSV": "a kind of file",
}
"""Names that stand in templates and data, and are the same in every language. Each with its reason."""
CODES = re.compile(r"\b[2-9CDFHJKMNPRTVWXY]{3,}\b")
"""Answer codes, and their parts."""
FILES = re.compile(r"BEGIN:VCALENDAR.*?END:VCALENDAR", re.DOTALL)
ID = re.compile(r"[a-z0-9_.#/?=*-]+|https?://\S+")
"""A text in data that looks so is a name for programs."""
HEAD = "meta[name=description], meta[property^=og\\:]:not([property=og\\:type], [property=og\\:url], [property=og\\:image])"


@pytest.fixture(scope="module")
def po(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    write(catalogue(), folder / "messages.pot")
    translate(folder / "messages.pot", folder / "xx.po")
    return folder / "xx.po"


@pytest.fixture(scope="module")
def language(po: Path) -> Language:
    found, problems = load_language(po)
    assert found, problems
    return found


@pytest.fixture(scope="module")
def there(po: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in that language, of a publisher who says nothing of their own."""
    folder = tmp_path_factory.mktemp("site")
    with one_at_a_time():
        done = build(folder, {"BRAND": str(tmp_path_factory.mktemp("brand")), "CATALOGUE": str(po)})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def exempt(framework: Framework) -> re.Pattern[str]:
    """What may stand in plain English: `NAMES`, of other people's works the titles, authors and publishers, and laws."""
    laws = (point.source for point in framework.law)
    return any_of(chain(NAMES, laws, *map(_names_of, framework.publications)))


def _names_of(work: Publication) -> Iterator[str]:
    yield from (work.title, *work.authors, *((work.published_in,) if work.published_in else ()))


def any_of(texts: Iterator[str]) -> re.Pattern[str]:
    """Any of some texts, the longest that fits."""
    longest_first = sorted({" ".join(text.split()) for text in texts}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first) or r"(?!)")


def left(texts: Iterator[str], *passed_over: re.Pattern[str]) -> list[str]:
    """Which of some texts have plain English in them."""
    found = []
    for text in filter(plain_words, texts):
        rest = " ".join(text.split())
        for each in passed_over:
            rest = each.sub("", rest)
        if words := plain_words(rest):
            found.append(f"{' '.join(words)}: {text.strip()[:200]}")
    return found


def test_a_text_in_the_made_up_language() -> None:
    assert accented("Ask **{name}** in [the hall](id:hall).") == "Áśḱ **{name}** íń [ťĥé ĥáĺĺ](id:hall). ẋẋẋẋ"
    assert plain_words("Ťĥé hall áńď Áśḱ x 1st") == ["hall"]


def test_every_page_says_all_in_that_language(
    there: Path, exempt: re.Pattern[str]
) -> None:
    found = {}
    for path in sorted(there.rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert page.root
        assert (page.root.attributes["lang"], page.root.attributes["dir"]) == ("xx", "ltr"), path
        head = (node.attributes["content"] or "" for node in page.css(HEAD))
        if said := left(chain(read_texts(page.root), head), exempt):
            found[path.relative_to(there).as_posix()] = said
    assert found == {}


def test_headings_keep_the_ids_that_links_lead_to(there: Path) -> None:
    page = LexborHTMLParser((there / "about" / "index.html").read_text(encoding="utf-8"))
    (heading,) = page.css("h2#how-it-stands-to-the-framework")
    assert heading.text().startswith("Ĥóẃ íť śťáńďś")


def test_what_scripts_say_is_in_that_language(there: Path, exempt: re.Pattern[str]) -> None:
    blocks = {
        block.text()
        for path in there.rglob("*.html")
        for block in LexborHTMLParser(path.read_text(encoding="utf-8")).css("script[data-sentences]")
    }
    assert blocks
    assert left(chain.from_iterable(_texts(json.loads(block)) for block in blocks), FIXED, exempt) == []


def test_the_data_and_the_search_are_in_that_language(there: Path, exempt: re.Pattern[str]) -> None:
    (for_browser,) = (there / "assets" / "python").glob("framework-*.json")
    for path in (there / "framework.json", for_browser):
        data = json.loads(path.read_text(encoding="utf-8"))
        data.pop("plural", None)
        assert left(_texts(data), FIXED, exempt) == [], path.name
    pages = searched(there)
    texts = (text for page in pages for text in (page["title"], *chain(*(place[1:] for place in page["places"]))))
    html = (LexborHTMLParser(path.read_text(encoding="utf-8")) for path in there.rglob("*.html"))
    code = {word for page in html for node in page.css("code, pre") for word in re.findall(r"\w+", node.text())}
    assert left(texts, FIXED, exempt, any_of(iter(code))) == []


def test_every_example_is_answered_in_that_language(language: Language, exempt: re.Pattern[str]) -> None:
    speak(language.sentences(checked_sentences(said=as_it_is)))
    door = Door(browser_json(checked(said=language.said)))
    for request in requests():
        asked = any_of(chain(*(re.findall(r"\w+", text) for text in _asked(json.loads(request)))))
        answer = json.loads(door.answer(request))
        if file := answer.get("ok", {}).pop("file", None):
            answer["written"] = _written(file)
        texts = (text for found in _texts(answer) for text in _read(FILES.sub("", found)))
        assert left(texts, CODES, exempt, asked) == [], request


def _written(file: str) -> list[str]:
    """The texts of a Word file that comes as base64, and what its controls are called."""
    with ZipFile(BytesIO(b64decode(file))) as archive:
        text = archive.read("word/document.xml").decode()
    return [one or other for one, other in re.findall(r'>([^<]+)<|<w:alias w:val="([^"]*)"', text)]


def _asked(request: dict[str, Any]) -> Iterator[str]:
    """The texts of what is asked, and of a workbook that is handed in."""
    yield from _texts(request, any_text=True)
    yield str(request.get("pasted", "")).title()  # a list in Kumu's data is called by its key: 'Elements'
    for file in (request.get("file"), request.get("blank")):
        if isinstance(file, str) and file:  # a canvas that is asked for an empty sheet says true; one refused has none
            yield from _parts_of(file)


def _parts_of(file: str) -> Iterator[str]:
    with ZipFile(BytesIO(b64decode(file))) as archive:
        yield from (archive.read(name).decode() for name in archive.namelist())


def _texts(data: Any, *, any_text: bool = False) -> Iterator[str]:
    """The texts of JSON data that people read: no keys, no names for programs unless asked for, and no sums of lists."""
    if isinstance(data, str):
        if any_text or not ID.fullmatch(data):
            yield data
    elif isinstance(data, (list, dict)):
        for part in (data[key] for key in data if key != "lists") if isinstance(data, dict) else data:
            yield from _texts(part, any_text=any_text)


def _read(text: str) -> Iterator[str]:
    """What is read of a text, which may be a picture."""
    yield from read_texts(fragment(text)) if text.startswith("<") else (text,)
