"""One style sheet for the site: a browser shows nothing of a page before it has them all, so one comes soonest.

It is published beside the brand's own files, so that an address in the brand's `style.css` holds there too. Its name
has a hash of what is in it, so that browsers may keep it for ever.
"""

import hashlib

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framework.fork.named_files import own_style
from macros.build import build_of
from publish.fonts import fonts
from publish.script_fonts import script_fonts, script_of
from publish.style_sheet import style_sheet


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the styles together, publish them as one, and the typefaces with them."""
    build = build_of(config)
    languages = {f"{edition.address}/": edition.language for edition in build.editions}
    if build.language and not build.edition:
        languages[""] = build.language
    build.own_script = bool(build.language and script_of(build.language))
    plain, own = style_sheet(build.brand, languages), own_style(build.brand_folder)
    style = f"{plain}\n{own}" if own else plain
    for file in [file for file in files if file.src_uri.startswith(("assets/style/", "widgets/"))]:
        if file.src_uri.endswith(".css"):
            files.remove(file)
    for each in dict.fromkeys((plain, style)):
        files.append(File.generated(config, _address(each), content=each))
    build.style, build.plain_style = _address(style), _address(plain)
    for name, path in fonts().items():
        files.append(File.generated(config, f"assets/fonts/{name}", abs_src_path=str(path)))
    for address, path in script_fonts(languages).items():
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return files


def _address(style: str) -> str:
    return f"assets/brand/style-{hashlib.sha256(style.encode()).hexdigest()[:12]}.css"
