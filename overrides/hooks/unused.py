"""What Material brings along and no page of ours asks for is not published, and so not in the zip either.

That is its style sheets, for all of the look is ours, and its scripts, for the search is ours too.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

FOLDERS = ("assets/stylesheets/", "assets/javascripts/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not asked for."""
    for file in [file for file in files if file.src_uri.startswith(FOLDERS)]:
        files.remove(file)
    return files
