"""The scripts' modules: their imports run one way, and what they export is of use to another."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "overrides"
IMPORT = re.compile(
    r"""^import\s(?:[^"';]*?\sfrom\s)?["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']""", re.MULTILINE
)
"""What a module takes in, at once or later."""
EXPORT = re.compile(r"^export (?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def modules() -> dict[Path, str]:
    """The text of each module, without what its comments say of types elsewhere."""
    return {path: COMMENT.sub("", path.read_text(encoding="utf-8")) for path in sorted(SCRIPTS.rglob("*.js"))}


def imports() -> dict[Path, set[Path]]:
    """What each module imports."""
    return {
        path: {(path.parent / (one or other)).resolve() for one, other in IMPORT.findall(text)}
        for path, text in modules().items()
    }


def cycle(graph: dict[Path, set[Path]]) -> list[Path]:
    """Modules of which each imports the next, and the last the first; empty where there are none."""
    done: set[Path] = set()

    def follow(path: list[Path]) -> list[Path]:
        if path[-1] in path[:-1]:
            return path[path.index(path[-1]) :]
        if path[-1] in done:
            return []
        for target in sorted(graph.get(path[-1], ())):
            if found := follow([*path, target]):
                return found
        done.add(path[-1])
        return []

    return next((found for start in graph if (found := follow([start]))), [])


def test_imports_form_no_cycle() -> None:
    found = " → ".join(path.relative_to(SCRIPTS).as_posix() for path in cycle(imports()))
    assert not found, f"These modules import each other: {found}. Move what both need into a third."


def test_what_is_imported_is_there() -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {target.name}"
        for path, all_ in imports().items()
        for target in all_
        if not target.exists()
    ]
    assert not missing, f"These imports lead nowhere: {missing}"


def test_what_a_module_exports_is_imported() -> None:
    exporting = modules()
    texts = exporting | {path: path.read_text(encoding="utf-8") for path in (ROOT / "publish").glob("*.mjs")}
    unused = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, text in exporting.items()
        for name in EXPORT.findall(text)
        if not any(re.search(rf"\b{name}\b", other) for where, other in texts.items() if where != path)
    ]
    assert not unused, f"Nobody imports these: take 'export' away, or all of it. {unused}"


def test_a_widget_imports_from_no_other_widget() -> None:
    """What two widgets need stands in `shared/`."""
    widgets = SCRIPTS / "widgets"
    crossing = [
        f"{path.relative_to(widgets)} imports {target.relative_to(widgets)}"
        for path, all_ in imports().items()
        for target in all_
        if path.is_relative_to(widgets) and target.is_relative_to(widgets)
        if widgets / "shared" not in target.parents and target.parent != path.parent
    ]
    assert not crossing, f"Move what both need into shared/: {crossing}"
