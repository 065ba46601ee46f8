"""Real hosts serve the site as the preview does: nginx and Apache, at the root and under a path."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
import xml.etree.ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError

import brotli
import pytest
from playwright.sync_api import Page, expect

from publish.hosts import LONG, SHORT, base_of, headers_file, htaccess, nginx, web_config
from publish.preview import FOR_EVER, HEADERS
from tests.browser.test_health_check import answer_by_keyboard
from tests.conftest import ROOT

PATHS = os.environ["PATH"] + ":/usr/sbin:/sbin"
NGINX, APACHE = (shutil.which(name, path=PATHS) for name in ("nginx", "apache2"))
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "setenvif", "unixd", "alias")
HOSTS = ["nginx", "apache"]
BASES = ["/", "/some/guide/"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    """The address of a server, once it answers."""
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(address).close()
                    break
                except HTTPError:
                    break
                except URLError:
                    assert server.poll() is None, server.stdout and server.stdout.read()
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=10)


def nginx_command(site: Path, base: str, folder: Path, port: int) -> list[str]:
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        + (f"user root;\n" if os.getuid() == 0 else "")
        + f"events {{}}\nhttp {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;\n"
        f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
        f"{nginx(site, base, f'127.0.0.1:{port}')} }}\n"
    )
    return [str(NGINX), "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")]


def apache_command(site: Path, base: str, folder: Path, port: int) -> list[str]:
    modules = Path("/usr/lib/apache2/modules")
    loads = "\n".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so" for name in MODULES if (modules / f"mod_{name}.so").exists()
    )
    place = f'DocumentRoot "{site}"' if base == "/" else f'DocumentRoot "{folder}"\nAlias "{base}" "{site}/"'
    (folder / "apache.conf").write_text(
        f'ServerName 127.0.0.1\nServerRoot "{folder}"\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n'
        f"ErrorLog {folder}/error.log\n{loads}\nTypesConfig /etc/mime.types\n{place}\n"
        f'<Directory "{site}">\nAllowOverride All\nRequire all granted\n</Directory>\n'
    )
    return [str(APACHE), "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


@pytest.fixture(scope="module", params=[(host, base) for host in HOSTS for base in BASES], ids=lambda it: "".join(it))
def host(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site at a real host."""
    name, base = request.param
    if not (NGINX if name == "nginx" else APACHE):
        pytest.skip(f"{name} is not installed here")
    folder = tmp_path_factory.mktemp(name)
    for each in (folder, *folder.parents[:3], site, *site.parents[:2]):
        if each.owner() == Path.home().owner() and each != Path("/tmp"):
            each.chmod(0o755)  # a host's own user has to be able to read the site
    (site / ".htaccess").write_text(htaccess(base))
    port = free_port()
    command = (nginx_command if name == "nginx" else apache_command)(site, base, folder, port)
    with running(command, port) as address:
        yield address + base


def get(address: str, accept: str = "identity") -> tuple[dict[str, str], bytes]:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept-Encoding": accept})) as answer:
        return {name.title(): told for name, told in answer.headers.items()}, answer.read()


def one_of(site: Path, pattern: str) -> str:
    return next(iter(sorted(site.glob(pattern)))).relative_to(site).as_posix()


def test_pages_with_the_headers_of_the_preview(host: str, site: Path) -> None:
    for path in ("", "principles/power-dynamics/"):
        headers, body = get(host + path)
        assert body == (site / path / "index.html").read_bytes()
        assert headers["Content-Type"].lower() == "text/html; charset=utf-8"
        assert headers["Cache-Control"] == SHORT
        for name, told in HEADERS.items():
            assert headers[name] == told


def test_types_and_what_never_changes(host: str, site: Path) -> None:
    kinds = {"assets/python/**/*.wasm": "application/wasm", "assets/python/**/*.mjs": "text/javascript"}
    kinds |= {"assets/brand/style-*.css": "text/css"}
    for pattern, kind in kinds.items():
        headers, _ = get(host + one_of(site, pattern))
        assert headers["Content-Type"].split(";")[0] == kind
        assert headers["Cache-Control"] == LONG
    for path, kind in {"service-worker.js": "text/javascript", "framework.json": "application/json"}.items():
        headers, _ = get(host + path)
        assert headers["Content-Type"].split(";")[0] == kind
        assert headers["Cache-Control"] == SHORT


def test_what_was_compressed_ahead_is_sent(host: str, site: Path) -> None:
    for path in ("", "tools/", one_of(site, "assets/brand/style-*.css"), one_of(site, "assets/python/**/*.mjs"), one_of(site, "assets/python/*.zip")):
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        headers, body = get(host + path, "gzip")
        assert headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == file.read_bytes()
        plain, _ = get(host + path)
        assert headers["Content-Type"].lower() == plain["Content-Type"].lower()
        assert "Content-Encoding" not in plain
        headers, body = get(host + path, "gzip, br")
        unpack = brotli.decompress if headers["Content-Encoding"] == "br" else gzip.decompress
        assert unpack(body) == file.read_bytes()


def test_what_is_not_there(host: str, site: Path) -> None:
    with pytest.raises(HTTPError, match="404") as raised:
        get(f"{host}nowhere/at/all/")
    assert raised.value.read() == (site / "404.html").read_bytes()
    assert raised.value.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_no_list_of_a_folder(host: str) -> None:
    with pytest.raises(HTTPError, match="40[34]"):
        get(f"{host}assets/")


def test_a_check_is_answered_there_by_python(host: str, page: Page) -> None:
    page.goto(f"{host}check/health/")
    answer_by_keyboard(page, [0, 1, 2, 3, 4, 5, 0, 1, 2, 3])
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.get_by_role("region", name="The result").locator("svg")).to_be_visible(timeout=60_000)


def test_the_settings_of_hosts_that_are_not_run_here() -> None:
    told = headers_file()
    root = xml.etree.ElementTree.fromstring(web_config("/guide/"))
    sent = {each.get("name"): each.get("value") for each in root.iter("add") if each.get("name")}
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in told
        assert sent[name] == value
    for place in FOR_EVER:
        assert f"/{place}*\n  Cache-Control: {LONG}" in told
    assert {each.get("fileExtension") for each in root.iter("mimeMap")} >= {".wasm", ".mjs", ".js"}
    assert any(each.get("path") == "/guide/404.html" for each in root.iter("error"))


def test_every_build_writes_them(site: Path) -> None:
    assert (site / "_headers").read_text() == headers_file()
    assert (site / "web.config").read_text() == web_config(base_of(None))
    assert re.search("^Allow: /$", (site / "robots.txt").read_text(), flags=re.MULTILINE)
    assert ".htaccess" not in (site / "service-worker.js").read_text()
    netlify = (ROOT / "netlify.toml").read_text(encoding="utf-8")
    assert 'publish = "site"' in netlify


def test_every_action_is_named_by_its_commit_with_its_version_beside_it() -> None:
    used = [
        line.strip().removeprefix("- ")
        for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(used) >= 6
    for line in used:
        assert re.fullmatch(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
