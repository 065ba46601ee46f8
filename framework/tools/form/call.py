"""What the page of a tool's form may ask: its answers as files to take away, and those of a Word file that comes back.

Each request brings `blank`, the tool's empty Word file: the form stands in it as data.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from framework.core.answers import BadInput, unknown_request
from framework.core.file import file_in, file_out
from framework.core.guide import Guide
from framework.core.words import say
from framework.export.docx.content import blocks, comments
from framework.export.docx.fill import filled
from framework.export.docx.names import BINDER, EDITION, TOOL
from framework.export.docx.package import Package, opened_safely
from framework.export.docx.pictures import drawings, read_pictures
from framework.export.docx.read import Found, read
from framework.export.form import Answers, Form, form_of, read_answers, tidy
from framework.export.markdown import markdown
from framework.export.tables import tables
from framework.export.web_page import web_page


@dataclass(frozen=True)
class Asked:
    """A request, with what it brings opened."""

    guide: Guide
    request: dict[str, Any]
    blank: Package
    form: Form
    answers: Answers


def answer(guide: Guide, request: dict[str, Any]) -> dict[str, Any]:
    """Answer what `do` names; see each function below for what goes in and out."""
    do = request.get("do")
    if not isinstance(do, str) or do not in DOES:
        raise unknown_request()
    answers = read_answers(request.get("answers"))
    blank, form = opened_safely(file_in(request.get("blank")), lambda file: (file, form_of(file.form())))
    return DOES[do](Asked(guide, request, blank, form, answers))


def _word(asked: Asked) -> dict[str, Any]:
    """The form filled in: `file`, as base64. `pictures` are those that belong above its answers
    (`framework.export.docx.pictures`).
    """
    pictures = read_pictures(asked.request.get("pictures"))
    text = filled(asked.blank.text(asked.blank.main), asked.form, asked.answers, drawings(pictures))
    made = asked.blank.with_main(text, pictures)
    return {"file": file_out(made)}


def _page(asked: Asked) -> dict[str, Any]:
    """The form as a web page of one file: `text`."""
    return {"text": web_page(asked.form, asked.answers)}


def _markdown(asked: Asked) -> dict[str, Any]:
    """The form as Markdown: `text`."""
    return {"text": markdown(asked.form, asked.answers)}


def _tables(asked: Asked) -> dict[str, Any]:
    """All tables of the form as CSV: `text`."""
    return {"text": tables(asked.form, asked.answers)}


def _read(asked: Asked) -> dict[str, Any]:
    """What is in a `file`, as base64, held against `answers`, which the page has. Nothing is changed by this.

    Out: `changes`, each with the `name` of the answer, its `place`, what it is `here` and `there`, in the file, the
    `texts` to keep, and its `kind`: new, changed or emptied; `same`, how many are not different; what is `unplaced`,
    and `comments`, each with its `place` and the id of its `field`; and `note`, where the file is of another edition.
    """
    form, answers = asked.form, asked.answers
    empty = blocks(asked.blank.part(asked.blank.main))

    def taken(package: Package) -> tuple[Found, str]:
        note = _note(asked.guide, form, package)
        document = blocks(package.part(package.main))
        return read(form, empty, document, comments(package.comments()), answers), note

    found, note = opened_safely(file_in(asked.request.get("file")), taken)
    if not found.answers:
        raise BadInput(say("word-file.no-form"), say("word-file.no-form-mend"))
    changes = _changes(form, found, answers)
    return {
        "changes": changes,
        "same": sum(1 for name, texts in found.answers.items() if texts and _alike(answers.get(name, ()), texts)),
        "unplaced": [{"place": place, "text": text} for place, text in found.unplaced],
        "comments": [
            {"place": place, "field": field, "by": each.by, "text": each.text} for place, field, each in found.comments
        ],
        "note": note,
    }


def _note(guide: Guide, form: Form, file: Package) -> str:
    """What is to be told of where a file comes from. Raises `BadInput` where it is another form."""
    told = file.properties()
    feet = " ".join(text for foot in file.feet() for text in foot.texts())
    tool = told.get(TOOL) or next((id_ for id_ in guide.tools if f"· {id_} ·" in feet), "")
    if tool == BINDER:
        raise BadInput(say("word-file.binder"), say("word-file.binder-mend"))
    if tool and tool != form.tool:
        name = guide.tools.get(tool, tool[:80])
        raise BadInput(say("word-file.other-form", name=name), say("word-file.other-form-mend"))
    edition = told.get(EDITION, form.edition)
    if edition == form.edition:
        return ""
    return say("word-file.other-edition", edition=edition[:20], ours=form.edition)


def _changes(form: Form, found: Found, answers: Answers) -> list[dict[str, Any]]:
    both = {**answers, **{name: texts for name, texts in found.answers.items() if texts}}
    known = set(form.names(both))
    in_order = [name for name in form.names(both) if name in found.answers]
    changes = []
    for name in [*in_order, *(name for name in found.answers if name not in known)]:
        now, then = list(answers.get(name, ())), found.answers[name]
        if not _alike(now, then):
            changes.append(
                {
                    "name": name,
                    "place": form.place(name, both),
                    "here": form.shown(name, now),
                    "there": form.shown(name, then),
                    "texts": then,
                    "kind": "new" if not now else "changed" if then else "emptied",
                }
            )
    return changes


def _alike(now: Sequence[str], then: Sequence[str]) -> bool:
    """Whether an answer is the same as one that went through a file, but for spaces that nobody sees."""
    return [each for text in now if (each := tidy(text))] == [each for text in then if (each := tidy(text))]


DOES: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "word": _word,
    "page": _page,
    "markdown": _markdown,
    "tables": _tables,
    "read": _read,
}
