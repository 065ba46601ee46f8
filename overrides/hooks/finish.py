"""When the site is built, mend its pages, make it keep its security policy, and make it work without a network."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from publish.mend import mend
from publish.offline import make_offline
from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """Each step runs on the folder; see it for what it does."""
    mend(Path(config.site_dir))
    move_inline(Path(config.site_dir))
    if config.extra["building"]:
        make_offline(Path(config.site_dir))
