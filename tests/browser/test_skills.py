"""A skills audit as a group would do it: sheets on phones and on paper, a grid without names, and what to learn next."""

import re

from playwright.sync_api import Page, expect

from framework.content.check import checked
from framework.core.answers import Given, Side
from framework.tools.answer_code.code import Reader, write
from framework.tools.skills.rules import skills_of
from tests.browser.kept import kept
from tests.browser.test_workshop import take
from tests.conftest import NewPage

SHEET = next(each for each in checked().assessments if each.id == "skills")
SKILLS = skills_of(SHEET)
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
SIDES: dict[Side, str] = {"resident": "A resident", "organisation": "The organisation", "other": "Another partner"}
LONG = 60_000
MEMBERS: list[Side] = ["resident", "resident", "resident", "organisation", "organisation"]


def filled_in(page: Page, address: str, side: Side, levels: dict[str, int]) -> str:
    """Fill in a sheet as a member does, by touch, and make its code. What is not named is new to them, and they would
    learn it.
    """
    page.goto(f"{address}/check/skills/")
    page.get_by_role("radio", name=SIDES[side]).check()
    for skill in SKILLS:
        name = skill.id.split(".")[1]
        row = page.get_by_role("group", name=skill.words, exact=True)
        row.get_by_role("radio").nth(levels.get(name, 0)).check()
        if levels.get(name, 0) == 0:
            row.get_by_role("checkbox", name="I want to learn it").check()
        if levels.get(name, 0) == 3:
            row.get_by_role("checkbox", name="I can teach it").check()
    page.get_by_label("Something I am good at that nobody here has asked about").fill("Sums in my head")
    expect(page.locator("skills-sheet [data-saved]")).to_contain_text("Saved", timeout=LONG)
    page.get_by_role("button", name="Make my code").click()
    expect(page.locator("answer-code .qr")).to_be_visible(timeout=LONG)
    return page.locator("[data-code]").inner_text()


def rows(page: Page) -> list[str]:
    return page.locator("skills-grid details:has(summary:text('in words')) li").all_text_contents()


def texts_kept(page: Page) -> str:
    """All that the browser keeps, under whatever key."""
    text: str = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    return text


def test_five_members_fill_the_grid_and_it_leads_to_the_training_programme(
    new_page: NewPage, page: Page, address: str
) -> None:
    phones = [new_page(**PHONE) for _ in MEMBERS]
    codes = [
        filled_in(phone, address, side, {"organising": 3, "rights": 3 if n == 0 else 1, "online": 2})
        if side == "resident"
        else filled_in(phone, address, side, {"planning": 3, "online": 3})
        for n, (phone, side) in enumerate(zip(phones, MEMBERS, strict=True))
    ]
    assert phones[0].evaluate("document.documentElement.scrollWidth") <= 320
    # The code says numbers and ticks, and none of the words.
    found = Reader(SHEET).read(codes[0]).given
    assert (found.side, found.answers["skills.organising.sure"], found.answers["skills.organising.offers"]) == (
        "resident", 3, 2,
    )  # fmt: skip
    assert "Sums" in texts_kept(phones[0])

    page.goto(f"{address}/workshop/skills/")
    expect(page.locator("[data-join-qr] .qr")).to_be_visible(timeout=LONG)
    take(page, "\n".join(codes[:2]))
    for each in (*phones, page):
        each.context.set_offline(True)
    with phones[2].expect_download() as started:
        phones[2].get_by_role("button", name="Save as a file").click()
    page.locator("[data-files]").set_input_files(started.value.path())
    expect(page.locator(".skills-grid__count b").first).to_have_text("3")
    phones[3].context.grant_permissions(["clipboard-read", "clipboard-write"])
    phones[3].get_by_role("button", name="Copy a link").click()
    expect(phones[3].locator("[data-status]")).to_contain_text("Copied")
    link = phones[3].evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}/workshop/skills/#code=")
    page.evaluate("hash => { location.hash = hash }", link.partition("#")[2])
    expect(page.locator(".skills-grid__count b").nth(1)).to_have_text("1")
    take(page, f"Hello! Here is mine: {codes[4].lower()}")
    expect(page.locator(".skills-grid__count b").nth(1)).to_have_text("2")

    # Two officers are too few: the grid is of the residents alone.
    expect(page.locator("[data-result]")).to_be_hidden()
    page.get_by_role("button", name="Show the grid").click()
    expect(page.locator("skills-grid [data-result]")).to_be_focused()
    expect(page.get_by_text("The organisation: fewer than three have answered")).to_be_visible()
    assert not any("The organisation" in row for row in rows(page))

    # The third officer has paper.
    page.get_by_role("button", name="Key in paper").click()
    paper = page.locator("[data-paper-box]")
    paper.get_by_label("Organisation").check()
    keys = paper.get_by_label("One number for each skill")
    keys.fill("0 2T" + " 0L" * 12)
    expect(page.get_by_text("All keyed in")).to_be_visible()
    keys.press("Enter")
    expect(page.locator(".skills-grid__count b").nth(1)).to_have_text("3")
    page.get_by_role("button", name="Show the grid").click()
    expect(page.locator("skills-grid desc").first).to_contain_text("The organisation", timeout=LONG)
    told = rows(page)
    assert len(told) == len(SKILLS)
    first_words = [row.split(":")[0] for row in told]
    # What no side has more than one for comes first, then what one side alone can do; in order of the sheet within.
    assert first_words[0] == "Working in coproduction"
    assert first_words.index("Money and viability") < first_words.index("Planning")
    assert first_words.index("Bringing neighbours together") < first_words.index("Working online")
    planning = told[first_words.index("Planning")]
    assert "Only one side has two or more who can: The organisation." in planning
    assert "Residents: one person at most can do it" in planning
    rights = told[first_words.index("Tenancies, leases and rights to return")]
    assert "Residents: one person at most can do it" in rights  # that it is one, and who, is not told

    # Into the training programme: nothing that stands there is touched.
    page.context.set_offline(False)
    page.goto(f"{address}/tools/training-programme/#form")
    typed = page.locator("[name='training-programme.sessions.2.topic']")
    typed.fill("Our own evening")
    expect(page.locator("tool-form [data-saved]")).to_contain_text("Saved", timeout=LONG)
    page.goto(f"{address}/workshop/skills/")
    offer = page.locator("[data-offer]")
    expect(offer).to_be_visible(timeout=LONG)
    for box in offer.get_by_role("checkbox").all():
        box.uncheck()
    offer.get_by_role("checkbox", name=re.compile("Money and viability")).check()
    offer.get_by_role("checkbox", name=re.compile("Planning")).check()
    page.get_by_role("button", name="Take over into the training programme").click()
    expect(page.get_by_text("2 rows were added to the training programme.")).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Take over into the training programme").click()
    expect(page.get_by_text("2 were there already.")).to_be_visible(timeout=LONG)
    page.get_by_role("link", name="Open the training programme").click()
    topics = [page.locator(f"[name='training-programme.sessions.{n}.topic']") for n in (1, 2, 3)]
    for topic, words in zip(topics, ("Money and viability", "Our own evening", "Planning"), strict=True):
        expect(topic).to_have_value(words)
    expect(page.locator("[name='training-programme.sessions.3.leader']")).to_have_value(
        "From our group: The organisation"
    )


def codes_of(side: Side, people: int, first: int) -> list[str]:
    answers: dict[str, int] = {skill.id: 0 for skill in SKILLS}
    return [write(Given(SHEET, "long", side, {**answers}), first + n) for n in range(people)]


def test_deleted_means_gone_from_every_key(page: Page, address: str) -> None:
    """Also the code of one who asks for it, and that of a phone's own sheet with its words."""
    page.goto(f"{address}/workshop/skills/")
    codes = codes_of("resident", 4, 700)
    take(page, "\n".join(codes))
    page.get_by_role("button", name="Show the grid").click()
    expect(page.locator("skills-grid .picture").first).to_be_attached(timeout=LONG)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_text("The codes that are in").click()
    page.get_by_role("button", name="Take out").first.click()
    expect(page.locator(".skills-grid__person")).to_have_count(3)
    assert codes[0] not in texts_kept(page)
    assert all(each in texts_kept(page) for each in codes[1:])
    page.get_by_role("button", name="Delete all sheets here").click()
    expect(page.get_by_text("Deleted. The next codes make a new grid.")).to_be_visible()
    text = texts_kept(page)
    assert not any(each in text for each in codes)
    assert "grid.skills" not in kept(page)

    filled_in(page, address, "resident", {"planning": 3})
    assert "Sums in my head" in texts_kept(page)
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("button", name="Make my code")).to_be_hidden()
    text = texts_kept(page)
    assert "Sums in my head" not in text
    assert "skills.planning" not in text
    assert not {"assessment.skills", "words.skills", "answer-code.skills"} & set(kept(page))


def test_a_tab_that_was_closed_shows_the_same_grid(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/skills/")
    take(page, "\n".join(codes_of("resident", 5, 800)))
    page.get_by_role("button", name="Show the grid").click()
    expect(page.locator("skills-grid desc").first).to_contain_text("Nobody can do it", timeout=LONG)
    before = rows(page)
    page.reload()
    expect(page.locator("skills-grid desc").first).to_contain_text("Nobody can do it", timeout=LONG)
    assert rows(page) == before


def test_codes_go_into_a_copy_only_when_someone_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/workshop/skills/")
    codes = codes_of("resident", 3, 900)
    take(page, "\n".join(codes))
    page.goto(f"{address}/workspace/")
    yes: list[bool] = []
    page.on("dialog", lambda dialog: dialog.accept() if yes[-1] else dialog.dismiss())
    for answer in (False, True):
        yes.append(answer)
        with page.expect_download() as started:
            page.get_by_role("button", name="Save a copy").first.click()
        text = started.value.path().read_text(encoding="utf-8")
        assert all((each in text) == answer for each in codes)
