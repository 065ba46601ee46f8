"""A publisher's own words, in the right form, and nowhere else."""

import pytest

from framework.content.model import Framework, items
from framework.core.words import Sentences
from framework.fork.wording import Wording, reworded, reworded_sentences

OWN = Wording({"resident": "tenant", "landlord": "association", "board": "committee", "council": "authority"})


@pytest.mark.parametrize(
    ("guide", "here"),
    [
        ("Residents and landlords", "Tenants and associations"),
        ("RESIDENTS", "TENANTS"),
        ("a landlord, an active landlord, A landlord", "an association, an active association, An association"),
        ("resident-led, non-resident", "tenant-led, non-tenant"),
        ("the residents’ room, a resident’s room", "the tenants’ room, a tenant’s room"),
        ("Councils and a council", "Authorities and an authority"),
        ("The council; Barnet Council; council tax", "The authority; Barnet Council; council tax"),
        ("on board the board, a whiteboard", "on board the committee, a whiteboard"),
        (
            "[residents](id:resident-voice) at https://a.org/resident",
            "[tenants](id:resident-voice) at https://a.org/resident",
        ),
        ("presidents and residency", "presidents and residency"),
    ],
)
def test_each_form(guide: str, here: str) -> None:
    assert OWN.said(guide) == here


def test_a_plural_of_its_own_and_words_that_change_places() -> None:
    swapped = Wording(
        {"resident": "person who lives here, people who live here", "landlord": "council", "council": "city"}
    )
    assert swapped.said("Residents, a resident, the residents' landlord, a council") == (
        "People who live here, a person who lives here, the people who live here's council, a city"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{resident} and {count}",
        "`resident`, ``a resident``",
        '<a href="resident/" title="resident">',
        "{{ show('resident') }} {% if resident %}",
        "[{resident}](/resident.md)",
    ],
)
def test_only_what_people_read_is_changed(text: str) -> None:
    assert OWN.said(f"A resident: {text} of residents") == f"A tenant: {text} of tenants"


def test_sentences_keep_their_places() -> None:
    here = reworded_sentences(
        Sentences({"a.b": ["{resident} resident", "{resident} residents"], "a.c": "Landlords"}), OWN
    )
    assert here.texts == {"a.b": ["{resident} tenant", "{resident} tenants"], "a.c": "Associations"}


def test_ids_links_and_titles_of_others_works_stay(framework: Framework) -> None:
    here = reworded(framework, OWN)
    assert [item.id for item in items(here)] == [item.id for item in items(framework)]
    assert here.publications == framework.publications
    assert [tool.helps_with for tool in here.tools] == [tool.helps_with for tool in framework.tools]
    assert here.precepts != framework.precepts
    assert reworded(framework, Wording({})) is framework
