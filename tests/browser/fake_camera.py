"""Chromium's fake camera: what a page sees through it is a film."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

from publish.chromium import FLAGS, chromium

WIDE, HIGH = 640, 480
FRAMES_EACH = 4
"""How often a film shows each of its pictures: for 0.8 seconds."""


def film(path: Path, pictures: Sequence[bytes]) -> Path:
    """A film that shows each picture for a while, and then begins anew."""
    grey = bytes([128]) * (WIDE * HIGH // 2)
    frames = b"".join((b"FRAME\n" + each + grey) * FRAMES_EACH for each in pictures)
    path.write_bytes(f"YUV4MPEG2 W{WIDE} H{HIGH} F5:1 Ip A1:1 C420jpeg\n".encode() + frames)
    return path


@contextmanager
def seeing(playwright: Playwright, path: Path, **options: object) -> Iterator[Page]:
    """A page in a browser whose camera sees a film."""
    fake = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *fake])
    try:
        page = browser.new_context(service_workers="block", permissions=["camera"], **options).new_page()  # type: ignore[arg-type]
        yield page
    finally:
        browser.close()
