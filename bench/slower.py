"""A processor as slow as asked: a browser's processes are held for most of the time, all their threads alike.

What a browser offers for this slows the page alone, and not its workers.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TURN = 0.005
"""How long the processes run before they are held, in seconds."""


def _children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                found += [int(entry.name), *_children(int(entry.name))]
    return found


def _send(processes: list[int], number: signal.Signals) -> None:
    for process in processes:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue


@contextmanager
def slower(times: int, browser: int) -> Iterator[None]:
    """Slow down all processes below this one that draw pages, `times` over, while this lasts."""
    over = threading.Event()

    def hold() -> None:
        renderers: list[int] = []
        looked = 0.0
        while not over.is_set():
            if time.monotonic() - looked > 0.1:
                renderers = [process for process in _children(browser) if _is_renderer(process)]
                looked = time.monotonic()
            _send(renderers, signal.SIGSTOP)
            time.sleep(TURN * (times - 1))
            _send(renderers, signal.SIGCONT)
            time.sleep(TURN)

    if times == 1:
        yield
        return
    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def browser_memory(parent: int) -> int:
    """The memory in bytes that the processes below this one take which draw pages, all that they share left out."""
    return sum(_own_memory(process) for process in _children(parent) if _is_renderer(process))


def _own_memory(process: int) -> int:
    told = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in told if line.startswith(("Private_", "Swap:")))


def _is_renderer(process: int) -> bool:
    try:
        return "--type=renderer" in Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return False
