"""From the model to the page. `show` fills a template of `macros/templates` with the framework; that is all."""

from typing import Any

from mkdocs_macros.plugin import MacrosPlugin

from macros.show import Shower


def define_env(env: MacrosPlugin) -> None:
    """Give pages the macro `show`, and the brand."""
    shower = Shower(env.conf["extra"]["framework"], env.conf["extra"]["brand"])
    env.variables["brand"] = env.conf["extra"]["brand"]

    def show(template: str, id_: str | None = None, **more: Any) -> str:
        """A template filled with the item of this id: `{{ show('principle', 'common-vision') }}`."""
        return shower.show(env.page.url, template, id_, **more)

    env.macro(show)  # type: ignore[no-untyped-call]  # the plugin ships no types
