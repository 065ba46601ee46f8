"""What Material brings along and no page of ours asks for is not published, and so not in the zip either.

That is its style sheets, for all of the look is ours; the search's other languages, while it searches English alone;
and source maps, which are for those who work on Material.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
LANGUAGES = "assets/javascripts/lunr/"
NAMES_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not asked for, and the scripts' last line, by which a browser would ask for a source map."""
    english_alone = set(config.plugins["material/search"].config["lang"] or ["en"]) == {"en"}
    for file in [file for file in files if file.src_uri.startswith((STYLES, SCRIPTS))]:
        path = file.src_uri
        if path.startswith(STYLES) or path.endswith(".map") or (english_alone and path.startswith(LANGUAGES)):
            files.remove(file)
        elif path.endswith(".js"):
            code = Path(str(file.abs_src_path)).read_text(encoding="utf-8")
            files.remove(file)
            files.append(File.generated(config, path, content=NAMES_MAP.sub("\n", code)))
    return files
