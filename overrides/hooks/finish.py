"""When the site is built, make it keep its security policy, and make it work without a network."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from publish.offline import make_offline
from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """Both steps run on the folder; see them for what they do."""
    move_inline(Path(config.site_dir))
    if config.extra["building"]:
        make_offline(Path(config.site_dir))
