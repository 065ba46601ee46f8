"""When the site is built: mend its pages, hold them to the policy, to plain English and to good links; tell hosts; work
offline.

A copy's own words are its publisher's, and the guide's stand there as theirs have changed them. So plain English stops
the guide's own build, and no copy's: its publisher is told of their own pages, and reads the rest no better for it.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.build import build_of
from publish.hosts import base_of, tell_hosts
from publish.links import Links
from publish.mend import mend
from publish.notes import tell_publisher
from publish.offline import MADE, make_offline
from publish.pages import pages
from publish.plain_english import NotPlain, advice, check, page_of, titles_of
from publish.policy import move_inline
from publish.sitemap import name_languages
from publish.switch import lead_to_languages


def on_post_build(config: MkDocsConfig) -> None:
    """Each step runs on the folder; see it for what it does. Every page is read just once."""
    site, build = Path(config.site_dir), build_of(config)
    if build.edition:  # its pages are finished with those of the site
        return
    spoken = {edition.address: edition.language for edition in build.editions}
    mended = partial(mend, language=build.language, others=spoken)
    switched = partial(lead_to_languages, site=site)
    own = {address for _, address in build.own_pages}
    titles, read, links = titles_of(site), [], Links()
    for name, page in pages(site, mended, partial(move_inline, site=site, base=base_of(config.site_url)), switched):
        if build.complete:
            if name.split("/")[0] not in spoken:  # what is plain is known of English alone
                read.append(page_of(name, page, titles))
            links.note(page, name)
    if spoken and config.site_url:
        name_languages(site, config.site_url, {address: language.code for address, language in spoken.items()})
    if build.complete:
        tell_hosts(site, config.site_url)
        with ThreadPoolExecutor(max_workers=1) as beside:  # the zip is squeezed while the words are judged
            offline = beside.submit(make_offline, site)
            problems = list(links.dead(site, MADE))
            if not build.language:  # what is plain is known of English alone
                try:
                    check(site, pages=read)
                except NotPlain as error:
                    if not build.is_copy:
                        problems.append(str(error))
                    build.notes += advice(error.findings, read, own)
            offline.result()
        if problems:
            raise PluginError("\n".join(problems))
        tell_publisher(site, build.brand.name, build.notes)
