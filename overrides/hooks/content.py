"""The framework and the brand, taken into the build: pages, navigation and data files follow from them.

A page for each principle, tool and assessment is made from its data; nobody writes or lists it.
"""

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from framework.address import address, words
from framework.brand import load_brand
from framework.check import BadData, checked
from framework.model import Framework
from framework.pictures.marks import principle_mark
from framework.publish import framework_json, schemas
from framework.shape import Item

ROOT = Path(__file__).parents[2]
PAGES = {"principles": "principle", "tools": "tool", "assessments": "", "workshops": "plan"}
"""The collections whose items have a page each, and the template that makes it: for an assessment, that of its rule."""


NEAR = 20
"""How many pages before and after this one stand beside it, in a section too long to show whole."""
SEARCH_SCRIPT = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
"""Material's script, which carries its search. Its name changes with each version."""

_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the site is built to be published, or served while someone works on it."""
    global _command
    _command = command


@event_priority(100)  # before the macros, which show what is read here
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and the brand afresh; stop the build with every problem if there is any."""
    brand, problems = load_brand(ROOT / "brand")
    try:
        if problems:
            raise BadData(problems)
        config.extra["framework"] = checked()
    except BadData as error:
        raise PluginError(str(error)) from error
    config.extra["brand"] = brand
    config.extra["building"] = _command == "build"
    config.site_name = brand.name
    config.site_description = brand.strapline
    config.site_url = brand.web_address or ""
    if brand.logo:
        config.theme["logo"] = f"assets/brand/{brand.logo}"
    if brand.favicon:
        config.theme["favicon"] = f"assets/brand/{brand.favicon}"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from the data, and take out what stands beside a widget only for those who work on it."""
    framework: Framework = config.extra["framework"]
    for file in [file for file in files if file.src_uri.endswith((".yaml", ".yml"))]:
        files.remove(file)
    for collection, template in PAGES.items():
        for item in getattr(framework, collection):
            files.append(_page(item, template or item.rule, config))
    files.append(File.generated(config, "framework.json", content=framework_json(framework)))
    for name, schema in schemas().items():
        files.append(File.generated(config, f"schema/{name}.json", content=json.dumps(schema, indent=1)))
    for path in sorted((ROOT / "brand").iterdir()):
        if path.is_file() and path.suffix not in (".yaml", ".css"):
            files.append(File.generated(config, f"assets/brand/{path.name}", abs_src_path=str(path)))
    config.nav = [_filled(entry, framework) for entry in config.nav or []]
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme's templates speak of the framework and the brand, and draw a principle's mark beside its name."""
    marks = {_path(item): principle_mark(item.id) for item in config.extra["framework"].principles}
    env.globals["framework"] = config.extra["framework"]
    env.globals["brand"] = config.extra["brand"]
    env.globals["search_script"] = next(uri for uri in files.src_uris if SEARCH_SCRIPT.fullmatch(uri))
    env.globals["near"] = _near
    env.globals["mark_of"] = lambda page: Markup(marks.get(page.file.src_uri, ""))
    return env


def _near(pages: list[Any], page: Any) -> list[Any]:
    """The pages of a section, or where they are many its first, and those around this one."""
    if len(pages) <= 2 * NEAR:
        return pages
    place = pages.index(page)
    around = pages[max(1, place - NEAR) : place + NEAR]
    return [pages[0], *around]


def _path(item: Item) -> str:
    return f"{address(item).rstrip('/')}.md"


def _page(item: Item, template: str, config: MkDocsConfig) -> File:
    title, summary = json.dumps(words(item)), json.dumps(getattr(item, "summary", ""))
    searched = json.dumps([words(item), *getattr(item, "found_by", ()), *getattr(item, "also_called", ())])
    boost = 2 if template == "principle" else 1
    head = f"title: {title}\ndescription: {summary}\ntags: {searched}\nsearch:\n  boost: {boost}"
    content = f"---\n{head}\n---\n{{{{ show('{template}', '{item.id}') }}}}\n"
    return File.generated(config, _path(item), content=content)


def _filled(entry: Any, framework: Framework) -> Any:
    """A section of the navigation with the pages of its collection behind its index page."""
    if not isinstance(entry, dict):
        return entry
    ((title, inside),) = entry.items()
    for collection in PAGES:
        in_order = sorted(getattr(framework, collection), key=lambda item: (getattr(item, "number", 0), words(item)))
        paths = [_path(item) for item in in_order]
        folder = paths[0].split("/")[0] if paths else ""
        if isinstance(inside, list) and f"{folder}/index.md" in inside:
            inside = [*inside, *paths]
    return {title: inside}
