"""No build fails in silence: whatever is wrong is said in a sentence, counts, and ends the build, also under `--quiet`.

MkDocs counts what it says: `--quiet` would keep it from saying, and so from counting, that a link is dead, and
`strict: true` would let the build pass. And mkdocs-macros says as a mere warning why it stops.
"""

import logging
import re
import sys
from typing import override

from mkdocs.exceptions import Abort

from macros.stopped import missing, why
from publish.notes import tell_host

MENDS = {
    "mkdocs.structure.pages": "Mend that link or picture in 'docs/' or 'brand/pages/', or take it out.",
    "mkdocs.structure.nav": "Mend 'nav' in mkdocs.yml.",
}
"""How to mend what MkDocs complains of, by the part of it that does."""
MACROS = "mkdocs.plugins.mkdocs_macros.util"
FILE = re.compile(r"_File_: `([^`]+)`")


class _Mend(logging.Filter):
    """Says how to mend what is wrong, behind it."""

    def __init__(self, mend: str) -> None:
        super().__init__()
        self.mend = mend

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno == logging.WARNING:
            record.msg, record.args = f"{record.getMessage()} {self.mend}", ()
        return True


class _Stopped(logging.Filter):
    """Says why a page can't be made in one sentence, where mkdocs-macros has a page of Python for it."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        error, page = sys.exc_info()[1], FILE.search(record.getMessage())
        if isinstance(error, Exception) and page:
            record.levelno, record.levelname = logging.ERROR, "ERROR"
            record.msg, record.args = f"{page[1]}: {why(error)}", ()
        return True


def on_startup(command: str, dirty: bool) -> None:
    """Let warnings and errors be heard, whatever was asked for."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(min(logger.level, logging.WARNING))
    for name, mend in MENDS.items():
        logging.getLogger(name).addFilter(_Mend(mend))
    if logger.level > logging.DEBUG:  # with '--verbose', all of it is told
        logging.getLogger(MACROS).addFilter(_Stopped())


def on_build_error(error: Exception) -> None:
    """Say of a file that is missing where it should be. Let the host's page of the build say what stopped it."""
    tell_host(str(error))
    if isinstance(error, FileNotFoundError) and error.filename:
        raise Abort(missing(str(error.filename))) from error
