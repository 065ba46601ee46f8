"""What one build of the site knows: the hooks fill it in order, the templates read it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from babel import Locale
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from framework.content.catalogue import brand_said
from framework.content.language import Language
from framework.content.languages import Edition
from framework.content.model import Framework, Word
from framework.content.retell import Said
from framework.fork.brand import WRITTEN_IN, Brand
from framework.fork.changes import Fork
from framework.fork.wording import Wording
from macros.marks import Marker


@dataclass(repr=False)  # mkdocs-macros writes down all that it is given, whether or not anyone reads it
class Build:
    """What one build of the site knows."""

    brand: Brand
    brand_folder: Path
    fork: Fork
    published: Framework
    """All that saved files and links may name, as it is said here: what is retired or hidden is marked."""
    framework: Framework
    """What pages show, as it is said here."""
    wording: Wording
    """The publisher's own words."""
    complete: bool
    """Whether the whole site is built, with what only a host needs; not where it is served while someone writes."""
    is_copy: bool
    """Whether its publisher has put anything of their own into the brand."""
    notes: list[str] = field(default_factory=list)
    """What those who publish the copy should know, and no build need stop at."""
    language: Language | None = None
    """The language that the site is built in, where it is not English."""
    editions: list[Edition] = field(default_factory=list)
    """The languages that the site has beside English, each at an address of its own."""
    edition: Edition | None = None
    """Which of these is built here; None where it is the site itself."""
    marker: Marker | None = None
    """What says the texts of that, with marks."""
    left_out: set[str] = field(default_factory=set)
    """The guide's own pages that are for something retired or hidden, by their path."""
    own_pages: list[tuple[str, str]] = field(default_factory=list)
    """The publisher's own pages: title and address of each."""
    share: str = ""
    """The address of the picture that other sites show beside a link to this one."""
    own_script: bool = False
    """Whether it is in a script that the site's own typefaces have no letters for: then headings need none of them."""
    style: str = ""
    """The address of the style sheet."""
    plain_style: str = ""
    """The same without the publisher's own style: the page that tells what they changed has this."""
    python: dict[str, Any] = field(default_factory=dict)
    """What the browser needs to know to start Python."""

    @property
    def glossary(self) -> tuple[Word, ...]:
        """The words that are explained where they stand."""
        return self.framework.glossary

    @property
    def address(self) -> str:
        """Where the pages of this build stand below the site's address: 'cy/'; nothing for the site itself."""
        return f"{self.edition.address}/" if self.edition else ""

    @property
    def shown_brand(self) -> Brand:
        """The brand as pages say it. Pictures and styles have it as it is: they are the site's, in every language."""
        if not self.marker:
            return self.brand
        name = brand_said("name", self.brand.name, self.marker.said)
        return replace(self.brand, name=name, strapline=brand_said("strapline", self.brand.strapline, self.marker.said))

    @property
    def english(self) -> str:
        """What English calls itself."""
        return str(Locale(WRITTEN_IN).display_name)

    def path_of(self, page: Page | None) -> str:
        """The address of a page below that of its language; nothing for the home page, and for 404.html."""
        return page.url.removeprefix(self.address).removeprefix("./") if page else ""

    @property
    def said(self) -> Said:
        """What is said in place of a text of the guide."""
        if self.marker:
            return self.marker.said
        return self.language.said if self.language else self.wording.instead


def build_of(config: MkDocsConfig) -> Build:
    """What this build knows. The hook `content.py` puts it there before anything asks."""
    return cast(Build, config.extra["build"])
