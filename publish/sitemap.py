"""The sitemap in several languages: each page names itself in every language that has it, as search engines ask."""

import gzip
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

FILE = "sitemap.xml"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"
ENGLISH = "en"


def name_languages(site: Path, web_address: str, languages: Mapping[str, str]) -> None:
    """Add the pages of each language to a site's map. `languages` are codes, by their folders below the site's.

    `web_address` is that of the site, with a slash.
    """
    ET.register_namespace("", MAP)
    ET.register_namespace("xhtml", LINKS)
    path = site / FILE
    tree = ET.parse(path)
    urls = tree.getroot()
    for url in urls.findall(f"{{{MAP}}}url"):
        page = (url.findtext(f"{{{MAP}}}loc") or "").removeprefix(web_address)
        told = {ENGLISH: web_address + page} | {
            code: f"{web_address}{folder}/{page}"
            for folder, code in languages.items()
            if (site / folder / page / "index.html").is_file()
        }
        if len(told) == 1:
            continue
        for code, address in told.items():
            here = url if code == ENGLISH else ET.SubElement(urls, f"{{{MAP}}}url")
            if code != ENGLISH:
                ET.SubElement(here, f"{{{MAP}}}loc").text = address
            for other, href in told.items():
                ET.SubElement(here, f"{{{LINKS}}}link", rel="alternate", hreflang=other, href=href)
    ET.indent(tree)
    written = ET.tostring(urls, encoding="utf-8", xml_declaration=True) + b"\n"
    path.write_bytes(written)
    path.with_suffix(".xml.gz").write_bytes(gzip.compress(written, mtime=0))
