"""The skills grid: what may be told of who can do what, in which order, and what goes over to a training programme."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from framework.browser import Door
from framework.content.check import checked
from framework.content.retell import retold
from framework.core.answers import SIDES, Given, Side, statements_of
from framework.published import browser_json
from framework.tools.answer_code.code import MARKS, Reader, write
from framework.tools.skills.offer import LEADER, SESSIONS, TOOL, TOPIC, offered
from framework.tools.skills.rules import BOUNDS, GAPS, NEEDS, Count, grid, need, skills_of

FRAMEWORK = checked()
SHEET = next(each for each in FRAMEWORK.assessments if each.id == "skills")
SKILLS = skills_of(SHEET)
DOOR = Door(browser_json(FRAMEWORK))
COUNTS = st.sampled_from([*BOUNDS])

type Sheets = dict[Side, list[Given]]


def sheet(side: Side, sure: int, offers: int = 0, but: dict[str, int] | None = None) -> Given:
    """One member's sheet: the same for every skill, but for some statements."""
    answers: dict[str, Any] = {}
    for skill in SKILLS:
        answers[skill.id] = sure
        answers[skill.offers or ""] = offers
    return Given(SHEET, "long", side, answers | (but or {}))


@st.composite
def sheets(draw: st.DrawFn, most: int = 9) -> Sheets:
    """What a group filled in, with some left blank."""
    asked = statements_of(SHEET, "long")[:6]
    found: Sheets = {}
    for side in SIDES:
        members = st.fixed_dictionaries({}, optional={each.id: st.integers(0, 3) for each in asked})
        answers: list[Any] = draw(st.lists(members, max_size=most))
        found[side] = [Given(SHEET, "long", side, each) for each in answers]
    return found


def first(rows: Any) -> Any:
    return next(row for row in rows if row.skill == SKILLS[0])


def ask(**request: Any) -> dict[str, Any]:
    answered = json.loads(DOOR.answer(json.dumps(request)))
    assert "ok" in answered, answered
    found: dict[str, Any] = answered["ok"]
    return found


def test_the_sheet_has_the_rows_of_the_tool() -> None:
    """But for 'something else': a code carries no words."""
    tool = next(each for each in FRAMEWORK.tools if each.id == "skills-audit")
    rows = next(each.rows for each in tool.fields if each.id == "skills-audit.grid")
    assert isinstance(rows, dict)
    assert [(each.id.split(".")[1], each.words) for each in SKILLS] == [*rows.items()][:-1]
    assert all(each.offers for each in SKILLS)


def test_another_language_leaves_the_address_of_the_screen_as_it_is() -> None:
    said = retold(FRAMEWORK, lambda _, text: f"[{text}]")
    (sheet,) = (each for each in said.assessments if each.id == "skills")
    assert (sheet.title, sheet.screen) == (f"[{SHEET.title}]", "workshop/skills/")
    assert {each.dated for each in said.law} == {each.dated for each in FRAMEWORK.law}


def test_what_goes_over_has_a_place_on_the_form() -> None:
    form = next(each for each in FRAMEWORK.tools if each.id == TOOL)
    assert {TOPIC, LEADER} <= set(next(each.columns for each in form.fields if each.id == SESSIONS))


@settings(deadline=None)
@given(sheets())
def test_a_side_with_fewer_than_three_is_nowhere(found: Sheets) -> None:
    small = {side for side, people in found.items() if len(people) < 3}
    rows = grid(SHEET, found)
    assert not any(view.side in small for row in rows for view in row.views)
    assert rows == grid(SHEET, {side: people for side, people in found.items() if side not in small})


@settings(deadline=None)
@given(sheets())
def test_how_many_is_never_told_beyond_two(found: Sheets) -> None:
    """One more who can changes nothing, where two can already: so 'all but one' is told of nobody."""
    rows = grid(SHEET, found)
    for side in SIDES:
        with_one_more = {**found, side: [*found[side], sheet(side, 3)]}
        for row, other in zip(rows, grid(SHEET, with_one_more), strict=True):
            before = {view.side: view.can for view in row.views}
            if before.get(side) == "several":
                after = next(each for each in grid(SHEET, with_one_more) if each.skill == row.skill)
                assert {view.side: view.can for view in after.views} == before
            assert other.need in NEEDS


@settings(deadline=None)
@given(st.integers(3, 4), st.integers(0, 3), st.booleans())
def test_of_a_small_side_nobody_and_one_are_told_alike(people: int, other: int, again: bool) -> None:
    """And so of a large side that is shown again with others."""
    if again:
        people += 3
    nobody = [sheet("resident", 0) for _ in range(people)]
    one = [sheet("resident", 3, offers=3), *nobody[1:]]
    officers = [sheet("organisation", other) for _ in range(5)]
    sides: list[Side] = ["resident"] if again else []
    shown = [grid(SHEET, {"resident": each, "organisation": officers}, sides) for each in (nobody, one)]
    assert shown[0] == shown[1]


def test_of_five_it_is_told_that_nobody_can_or_one() -> None:
    nobody = [sheet("resident", 1) for _ in range(5)]
    assert first(grid(SHEET, {"resident": nobody})).views[0].can == "nobody"
    one = first(grid(SHEET, {"resident": [sheet("resident", 2, offers=1), *nobody[1:]]})).views[0]
    assert (one.can, one.teach, one.learn) == ("one", "nobody", "one")
    two = first(grid(SHEET, {"resident": [sheet("resident", 2, offers=3)] * 2 + nobody[2:]})).views[0]
    assert (two.can, two.teach, two.learn) == ("several", "several", "several")


def test_blank_rows_are_not_taken_for_people_who_cannot() -> None:
    blank = Given(SHEET, "long", "resident", {})
    assert (
        first(grid(SHEET, {"resident": [sheet("resident", 0), sheet("resident", 0), blank]})).views[0].can == "untold"
    )


@settings(deadline=None)
@given(sheets())
def test_the_order_follows_from_what_is_told(found: Sheets) -> None:
    """Whoever sees the rows in any order can put them in this one: it gives nothing away."""
    rows = grid(SHEET, found)
    places = {skill.id: place for place, skill in enumerate(SKILLS)}
    told = sorted(rows, key=lambda row: (NEEDS.index(need([view.can for view in row.views])), places[row.skill.id]))
    assert [*rows] == told


@given(st.lists(COUNTS, min_size=1, max_size=3))
def test_a_need_is_true_whatever_the_numbers_behind_it_are(counts: list[Count]) -> None:
    least = sum(BOUNDS[each][0] for each in counts)
    most = sum(BOUNDS[each][1] for each in counts)
    found = need(counts)
    assert (found == "nobody") == (most == 0)
    if found == "one":
        assert most == 1
    if found == "few":
        assert all(BOUNDS[each][1] <= 1 for each in counts)
    if found == "one-side":
        assert counts.count("several") == 1
        assert len(counts) > 1
    if found == "enough":
        assert least >= 2
    assert (found in GAPS) == (found not in ("unsure", "enough"))


def test_rows_come_with_what_nobody_can_first() -> None:
    able, planning, design, money = (skill.id for skill in SKILLS[:4])
    residents = [sheet("resident", 0, but={able: 3, design: 3, planning: 3 if n == 0 else 0}) for n in range(5)]
    officers = [sheet("organisation", 0, but={able: 3}) for _ in range(5)]
    rows = grid(SHEET, {"resident": residents, "organisation": officers})
    needs = {row.skill.id: row.need for row in rows}
    assert (needs[money], needs[planning], needs[design], needs[able]) == ("nobody", "one", "one-side", "enough")
    places = [row.skill.id for row in rows]
    assert places.index(money) < places.index(planning) < places.index(design) < places.index(able)


@settings(deadline=None)
@given(sheets(most=2), st.integers(0, MARKS - 1))
def test_a_sheet_goes_by_code_and_comes_out_again(found: Sheets, mark: int) -> None:
    for given_ in (each for people in found.values() for each in people):
        code = write(given_, mark)
        assert Reader(SHEET).read(code).given == given_
        assert len(code) <= 29  # seven groups of four and one: short enough to read out


def test_codes_are_gathered_and_guarded_as_in_the_workshop() -> None:
    """The same code does it: two officers stay out, and whoever comes alone changes no grid."""
    sides: list[Side] = ["resident", "resident", "resident", "organisation", "organisation"]
    codes = [write(sheet(side, 3 if n == 0 else 0), n) for n, side in enumerate(sides)]
    common = {"call": "skills", "assessment": "skills", "version": "long"}
    found = ask(**common, text="\n".join(codes), reveal=True)
    assert [each["side"] for each in found["result"]["shown_sides"]] == ["resident"]
    assert found["result"]["left_out"] == [{"side_name": "The organisation"}]
    kept = {name: found[name] for name in ("codes", "shown", "seen")}
    late = ask(**common, **kept, text=write(sheet("resident", 3), 99), reveal=True)
    assert late["result"] == found["result"]
    three = "\n".join(write(sheet("organisation", 3), 200 + n) for n in range(1))
    both = ask(**common, **kept, text=three, reveal=True)["result"]
    assert [each["side"] for each in both["shown_sides"]] == ["resident", "organisation"]


def test_a_tick_that_is_left_out_is_not_missing() -> None:
    """Only the numbers count as answers that are due."""
    answers = {skill.id: 1 for skill in SKILLS}
    common = {"call": "answer_code", "assessment": "skills", "version": "long", "side": "resident", "mark": 1}
    assert ask(**common, answers=answers)["partial"] == ""
    answers.pop(SKILLS[0].id)
    assert "13 of 14" in ask(**common, answers=answers)["partial"]


TEXTS = st.text("abZ 9", max_size=4)
CELLS = st.tuples(st.integers(1, 12), st.sampled_from([TOPIC, LEADER, "date"])).map(
    lambda at: f"{SESSIONS}.{at[0]}.{at[1]}"
)
FORMS = st.dictionaries(CELLS | st.just(f"{TOOL}.who-leads"), TEXTS.map(lambda text: [text]), max_size=8)
ROWS = st.lists(st.fixed_dictionaries({TOPIC: TEXTS, LEADER: TEXTS}), max_size=6)


@given(FORMS, ROWS)
def test_what_is_offered_never_overwrites(form: dict[str, list[str]], rows: list[dict[str, str]]) -> None:
    found = offered(form, rows)
    assert {name: found["form"][name] for name in form} == form
    taken = {name.split(".")[2] for name, texts in form.items() if name.startswith(SESSIONS) and texts}
    new = {name.split(".")[2] for name in found["form"] if name not in form}
    assert not new & taken
    assert len(new) == len(found["added"])
    again = offered(found["form"], rows)
    assert again["form"] == found["form"]
    assert again["added"] == []


def test_what_is_offered_goes_into_the_first_empty_rows() -> None:
    form = {f"{SESSIONS}.1.topic": ["Planning"], f"{SESSIONS}.3.date": ["4 May"], f"{TOOL}.payment": ["£15 an hour"]}
    rows = [{TOPIC: each, LEADER: "A member"} for each in ("planning", "Procurement", "Design")]
    found = offered(form, rows)
    assert (found["added"], found["there"]) == (["Procurement", "Design"], ["planning"])
    assert found["form"][f"{SESSIONS}.2.topic"] == ["Procurement"]
    assert found["form"][f"{SESSIONS}.4.topic"] == ["Design"]
