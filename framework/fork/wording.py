"""The publisher's own words for who is who: 'tenant' where the guide says 'resident', in the form that fits.

Only what a text has in braces is said otherwise (`framework.content.roles`). Where a form can't be made of what the
publisher gave, the guide's own stays: it is always right.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from framework.content.roles import ROLES, Role, roles_in, say_roles

AN = re.compile(r"(?!uni|use|usu|eu|one\b)[aeiou]|hon|heir|hour", re.IGNORECASE)
SAID = re.compile(r"\s*\w[\w\s'’-]*(,\s*\w[\w\s'’-]*)?")
"""Own words go into texts of Markdown, so they hold no more than words do. Behind a comma may stand the plural."""


def plural(word: str) -> str:
    """The plural of a word.

    >>> plural("tenant"), plural("authority"), plural("local church")
    ('tenants', 'authorities', 'local churches')
    """
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|z|ch|sh)$", word) else f"{word}s"


@dataclass(frozen=True)
class Wording:
    """What is said for roles: for one of `ROLES`, with its plural if need be ('person, people'), or for a longer form
    as it stands in braces in a text: 'residents', "residents'", 'resident representatives'.

    >>> said = Wording({"resident": "tenant", "landlord": "association"}).said
    >>> said("{A resident} asks {a landlord}. {Residents'} rights, {the resident's} home, {a council}.")
    "A tenant asks an association. Tenants' rights, {the resident's} home, a council."
    >>> said = Wording({"resident": "person who lives here, people who live here", "resident reps": "our reps"}).said
    >>> said("{Residents} and {resident members}, {residents'} rights, {resident reps}")
    "People who live here and resident members, residents' rights, our reps"
    """

    words: Mapping[str, str]

    @cached_property
    def _given(self) -> dict[str, str]:
        """What the publisher gave, by the form; the plural by its own."""
        given: dict[str, str] = {}
        for key, said in self.words.items():
            one, _, many = (part.strip() for part in said.partition(","))
            given[key] = one
            if many:
                given.setdefault(f"{key}s", many)
        return {**given, **{key: said.strip() for key, said in self.words.items() if "," not in said}}

    def instead(self, context: str, text: str) -> str:  # noqa: ARG002 (a role is the same wherever it stands)
        """What is said in place of a text."""
        return self.said(text)

    def said(self, text: str) -> str:
        """A text in the publisher's words."""
        return say_roles(text, self._role)

    def says(self, role: Role) -> str | None:
        """What is said for a role, without its article; None where the guide's own word stays."""
        return self._given.get(role.key) or self._made(role)

    def _role(self, role: Role) -> str:
        said = self.says(role)
        if not said:
            return role.written
        if not role.article:
            return role.begun_as_written(said)
        return f"{role.article[0]}{'n' if AN.match(said) else ''} {said}"

    def _made(self, role: Role) -> str | None:
        """A form made of the word for one or for several; None where the publisher gave no word, or where it is a
        phrase that bears no ending: 'person who lives here'.
        """
        one = self._given.get(role.role)
        if not one:
            return None
        many = self._given.get(f"{role.role}s") or plural(one)
        said = many if role.many else one
        if not role.owns and not role.before:
            return said
        if " " in one and many != plural(one):
            return None
        if role.before:
            return one + role.before
        return f"{said}'" if role.many and said.endswith("s") else f"{said}'s"


def wrong_words(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a publisher's words, and how to mend it.

    >>> [*wrong_words({"resident": "tenant", "resident members": "tenant members"})]
    []
    >>> [*wrong_words({"tenant": "resident"})]
    [("'words.tenant' is no word that the guide has for a role", 'Use one of resident, landlord, board, council.')]
    """
    for key, said in words.items():
        role = next(iter(roles_in(f"{{{key}}}")), None)
        if not role or key != role.key or role.article:
            mend = f"Use one of {', '.join(ROLES)}."
            yield f"'words.{key}' is no word that the guide has for a role", mend
        elif not SAID.fullmatch(said) or ("," in said and key not in ROLES):
            mend = "Give one word or more, and its plural behind a comma if you like."
            yield f"'words.{key}' is '{said}'", mend


def notes_on_words(words: Mapping[str, str], texts: Iterable[str]) -> Iterator[str]:
    """What to tell of a publisher's words: those that no text of the guide has, and where the guide's own stay.

    >>> said = {"resident": "person here, people here", "resident reps": "our reps"}
    >>> for note in notes_on_words(said, ["{A resident}", "the {residents'} room", "{landlords}"]): print(note)
    'words.resident reps': no text of the guide has this. Take it out.
    Your word for 'resident' bears no ending. So the guide's own stays in: residents'. 'words' may hold these too.
    """
    wording = Wording(words)
    roles = {role.key: role for text in texts for role in roles_in(text)}
    for key in words:
        if key not in ROLES and key not in roles:
            yield f"'words.{key}': no text of the guide has this. Take it out."
    for name in ROLES:
        kept = [key for key, role in sorted(roles.items()) if role.role == name and not wording.says(role)]
        if name in words and kept:
            told = f"Your word for '{name}' bears no ending. So the guide's own stays in: {', '.join(kept)}."
            yield f"{told} 'words' may hold these too."
