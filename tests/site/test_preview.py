"""The preview serves a site as a good host would."""

import gzip
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import brotli
import pytest

from publish.compress import compress
from publish.preview import HEADERS, application, served

PAGE = "<!doctype html><title>A</title>" + "<p>Who decides?</p>" * 200


@pytest.fixture
def small(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "assets" / "python").mkdir(parents=True)
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "404.html").write_text("Not here")
    (tmp_path / "assets" / "python" / "a-0123456789ab.wasm").write_bytes(b"\0asm" * 500)
    (tmp_path / "module.mjs").write_text("export {};" * 200)
    compress(tmp_path)
    with served(application(tmp_path)) as address:
        yield address


def get(address: str, **headers: str) -> tuple[dict[str, str], bytes]:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return dict(answer.headers), answer.read()


def test_headers_of_the_security_policy(small: str) -> None:
    headers, _ = get(f"{small}/")
    for name, value in HEADERS.items():
        assert headers[name] == value


def test_compressed_as_the_browser_can_read(small: str) -> None:
    headers, body = get(f"{small}/", **{"Accept-Encoding": "gzip, br"})
    assert headers["Content-Encoding"] == "br"
    assert brotli.decompress(body).decode() == PAGE
    headers, body = get(f"{small}/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == PAGE
    _, body = get(f"{small}/")
    assert body.decode() == PAGE


def test_types_and_caching(small: str) -> None:
    headers, _ = get(f"{small}/assets/python/a-0123456789ab.wasm")
    assert headers["Content-Type"] == "application/wasm"
    assert "immutable" in headers["Cache-Control"]
    headers, _ = get(f"{small}/module.mjs")
    assert headers["Content-Type"].startswith("text/javascript")
    assert "immutable" not in headers["Cache-Control"]


def test_what_is_not_there(small: str) -> None:
    with pytest.raises(HTTPError, match="404") as raised:
        get(f"{small}/nowhere/")
    assert raised.value.read() == b"Not here"
    assert raised.value.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
