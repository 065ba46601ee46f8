"""The ladder of participation, answered as a person would, with real Python in a real browser."""

import json

import pytest
from playwright.sync_api import Page, expect

from framework.content.examples import examples
from framework.content.model import Framework
from macros.examples import answered
from tests.browser.kept import REFUSE, kept
from tests.conftest import NewPage

LADDER = "/check/ladder/"
PART = "assessment.ladder"


def enter(page: Page, decision: dict[str, object]) -> None:
    """Give the name, the claim and the facts of a decision, step by step."""
    answers = decision["answers"]
    assert isinstance(answers, dict)
    page.get_by_role("textbox", name="Which decision?").fill(str(decision["name"]))
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator(f"[name=claim][value='{decision['claim'] or 'none'}']").check()
    while page.get_by_role("button", name="Next", exact=True).is_visible():
        page.get_by_role("button", name="Next", exact=True).click()
        id_ = page.locator(".step:visible").get_attribute("data-step")
        if id_ in answers:
            page.locator(f"[name='{id_}'][value='{answers[id_]}']").check()


def test_decisions_one_after_the_other_with_the_result_that_cpython_gives(
    page: Page, address: str, framework: Framework
) -> None:
    page.goto(address + LADDER)
    decisions = examples("ladder-quiz")["project"]["decisions"]
    enter(page, decisions[0])
    page.get_by_role("button", name="See the result").click()
    result = page.get_by_role("region", name="The result")
    expect(result.get_by_role("heading", level=2)).to_have_text(
        "Called Partnership. It is Consultation.", timeout=30_000
    )
    expect(result).to_be_focused()
    said = answered(framework, "ladder-quiz", "project")
    assert result.locator("[data-picture] svg desc").text_content() == said["description"]
    expect(result.get_by_role("heading", name="What holds it on rung 4")).to_be_visible()
    expect(result.locator(".start h4")).to_have_text([each["lift"] for each in said["holds"]])
    expect(result.locator(".all-decisions")).to_have_count(0)  # there is one
    for link in result.locator("a").all():
        assert page.request.get(str(link.get_attribute("href"))).ok

    for decision in decisions[1:]:
        page.get_by_role("button", name="Add a decision").first.click()
        expect(page.get_by_role("textbox", name="Which decision?")).to_be_focused()
        enter(page, decision)
        page.get_by_role("button", name="See the result").click()
        expect(result.locator(".kicker")).to_have_text(decision["name"])
    assert result.locator("[data-picture-all] svg desc").text_content() == said["description_all"]

    page.get_by_role("navigation", name="Your decisions").get_by_role("button", name="How the garden is run").click()
    expect(result.get_by_role("heading", level=2)).to_have_text("Called Partnership, and it is.")


def test_where_nobody_knows_that_is_the_result(page: Page, address: str) -> None:
    page.goto(address + LADDER)
    page.get_by_role("checkbox", name="Show all on one page").check()
    for box in page.locator(".step:visible input[value=dont-know]").all():
        box.check()
    page.get_by_role("button", name="See the result").click()
    result = page.get_by_role("region", name="The result")
    expect(result.get_by_role("heading", level=2)).to_have_text(
        "Nobody here knows yet, and that is the result", timeout=30_000
    )
    expect(result.locator(".who-knows")).to_have_count(12)
    expect(result.locator("[data-picture]")).to_have_count(0)


def test_what_is_entered_is_kept_as_it_is_entered(page: Page, address: str) -> None:
    page.clock.install()  # a second of the page's own, however busy the machine is
    page.goto(address + LADDER)
    page.get_by_role("textbox", name="Which decision?").press_sequentially("Who mends the roofs")
    page.clock.run_for(1_000)
    assert page.get_by_text("Saved on this device").is_visible()
    page.locator("[name=side][value=resident]").check()
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator("[name=claim][value='5']").check()
    page.get_by_role("button", name="Next", exact=True).click()
    page.locator(".step:visible input").nth(1).check()
    assert kept(page)[PART] == {
        "side": "resident",
        "decisions": [{"id": "d1", "name": "Who mends the roofs", "claim": 5, "answers": {"ladder.support": 1}}],
    }
    page.reload()
    expect(page.get_by_role("textbox", name="Which decision?")).to_have_value("Who mends the roofs")
    checked = page.locator("ladder-quiz input:checked").evaluate_all("inputs => inputs.map(each => each.value)")
    assert checked == ["resident", "5", "1"]


def test_a_name_typed_and_left_at_once_is_kept(page: Page, address: str) -> None:
    page.goto(address + LADDER)
    page.get_by_role("textbox", name="Which decision?").fill("Typed in haste")
    page.goto(address + "/")
    page.goto(address + LADDER)
    expect(page.get_by_role("textbox", name="Which decision?")).to_have_value("Typed in haste")


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + LADDER)
    page.get_by_role("textbox", name="Which decision?").focus()
    page.keyboard.type("The lifts")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    for _ in range(12):
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.locator(".result h2")).to_contain_text("Manipulation", timeout=30_000)


def test_a_decision_is_removed_only_when_asked_twice(page: Page, address: str) -> None:
    page.goto(address + LADDER)
    page.get_by_role("textbox", name="Which decision?").fill("One")
    page.get_by_role("button", name="Add a decision").first.click()
    page.get_by_role("textbox", name="Which decision?").fill("Two")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Remove this decision").click()
    expect(page.locator(".decision")).to_have_count(2)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Remove this decision").click()
    expect(page.locator(".decision")).to_have_count(1)
    expect(page.get_by_role("textbox", name="Which decision?")).to_have_value("One")


def test_markup_in_a_name_stays_text(page: Page, address: str) -> None:
    page.goto(address + LADDER)
    hostile = "<img src=x onerror=alert(1)> __proto__ \u202e =1+1"
    page.get_by_role("textbox", name="Which decision?").fill(hostile)
    page.get_by_role("checkbox", name="Show all on one page").check()
    page.locator("[name='ladder.vote'][value='0']").check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator(".result .kicker")).to_have_text(hostile, timeout=30_000)
    assert page.locator(".result img, .decisions img").count() == 0


def test_storage_that_is_refused_is_told_and_nothing_is_lost(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.add_init_script(REFUSE)
    page.goto(address + LADDER)
    page.get_by_role("textbox", name="Which decision?").fill("The lifts")
    expect(page.locator("[data-notice=refused]")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)  # it is said once
    with page.expect_download() as started:
        page.get_by_role("button", name="Save a copy").first.click()
    copy = json.loads(started.value.path().read_text())
    assert copy["data"][PART]["decisions"][0]["name"] == "The lifts"


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_form_is_whole(new_page: NewPage, address: str, framework: Framework, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(address + LADDER)
    expect(page.locator("ladder-quiz fieldset:visible")).to_have_count(14)  # who, the claim, 12 facts
    (ladder,) = (each for each in framework.assessments if each.id == "ladder")
    binding = [rung for fact in ladder.statements for rung in fact.rungs if rung]
    expect(page.locator(".points:visible")).to_have_count(len(binding))
    expect(page.get_by_text("How to find the rung by hand")).to_be_visible()
    expect(page.get_by_role("img", name="The design brief: on the ladder")).to_be_visible()
    expect(page.get_by_role("heading", name="What ladders get wrong")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_words_of_the_picture_can_be_read_on_a_narrow_phone(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(address + LADDER)
    sizes = page.locator(".example svg text").evaluate_all(
        "texts => texts.map(each => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"
    )
    assert min(sizes) >= 10
    overflowing = page.locator(".example svg text").evaluate_all(
        "texts => texts.filter(each => each.getBoundingClientRect().right > innerWidth).length"
    )
    assert overflowing == 0
