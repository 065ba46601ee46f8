"""The browser that prints the book, takes pictures, measures and tests: where it is, and how it is started."""

from pathlib import Path

FOUND = Path(__file__).parents[1] / ".cache" / "chromium"
"""Where `config/find-chromium.sh` noted its path."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Quiet: without a screen, and without asking any host of its own accord."""


def chromium() -> str:
    """The path of Chromium. Raises `FileNotFoundError`, where none was looked for yet."""
    if not FOUND.exists():
        raise FileNotFoundError("There is no browser yet. Run 'make .cache/chromium', which finds or installs one.")
    return FOUND.read_text(encoding="utf-8").strip()
