"""Each rule, on a copy of the real data that breaks just that rule: it must be told, with file, id and mend."""

import shutil
from pathlib import Path

import pytest

from framework.content.check import BadData, check, check_pages_and_examples, checked
from framework.content.load import DATA, load

VISION = "principles/01-common-vision.yaml"
TOOL = "tools/vision-statement.yaml"
ROLE = "tools/member-role.yaml"
MINUTES = "tools/meeting-minutes.yaml"
HEALTH = "assessments/health.yaml"
LADDER = "assessments/ladder.yaml"
CONSENSUS = "assessments/consensus.yaml"
PLAN = "workshops/starting-together.yaml"

# file, what stands there, what stands there instead; and of the one problem: its id, and words of what and mend
BROKEN = {
    "unknown key": (VISION, "number: 1", "number: 1\ntitel: x", "common-vision", "unknown key 'titel'", "'title'"),
    "missing id": (TOOL, "id: vision-statement\n", "", "", "'id' is missing", "Add 'id'"),
    "missing key": (TOOL, "form: document\n", "", "vision-statement", "'form' is missing", "document, canvas"),
    "not one of": (TOOL, "form: document", "form: paper", "vision-statement", "'form' is 'paper'", "'canvas'"),
    "not text": (VISION, "title: Working to a common vision", "title: yes", "common-vision", "not text", "quotes"),
    "key twice": (VISION, "number: 1", "number: 1\nnumber: 2", "", "the key 'number' stands here twice", "Keep one"),
    "link to nothing": (VISION, "vision-statement,", "vision-sta,", "common-vision.agree-why", "nowhere", "exists"),
    "wrong kind": (VISION, "vision-statement,", "power-dynamics,", "common-vision.agree-why", "is no tool", "tool"),
    "id twice": (VISION, "id: common-vision.ask.2", "id: common-vision.ask.1", "common-vision.ask.1", "twice", "new"),
    "id not well formed": (VISION, "id: common-vision.ask.2", "id: common-vision.Ask", "common-vision.Ask", "", "'-'"),
    "id of another family": (VISION, "id: common-vision.ask.2", "id: ask.2", "ask.2", "stands in", "Begin it"),
    "no page in the source": (
        VISION,
        "origin: framework\npage: 7\n",
        "origin: framework\n",
        "common-vision",
        "page",
        "",
    ),
    "a page that is not ours": (
        VISION,
        "origin: ours\n",
        "origin: ours\n    page: 7\n",
        "common-vision.ask.1",
        "",
        "out",
    ),
    "a page past the end": (VISION, "page: 7\nguidance", "page: 17\nguidance", "common-vision", "17", "3 to 16"),
    "no summary": (TOOL, None, "summary: ' '", "vision-statement", "no plain summary", "one sentence"),
    "number missed": (VISION, "number: 1", "number: 11", "power-dynamics", "where 1 is due", "1, 2, 3"),
    "option without options": (TOOL, "kind: date", "kind: choice", "vision-statement.review-date", "needs", "options"),
    "takes what is nowhere": (
        ROLE,
        "takes: terms-of-reference.conduct",
        "takes: terms-of-reference.manners",
        "member-role.conduct",
        "no form",
        "words",
    ),
    "takes a row that is not there": (
        ROLE,
        "seats.other.for-whom",
        "seats.others.for-whom",
        "member-role.stands-for",
        "no form has",
        "row",
    ),
    "takes a day": (
        ROLE,
        "takes: terms-of-reference.conduct",
        "takes: terms-of-reference.review-date",
        "member-role.conduct",
        "",
        "words",
    ),
    "takes its own": (
        ROLE,
        "takes: terms-of-reference.conduct",
        "takes: member-role.term",
        "member-role.conduct",
        "the same form",
        "another",
    ),
    "takes for no side": (
        ROLE,
        "      other: terms",
        "      others: terms",
        "member-role.stands-for",
        "does not ask",
        "Name one of",
    ),
    "takes where no words are": (
        ROLE,
        "    label: We read this again on\n    kind: date",
        "    label: We read this again on\n    kind: date\n    takes: terms-of-reference.name",
        "member-role.review-date",
        "kind 'date' takes",
        "only words",
    ),
    "sends nowhere": (
        MINUTES,
        "to: action_plan",
        "to: action-plan",
        "meeting-minutes.actions",
        "goes to 'action-plan'",
        "action_plan",
    ),
    "sends what is not taken": (
        MINUTES,
        "who: who, by: due",
        "whom: who",
        "meeting-minutes.actions",
        "'whom: who'",
        "takes text, who, by",
    ),
    "carries from nowhere": (
        MINUTES,
        "carries: meeting-minutes.next",
        "carries: meeting-minutes.place",
        "meeting-minutes.date",
        "",
        "the same kind",
    ),
    "carries a column that is not there": (
        MINUTES,
        "meeting-minutes.actions: {action: [action]",
        "meeting-minutes.actions: {action: [deed]",
        "meeting-minutes.actions-due",
        "the column 'action'",
        "columns there",
    ),
    "hyphen": (
        VISION,
        "title: Agree why",
        "title: Co-production why",
        "common-vision.agree-why",
        "has",
        "coproduction",
    ),
    "leads nowhere": (HEALTH, None, "leads_to: []", "health.common-vision.1", "leads nowhere", "leads_to"),
    "agreement asked for": (HEALTH, None, "answers: [Agree strongly, b, c, d]", "health.common-vision.1", "", "see"),
    "rungs that fall": (LADDER, "rungs: [1, 4, null]", "rungs: [4, 1, null]", "ladder.support", "fall", "in order"),
    "an answer without a rung": (
        LADDER,
        "rungs: [1, 4, null]",
        "rungs: [1, 4]",
        "ladder.support",
        "needs a rung",
        "null",
    ),
    "rungs out of order": (LADDER, "number: 8", "number: 9", "ladder", "not in order", "highest first"),
    "a tool that is none": (LADDER, "tool: ladder", "tool: no-ladder", "ladder", "nowhere", "exists"),
    "a rule of another family": (
        CONSENSUS,
        "id: consensus.rule.unanimity",
        "id: rule.all",
        "rule.all",
        "",
        "consensus.",
    ),
    "an outcome without a name": (CONSENSUS, "  full-way:", "  fuller-way:", "consensus", "no name", "not-agreed"),
    "a number that no code holds": (HEALTH, "number: 1\n", "number: 17\n", "health", "'number' is 17", "1 to 16"),
    "a version that no code holds": (HEALTH, "version: 1\n", "version: 17\n", "health", "no room", "new assessment"),
    "a run sheet that takes longer": (
        PLAN,
        "minutes: 90\n",
        "minutes: 80\n",
        "starting-together",
        "90 minutes",
        "Mend",
    ),
    "a plan that rests on nothing": (PLAN, None, "draws_on: []", "starting-together", "draws on nothing", "draws_on"),
    "a role that is none": (
        HEALTH,
        "{Residents} join the group",
        "{Tennants} join the group",
        "health.joined-up-governance.3",
        "'text': '{Tennants}' is no role",
        "resident, landlord, board, council",
    ),
    "a role with a slip of the pen": (
        VISION,
        None,
        "summary: Ask {resdients}.",
        "common-vision",
        "'summary': '{resdients}' is no role",
        "'{residents}'",
    ),
    "a state without a name": (HEALTH, "  strong:", "  stronger:", "health", "no name", "not-known"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def replace_key(text: str, line: str) -> str:
    """The text with the first value of a key, over however many lines, replaced by `line`."""
    key = line.split(":")[0]
    lines = text.split("\n")
    start = next(n for n, each in enumerate(lines) if each.strip().startswith(f"{key}:"))
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while len(lines[end]) - len(lines[end].lstrip()) > depth:
        end += 1
    return "\n".join([*lines[:start], " " * depth + line, *lines[end:]])


def test_the_data_keeps_its_rules() -> None:
    assert check(load()) == []


def test_a_role_that_is_none_on_a_page_is_told(tmp_path: Path) -> None:
    assert [*check_pages_and_examples()] == []
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# {Residents}\n\nAsk `{tennants}` or\n{a residnt}. {{ show('home') }}\n")
    (problem,) = check_pages_and_examples(tmp_path / "docs")
    assert (problem.file, problem.what) == ("docs/a.md", "'{a residnt}' is no role")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told(folder: Path, name: str) -> None:
    file, before, after, id_, what, mend = BROKEN[name]
    text = (folder / file).read_text(encoding="utf-8")
    assert before is None or before in text
    broken = replace_key(text, after) if before is None else text.replace(before, after, 1)
    (folder / file).write_text(broken, encoding="utf-8")
    problems = [problem for problem in check(load(folder)) if problem.id == id_ and what in problem.what]
    assert len(problems) == 1
    assert mend in problems[0].mend
    assert str(problems[0]).startswith(problems[0].file)


def test_every_problem_is_told_at_once(folder: Path) -> None:
    for name in ("unknown key", "not one of", "leads nowhere"):
        file, before, after, *_ = BROKEN[name]
        text = (folder / file).read_text(encoding="utf-8")
        broken = replace_key(text, after) if before is None else text.replace(before, after, 1)
        (folder / file).write_text(broken, encoding="utf-8")
    with pytest.raises(BadData, match="3 problems") as raised:
        checked(folder)
    assert [problem.file for problem in raised.value.problems] == [VISION, TOOL, HEALTH]


def test_a_file_that_nothing_loads(folder: Path) -> None:
    shutil.move(folder / TOOL, folder / "tool-vision.yaml")
    (folder / "toolz").mkdir()
    (folder / "toolz" / "a.yaml").write_text("id: a\n")
    (folder / "tools" / "notes.txt").write_text("later")
    told = {problem.file: problem.mend for problem in check(load(folder)) if "nothing loads" in problem.what}
    assert set(told) == {"tool-vision.yaml", "toolz/a.yaml", "tools/notes.txt"}
    assert "'tools'" in told["toolz/a.yaml"]


@pytest.mark.parametrize("text", ["id: [", "id: a\n\tb: c", "\xff\xfe", "just words", ""])
def test_files_that_are_no_items_raise_nothing(folder: Path, text: str) -> None:
    (folder / TOOL).write_bytes(text.encode("latin-1"))
    problems = check(load(folder))
    assert any(problem.file == TOOL or "vision-statement" in problem.what for problem in problems)


def test_a_link_to_a_retired_item(folder: Path) -> None:
    text = (folder / TOOL).read_text(encoding="utf-8")
    (folder / TOOL).write_text(f"{text}retired_in: 0.2.0\n", encoding="utf-8")
    assert any("which is retired" in problem.what for problem in check(load(folder)))
