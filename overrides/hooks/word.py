"""Each tool's form as a Word file, beside the tool's page; and the file that all of a group's are bound in."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framework.content.address import BINDER_FILE, word_file
from macros.build import build_of
from publish.word.files import binder_file, word_files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files. They are made from the data and the brand; none of them is kept in git."""
    build = build_of(config)
    if build.edition:  # the site's are in English
        return files
    language = build.language.code if build.language else build.brand.language
    made_for = (build.framework, build.brand, build.brand_folder, language)
    files.append(File.generated(config, BINDER_FILE, abs_src_path=str(binder_file(*made_for))))
    for id_, path in word_files(*made_for).items():
        files.append(File.generated(config, word_file(id_), abs_src_path=str(path)))
    return files
