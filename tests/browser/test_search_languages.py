"""Search in other languages: by any form of a word where a library knows them, with and without accents, and by vowels
that are marks. What is looked through is what the languages' catalogues say, each file of ours as a page."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from framework.content.catalogue import messages
from framework.content.languages import editions
from overrides.hooks.search import stemmer

ROOT = Path(__file__).parents[2]
LIBRARIES = ("node_modules/minisearch/dist/umd/index.js", "overrides/assets/script/search/find.js")
FIND = """async ([texts, typed]) => {
  const opened = await guideSearch.open(texts, MiniSearch, globalThis.guideStem ?? ((word) => word));
  return typed.map((each) => opened.find(each).pages.map(({ address }) => address));
}"""
LADDER, HEALTH = "framework/data/assessments/ladder.yaml", "framework/data/assessments/health.yaml"
CARDS, GLOSSARY = "docs/check/precepts.md", "framework/data/glossary/"
TYPED = {
    "es": {"escalera de participación": LADDER, "chequeo de la coproducción": HEALTH, "veto": GLOSSARY},
    "tr": {"katılım merdiveni": LADDER, "durum kontrolü": HEALTH, "veto": GLOSSARY},
    "ar": {"سلم المشاركة": LADDER, "فحص حال القرار": HEALTH, "حق النقض": GLOSSARY},
    "bn": {"অংশগ্রহণের মই": LADDER, "অবস্থা যাচাই": HEALTH, "ভেটো": GLOSSARY},
    "pl": {"drabina": LADDER, "weto": GLOSSARY},
    "so": {"jaranjarada": LADDER},
    "en-easy": {"ladders": LADDER, "veto": GLOSSARY},
}
"""What people type in each language, and what must be among the first three."""
ALIKE = [
    ("es", "reunión", ("reunion", "reuniones", "REUNIÓN")),
    ("es", "participación", ("participacion",)),
    ("tr", "kiracılar", ("kiracilar",)),
    ("tr", "ilke", ("ilkeler", "İLKELER")),
    ("ar", "سكان", ("السكان", "للسكان", "سُكّان")),
    ("ar", "سلّم", ("سلم", "السلم")),
]
"""What finds the same pages."""

type Search = Callable[[str, list[str]], list[list[str]]]


@pytest.fixture(scope="module")
def search(browser: Browser) -> Iterator[Search]:
    """Looks in the texts of a language for what is typed: for each, the files that have it, the best first."""
    context = browser.new_context(service_workers="block")
    english = list(messages())

    @cache
    def opened(address: str) -> tuple[str, list[dict[str, Any]]]:
        (edition,), problems = editions(ROOT / "brand", [address])
        assert not problems
        texts = edition.language.texts
        pages: dict[str, list[str]] = defaultdict(list)
        for message in english:
            first = message.text if isinstance(message.text, str) else message.text[0]
            if said := texts.get((message.context, first)):
                pages[message.file].append(said[0])
        told: list[dict[str, Any]] = [
            {"address": file, "title": said[0], "places": [["", said[0], " ".join(said)]]}
            for file, said in pages.items()
        ]
        return edition.language.code.split("-")[0], told

    def look(address: str, typed: list[str]) -> list[list[str]]:
        code, pages = opened(address)
        page = context.new_page()
        page.add_script_tag(content=stemmer(code) or "void 0")
        for path in LIBRARIES:
            page.add_script_tag(path=ROOT / path)
        found: list[list[str]] = page.evaluate(FIND, [{"pages": pages, "passedOver": ""}, typed])
        page.close()
        return found

    yield look
    context.close()


@pytest.mark.parametrize("address", TYPED)
def test_what_is_typed_in_a_language_finds_its_page(search: Search, address: str) -> None:
    wanted = TYPED[address]
    for (typed, file), found in zip(wanted.items(), search(address, list(wanted)), strict=True):
        assert any(each.startswith(file) for each in found[:3]), (typed, found[:5])


@pytest.mark.parametrize(("address", "typed", "others"), ALIKE)
def test_forms_of_a_word_find_the_same(search: Search, address: str, typed: str, others: tuple[str, ...]) -> None:
    first, *rest = search(address, [typed, *others])
    assert first
    assert [found == first for found in rest] == [True] * len(rest), json.dumps(rest)


def test_a_vowel_that_is_a_mark_makes_another_word(search: Search) -> None:
    with_vowel, without = search("bn", ["নীতি", "নত"])
    assert with_vowel
    assert with_vowel != without
