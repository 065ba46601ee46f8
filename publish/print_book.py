"""Print the whole guide as a PDF: tagged, with an outline, and with the pages of its contents and links.

`python -m publish.print_book site/` needs a built site, and the path of a Chromium in `.cache/chromium`. It writes
`site/book/guide.pdf`.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from publish.book import ADDRESS
from publish.chromium import FLAGS, chromium
from publish.preview import application, served

PASSES = 4
"""How often the book is printed at most. To write a page's number may move that page; it mostly takes two."""
SET_DATE = """() => {
  const month = { month: "long", year: "numeric", timeZone: "UTC" };
  const date = new Date().toLocaleDateString(document.documentElement.lang, month);
  for (const each of document.querySelectorAll("[data-printed]")) {
    each.textContent = each.dataset.printed.replace("{date}", date);
  }
}"""
SET_PAGES = """numbers => {
  const words = document.querySelector("[data-page-words]").dataset.pageWords;
  for (const link of document.querySelectorAll(".contents a, .chapter a[data-see]")) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (!link.getAttribute("href").startsWith("#")) continue;
    link.dataset.page = numbers[id] ?? "000";
    link.dataset.onPage = words.replace("{number}", link.dataset.page);
  }
}"""

type Numbers = dict[str, int]
"""The page on which each id of the book stands, where something links to it."""


def print_book(site: Path, browser: Browser) -> bytes:
    """The book of a built site as a PDF."""
    with served(application(site)) as address, browser.new_page() as page:
        page.goto(f"{address}/{ADDRESS}")
        page.evaluate("() => document.fonts.ready.then(() => null)")
        page.evaluate(SET_DATE)

        def print_with(numbers: Numbers) -> bytes:
            page.evaluate(SET_PAGES, numbers)
            told = bool(numbers)  # tags take as long as all else: the first print, which only counts, needs none
            return page.pdf(prefer_css_page_size=True, print_background=False, tagged=told, outline=told)

        return settled(print_with, page_numbers)


def settled(print_with: Callable[[Numbers], bytes], numbers_in: Callable[[bytes], Numbers]) -> bytes:
    """Print until the page numbers written in the book are those that it has.

    >>> pages = {b"first": {"a": 2}, b"second": {"a": 3}, b"third": {"a": 3}}
    >>> prints = iter(pages)
    >>> settled(lambda numbers: next(prints), pages.__getitem__)
    b'third'
    """
    numbers: Numbers = {}
    for _ in range(PASSES):
        made = print_with(numbers)
        found = numbers_in(made)
        if found == numbers:
            return made
        numbers = found
    raise RuntimeError(f"The page numbers of the book still moved after it was printed {PASSES} times.")


def page_numbers(pdf: bytes) -> Numbers:
    """The page of each id that something in a PDF links to, counted from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    found = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    return {name.removeprefix("/"): page + 1 for name, page in found.items() if page is not None}


def main() -> None:
    """Print the book of the site that is named."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    if not (site / ADDRESS / "index.html").exists():
        sys.exit(f"There is no book in '{site}'. Run 'make book', which builds it first.")
    target = site / ADDRESS / "guide.pdf"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=FLAGS) as browser,
    ):
        target.write_bytes(print_book(site, browser))
    pages = len(PdfReader(target).pages)
    print(f"The book is {target}: {pages} pages, {target.stat().st_size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
