"""The framework and the brand, taken into the build: pages, navigation and data files follow from them.

A page for each principle, tool and assessment is made from its data; nobody writes or lists it.
"""

import json
import logging
import math
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from framework.again import again
from framework.content.address import address, words
from framework.content.catalogue import HEAD_KEYS, head_said, nav_said, page_context
from framework.content.check import BadData, checked_sentences
from framework.content.language import Language, load_language
from framework.content.languages import Edition, editions
from framework.content.load import Problem
from framework.content.model import Framework
from framework.content.pictures.marks import principle_mark
from framework.content.prose import retold_page
from framework.content.retell import Said, as_it_is, sentences_retold
from framework.content.roles import in_our_words
from framework.core.item import Item
from framework.core.words import speak
from framework.fork.brand import SHOWN, WRITTEN_IN, Brand, load_brand, old_keys, to_publish
from framework.fork.changes import load_fork, said_by_whom
from framework.fork.given_away import FILE as CHANGES
from framework.fork.given_away import changes_json
from framework.fork.named_files import is_copy, left_out, named_files, named_pages, own_style
from framework.fork.own_pages import check_pages, guide_titles, is_taken, title_of
from framework.fork.wording import Wording
from framework.published import form_json, framework_json, schemas, worked_examples_json
from macros.build import Build, build_of
from macros.marks import Marker
from macros.plain_text import in_html
from macros.show import imported
from macros.words import bound, line, listed, say, sentences_for
from publish.begin_file import unfinished
from publish.picture_size import shown_at
from publish.share import share_picture

ROOT = Path(__file__).parents[2]
PAGES = {"principles": "principle", "tools": "tool", "assessments": "", "workshops": "plan"}
"""The collections whose items have a page each, and the template that makes it: for an assessment, that of its rule."""
BESIDE = {"worked_examples": "worked-example"}
"""Those whose pages stand beside others and not in the navigation, and not in the search: they would drown the rest."""


FOR_ITEM = re.compile(r"show\('[\w/-]+', '([\w.-]+)'\)")
"""What names the item that a page of Markdown is for."""
NEAR = 20
"""How many pages before and after this one stand beside it, in a section too long to show whole."""
TO_PAGE = re.compile(r"\[([^\]]*)\]\(/([^)#\s]*\.md)(?:#[^)]*)?\)")

LOGO_HEIGHT = 32
"""Pixels."""
OWN_PAGES = "from-us"
"""Where the pages of `brand/pages/` stand on the site."""
MAP = "power-map"
"""The tool whose page to work in is the map's."""
TELL = logging.getLogger("brand")
"""For what those who publish a copy should know, and no build need stop at."""

_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the site is built to be published, or served while someone works on it."""
    global _command
    _command = command


@event_priority(100)  # before the macros, which show what is read here
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and the brand afresh; stop the build with every problem if there is any.

    `BRAND` names another folder than `brand/`; `WEB_ADDRESS` says where the site will be, where the brand doesn't; with
    `PUBLISH` set, what a published site must say has to be there. `CATALOGUE` names a translated catalogue, in whose
    language the site is built; what it does not translate stays English. `IN_LANGUAGE` names one of the site's
    languages: then those of its pages are built that are translated, to stand below its address. `LANGUAGES` names
    those that the site has, or 'none', in place of what the brand chooses.
    """
    folder = Path(os.environ.get("BRAND") or ROOT / "brand").resolve()
    web_address = os.environ.get("WEB_ADDRESS")
    language, problems = _language()
    try:
        sentences = checked_sentences(said=as_it_is)
    except BadData as error:
        raise PluginError(str(error)) from error
    speak(language.sentences(sentences) if language else sentences_retold(sentences, in_our_words))
    brand, wrong = load_brand(folder, web_address)
    chosen, wrong_there = _editions(folder, brand)
    problems += wrong_there
    edition = next((each for each in chosen if each.address == os.environ.get("IN_LANGUAGE")), None)
    marker = Marker(edition.language) if edition else None
    if marker:
        speak(marker.sentences(sentences))
    taken = [*_sections(config.nav), *guide_titles(ROOT / "docs")]
    problems += [*wrong, *check_pages(folder / "pages", taken)]
    if is_taken(brand.pages_title, taken):
        what = f"'pages_title' is '{brand.pages_title}', which the guide has for pages of its own"
        problems.append(Problem(SHOWN, "", what, "Give yours another, so that nobody takes them for the guide's."))
    if os.environ.get("PUBLISH") and not problems:
        problems += to_publish(brand)
    try:
        if problems:
            raise BadData(problems)
        wording = Wording({word: own for word, own in brand.words.items() if own})
        said = marker.said if marker else language.said if language else wording.instead
        fork = load_fork(folder / "framework", said=said)
    except BadData as error:
        raise PluginError(str(error)) from error
    notes = [*old_keys(folder), *fork.changes.notes, *left_out(folder, brand), *unfinished(folder)]
    for note in notes:
        TELL.warning(note)
    if wording.words and not language and not edition:  # they are words for English ones
        speak(sentences_retold(sentences, wording.instead))
        brand, _ = load_brand(folder, web_address)  # what it leaves out is said so too
    config.extra["build"] = Build(
        brand=brand,
        brand_folder=folder,
        fork=fork,
        published=fork.whole,
        framework=fork.visible,
        wording=wording,
        complete=_command == "build",
        is_copy=is_copy(folder, brand, fork.changes),
        notes=notes,
        language=edition.language if edition else language,
        editions=chosen,
        edition=edition,
        marker=marker,
    )
    language = config.extra["build"].language
    shown = in_html(build_of(config).shown_brand)
    config.site_name = shown.name  # the theme writes it as it is
    config.site_description = shown.strapline
    config.site_url = f"{brand.web_address.rstrip('/')}/" if brand.web_address else ""
    config.theme["language"] = _theme_language(language.code if language else brand.language, config)
    if language:
        config.theme["direction"] = language.direction
    if brand.logo:
        config.theme["logo"] = f"assets/brand/{brand.logo}"
    if brand.favicon:
        config.theme["favicon"] = f"assets/brand/{brand.favicon}"
    return config


def _sections(nav: Any) -> list[str]:
    """The titles of the sections of the navigation."""
    return [title for entry in nav or [] if isinstance(entry, dict) for title in entry]


def _language() -> tuple[Language | None, list[Problem]]:
    """The language of the build where that is not English, and what is wrong with its catalogue."""
    catalogue = os.environ.get("CATALOGUE")
    return load_language(Path(catalogue).resolve()) if catalogue else (None, [])


def _editions(folder: Path, brand: Brand) -> tuple[list[Edition], list[Problem]]:
    """The languages of the site: none where it is served while someone writes, or is in another language as a whole."""
    told = os.environ.get("LANGUAGES", "").split()
    if _command != "build" or os.environ.get("CATALOGUE") or told == ["none"]:
        return [], []
    return editions(folder, told or brand.languages)


def _theme_language(code: str, config: MkDocsConfig) -> str:
    """The theme's own words, in a language or in what it is a kind of, as the theme has them; if not, in English."""
    known = (code, code.split("-")[0], WRITTEN_IN)
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    return next(language for language in known if any((folder / f"{language}.html").exists() for folder in folders))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made from the data, and take out what stands beside a widget only for those who work on it."""
    build = build_of(config)
    framework = build.framework
    for file in [file for file in files if file.src_uri.endswith((".yaml", ".yml"))]:
        files.remove(file)
    for file in [file for file in files.documentation_pages() if file.abs_src_path]:
        if any(id_ in build.fork.gone for id_ in FOR_ITEM.findall(file.content_string)):
            files.remove(file)
            build.left_out.add(file.src_uri)
    for collection, template in (PAGES | BESIDE).items():
        for item in getattr(framework, collection):
            files.append(_page(item, template or item.rule, config, found=collection in PAGES))
    for id_, content in worked_examples_json(framework).items():
        files.append(File.generated(config, f"tools/{id_}/example.json", content=content))
    for tool in framework.tools:
        if tool.id == MAP or tool.canvas:
            files.append(_work_page(tool, "map" if tool.id == MAP else "canvas", config))
    files.append(
        File.generated(
            config, "framework.json", content=framework_json(said_by_whom(build.published, build.fork.changes))
        )
    )
    for tool in framework.tools:
        files.append(File.generated(config, f"forms/{tool.id}.json", content=form_json(tool)))
    for name, schema in again.made("schemas", _schemas).items():
        files.append(File.generated(config, f"schema/{name}.json", content=schema))
    folder = build.brand_folder
    for path in named_files(folder, build.brand):
        files.append(File.generated(config, f"assets/brand/{path.name}", abs_src_path=str(path)))
    picture = share_picture(build.brand)
    build.share = f"assets/share/{picture.name}"
    files.append(File.generated(config, build.share, abs_src_path=str(picture)))
    own = named_pages(folder)
    for name, path in own.items():
        files.append(File.generated(config, f"{OWN_PAGES}/{name}", abs_src_path=str(path)))
    config.nav = [_filled(entry, framework, build.said, build.left_out) for entry in config.nav or []]
    pages = {f"{OWN_PAGES}/{name}": title_of(path) for name, path in own.items() if path.suffix == ".md"}
    build.own_pages = [(title, f"{name.removesuffix('.md')}/") for name, title in pages.items()]
    told = changes_json(
        build.fork.changes,
        build.fork.original,
        build.brand.publisher,
        build.wording.words,
        build.own_pages,
        bool(own_style(folder)),
    )
    files.append(File.generated(config, CHANGES, content=told))
    if pages:
        config.nav.insert(-1, {str(in_html(build.brand).pages_title): list(pages)})
    return files


@event_priority(100)  # before the macros: what they put there is said already
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say a page of the guide's Markdown as all else is said; the publisher's own pages stay as they were written.
    Take out links to what is retired or hidden.
    """
    build = build_of(config)
    source = page.file.src_uri
    if page.file.abs_src_path and not source.startswith(f"{OWN_PAGES}/"):  # what is made from data is said so already
        for key in HEAD_KEYS:
            if key in page.meta:
                page.meta[key] = head_said(source, key, str(page.meta[key]), build.said)
        markdown = retold_page(markdown, page_context(source), build.said)
    if source.startswith(f"{OWN_PAGES}/"):
        page.meta["render_macros"] = False  # '{{ name }}' in a letter is no more than text
    with_pages = (item for collection in PAGES for item in getattr(build.fork.whole, collection))
    missing = build.left_out | {_path(item) for item in with_pages if item.id in build.fork.gone}
    return TO_PAGE.sub(lambda link: link[1] if link[2] in missing else link[0], markdown)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme's templates speak of the framework and the brand, and draw a principle's mark beside its name.

    They say sentences as ours do, and `sentences(path)` hands a module those that it says.
    """
    build = build_of(config)
    marks = {_path(item): principle_mark(item.id) for item in build.framework.principles}
    env.globals["framework"] = build.framework
    env.globals["brand"] = in_html(build.shown_brand)
    env.globals["build"] = build
    logo = build.brand.logo
    env.globals["logo_size"] = shown_at(build.brand_folder / logo, LOGO_HEIGHT) if logo else None
    env.globals["near"] = _near
    env.globals.update(say=say, line=line, bound=bound, listed=listed)
    env.globals["sentences"] = cache(lambda path: sentences_for([path, *imported(path, later=True)]))
    env.globals["mark_of"] = lambda page: Markup(marks.get(page.file.src_uri, ""))
    return env


def _schemas() -> dict[str, str]:
    """The JSON Schemas as texts. They follow from our classes alone."""
    return {name: json.dumps(schema, indent=1) for name, schema in schemas().items()}


def _near(pages: list[Any], page: Any) -> list[Any]:
    """The pages of a section, or where they are many its first, and those around this one."""
    if len(pages) <= 2 * NEAR:
        return pages
    place = pages.index(page)
    around = pages[max(1, place - NEAR) : place + NEAR]
    return [pages[0], *around]


def _path(item: Item) -> str:
    return f"{address(item).rstrip('/')}.md"


def _page(item: Item, template: str, config: MkDocsConfig, found: bool) -> File:
    title, summary = _quoted(words(item)), _quoted(getattr(item, "summary", ""))
    head = f"title: {title}\ndescription: {summary}" + ("" if found else "\nsearch: {exclude: true}")
    content = f"---\n{head}\n---\n{{{{ show('{template}', '{item.id}') }}}}\n"
    return File.generated(config, _path(item), content=content)


def _quoted(text: str) -> str:
    """A text as YAML has it in quotes."""
    return json.dumps(text, ensure_ascii=False)


def _work_page(tool: Item, template: str, config: MkDocsConfig) -> File:
    """The page to work in with a tool, whose own page leads there: no search finds it, and no book holds it.

    The sentence `work-title` of the tool is what it is called.
    """
    title, summary = _quoted(say(f"{tool.id}.work-title")), _quoted(getattr(tool, "summary", ""))
    head = f"title: {title}\ndescription: {summary}\nhide: [navigation, toc]\nno_book: true"
    content = f"---\n{head}\nsearch:\n  exclude: true\n---\n{{{{ show('{template}', '{tool.id}') }}}}\n"
    return File.generated(config, f"{address(tool)}work.md", content=content)


def _place(item: Item) -> tuple[float, str]:
    """Where an item stands in its section: by its number, and behind those by its name."""
    return getattr(item, "number", None) or math.inf, words(item)


def _filled(entry: Any, framework: Framework, said: Said, left_out: set[str]) -> Any:
    """A section of the navigation, its title as it is said here, with the pages of its collection behind its index, and
    without those that are left out.
    """
    if not isinstance(entry, dict):
        return entry
    ((title, inside),) = entry.items()
    for collection in PAGES:
        in_order = sorted(getattr(framework, collection), key=_place)
        paths = [_path(item) for item in in_order]
        folder = paths[0].split("/")[0] if paths else ""
        if isinstance(inside, list) and f"{folder}/index.md" in inside:
            inside = [*inside, *paths]
    if isinstance(inside, list):
        inside = [each for each in inside if each not in left_out]
    return {nav_said(title, said): inside}
