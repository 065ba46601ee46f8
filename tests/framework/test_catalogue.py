"""The catalogue of all that the site says, and what is taken of a translated one."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from framework.content.catalogue import catalogue, write
from framework.content.check import checked_sentences
from framework.content.language import Language, load_language
from framework.content.model import Framework, items
from framework.content.prose import retold_page
from framework.content.retell import as_it_is, retold

POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"


@pytest.fixture(scope="module")
def made() -> Catalog:
    return catalogue()


def test_the_same_texts_always_make_the_same_catalogue(made: Catalog, tmp_path: Path) -> None:
    for name in ("one.pot", "other.pot"):
        write(made if name == "one.pot" else catalogue(), tmp_path / name)
    one, other = (tmp_path / "one.pot").read_bytes(), (tmp_path / "other.pot").read_bytes()
    assert one == other
    assert len(read_po((tmp_path / "one.pot").open("rb"), abort_invalid=True)) == len(made) > 4_000


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("common-vision title", "Working to a common vision"),
        ("vision-statement.red-lines label", None),
        ("ladder.no-decisions", None),
        ("power-map examples name", "Leaseholders"),
        ("mkdocs.yml nav", "Your work"),
        ("docs/about.md title", "About this guide"),
        ("docs/about.md", "Tell us"),
        ("docs/answer-code.md", "the `version` of its statements, less 1"),
        ("word.veto forms", None),
        ("health states strong name", None),
        ("role residents", "residents"),
        ("evidence-log.said", "{Residents} said"),
    ],
)
def test_all_that_people_read_is_in_it(made: Catalog, context: str, text: str | None) -> None:
    found = [message for message in made if message.context == context and text in (None, message.id)]
    assert found, f"{context}: {text}"
    assert all(message.locations[0][0] for message in found)


def test_names_for_programs_and_titles_of_works_are_not_in_it(made: Catalog, framework: Framework) -> None:
    keys = {(message.context or "").partition(" ")[2] for message in made if message.id}
    assert not keys & {"id", "origin", "url", "authors", "kind", "cites", "retired_in", "stages", "leads_to", "version"}
    assert not any((message.context or "").endswith(" screen") for message in made)
    assert framework.source.title not in {message.id for message in made if "source." in (message.context or "")}


def test_a_sentence_with_plural_forms_is_a_plural_message(made: Catalog) -> None:
    assert made.get("{count} minute", "common.minutes").id == ("{count} minute", "{count} minutes")  # type: ignore[union-attr]


def test_editors_insist_on_places_and_not_on_roles(made: Catalog) -> None:
    assert "python-brace-format" in made.get("rung {number}", "ladder-quiz.rung").flags  # type: ignore[union-attr]
    assert not made.get("{Residents} said", "evidence-log.said").flags  # type: ignore[union-attr]


def po(folder: Path, *messages: tuple[str, str | tuple[str, str], str | tuple[str, ...]], head: str = "") -> Path:
    """A translated catalogue in Polish."""
    made = Catalog(locale="pl", fuzzy=False)
    for context, english, told in messages:
        made.add(english, string=told, context=context)
    path = folder / "pl.po"
    with path.open("wb") as opened:
        write_po(opened, made)
    if head:
        path.write_text(
            path.read_text(encoding="utf-8").replace(head.split("|")[0], head.split("|")[1]), encoding="utf-8"
        )
    return path


def test_a_language_is_read_with_its_plurals(tmp_path: Path) -> None:
    forms = ("{count} minuta", "{count} minuty", "{count} minut")
    language, problems = load_language(
        po(
            tmp_path,
            ("common.minutes", ("{count} minute", "{count} minutes"), forms),
            ("common.print", "Print", "Drukuj"),
            ("common.back", "Back", ""),
        )
    )
    assert problems == []
    assert language
    assert (language.code, language.direction) == ("pl", "ltr")
    told = language.sentences(checked_sentences())
    assert (told.texts["common.minutes"], told.texts["common.print"]) == (forms, "Drukuj")
    assert told.texts["common.back"] == "Back"
    assert told.texts["common.lasts"] == ["{count} minute.", "{count} minutes.", "{count} minutes."]


def test_a_role_is_filled_with_what_the_language_calls_it(tmp_path: Path) -> None:
    found, problems = load_language(
        po(
            tmp_path,
            ("role residents", "residents", "mieszkańcy"),
            ("a text", "{Residents} and {a landlord}", "{Residents} i właściciel"),
            ("another text", "{a resident}", "{boards}"),
        )
    )
    assert problems == []
    assert found
    assert found.said("a text", "{Residents} and {a landlord}") == "Mieszkańcy i właściciel"
    assert found.said("another text", "{a resident}") == "boards"
    assert found.said("a third text", "{A resident}") == "A resident"


BROKEN = {
    "role": (("a text", "{A resident} asks", "{A resident} pyta"), "", "'{A resident}' is English", "{residents}"),
    "place": (("a.b", "{name} is in", "Tu jest {nazwa}"), "", "its places are {nazwa}, in English {name}", "Keep each"),
    "link": (("a text", "See [it](id:power-map)", "Patrz [to](id:mapa)"), "", "](id:mapa)", "addresses of links"),
    "html": (("docs/a.md", "Write to <a href='x'>us</a>", "Pisz"), "", "'none' stands where", "HTML"),
    "form": (
        ("a.b", ("{count} of {all}", "{count} of {all}"), ("{count} z {all}", "{count}", "{count} z {all}")),
        "",
        "its places are none, in English {all}",
        "Keep each place",
    ),
    "language": (("a.b", "It", "To"), "Language: pl|Language: ", "names no language", "Language: cy"),
    "plurals": (("a.b", "It", "To"), "nplurals=3|nplurals=2", "nplurals=2", "of your language"),
    "rule": (("a.b", "It", "To"), "plural=(|plural=import (", "can't be read", "of your language"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_translation_that_breaks_a_page_is_told(case: str, tmp_path: Path) -> None:
    message, head, what, mend = BROKEN[case]
    language, problems = load_language(po(tmp_path, message, head=head))  # type: ignore[arg-type]
    assert language is None
    (problem,) = problems
    assert problem.file == "pl.po"
    assert problem.id == (message[0] if not head else "")
    assert what in problem.what
    assert mend in problem.mend


def test_a_file_that_is_no_catalogue_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "a', encoding="utf-8")
    for name, what in (("a.po", "this is no catalogue"), ("b.po", "is not there")):
        language, (problem,) = load_language(tmp_path / name)
        assert language is None
        assert what in problem.what


def test_a_framework_in_a_language_keeps_its_ids(framework: Framework) -> None:
    language = Language(
        "cy", "n != 1", {("common-vision title", "Working to a common vision"): ("Gweledigaeth gyffredin",)}
    )
    there = retold(framework, language.said)
    assert [item.id for item in items(there)] == [item.id for item in items(framework)]
    assert there.principles[0].title == "Gweledigaeth gyffredin"
    assert there.principles[1:] == framework.principles[1:]


PAGE = """# One page

A line
and another, with [a link](/a.md).
{% if there %}

> Said by
> somebody.

1. First
   and more
   - nested
{%- endif %}

| size | `16` |
| --- | --- |

    code stays

```yaml
resident: tenant
```
## One page
"""
RETOLD = """# ONE PAGE { #one-page }

A LINE AND ANOTHER, WITH [A LINK](/A.MD).
{% if there %}

> SAID BY SOMEBODY.

1. FIRST AND MORE
   - NESTED
{%- endif %}

| SIZE | `16` |
| --- | --- |

    code stays

```yaml
resident: tenant
```
## ONE PAGE { #one-page_1 }
"""


def test_a_page_is_said_anew_block_by_block() -> None:
    assert retold_page(PAGE, "docs/a.md", lambda _, text: text.upper()) == RETOLD
    assert retold_page(PAGE, "docs/a.md", as_it_is) == PAGE
