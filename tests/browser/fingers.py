"""Fingers on a screen: real touch events, as Chromium gets them from one, and as no mouse sends them."""

from itertools import pairwise

from playwright.sync_api import Page

type Point = tuple[float, float]

STEPS = 8
"""How many moves one stroke is sent as."""


class Fingers:
    """One or more fingers on a page that was opened with `has_touch`."""

    def __init__(self, page: Page) -> None:
        """Begin with none on the screen."""
        self.session = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def drag(self, *way: Point) -> None:
        """One finger: down at the first point, along the others, and up at the last."""
        self.press(way[0])
        for start, end in pairwise(way):
            self.move(start, end)
        self.lift()

    def press(self, *points: Point) -> None:
        """Put fingers down."""
        self._send("touchStart", *points)

    def move(self, start: Point, end: Point) -> None:
        """Move the one finger that is down."""
        for step in range(1, STEPS + 1):
            self._send("touchMove", _between(start, end, step / STEPS))

    def lift(self) -> None:
        """Take all fingers off."""
        self._send("touchEnd")

    def pinch(self, middle: Point, begin: float, end: float) -> None:
        """Two fingers beside each other, about a point: from so far apart to so far apart."""
        x, y = middle
        for step in range(STEPS + 1):
            half = (begin + (end - begin) * step / STEPS) / 2
            self._send("touchMove" if step else "touchStart", (x - half, y), (x + half, y))
        self.lift()


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
