"""What a host must be told, so that it serves a site as `publish.preview` does. All of it comes from there.

Every build writes into the site what hosts look for: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache),
`web.config` (IIS), `.nojekyll` (GitHub Pages) and `robots.txt`. For nginx,
`python -m publish.hosts nginx site/ [/path/]` prints a server block.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from publish.preview import FOR_EVER, HEADERS, MAX_AGE, TYPES

SHORT = f"max-age={MAX_AGE}, public"
LONG = "max-age=315360000, public, immutable"
"""Ten years: what stands at such an address never changes."""
PACKED_AHEAD = {".html": "text/html", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
PACKED_AHEAD |= {".xml": "application/xml", ".txt": "text/plain", ".zip": "application/zip"}
"""Types of what is compressed ahead, beside those that hosts are told anyway."""
PACKED = {".br": "br", ".gz": "gzip"}
"""The endings of what is compressed ahead, and what browsers call it; the smaller first."""


def base_of(web_address: str | None) -> str:
    """The path under which a site stands, with a slash at both ends.

    >>> base_of("https://example.org/guide"), base_of("https://example.org"), base_of(None)
    ('/guide/', '/', '/')
    """
    path = urlsplit(web_address or "").path.strip("/")
    return f"/{path}/" if path else "/"


def tell_hosts(site: Path, web_address: str | None) -> None:
    """Write all that hosts look for into a built site."""
    for name, written in FILES.items():
        (site / name).write_text(written(web_address), encoding="utf-8")


def headers_file() -> str:
    """Headers, as Netlify and Cloudflare Pages read them."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for place in FOR_EVER:
        lines += [f"/{place}*", f"  Cache-Control: {LONG}"]
    return "\n".join([*lines, ""])


def robots(web_address: str | None) -> str:
    """Every page may be found."""
    lines = ["User-agent: *", "Allow: /"]
    if web_address:
        lines.append(f"Sitemap: {web_address.rstrip('/')}/sitemap.xml")
    return "\n".join([*lines, ""])


def htaccess(base: str) -> str:
    """Settings for Apache, which reads them where `AllowOverride All` holds for the folder."""
    for_ever = "|".join(place.replace(".", r"\.") for place in FOR_EVER)
    kinds = {**PACKED_AHEAD, **TYPES}
    endings = "|".join(ending.removeprefix(".") for ending in kinds)
    lines = [
        "# Made by publish/hosts.py. Needs the modules headers, rewrite, mime and dir.",
        "Options -Indexes -MultiViews",
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {base}404.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .html .css .js .mjs .txt",
        *(f"AddType {kind} {ending}" for ending, kind in TYPES.items()),
        *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()),
        f'Header set Cache-Control "{SHORT}"',
        f'SetEnvIf Request_URI "^{base}({for_ever})" for-ever',
        f'Header set Cache-Control "{LONG}" env=for-ever',
        "RewriteEngine On",
        r"RewriteCond %{REQUEST_FILENAME} -d",
        r"RewriteCond %{REQUEST_FILENAME}/index.html -f",
        r"RewriteRule ^(.*/)?$ $1index.html",
    ]
    for ending, name in PACKED.items():
        lines += [
            rf"RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b",
            rf"RewriteCond %{{REQUEST_FILENAME}}{ending} -f",
            rf"RewriteRule ^(.+\.({endings}))$ $1{ending} [L,E=no-gzip:1]",
        ]
    for ending, name in PACKED.items():
        for inner, kind in kinds.items():
            lines += [
                rf'<FilesMatch "\{inner}\{ending}$">',
                f"  ForceType {_with_charset(kind)}",
                f"  RemoveEncoding {ending}",
                f"  Header set Content-Encoding {name}",
                "  Header append Vary Accept-Encoding",
                "</FilesMatch>",
            ]
    return "\n".join([*lines, ""])


def _with_charset(kind: str) -> str:
    return f'"{kind}; charset=utf-8"' if kind.startswith("text/") else kind


def web_config(base: str) -> str:
    """Settings for IIS."""
    kinds = "\n".join(
        f'      <remove fileExtension="{ending}" />\n      <mimeMap fileExtension="{ending}" mimeType="{kind}" />'
        for ending, kind in {**TYPES, ".json": "application/json", ".woff2": "font/woff2"}.items()
    )
    headers = "\n".join(
        f"        <add name={quoteattr(name)} value={quoteattr(told)} />" for name, told in HEADERS.items()
    )
    long = (
        '<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="3650.00:00:00" cacheControlCustom="immutable" />'
    )
    folders = dict.fromkeys(place.rstrip("/") for place in FOR_EVER if place.endswith("/"))
    places = "\n".join(
        f'  <location path="{folder}"><system.webServer>\n    <staticContent>{long}</staticContent>\n'
        "  </system.webServer></location>"
        for folder in folders
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>
    <staticContent>
{kinds}
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="00:{MAX_AGE // 60:02}:00" />
    </staticContent>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="{base}404.html" responseMode="ExecuteURL" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <urlCompression doStaticCompression="true" />
  </system.webServer>
{places}
</configuration>
"""


def nginx(site: Path, base: str, listen: str = "80") -> str:
    """A server block for nginx, with all that it needs around the site."""
    for_ever = "|".join(place.replace(".", r"\.") for place in FOR_EVER)
    kinds: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        kinds.setdefault(kind, []).append(ending.removeprefix("."))
    types = " ".join(f"{kind} {' '.join(endings)};" for kind, endings in kinds.items())
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    return f"""# Made by publish/hosts.py. Put it into the http block: /etc/nginx/conf.d/guide.conf
map $uri $guide_cache {{
    default "{SHORT}";
    "~^{base}({for_ever})" "{LONG}";
}}
server {{
    listen {listen};
    include /etc/nginx/mime.types;
    types {{ {types} }}
    charset utf-8;
    charset_types text/html text/css text/javascript text/plain;
    absolute_redirect off;
    index index.html;
    gzip_static on;
    gzip_vary on;
{headers}
    add_header Cache-Control $guide_cache;
    error_page 404 {base}404.html;
    location {base} {{
        alias {site.resolve()}/;
    }}
}}
"""


FILES: dict[str, Callable[[str | None], str]] = {
    "_headers": lambda _: headers_file(),
    ".htaccess": lambda web_address: htaccess(base_of(web_address)),
    "web.config": lambda web_address: web_config(base_of(web_address)),
    ".nojekyll": lambda _: "",
    "robots.txt": robots,
}
"""What each host looks for, by the file's name, and what stands in it on a site at a web address."""


def main() -> int:
    """Print the settings for nginx."""
    if sys.argv[1:2] != ["nginx"] or not 3 <= len(sys.argv) <= 4:
        print("Say: python -m publish.hosts nginx site/ [/path/]", file=sys.stderr)
        return 1
    print(nginx(Path(sys.argv[2]), base_of(sys.argv[3] if len(sys.argv) > 3 else None)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
