"""A publisher's own words, in the right form, and nowhere else."""

import pytest

from framework.content.model import Framework, items
from framework.fork.wording import Wording, reworded
from macros.reword import reword
from macros.tree import fragment

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


def test_only_what_people_read_is_changed_on_a_page() -> None:
    html = '<input name="resident" aria-label="A resident"><p data-plain>resident</p><a href="resident/">resident</a>'
    page = fragment(html)
    reword(page, OWN)
    here = html.replace('label="A resident', 'label="A tenant').replace(">resident</a", ">tenant</a")
    assert page.inner_html == fragment(here).inner_html


def test_what_is_read_out_is_changed_whatever_signs_are_in_it() -> None:
    page = fragment("""<template><i title="The residents' &quot;time&quot; &amp; ours">A resident's</i></template>""")
    reword(page, OWN)
    assert page.inner_html == (
        """<template><i title="The tenants' &quot;time&quot; &amp; ours">A tenant's</i></template>"""
    )


def test_ids_links_and_titles_of_others_works_stay(framework: Framework) -> None:
    here = reworded(framework, OWN)
    assert [item.id for item in items(here)] == [item.id for item in items(framework)]
    assert here.publications == framework.publications
    assert [tool.helps_with for tool in here.tools] == [tool.helps_with for tool in framework.tools]
    assert here.precepts != framework.precepts
    assert reworded(framework, Wording({})) is framework
