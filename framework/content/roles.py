"""The words for who is who, which a copy of the guide may say otherwise: a text says in braces which of them it means.

The guide says what stands in the braces as it stands there: '{Residents} ask {a landlord}' is 'Residents ask a
landlord'. A copy with words of its own says 'Tenants ask an association'. What has no braces stays as it is in every
copy: laws, names, quotations and terms such as 'social landlord'.
"""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ROLES = ("resident", "landlord", "board", "council")
"""Who they are: the guide's own word for each."""
NOUNS = tuple(f"{role}{end}" for role in ROLES for end in ("", "s"))
"""Each for one and for several: what a translation may keep in braces."""
ROLE = re.compile(
    rf"\{{(?:(?P<article>an?)\s+)?(?P<role>{'|'.join(ROLES)})"
    r"(?:(?P<before>[\s-][^{}]*)|(?P<many>s?)(?P<owns>['’]s|(?<=s)['’])?)\}",
    re.IGNORECASE,
)
"""A role in a text. Behind one, and before the brace ends, may stand what it describes: '{resident members}'."""
PASSED_OVER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|`+[^`]+`+", re.DOTALL)
"""What holds braces of its own: lines for the program that fills pages, and code."""
EITHER = re.compile(f"{PASSED_OVER.pattern}|{ROLE.pattern}", re.IGNORECASE | re.DOTALL)
BRACES = re.compile(r"\{(\w[^{}]*)\}")
NEAR = 0.8
"""How like a role's name a place's has to be, to be taken for that role with a slip of the pen."""


@dataclass(frozen=True)
class Role:
    """What a text says of a role in one place."""

    written: str
    """All that stands in the braces: what the guide says."""
    role: str
    """Which of `ROLES` it is."""
    article: str = ""
    """'a', 'A', 'an' or 'An', where one stands there."""
    many: bool = False
    """Whether it is several."""
    owns: bool = False
    """Whether something is theirs: 'the residents' room'."""
    before: str = ""
    """What it describes, with the space or hyphen in front: ' members', '-led'."""

    @property
    def key(self) -> str:
        """What stands in the braces, without an article and in small letters.

        >>> roles_in("{A resident's} room")[0].key
        "resident's"
        """
        return re.sub(r"\s+", " ", self.written.removeprefix(self.article).strip()).replace("’", "'").lower()

    @property
    def noun(self) -> str | None:
        """Which of `NOUNS` it is; None where it is more than that."""
        return self.key if self.key in NOUNS and not self.article else None

    def begun_as_written(self, said: str) -> str:
        """What is said, with a capital where the guide has one."""
        return said[0].upper() + said[1:] if self.written[0].isupper() else said


def say_roles(text: str, instead: Callable[[Role], str]) -> str:
    """A text with each of its roles said as `instead` does.

    >>> say_roles("{Residents} ask {a landlord}: `{resident}`", lambda role: role.role.upper())
    'RESIDENT ask LANDLORD: `{resident}`'
    """
    if "{" not in text:
        return text
    return EITHER.sub(lambda found: instead(_role(found)) if found["role"] else found[0], text)


def in_our_words(context: str, text: str) -> str:  # noqa: ARG001 (asked as all that is said anew)
    """A text as the guide itself says it.

    >>> in_our_words("a text", "{A resident} or {resident-led} group, and {name}")
    'A resident or resident-led group, and {name}'
    """
    return say_roles(text, lambda role: role.written)


def roles_in(text: str) -> list[Role]:
    """The roles of a text, in order."""
    return [_role(found) for found in EITHER.finditer(text) if found["role"]]


def wrong_braces(text: str, places: bool = False) -> Iterator[tuple[str, str]]:
    """What stands in braces and is no role, and how to mend it. With `places` there may be places that code fills.

    >>> [*wrong_braces("{Tennants} and {a resident}")]
    [("'{Tennants}' is no role", 'Use one of resident, landlord, board, council, or take the braces out.')]
    >>> [*wrong_braces("{name} and {resdients}", places=True)]
    [("'{resdients}' is no role", "Did you mean '{residents}'?")]
    """
    for found in BRACES.finditer(ROLE.sub("", PASSED_OVER.sub("", text))):
        near = difflib.get_close_matches(found[1].lower(), NOUNS, n=1, cutoff=NEAR)
        if near:
            yield f"'{found[0]}' is no role", f"Did you mean '{{{near[0]}}}'?"
        elif not places:
            yield f"'{found[0]}' is no role", f"Use one of {', '.join(ROLES)}, or take the braces out."


def _role(found: re.Match[str]) -> Role:
    return Role(
        written=found[0][1:-1],
        role=found["role"].lower(),
        article=found["article"] or "",
        many=bool(found["many"]),
        owns=bool(found["owns"]),
        before=found["before"] or "",
    )
