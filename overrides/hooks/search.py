"""What the search needs: the words of every page, and the libraries that look through them.

The words are gathered when every page stands, and written beside the pages; those of a page that has
not changed are kept. The libraries are loaded when someone searches, not before.
"""

from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from framework.again import again
from framework.content.model import items
from macros.build import build_of
from macros.marks import bare
from macros.tree import fragment
from macros.words import say
from publish.search import FILE, names, page_texts, places, script

NODE = Path(__file__).parents[2] / "node_modules"
FOLDER = "assets/script/search/"
ENGLISH = "en"
PORTER = "{\nconst exports = {};\n%s\nglobalThis.guideStem = exports.stem;\n}\n"
"""porter2 is written for Node; in a page it needs the place that Node gives it to put itself in."""
LUNR = files_of("material") / "templates/assets/javascripts/lunr/min"
"""What Material has for other languages: each is Snowball's stemmer of a language, and wants a search named Lunr."""
SNOWBALL = """(function () {
%s
%s
globalThis.guideStem = this.lunr["%s"].stemmer;
}).call({
  lunr: { Pipeline: { registerFunction() {} }, generateStopWordFilter() {}, trimmerSupport: { generateTrimmer() {} } },
});
"""

PRINCIPLES = "principles/"
WEIGHT = 1.3
"""How much more a principle's page weighs: it says what a thing is about, and leads on to the tools for it."""

_texts: list[dict[str, Any]] = []


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the libraries, as npm and Material have them."""
    files.append(
        File.generated(config, f"{FOLDER}minisearch.js", abs_src_path=str(NODE / "minisearch/dist/umd/index.js"))
    )
    codes = {ENGLISH, *(_base(edition.language.code) for edition in build_of(config).editions)}
    for code in sorted(codes):
        if script := stemmer(code):
            files.append(File.generated(config, _stemmer_address(code), content=script))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Read every page that may be found."""
    build = build_of(config)
    framework = build.framework
    named, ids = names(framework), frozenset(item.id for item in items(framework))
    _texts[:] = [
        _read(file.page, named, ids, build.address)
        for file in files.documentation_pages()
        if file.page and _found(file.page)
    ]
    env.globals["search_texts"] = build.address + FILE
    code = _base(build.edition.language.code) if build.edition else ENGLISH
    env.globals["search_stemmer"] = _stemmer_address(code) if stemmer(code) else ""
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the words beside the pages."""
    path = Path(config.site_dir) / build_of(config).address / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(bare(script(_texts, say("search.passed-over"))), encoding="utf-8")


def _base(code: str) -> str:
    """The language of a code, whatever kind of it.

    >>> _base("en-simple"), _base("es")
    ('en', 'es')
    """
    return code.split("-")[0]


def _stemmer_address(code: str) -> str:
    return f"{FOLDER}stem-{code}.js"


def stemmer(code: str) -> str:
    """A script that knows a language's forms of words; empty where no library does."""
    if code == ENGLISH:
        return PORTER % (NODE / "porter2/dist/index.js").read_text(encoding="utf-8")
    path = LUNR / f"lunr.{code}.min.js"
    if not path.is_file():
        return ""
    support = (LUNR / "lunr.stemmer.support.min.js").read_text(encoding="utf-8")
    return SNOWBALL % (support, path.read_text(encoding="utf-8"), code)


def _found(page: Page) -> bool:
    return not page.meta.get("search", {}).get("exclude")


def _read(page: Page, named: dict[str, tuple[str, ...]], ids: frozenset[str], address: str) -> dict[str, Any]:
    url = page.url.removeprefix(address)
    principle = url.startswith(PRINCIPLES) and url != PRINCIPLES
    own = [word.strip() for word in str(page.meta.get("found_by", "")).split(",") if word.strip()]
    here = {address + at: words for at, words in named.items() if at.split("#")[0] == url}

    def read() -> dict[str, Any]:
        found = places(fragment(page.content or ""), ids)
        return page_texts(page.url, str(page.title), found, here, own, WEIGHT if principle else 1)

    of = ("search", page.url, str(page.title), page.content, here, own, sorted(ids))
    return again.made(of, read)
