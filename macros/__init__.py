"""From the model to the page. `show` fills a template of `macros/templates` with the framework; that is all."""

from typing import Any

from mkdocs_macros.plugin import MacrosPlugin

from framework.fork.own_pages import own_pages
from macros.build import build_of
from macros.plain_text import in_markdown
from macros.show import Shower

LEFT_TO_RIGHT = "ltr"


def define_env(env: MacrosPlugin) -> None:
    """Give pages the macro `show`, and the brand."""
    build = build_of(env.conf)
    shower = Shower(
        build.framework,
        build.shown_brand,
        build.fork.changes,
        build.said,
        original=build.fork.original,
        whole=build.published,
        drawings=bool(build.edition and build.edition.drawings),
        english=build.marker.english if build.marker else None,
        direction=build.language.direction if build.language else LEFT_TO_RIGHT,
    )
    env.variables["brand"] = in_markdown(build.shown_brand)
    env.variables["version"] = build.framework.version
    env.variables["own_pages"] = bool(own_pages(build.brand_folder / "pages"))

    def show(template: str, id_: str | None = None, **more: Any) -> str:
        """A template filled with the item of this id: `{{ show('principle', 'common-vision') }}`."""
        more_data = {"own_pages": build.own_pages, "own_words": build.wording.words} if template == "changed" else {}
        return shower.show(env.page.url, template, id_, **more_data, **more)

    env.macro(show)  # type: ignore[no-untyped-call]  # the plugin ships no types
