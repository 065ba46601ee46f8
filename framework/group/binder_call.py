"""What the binder may be asked: what there is and what is next, and all documents out in one go.

A call of its own, apart from that of copies: every page asks that one, and nobody else needs what makes documents.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.file import file_in, file_out
from framework.core.guide import Guide
from framework.core.words import say
from framework.draw.svg import element, escape
from framework.export.calendar import calendar
from framework.export.counts import charts
from framework.export.docx.bound import Sheet, bound
from framework.export.docx.fill import filled
from framework.export.docx.package import Package, opened_safely
from framework.export.docx.pictures import drawings, read_pictures
from framework.export.form import day_out, form_of
from framework.export.html_page import html_page
from framework.export.web_page import sheet
from framework.group.binder import binder
from framework.group.documents import Version, versions
from framework.group.folder import folder
from framework.group.pictures import pictures
from framework.group.workspace import parts, read_copy


@dataclass(frozen=True)
class Asked:
    """A request, with what it brings opened."""

    guide: Guide
    request: dict[str, Any]
    name: str
    """The group's."""
    found: dict[str, Any]
    """What `framework.group.binder.binder` says."""
    data: dict[str, Any]
    today: date

    @property
    def language(self) -> str:
        """The page's, as a code."""
        return str(self.request.get("language", ""))

    @cached_property
    def documents(self) -> list[tuple[Version, Sheet]]:
        """Each version of each document, with its form. Raises `BadInput` where there is none, or a form is missing."""
        blanks = self.request.get("blanks")
        if not isinstance(blanks, dict):
            raise unknown_request()
        found = list(versions(self.found["stages"], self.data))
        if not found:
            raise BadInput(say("binder.nothing"), say("binder.nothing-mend"))
        opened = {
            tool: opened_safely(file_in(blanks.get(tool)), lambda file: (file, form_of(file.form())))
            for tool in dict.fromkeys(each.tool for each in found)
        }
        given = self.request.get("pictures") or [None] * len(found)
        if not isinstance(given, list) or len(given) != len(found):
            raise unknown_request()
        made = []
        for each, some in zip(found, given, strict=True):
            blank, form = opened[each.tool]
            made.append((each, Sheet(each.title, each.mark, form, blank, each.answers, read_pictures(some))))
        return made

    @property
    def last(self) -> dict[str, Version]:
        """The last version of each document, by tool: it alone is told over time."""
        return {version.tool: version for version, _ in self.documents}

    def earlier(self, version: Version) -> list[dict[str, Any]]:
        """The forms of earlier times that a version is told beside."""
        return self.data.get(f"earlier.{version.tool}", []) if version is self.last[version.tool] else []


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """`do`, `text`, that of a copy, and `today` in; see each function below for what else, and for what goes out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    copy = read_copy(str(request.get("text")), parts(guide))
    today = _day(request.get("today"))
    return DOES[do](Asked(guide, request, copy["name"], binder(guide, copy["data"], today), copy["data"], today))


def _day(day: Any) -> date:
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise unknown_request() from error


def _look(asked: Asked) -> dict[str, Any]:
    """The group's documents by stage (`framework.group.binder`)."""
    return asked.found


def _draw(asked: Asked) -> dict[str, Any]:
    """Asks `blanks`, and `colours`, by name; gives the `pictures` of each version of each document, in their order:
    each an `svg` and its `words`. As dots they come back with what asks for files (`framework.export.docx.pictures`).
    """
    colours = asked.request.get("colours")
    if not isinstance(colours, dict):
        raise unknown_request()
    return {
        "pictures": [
            [
                vars(each)
                for each in pictures(
                    asked.guide, made.blank.form()["fields"], made.answers, asked.earlier(version), colours
                )
            ]
            for version, made in asked.documents
        ]
    }


def _folder(asked: Asked) -> dict[str, Any]:
    """Asks `blanks`, each document's empty Word file by its id, the page's `language`, and `pictures`, a list of them
    for each version; gives a zip as a `file`.
    """
    files = [(version, _filled(made)) for version, made in asked.documents]
    return {"file": file_out(folder(files, asked.found["stages"], asked.name, asked.language))}


def _filled(made: Sheet) -> bytes:
    text = filled(made.blank.text(made.blank.main), made.form, made.answers, drawings(made.pictures))
    return made.blank.with_main(text, made.pictures)


def _word(asked: Asked) -> dict[str, Any]:
    """Asks `blanks`, and `binder`, the empty file that they are bound in; gives one Word file of all as a `file`.

    `pictures` are as for the folder.
    """
    about = say("binder.about", day=day_out(asked.today.isoformat()))
    sheets = [made for _, made in asked.documents]
    package = Package(file_in(asked.request.get("binder")))
    return {"file": file_out(bound(package, asked.name, about, sheets))}


def _page(asked: Asked) -> dict[str, Any]:
    """Asks `blanks` and the page's `language`; gives all documents as one web page, its `text`, to be printed."""
    headings = [
        say("binder.numbered", number=number, title=made.title) for number, (_, made) in enumerate(asked.documents, 1)
    ]
    contents = element("ol", *(element("li", escape(made.title)) for _, made in asked.documents))
    body = [
        element("h1", escape(asked.name)),
        element("p", escape(say("binder.about", day=day_out(asked.today.isoformat())))),
        element("h2", escape(say("binder.contents"))),
        contents,
    ]
    for (version, made), heading in zip(asked.documents, headings, strict=True):
        mark = element("p", element("strong", escape(made.mark)))
        inside = [*sheet(made.form, made.answers, level=3)]
        inside += _counted(asked, version, made)
        body.append(element("section", element("h2", escape(heading)), mark, *inside))
    return {"text": html_page(asked.language, asked.name, body)}


def _counted(asked: Asked, version: Version, made: Sheet) -> Iterator[str]:
    """What a document counts again and again, drawn and told."""
    if version is not asked.last[version.tool]:
        return
    times = [
        (day_out(each["day"]), each["filled"]) for each in asked.earlier(version) if each["filled"] != made.answers
    ]
    for chart in charts(made.form.fields, [*times, ("", made.answers)]):
        told = element("b", escape(chart.title)), *(element("p", escape(line)) for line in chart.lines)
        yield element("figure", chart.svg, element("figcaption", *told))


def _calendar(asked: Asked) -> dict[str, Any]:
    """All days on which the group comes back to a document, as a calendar: its `text`. Raises where there is none."""
    if not asked.found["days"]:
        raise BadInput(say("binder.no-days"), say("binder.no-days-mend"))
    # Several days of one document may be the same day: each is an event of its own, under the same name each time.
    seen: Counter[str] = Counter()
    events = [
        {
            "id": _event(f"review.{each['id']}.{each['day']}", seen),
            "text": say("binder.day-of", document=each["title"], why=each["why"]),
            "who": "",
            "by": each["day"],
            "done": False,
        }
        for each in asked.found["days"]
    ]
    return {"text": calendar(events, asked.name, asked.today)}


def _event(id_: str, seen: Counter[str]) -> str:
    """An id that no other event has.

    >>> seen = Counter()
    >>> _event("a", seen), _event("a", seen)
    ('a', 'a.2')
    """
    seen[id_] += 1
    return id_ if seen[id_] == 1 else f"{id_}.{seen[id_]}"


DOES: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "look": _look,
    "draw": _draw,
    "folder": _folder,
    "word": _word,
    "page": _page,
    "calendar": _calendar,
}
