"""Files as people save them, with Notepad, Word or a phone. What can be meant is taken; what can't is told, by line."""

import re
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LITTER = {"thumbs.db", "desktop.ini"}
"""Files that Windows puts into folders."""
CURLY = "“”„‘’"
HASH_COLOUR = re.compile(r"^(\s*[\w-]+:[ \t]+)(#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}))[ \t]*$", re.MULTILINE)
"""A colour without quotes: to YAML it would be a comment, and nobody means one there."""
IN_CURLY = re.compile(r"^(\s*[\w-]+:[ \t]+)(?:[“”„](.*)[“”]|[‘’](.*)[‘’])[ \t]*$", re.MULTILINE)
"""A text in the quotes that Word and phones write. YAML would take them for part of it."""
WITH_COLON = re.compile(r"^(\s*(?:- )?[\w-]+:)[ \t]+([^'\"\[{|>&*!%@`#].*?:(?: .*|))$")
BEGINS_ODDLY = re.compile(r"^(\s*(?:- )?[\w-]+:)[ \t]+([@`%*&!|>].*)$")
KEY = re.compile(r"^[ \t]+([\w-]+):")


@dataclass(frozen=True)
class Fault:
    """Why a file can't be read, and how to mend it."""

    line: int
    """Which line, from 1."""
    what: str
    mend: str


class Unreadable(Exception):
    """A file can't be read. Holds the fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"line {fault.line}: {fault.what}. {fault.mend}")


def is_litter(path: Path) -> bool:
    """Whether a file is one that a computer left, and nobody put there.

    >>> [is_litter(Path(name)) for name in (".DS_Store", "Thumbs.db", "~$page.docx", "page.md")]
    [True, True, True, False]
    """
    return path.name.startswith((".", "~$")) or path.name.lower() in LITTER


def text_of(path: Path) -> str:
    """The text of a file, whatever its first sign and its line ends. Raises `Unreadable` where it is not UTF-8."""
    content = path.read_bytes()
    mend = "Save it anew as UTF-8: in Notepad, 'Save as' has a box 'Encoding' for that."
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(Fault(1, "this is saved as UTF-16, and not as UTF-8", mend))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(Fault(line, "a letter here is not saved as UTF-8", mend)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tidied(text: str) -> str:
    """A text of YAML in which what people plainly mean stands as YAML has it. No line moves.

    >>> tidied("main: #1D4F91\\nname: “Ours”\\t\\n")
    "main: '#1D4F91'\\nname: 'Ours'\\n"
    """
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = HASH_COLOUR.sub(lambda found: found[1] + quoted(found[2]), text)
    return IN_CURLY.sub(lambda found: found[1] + quoted(found[2] or found[3] or ""), text)


def quoted(text: str) -> str:
    """A text as YAML has it in quotes.

    >>> quoted("Tenants' union")
    "'Tenants'' union'"
    """
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


class _Typed(yaml.CSafeLoader):
    """YAML in which a key given twice is an error: plain YAML would keep the last and say nothing."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        for number, key in enumerate(keys):
            if key in keys[:number]:
                mark = node.value[number][0].start_mark
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' stands here twice", mark)
        return super().construct_mapping(node, deep)


class _Text(_Typed):
    """YAML in which every value is text: a name of '2024' or 'No' is a name. Nothing is nothing all the same."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (PyYAML's own name, which it copies before it adds to it)
        first: [each for each in resolvers if each[0] == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def yaml_of(text: str, as_text: bool = False, keys: Collection[str] = ()) -> Any:
    """What a text of YAML says. Raises `Unreadable`, with the first line that is to be mended.

    With `as_text`, every value is text. `keys` are those that stand at the very left.
    """
    try:
        return yaml.load(text, _Text if as_text else _Typed)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line + 1, text.count("\n") + 1) if mark else 1
        raise Unreadable(_fault(text.split("\n"), line, str(error.problem), keys)) from error
    except yaml.YAMLError as error:
        raise Unreadable(Fault(1, f"a sign here can't be read ({error})", "Take it out.")) from error


def _fault(lines: list[str], at: int, problem: str, keys: Collection[str]) -> Fault:
    """What a person did who made YAML complain of a line."""
    for number, line in enumerate(lines[:at], start=1):
        found = KEY.match(line)
        if found and found[1] in keys:
            what = f"'{found[1]}' does not begin at the very left"
            return Fault(number, what, f"Take out what is before '{found[1]}'.")
    for number in range(at, 0, -1):  # a quote that does not end is told where the file ends
        line = lines[number - 1]
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return Fault(number, "the line begins with a tab", "Use spaces in its place.")
        if colon := WITH_COLON.match(line):
            mend = f"Put the words in quotes: {colon[1].strip()} {quoted(colon[2])}"
            return Fault(number, "a colon in the words ends them", mend)
        if odd := BEGINS_ODDLY.match(line):
            mend = f"Put the words in quotes: {odd[1].strip()} {quoted(odd[2])}"
            return Fault(number, f"no words may begin with '{odd[2][0]}'", mend)
        if _is_open(line):
            return Fault(number, "its quotes don't fit together", _mend_of_quotes(line))
        if number == at and line.strip() and "quoted scalar" not in problem:
            break
    said = problem if problem.startswith("the key '") else f"this can't be read ({problem})"
    mend = "Keep one of the two." if said is problem else "Look at its spaces, quotes and colons."
    return Fault(at, said, mend)


def _is_open(line: str) -> bool:
    """Whether a line begins a quoted text and does not end it, or goes on behind it.

    >>> [_is_open(line) for line in ("name: 'Ours", "name: 'Tenants' union'", "name: 'Ours'", 'name: "O", "P"')]
    [True, True, False, True]
    """
    begins = re.match(r"\s*(?:- )?[\w-]+:\s+(['\"])(.*)$", line)
    if not begins:
        return False
    mark, rest = begins[1], begins[2].replace("''" if begins[1] == "'" else '\\"', "")
    return not re.fullmatch(rf"[^{mark}]*{mark}\s*(#.*)?", rest)


def _mend_of_quotes(line: str) -> str:
    key, _, value = line.strip().partition(":")
    inside = value.strip().strip("'\"" + CURLY).replace('"', "")
    return f'Write: {key}: "{inside}"'


type Place = tuple[str, str]
"""The id of an item, or '' outside of any, and the key below it: 'colours.main'."""


def lines_of(text: str) -> dict[Place, int]:
    """The line on which each key stands, and each item by the key ''. Takes YAML that can be read.

    >>> lines_of("name: Ours\\ncolours:\\n  main: red\\n")
    {('', 'name'): 1, ('', 'colours'): 2, ('', 'colours.main'): 3}
    >>> lines_of("- id: a\\n  reason: b\\n")
    {('a', ''): 1, ('a', 'id'): 1, ('a', 'reason'): 2}
    """
    node = yaml.compose(text, yaml.CSafeLoader)
    return dict(_lines(node, "", "")) if node else {}


def _lines(node: yaml.Node, id_: str, path: str) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.SequenceNode):
        for number, each in enumerate(node.value, start=1):
            yield from _lines(each, id_, f"{path}.{number}" if path else "")
    if isinstance(node, yaml.MappingNode):
        named = next((value.value for key, value in node.value if key.value == "id"), None)
        if isinstance(named, str):
            id_, path = named, ""
            yield (id_, ""), node.start_mark.line + 1
        for key, value in node.value:
            at = f"{path}.{key.value}" if path else str(key.value)
            yield (id_, at), key.start_mark.line + 1
            yield from _lines(value, id_, at)
