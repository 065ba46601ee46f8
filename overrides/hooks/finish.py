"""When the site is built: mend its pages, hold them to plain English and to the policy, and make it work offline."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from publish.mend import mend
from publish.offline import make_offline
from publish.plain_english import NotPlain, check
from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """Each step runs on the folder; see it for what it does."""
    mend(Path(config.site_dir))
    move_inline(Path(config.site_dir))
    if config.extra["building"]:
        _check_words(Path(config.site_dir))
        make_offline(Path(config.site_dir))


def _check_words(site: Path) -> None:
    """Stop the build with all that is not in plain English."""
    try:
        check(site)
    except NotPlain as error:
        raise PluginError(str(error)) from error
