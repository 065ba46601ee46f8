"""A language, read from a gettext catalogue: what stands in place of each text of the guide.

What is not translated, or marked as fuzzy, stays English.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.plural import PluralRule

from framework.content.load import Problem
from framework.content.retell import FIXED
from framework.content.roles import NOUNS, ROLE, Role, in_our_words, roles_in, say_roles
from framework.core.words import COUNT, Sentences, Text

SAMPLE = (*range(201), 1_000, 1_000_000)
"""Numbers among which every plural form of any language has one."""
CHECKED = "checked:"
"""A translator's comment that begins so says who has checked the message. Every editor for PO files keeps those."""
CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Language:
    """A language, and what is said in it."""

    code: str
    """As `<html lang>` has it: 'cy', 'pt-BR'."""
    plural: str
    """Which plural form a number takes: the expression of `Plural-Forms` in the catalogue's header."""
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    """By context and English text: what is said, or its plural forms."""
    checked: frozenset[tuple[str, str]] = frozenset()
    """Of these, by context and English text, those that somebody who speaks the language has checked."""

    @property
    def direction(self) -> str:
        """The way it is written in, as `<html dir>` has it.

        >>> Language("ar", "0", {}).direction, Language("xx", "0", {}).direction
        ('rtl', 'ltr')
        """
        try:
            return Locale.parse(self.code, sep="-").text_direction
        except UnknownLocaleError:
            return "ltr"

    def said(self, context: str, text: str) -> str:
        """What is said in place of a text; the text itself where it has no translation."""
        found = self.texts.get((context, text))
        return say_roles(found[0], self._role) if found else in_our_words(context, text)

    def over(self, under: "Language | None") -> "Language":
        """This language, and where it says nothing what another catalogue of the same language does.

        >>> one = Language("cy", "n != 1", {("a", "Ask"): ("Gofyn",)}, frozenset({("a", "Ask"), ("b", "No")}))
        >>> mended = Language("cy", "n != 1", {("a", "Ask"): ("Gofynnwch",)}).over(one)
        >>> mended.said("a", "Ask"), mended.checked
        ('Gofynnwch', frozenset({('b', 'No')}))
        """
        if under is None:
            return self
        checked = frozenset(under.checked - self.texts.keys()) | self.checked
        return Language(self.code, self.plural, {**under.texts, **self.texts}, checked)

    def _role(self, role: Role) -> str:
        """What a role is called; in English where that is not translated."""
        found = self.texts.get((said_as(role.noun), role.noun)) if role.noun else None
        return role.begun_as_written(found[0]) if found else role.written

    def sentences(self, english: Sentences) -> Sentences:
        """The sentences of code in this language."""
        texts = {id_: self._sentence(id_, text) for id_, text in english.texts.items()}
        return Sentences(texts, self.plural, self.code, self.direction)

    def _sentence(self, id_: str, text: Text) -> Text:
        if isinstance(text, str):
            return self.said(id_, text)
        forms = self.texts.get((id_, text[0]))
        if forms:
            return tuple(say_roles(form, self._role) for form in forms)
        return self._english_forms([in_our_words(id_, form) for form in text])

    def _english_forms(self, forms: Sequence[str]) -> Sequence[str]:
        """English plural forms in the order of this language's: that for 'one' where it stands for nothing else."""
        form_of = c2py(self.plural)
        takers: dict[int, set[int]] = {}
        for number in SAMPLE:
            takers.setdefault(form_of(number), set()).add(number)
        return [forms[0] if takers.get(form) == {1} else forms[-1] for form in range(max(takers) + 1)]


def said_as(noun: str) -> str:
    """The context of what a role is called.

    >>> said_as("residents")
    'role residents'
    """
    return f"role {noun}"


def by_plural_name(forms: Sequence[str], spoken: Sentences) -> dict[str, str]:
    """The plural forms of a sentence by the names that scripts have for them (`Intl.PluralRules`).

    >>> sorted(by_plural_name(["rok", "roky", "roků"], Sentences({}, "n==1 ? 0 : n>1 && n<5 ? 1 : 2", "cs")).items())
    [('few', 'roky'), ('one', 'rok'), ('other', 'roků')]
    >>> sorted(by_plural_name(["person", "people"], Sentences()).items())
    [('one', 'person'), ('other', 'people')]
    """
    form_of, name_of = c2py(spoken.plural), _plural_names(spoken.language)
    named: dict[str, str] = {}
    for number in SAMPLE:
        named.setdefault(name_of(number), forms[min(form_of(number), len(forms) - 1)])
    return {**named, "other": named.get("other", forms[-1])}


def _plural_names(code: str) -> PluralRule:
    """The names of a language's plural forms by number; those of English for one that nobody has rules for."""
    try:
        return Locale.parse(code, sep="-").plural_form
    except UnknownLocaleError:
        return Locale("en").plural_form


def load_language(path: Path) -> tuple[Language | None, list[Problem]]:
    """Read a catalogue. Where anything in it can't be used there is no language, and problems say all that is wrong."""
    file = path.name
    try:
        with path.open("rb") as opened:
            catalog = read_po(opened, abort_invalid=True)
    except FileNotFoundError:
        return None, [Problem(file, "", f"'{path}' is not there", "Name in CATALOGUE a file that is.")]
    except (PoFileError, ValueError) as error:
        return None, [Problem(file, "", f"this is no catalogue ({error})", "Open it in an editor for PO files.")]
    problems = [*_head_problems(catalog, file)]
    if problems:
        return None, problems
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    checked: set[tuple[str, str]] = set()
    for message in catalog:
        forms = _forms(message)
        if not message.id or message.fuzzy or not all(forms):
            continue
        problems += [
            Problem(file, message.context or "", what, mend) for what, mend in _problems(message, forms, catalog)
        ]
        known = message.context or "", _english(message)[0]
        texts[known] = forms
        if any(comment.strip().startswith(CHECKED) for comment in message.user_comments):
            checked.add(known)
    if problems:
        return None, problems
    code = str(catalog.locale_identifier).replace("_", "-")
    return Language(code, catalog.plural_expr, texts, frozenset(checked)), []


def _head_problems(catalog: Catalog, file: str) -> Iterator[Problem]:
    code = catalog.locale_identifier
    if not code or not CODE.fullmatch(str(code)):
        yield Problem(
            file, "", "its header names no language", "Write 'Language: cy' there, with your language's code."
        )
    try:
        form_of = c2py(catalog.plural_expr)
        largest = max(map(form_of, SAMPLE))
    except (ValueError, ZeroDivisionError) as error:
        yield Problem(file, "", f"its 'Plural-Forms' can't be read ({error})", "Take those of your language.")
    else:
        if largest >= catalog.num_plurals:
            what = f"its 'Plural-Forms' has nplurals={catalog.num_plurals}, and its rule gives form {largest}"
            yield Problem(file, "", what, "Take those of your language.")


def _english(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (str(message.id),)


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (str(message.string or ""),)


def _problems(message: Message, forms: Sequence[str], catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What is wrong with a translated message, and how to mend it."""
    english = _english(message)[-1]
    if len(forms) != (catalog.num_plurals if message.pluralizable else 1):
        yield f"it has {len(forms)} forms", f"Give each of the {catalog.num_plurals} forms of the language."
    places, fixed = parts_kept(english)
    for form in forms:
        here, kept = parts_kept(form)
        if here != places:
            yield f"its places are {_listed(here)}, in English {_listed(places)}", "Keep each place as it stands there."
        if kept != fixed:
            what = f"'{_listed(kept)}' stands where in English '{_listed(fixed)}' does"
            yield what, "Keep addresses of links, code and HTML as they are."
        for role in roles_in(form):
            if not role.noun:
                mend = f"Write it in your words, or keep one of {', '.join(f'{{{noun}}}' for noun in NOUNS)}."
                yield f"'{{{role.written}}}' is English", mend


def parts_kept(text: str) -> tuple[set[str], Counter[str]]:
    """The places of a text, but for `count`, which a form may leave out; and its other parts that are no words.
    Roles are left out: a translation may have others, or none.

    >>> parts_kept("{count} of {all} {residents} in [the map](id:power-map)")
    ({'{all}'}, Counter({'](id:power-map)': 1}))
    """
    found = [part for part in FIXED.findall(text) if not ROLE.fullmatch(part)]
    places = {part for part in found if re.fullmatch(r"\{\w[^{}]*\}", part)}
    return places - {f"{{{COUNT}}}"}, Counter(part for part in found if part not in places)


def _listed(parts: set[str] | Counter[str]) -> str:
    return ", ".join(sorted(parts.elements() if isinstance(parts, Counter) else parts)) or "none"
