"""Prints pages in WebKit, since its driver can't. The system's Python runs this, which has the bindings to WebKit.

Each line of input is a page to be printed, as `tests/printing.py` writes it: JSON with `address`, `before`, `after`,
`ready` and `to`. A line of JSON answers it: the empty text, or what went wrong.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (only after the versions are chosen)

LOADED = "if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));"
"""WebKit says that a page has loaded before the page's own scripts have run."""
TRIES = 600
"""How often a page is asked whether it is ready, ten times a second."""


class Printing:
    """One page, from its address to the file."""

    def __init__(self, asked: dict[str, str]) -> None:
        self.asked = asked
        self.failed: str | None = None
        self.tries = TRIES
        content = WebKit2.UserContentManager()
        frames, start = WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START
        content.add_script(WebKit2.UserScript(asked["before"], frames, start, None, None))
        self.view = WebKit2.WebView(
            web_context=WebKit2.WebContext.new_ephemeral(),  # nothing is kept from one page to the next
            user_content_manager=content,
        )
        self.window = Gtk.Window(default_width=1280, default_height=800)
        self.window.add(self.view)
        self.window.show_all()
        self.view.connect("load-failed", lambda _view, _event, _address, error: self.end(error.message))
        self.loading = self.view.connect("load-changed", self.loaded)
        self.view.load_uri(asked["address"])

    def end(self, failed: str = "") -> None:
        if self.failed is None:
            self.failed = failed
            Gtk.main_quit()

    def loaded(self, view: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            view.disconnect(self.loading)
            self.run(f"{LOADED} {self.asked['after']}", self.ask)

    def run(self, body: str, then: Callable[[Any], object]) -> None:
        """Run the body of an async function on the page; then, with what it gives."""

        def done(view: WebKit2.WebView, result: object) -> None:
            try:
                given = view.call_async_javascript_function_finish(result)
            except GLib.Error as error:
                self.end(error.message)
            else:
                then(given)

        self.view.call_async_javascript_function(body, -1, None, None, None, None, done)

    def ask(self, _given: object = None) -> bool:
        self.run(f"return Boolean({self.asked['ready']})", self.answered)
        return False  # once is enough for GLib's clock

    def answered(self, ready: Any) -> None:
        self.tries -= 1
        if ready.to_boolean():
            self.print()
        elif self.tries:
            GLib.timeout_add(100, self.ask)
        else:
            self.end(f"It never came to this: {self.asked['ready']}")

    def print(self) -> None:
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(self.asked["to"], None))
        setup = Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
        self.operation = WebKit2.PrintOperation(web_view=self.view, print_settings=settings, page_setup=setup)
        self.operation.connect("failed", lambda _operation, error: self.end(error.message))
        self.operation.connect("finished", lambda _operation: self.end())
        self.operation.print_()


for line in sys.stdin:
    printing = Printing(json.loads(line))
    Gtk.main()
    printing.window.destroy()
    print(json.dumps(printing.failed), flush=True)
