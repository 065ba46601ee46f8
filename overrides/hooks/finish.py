"""When the site is built, make it keep its security policy, tell hosts how, and make it work without a network."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from publish.hosts import base_of, tell_hosts
from publish.offline import make_offline
from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """All steps run on the folder; see them for what they do."""
    site = Path(config.site_dir)
    move_inline(site, base_of(config.site_url))
    if config.extra["building"]:
        tell_hosts(site, config.site_url)
        make_offline(site)
