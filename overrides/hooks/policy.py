"""When the site is built, make it keep its security policy."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """Move scripts out of the pages."""
    move_inline(Path(config.site_dir))
