"""A publisher's own words for who is who: each form, and every place of the guide where they come to stand."""

import re
from collections.abc import Iterator

import pytest

from framework.content.catalogue import Message, messages
from framework.content.check import checked
from framework.content.load import load
from framework.content.model import Duty, Publication, items
from framework.content.retell import heard, retold
from framework.content.roles import ROLE, in_our_words, roles_in
from framework.core.item import Item
from framework.fork.wording import Wording

TENANTS = Wording({"resident": "tenant", "landlord": "association", "board": "committee", "council": "authority"})
PHRASE = {"resident": "person who lives here, people who live here"}
PEOPLE = Wording({**PHRASE, "landlord": "estate owner", "board": "overview board", "council": "borough"})
WORDINGS = {"tenants": TENANTS, "people who live here": PEOPLE}
WRONG = (
    "tenant and tenant",
    "tenants and tenants",
    "social association",
    "tenant ballot",
    "authority tax",
    "authority housing",
    "programme committee",
    "on committee",
    "full authority",
    "association and tenant act",
    "tenant empowerment",
    "committee or committee",
    "person who lives here representative",
    "person who lives here member",
    "who lives here's",
    "who live here's",
    "who live here'",
    "live here from living here",
)
"""What comes of the guide's words where one of them is replaced that is none of its own. In small letters."""
DOUBLED = re.compile(r"\b(\w+)(?: and| or|,)? \1\b", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:a (?=[aeio]|u(?!ni|s[eu]))|an (?![aeiou]|h(?:on|eir|our)))\w+", re.IGNORECASE)


@pytest.mark.parametrize(
    ("guide", "here"),
    [
        ("{Residents} and {landlords}", "Tenants and associations"),
        ("{a landlord}, an active {landlord}, {A landlord}", "an association, an active association, An association"),
        ("{Resident-led}, {a board paper}, {A board}", "Tenant-led, a committee paper, A committee"),
        ("the {residents’} room, {a resident's} room, {A residents'} room", "the tenants' room, a tenant's room, A tenants' room"),
        ("{Councils} and {a council}; Barnet Council; council tax", "Authorities and an authority; Barnet Council; council tax"),
        ("{residents} and residents at residents@a.org", "tenants and residents at residents@a.org"),
        ("[{residents}](id:resident-voice) and **{landlords}**", "[tenants](id:resident-voice) and **associations**"),
        ("{resident\n  members} meet", "tenant members meet"),
    ],
)  # fmt: skip
def test_each_form(guide: str, here: str) -> None:
    assert " ".join(TENANTS.said(guide).split()) == here


def test_a_phrase_bears_no_ending_and_the_guides_word_stays() -> None:
    said = Wording(PHRASE).said
    assert (
        said("{A resident}, {residents}, {Residents}")
        == "A person who lives here, people who live here, People who live here"
    )
    assert (
        said("the {residents'} room, {a resident member}, {landlords}")
        == "the residents' room, a resident member, landlords"
    )


def test_a_form_that_the_publisher_gives_is_taken_as_it_is() -> None:
    given = {"residents'": "our neighbours'", "resident members": "members who live here", "a": "b"}
    said = Wording({**PHRASE, **given}).said
    assert said("{Residents'} rights, {resident members}") == "Our neighbours' rights, members who live here"
    assert said("{a resident member}") == "a resident member"
    swapped = Wording({"landlord": "council", "council": "city"})
    assert swapped.said("{A landlord} or {council}") == "A council or city"


@pytest.mark.parametrize(
    "text",
    ["{resident_name} and {count}", "`{resident}`, ``{a resident}``", "{{ show('resident') }}", "{% if {resident} %}"],
)
def test_code_and_places_stay(text: str) -> None:
    assert TENANTS.said(f"{{A resident}}: {text}") == f"A tenant: {text}"


def told() -> Iterator[tuple[Message, str]]:
    """Every text that says a role, with its roles in braces."""
    for message in messages():
        for text in [message.text] if isinstance(message.text, str) else message.text:
            if roles_in(text):
                yield message, " ".join(text.split())


@pytest.fixture(scope="module")
def places() -> list[tuple[Message, str]]:
    return [*told()]


def test_the_guide_says_roles_in_many_places(places: list[tuple[Message, str]]) -> None:
    assert len(places) > 300
    assert {role.role for _, text in places for role in roles_in(text)} == {"resident", "landlord", "board", "council"}
    assert not any(ROLE.search(in_our_words("", text)) for _, text in places)


@pytest.mark.parametrize("name", WORDINGS)
def test_every_place_reads_well_in_other_words(places: list[tuple[Message, str]], name: str) -> None:
    found = []
    for message, text in places:
        guide, here = in_our_words("", text), WORDINGS[name].said(text)
        assert not ROLE.search(here)
        wrong = [each for each in WRONG if each in here.lower() and each not in guide.lower()]
        for pattern in (DOUBLED, ARTICLE):
            wrong += sorted(
                {each[0] for each in pattern.finditer(here)} - {each[0] for each in pattern.finditer(guide)}
            )
        found += [f"{message.file}: {message.context}: {each}: {here}" for each in wrong]
    assert found == []


def test_what_reads_wrong_is_seen() -> None:
    assert DOUBLED.search("a tenant and tenant association")
    assert DOUBLED.search("the committee or committee")
    for text in ("a authority", "A association", "an tenant", "an committee"):
        assert ARTICLE.search(text), text
    for text in ("an authority", "a tenant", "an hour", "a union", "a user"):
        assert not ARTICLE.search(text), text


def test_laws_works_of_others_and_what_others_reported_stay_as_written() -> None:
    marked = load().framework
    known = {item.id: item for item in items(marked)}
    for context, text in heard(lambda said: retold(marked, said)):
        id_, _, key = context.partition(" ")
        item = known[id_]
        if isinstance(item, (Duty, Publication)) or (isinstance(item, Item) and item.origin == "article"):
            assert key == "lesson" or not roles_in(text), f"{context}: {text}"  # a case's lesson is ours


def test_ids_links_and_titles_of_others_works_stay() -> None:
    marked, ours = load().framework, checked()
    here = retold(marked, TENANTS.instead)
    assert [item.id for item in items(here)] == [item.id for item in items(ours)]
    assert here.publications == ours.publications
    assert [tool.helps_with for tool in here.tools] == [tool.helps_with for tool in ours.tools]
    assert [tool.found_by for tool in here.tools] == [tool.found_by for tool in ours.tools]
    assert here.precepts != ours.precepts
    assert retold(marked, Wording({}).instead) == ours
