"""A host that does wrong in just one way, until it is told to behave."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any

from playwright.sync_api import Page, Route

from publish.preview import App, application
from publish.runtime import CACHE, image
from tests.built_site import one_at_a_time

type Wrong = Callable[[bytes, dict[str, str]], tuple[str, bytes, dict[str, str]]]
"""What a file becomes: from its content and headers to a status, a content and headers."""


def missing(_content: bytes, _headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """The file is not there."""
    return "404 Not Found", b"Not here", {"Content-Type": "text/plain"}


def page_instead(_content: bytes, _headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """A page where the file should be, as hosts of apps send."""
    return "200 OK", b"<!doctype html><title>Welcome</title>", {"Content-Type": "text/html"}


def plain_type(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """The right content under a type that says nothing."""
    return "200 OK", content, {**headers, "Content-Type": "text/plain"}


def cut_short(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
    """The first half."""
    return "200 OK", content[: len(content) // 2], headers


def with_answer(body: str) -> Wrong:
    """Our wheel, in which the door answers every request by this Python instead."""

    def change(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as ours, zipfile.ZipFile(made, "w") as theirs:
            for name in ours.namelist():
                if not name.endswith("browser.pyc"):
                    theirs.writestr(zipfile.ZipInfo(name), ours.read(name))
            source = f"def open_framework(published): pass\ndef answer(request):\n    {body}\n"
            theirs.writestr(zipfile.ZipInfo("framework/browser.py"), source)
        return "200 OK", made.getvalue(), headers

    return change


def with_text(old: str, new: str) -> Wrong:
    """The file with another text in place of one."""

    def change(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
        assert old.encode() in content
        return "200 OK", content.replace(old.encode(), new.encode()), headers

    return change


def in_turn(*steps: Wrong) -> Wrong:
    """Several things that are wrong with one file."""

    def change(content: bytes, headers: dict[str, str]) -> tuple[str, bytes, dict[str, str]]:
        status = "200 OK"
        for step in steps:
            status, content, headers = step(content, headers)
        return status, content, headers

    return change


def file_instead(content: bytes) -> Wrong:
    """Another file where the right one should be."""
    return lambda _content, headers: ("200 OK", content, headers)


def script_instead(script: str) -> Wrong:
    """Another script where the file should be."""
    return lambda _content, headers: ("200 OK", script.encode(), headers)


def image_with_answer(site: Path, body: str) -> bytes:
    """An image of our Python in which the door answers every request by this Python instead."""
    (wheel,), (stdlib,), (core,) = (
        (site / "assets" / "python").glob(each) for each in ("*.whl", "*stdlib*.zip", "pyodide-*")
    )
    _, changed, _ = with_answer(body)(wheel.read_bytes(), {})
    with one_at_a_time():
        kept = CACHE / f"wrong-{hashlib.sha256(changed).hexdigest()[:12]}.whl"
        kept.write_bytes(changed)
        return image(f"{core.name}/", stdlib, kept, "{}", []).read_bytes()


@dataclass
class Misbehaving:
    """The site, served well but for the files that `wrong` names by a part of their address."""

    site: Path
    wrong: dict[str, Wrong] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.good: App = application(self.site)

    def send_image(self, content: bytes, page: str) -> None:
        """Send another image, which the page takes for the right one."""
        (right,) = self.site.glob("assets/python/image-*.bin")
        seals = [base64.b64encode(hashlib.sha256(each).digest()).decode() for each in (right.read_bytes(), content)]
        self.wrong[page] = with_text(*seals)
        self.wrong[".bin"] = file_instead(content)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, as a WSGI application."""
        path = str(environ["PATH_INFO"])
        self.asked.append(path)
        wrong = next((wrong for part, wrong in self.wrong.items() if part in path), None)
        if not wrong:
            return self.good(environ, start)
        kept: dict[str, str] = {}
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        content = b"".join(self.good(environ, lambda _status, headers: kept.update(headers)))
        status, content, headers = wrong(content, kept)
        sent = {**headers, "Cache-Control": "no-store", "Content-Length": str(len(content))}
        start(status, list(sent.items()))
        return [content]


ALONE = "delete globalThis.SharedWorker"
"""For `page.add_init_script`: Python in a worker of the page's own, so that the test sees what it asks for."""


def never_comes(page: Page) -> None:
    """Have Python be for ever on its way to a page."""
    page.add_init_script(ALONE)
    page.route("**/assets/python/**", lambda _: None)


def late(seconds: float) -> Callable[[Route], None]:
    """For `page.route`: what is asked for comes after a while."""

    def wait(route: Route) -> None:
        sleep(seconds)
        route.continue_()

    return wait
