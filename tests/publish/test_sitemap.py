"""The sitemap names each page in every language that has it."""

import gzip
from pathlib import Path

from publish.sitemap import FILE, name_languages

AT = "https://example.org/guide/"
PLAIN = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>{AT}</loc></url>
    <url><loc>{AT}about/</loc></url>
</urlset>
"""


def test_a_page_and_its_translations_name_each_other(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(PLAIN, encoding="utf-8")
    for folder in ("ar", "en-easy"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").touch()
    name_languages(tmp_path, AT, {"ar": "ar", "en-easy": "en-simple"})
    told = (tmp_path / FILE).read_text(encoding="utf-8")
    assert [line.strip() for line in told.splitlines() if "<loc>" in line] == [
        f"<loc>{AT}{page}</loc>" for page in ("", "about/", "ar/", "en-easy/")
    ]
    for code, folder in (("en", ""), ("ar", "ar/"), ("en-simple", "en-easy/")):
        assert told.count(f'<xhtml:link rel="alternate" hreflang="{code}" href="{AT}{folder}" />') == 3
    assert "about/" not in told.replace(f"<loc>{AT}about/</loc>", "")
    assert gzip.decompress((tmp_path / f"{FILE}.gz").read_bytes()).decode() == told
