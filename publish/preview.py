"""Serve a built site as a good host would: compressed, cached, with the right types and the security headers.

`python -m publish.preview [site]` serves it on the port that PORT names, 8000 unless told.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import waitress
from whitenoise import WhiteNoise

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TYPES = {".wasm": "application/wasm", ".mjs": "text/javascript", ".js": "text/javascript", ".whl": "application/zip"}
TYPES |= {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
TYPES |= {".bin": "application/octet-stream"}
MAX_AGE = 600
"""Seconds for which a browser need not ask again for other files."""
MOST_CONNECTIONS = 5_000
"""Firefox keeps its connections for some minutes, and the audit opens hundreds of pages in it."""
FOR_EVER = "assets/python/", "assets/moved/", "assets/brand/style-"
"""Where files carry a hash of their content in their name."""

type App = Callable[..., Iterable[bytes]]


def application(site: Path, headers: dict[str, str] | None = None) -> App:
    """The site as a WSGI application. `headers` are sent in place of the usual security headers."""
    sent = HEADERS if headers is None else headers

    def add(answer: Any, path: str, url: str) -> None:  # noqa: ARG001 (WhiteNoise's names)
        for name, value in sent.items():
            answer[name] = value

    def missing(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:  # noqa: ARG001 (WSGI's names)
        start("404 Not Found", [("Content-Type", "text/html; charset=utf-8"), *sent.items()])
        page = site / "404.html"
        return [page.read_bytes() if page.exists() else b"Not found"]

    return WhiteNoise(  # type: ignore[no-any-return]
        missing,
        root=str(site),
        index_file=True,
        max_age=MAX_AGE,
        mimetypes=TYPES,
        add_headers_function=add,
        immutable_file_test=lambda path, url: url.lstrip("/").startswith(FOR_EVER),  # noqa: ARG005 (its names)
    )


@contextmanager
def served(app: App) -> Iterator[str]:
    """The address, without a slash at its end, at which an application is served while this lasts."""
    server = waitress.create_server(
        app,
        host="127.0.0.1",
        port=0,
        threads=8,
        clear_untrusted_proxy_headers=True,
        connection_limit=MOST_CONNECTIONS,
        asyncore_use_poll=True,  # select() knows no more than 1,024 files
    )

    def end() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()  # else a browser that keeps its connection would keep the server
        server.close()

    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(end)  # in the thread that looks at what is closed there
        thread.join(timeout=5)


def main() -> None:
    """Serve until stopped."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    if not (site / "index.html").exists():
        sys.exit(f"There is no site in '{site}'. Run 'make build' first.")
    port = int(os.environ.get("PORT", "8000"))
    logging.getLogger("waitress").setLevel(logging.ERROR)
    print(f"The site is at http://127.0.0.1:{port}/ (stop it with Ctrl-C)", flush=True)
    waitress.serve(application(site), host="127.0.0.1", port=port, threads=8, _quiet=True)


if __name__ == "__main__":
    main()
