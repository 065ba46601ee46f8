"""What those who publish a copy should know: on a page beside the site, which nobody uploads, and on their host's.

GitHub shows it on the page of a build that is done, or that has failed. GitLab keeps the page as a file of the build.
"""

import os
from html import escape
from pathlib import Path

from macros.plain_text import MEANS_SOMETHING

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em }} li {{ margin: 1em 0;
white-space: pre-wrap; overflow-wrap: anywhere }}</style>
<h1>{title}</h1>
<p>{about}</p>
<ul>
{notes}
</ul>
</html>
"""
NOTHING = "The site was built. There is nothing to look at."
SOMETHING = "The site was built. These are for you to look at. Readers don't see this page."
STOPPED = "The site was not built. Mend this in your copy, and save it: the site is then built anew."
ASKED_BY_HOST = "GITHUB_STEP_SUMMARY"
"""GitHub's name for the file whose text it shows on the page of a build."""


def page_of(site: Path) -> Path:
    """The page with the notes, beside the folder of a site."""
    return site.with_name(f"{site.name}-notes.html")


def tell_publisher(site: Path, name: str, notes: list[str]) -> None:
    """Write the notes of a site's build where its publisher finds them."""
    about = SOMETHING if notes else NOTHING
    items = "\n".join(f"<li>{escape(note)}</li>" for note in notes)
    title = f"Notes on {escape(name)}"
    page_of(site).write_text(PAGE.format(title=title, about=about, notes=items), encoding="utf-8")
    _show("\n".join([f"## {about}", "", *(f"- {_plain(note)}" for note in notes)]))


def tell_host(problems: str) -> None:
    """Show on the host's page of a build why it stopped, where the host shows anything."""
    _show("\n".join([f"## {STOPPED}", "", *(f"- {_plain(line.strip())}" for line in problems.splitlines())]))


def _show(text: str) -> None:
    if path := os.environ.get(ASKED_BY_HOST):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


def _plain(text: str) -> str:
    """A text in which nothing means anything in Markdown.

    >>> _plain("'name' is *ours*\\nhere")
    '&#39;name&#39; is &#42;ours&#42;<br>here'
    """
    return "<br>".join(line.translate(MEANS_SOMETHING) for line in text.splitlines())
