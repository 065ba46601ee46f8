"""All tables of a form, one below the other, as CSV for any spreadsheet."""

from framework.export.csv import csv_text
from framework.export.form import Answers, Form


def tables(form: Form, answers: Answers) -> str:
    """Each table below its own name, with an empty row between two."""
    rows: list[list[str]] = []
    for each in form.fields:
        if each.kind in ("table", "sides"):
            rows += [[], [each.label], each.headings, *each.grid(answers)]
    return csv_text([form.name], rows)
