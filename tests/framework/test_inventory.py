"""The data holds all that the source guide holds: counted, page by page."""

from framework.content.model import Framework, items
from framework.core.item import Item

# Sections of guidance, quick wins and longer-term actions under principles 1 to 10 (framework, p. 7 to 16).
GUIDANCE = [2, 3, 2, 3, 2, 2, 3, 2, 1, 2]
QUICK_WINS = [1, 1, 2, 2, 2, 0, 3, 1, 2, 2]
LONGER_TERM = [1, 1, 1, 2, 2, 1, 1, 1, 1, 2]


def test_principles_and_precepts(framework: Framework) -> None:
    assert [(each.number, each.page) for each in framework.principles] == [(n, n + 6) for n in range(1, 11)]
    assert [(each.number, each.page) for each in framework.precepts] == [(n, 6) for n in range(1, 6)]


def test_what_stands_under_each_principle(framework: Framework) -> None:
    assert [len(each.guidance) for each in framework.principles] == GUIDANCE
    assert [len(each.actions.quick_wins) for each in framework.principles] == QUICK_WINS
    assert [len(each.actions.longer_term) for each in framework.principles] == LONGER_TERM
    assert sum(QUICK_WINS) == 16
    assert sum(LONGER_TERM) == 13


def test_what_the_framework_leaves_out_stays_out(framework: Framework) -> None:
    untitled = [each.number for each in framework.principles if each.look_out_for.title is None]
    assert untitled == [3, 10]
    assert [each.number for each in framework.principles if not each.tools] == [9]


def test_the_25_tools_that_the_framework_names(framework: Framework) -> None:
    named = {tool for principle in framework.principles for tool in principle.tools}
    assert len(named) == 25
    ours = {tool.id for tool in framework.tools} - named
    assert ours == {
        "accountability-check",
        "communication-guidelines",
        "coproduction-kpis",
        "feedback-system",
        "information-sharing-policy",
    }


def test_each_tool_can_be_run_and_filled_in(framework: Framework) -> None:
    for tool in framework.tools:
        assert len(tool.steps) >= 4, tool.id
        assert len(tool.fields) >= 5, tool.id
        assert tool.minutes > 0, tool.id


def test_front_matter(framework: Framework) -> None:
    points = {section.id: section.points for section in framework.sections}
    assert len([point for point in points["guide.background"] if point.origin == "framework"]) >= 5
    assert len([point for point in points["coproduction.definitions"] if point.cites]) == 2
    assert len([work for work in framework.other_work if work.page == 5]) == 4
    assert {section.page for section in framework.sections if section.page} == {3, 4, 5, 6}


def test_case_studies_of_the_article(framework: Framework) -> None:
    assert len(framework.case_studies) == 8
    assert {case.origin for case in framework.case_studies} == {"article"}


def test_health_check(framework: Framework) -> None:
    (health,) = (each for each in framework.assessments if each.id == "health")
    order = [principle.id for principle in framework.principles]
    assert [each.bears_on for each in health.statements] == [id_ for id_ in order for _ in range(3)]
    assert [each.bears_on for each in health.statements if each.short] == order


def test_the_assessments(framework: Framework) -> None:
    assert {each.id: (each.rule, len(each.statements)) for each in framework.assessments} == {
        "health": ("standing", 30),
        "ladder": ("ladder", 12),
        "precepts": ("sides", 5),
        "consensus": ("consensus", 1),
        "skills": ("skills", 28),
    }


def test_arnsteins_rungs_are_all_there(framework: Framework) -> None:
    (ladder,) = (each for each in framework.assessments if each.id == "ladder")
    groups = {name: [each.number for each in ladder.rungs if each.group == name] for name in ("power", "token", "none")}
    assert groups == {"power": [8, 7, 6], "token": [5, 4, 3], "none": [2, 1]}
    tlap = ", ".join(each.tlap for each in reversed(ladder.rungs) if each.tlap)
    assert tlap == "Coercion, Educating, Informing, Consultation, Engagement, Co-design, Co-production"
    iap2 = list(dict.fromkeys(each.iap2 for each in reversed(ladder.rungs) if each.iap2))
    assert iap2 == ["Inform", "Consult", "Involve", "Collaborate", "Empower"]


def test_everything_says_where_it_comes_from(framework: Framework) -> None:
    for item in items(framework):
        if isinstance(item, Item):
            assert (item.origin == "framework") == (item.page is not None), item.id
