"""When the site is built: mend its pages, hold them to plain English and to the policy, tell hosts, work offline."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.build import build_of
from publish.hosts import base_of, tell_hosts
from publish.mend import mend
from publish.offline import make_offline
from publish.plain_english import NotPlain, check
from publish.policy import move_inline


def on_post_build(config: MkDocsConfig) -> None:
    """Each step runs on the folder; see it for what it does."""
    site = Path(config.site_dir)
    mend(site)
    move_inline(site, base_of(config.site_url))
    if build_of(config).complete:
        tell_hosts(site, config.site_url)
        with ThreadPoolExecutor(max_workers=1) as beside:  # the zip is squeezed while the words are read
            offline = beside.submit(make_offline, site)
            _check_words(site)
            offline.result()


def _check_words(site: Path) -> None:
    """Stop the build with all that is not in plain English."""
    try:
        check(site)
    except NotPlain as error:
        raise PluginError(str(error)) from error
