"""A filled-in form as a web page of one file: it needs nothing else, and can be put on any site or sent by email."""

from collections.abc import Iterator

from framework.core.words import say
from framework.draw.svg import element, escape
from framework.export.docx.names import CHECKED, UNCHECKED
from framework.export.form import Answers, Form, FormField, tidy, words
from framework.export.html_page import html_page

STYLE = """
body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 Arial,sans-serif;color:INK}
h1{font-size:2rem;line-height:1.15}
h2{margin-top:2.5rem;padding-top:.5rem;border-top:.4rem solid INK;font-size:1.5rem}
h3{margin:1.75rem 0 .4rem;font-size:1.1rem;color:ORGANISATION}
p,ul{margin:.4rem 0}
p{white-space:pre-wrap;overflow-wrap:anywhere}
ul{padding-left:0;list-style:none}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.95rem}
th,td{padding:.4rem .5rem;border:1px solid INK;text-align:left;vertical-align:top;white-space:pre-wrap}
thead th{background:INK;color:CARD}
tbody th{background:TINT}
.nothing,footer{color:SOFT}
footer{margin-top:3rem;font-size:.85rem}
"""
"""Names in capitals stand for the brand's colours."""


def web_page(form: Form, answers: Answers) -> str:
    """The page, as HTML."""
    style = STYLE
    for name, colour in form.colours.items():
        style = style.replace(name.upper(), colour)
    body = [element("h1", escape(form.name)), *sheet(form, answers, level=2)]
    body.append(element("footer", escape(form.credit)))
    return html_page(form.language, form.name, body, style)


def sheet(form: Form, answers: Answers, level: int) -> Iterator[str]:
    """All that stands below a form's name, as pieces of HTML; its highest headings are of this level."""
    yield element("p", escape(form.summary))
    yield from (element("p", element("strong", escape(note))) for note in form.notes(answers))
    below = level
    for each in form.fields:
        if each.part:
            yield element(f"h{level}", escape(each.part))
            below = level + 1
        yield element(f"h{below}", escape(each.label))
        yield from _answer(form, each, answers)


def _answer(form: Form, field: FormField, answers: Answers) -> Iterator[str]:
    if field.kind in ("table", "sides"):
        yield element("div", _table(field, answers), class_="scroll", tabindex=0, role="region", aria_label=field.label)
    elif field.kind == "ticks":
        chosen = field.chosen(answers)
        items = ((CHECKED if option in chosen else UNCHECKED, shown) for option, shown in field.options.items())
        yield element("ul", *(element("li", escape(f"{mark} {shown}")) for mark, shown in items))
    elif words(answers, field.id).strip():
        yield element("p", escape(tidy(form.shown(field.id, answers[field.id]))), dir="auto")
    else:
        yield element("p", escape(say("word.nothing")), class_="nothing")


def _table(field: FormField, answers: Answers) -> str:
    heads = (element("th", escape(each), scope="col") for each in field.headings)
    rows = (
        element("tr", *(_cell(text, head=field.named and place == 0) for place, text in enumerate(row)))
        for row in field.grid(answers)
    )
    return element("table", element("thead", element("tr", *heads)), element("tbody", *rows))


def _cell(text: str, head: bool) -> str:
    inside = escape(tidy(text)) or "&nbsp;"
    return element("th", inside, scope="row") if head else element("td", inside, dir="auto")
