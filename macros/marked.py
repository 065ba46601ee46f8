"""A page in a language, once it is made: its marks become what a browser and a reader can use.

A text that is not translated says that it is English. One that is says which it is, so that its English is one press
away; the page carries the English of all that it says.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from macros.marks import END, MARK, Told, bare, place_of
from macros.tree import TEXT, rooms

SAID = "data-said"
"""Which of the page's texts an element says."""
WITHOUT_PARTS = {"title", "option", "textarea", "text", "tspan", "desc"}
"""Elements that can hold no others, or in which those would mean something else."""
CODE = {"script", "style"}
SENTENCES, IN_ENGLISH = "data-sentences", "data-in-english"


@dataclass
class _Open:
    """A text that has begun and not ended."""

    place: int
    on_element: bool
    """Whether an element says it and nothing else."""


@dataclass
class _Reader:
    told: Sequence[Told]
    right_to_left: bool
    open: list[_Open] = field(default_factory=list)

    def read(self, node: LexborNode) -> None:
        """Take the marks out of a text, and say on elements what they said."""
        text, parent = node.text_content or "", node.parent
        assert parent is not None  # a text stands in something
        if str(parent.tag) in CODE:
            if MARK.search(text):
                self._name_english(parent, text)
                node.replace_with(bare(text))
            return
        alone = str(parent.tag) in WITHOUT_PARTS
        parts: list[tuple[str, int | None]] = []
        done = 0
        for mark in MARK.finditer(text):
            parts.append((text[done : mark.start()], self._place()))
            done = mark.end()
            if (place := place_of(mark[0])) is not None:
                whole = bool(parent.is_element_node) and _whole(parent, place)
                if whole:
                    self._say(parent, place)
                self.open.append(_Open(place, whole or alone))
            elif mark[0] == END and self.open:
                self.open.pop()
        parts.append((text[done:], self._place()))
        if all(place is None for _, place in parts):
            if done:
                node.replace_with("".join(part for part, _ in parts))
            return
        for part, place in parts:
            if place is None or not part.strip():
                node.insert_before(part)
            else:
                span = node.parser.create_node("span")
                self._say(span, place)
                span.insert_child(part)
                node.insert_before(span, move=True)
        node.decompose()

    def _name_english(self, script: LexborNode, text: str) -> None:
        """Say on the sentences that scripts say which of them are English (`widgets/shared/words.js`)."""
        if SENTENCES not in script.attributes:
            return
        texts: dict[str, str | dict[str, str]] = json.loads(text)
        firsts = {id_: said if isinstance(said, str) else next(iter(said.values())) for id_, said in texts.items()}
        places = {id_: place_of(said[:1]) for id_, said in firsts.items()}
        english = [id_ for id_, place in places.items() if place is not None and not self.told[place].translated]
        if english:
            script.attrs[IN_ENGLISH] = " ".join(english)

    def _place(self) -> int | None:
        """The text that goes on here; None where its element says which it is, and where there is none."""
        return self.open[-1].place if self.open and not self.open[-1].on_element else None

    def _say(self, element: LexborNode, place: int) -> None:
        if self.told[place].translated:
            element.attrs[SAID] = str(place)
            return
        element.attrs["lang"] = "en"
        if self.right_to_left:
            element.attrs["dir"] = "ltr"


def _whole(element: LexborNode, place: int) -> bool:
    """Whether an element holds a text and nothing else."""
    text, depth = (element.text(deep=True) or "").strip(), 0
    for at, sign in enumerate(text):
        if (found := place_of(sign)) is not None:
            if at == 0 and found != place:
                return False
            depth += 1
        elif sign == END:
            depth -= 1
        if depth == 0:
            return at > 0 and at == len(text) - 1
    return False


def take_out_marks(tree: LexborNode, told: Sequence[Told], right_to_left: bool = False) -> None:
    """Take all marks out of a tree, its templates and attributes too, and say on its elements what they said."""
    for room in rooms(tree):
        reader = _Reader(told, right_to_left)
        for text in [*_texts(room)]:
            reader.read(text)
        for element in room.css("*"):
            for name, value in list(element.attributes.items()):
                if value and MARK.search(value):
                    element.attrs[name] = bare(value)


def _texts(node: LexborNode) -> Iterator[LexborNode]:
    for each in node.iter(include_text=True):
        if each.tag == TEXT:
            yield each
        else:
            yield from _texts(each)


def english_of(tree: LexborNode, told: Sequence[Told]) -> dict[str, str]:
    """The English of each text that a page says in its language."""
    places = {element.attributes[SAID] or "" for room in rooms(tree) for element in room.css(f"[{SAID}]")}
    return {place: told[int(place)].english for place in sorted(places, key=int)}


def is_checked(tree: LexborNode, told: Sequence[Told]) -> bool:
    """Whether somebody who speaks the language has checked all that a page says in it."""
    return all(told[int(place)].checked for place in english_of(tree, told))


def as_json(english: dict[str, str]) -> str:
    """What a page carries, as JSON that can stand in HTML."""
    return json.dumps(english, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
