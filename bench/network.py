"""A network between a browser and a host: as slow as asked, and every byte counted."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Network:
    """What passes between a browser and a host."""

    upstream: int
    """The host's port."""
    bytes_a_second: float | None = None
    """How fast it is towards the browser. None: as fast as it goes."""
    delay: float = 0.0
    """How long a round trip takes, in seconds."""
    passed: int = 0
    """Bytes sent to the browser so far."""
    port: int = 0

    def __post_init__(self) -> None:
        self.free_at = 0.0

    async def serve(self, ready: threading.Event, stop: asyncio.Event) -> None:
        """Pass connections on until told to stop."""
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        async with server:
            await stop.wait()

    async def _connect(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        host, to_host = await asyncio.open_connection("127.0.0.1", self.upstream)
        await asyncio.sleep(self.delay)  # a connection takes a round trip before anything is asked
        await asyncio.gather(self._pass(browser, to_host, False), self._pass(host, to_browser, True))

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, down: bool) -> None:
        try:
            while chunk := await source.read(4096 if self.bytes_a_second else 65536):
                if down:
                    self.passed += len(chunk)
                    await self._wait_turn(len(chunk))
                else:
                    await asyncio.sleep(self.delay)  # from the question to the first byte of its answer
                target.write(chunk)
                await target.drain()
        except ConnectionError:
            pass
        finally:
            target.close()

    async def _wait_turn(self, size: int) -> None:
        """All connections share one line."""
        if not self.bytes_a_second:
            return
        now = asyncio.get_running_loop().time()
        self.free_at = max(now, self.free_at) + size / self.bytes_a_second
        await asyncio.sleep(self.free_at - now)


@contextmanager
def network(upstream: int, bytes_a_second: float | None, delay: float) -> Iterator[Network]:
    """A network in front of the host at a port, while this lasts."""
    found = Network(upstream, bytes_a_second, delay)
    ready = threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(found.serve(ready, stop)), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield found
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(timeout=2)
