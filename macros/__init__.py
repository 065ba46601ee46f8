"""From the model to the page. `show` fills a template of `macros/templates` with the framework; that is all."""

from typing import Any

from mkdocs_macros.plugin import MacrosPlugin

from framework.fork.own_pages import own_pages
from macros.show import Shower


def define_env(env: MacrosPlugin) -> None:
    """Give pages the macro `show`, and the brand."""
    extra = env.conf["extra"]
    shower = Shower(extra["framework"], extra["brand"], extra["taken"].changes)
    env.variables["brand"] = extra["brand"]
    env.variables["version"] = extra["framework"].version
    env.variables["own_pages"] = bool(own_pages(extra["brand_folder"] / "pages"))

    def show(template: str, id_: str | None = None, **more: Any) -> str:
        """A template filled with the item of this id: `{{ show('principle', 'common-vision') }}`."""
        told = {"own_pages": extra["own_pages"], "own_words": extra["wording"].words} if template == "changed" else {}
        return shower.show(env.page.url, template, id_, **told, **more)

    env.macro(show)  # type: ignore[no-untyped-call]  # the plugin ships no types
