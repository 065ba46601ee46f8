"""What one build of the site knows: the hooks fill it in order, the templates read it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

from framework.content.model import Framework, Word
from framework.fork.brand import Brand
from framework.fork.changes import Fork
from framework.fork.wording import Wording


@dataclass
class Build:
    """What one build of the site knows."""

    brand: Brand
    brand_folder: Path
    fork: Fork
    published: Framework
    """All that saved files and links may name, in the publisher's words: what is retired or hidden is marked."""
    glossary: tuple[Word, ...]
    wording: Wording
    complete: bool
    """Whether the whole site is built, with what only a host needs; not where it is served while someone writes."""
    own_pages: list[tuple[str, str]] = field(default_factory=list)
    """The publisher's own pages: title and address of each."""
    share: str = ""
    """The address of the picture that other sites show beside a link to this one."""
    style: str = ""
    """The address of the style sheet."""
    python: dict[str, Any] = field(default_factory=dict)
    """What the browser needs to know to start Python."""

    @property
    def framework(self) -> Framework:
        """What pages show."""
        return self.fork.visible


def build_of(config: MkDocsConfig) -> Build:
    """What this build knows. The hook `content.py` puts it there before anything asks."""
    return cast(Build, config.extra["build"])
