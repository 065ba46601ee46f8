"""What a group counts over time: drawn for those who see, told for all, and whatever they write is shown or left out."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.content.model import Framework
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.group.onward_call import answer
from tests.framework.test_onward import form_of
from tests.minutes_and_counts import EARLIER, NOW

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def form(framework: Framework) -> list[dict[str, Any]]:
    return form_of(framework, "coproduction-kpis")


def drawn(guide: Guide, form: Any, answers: Any, kept: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer(guide, {"do": "draw", "form": form, "answers": answers, "kept": kept})[
        "charts"
    ]
    return found


def test_each_measure_is_drawn_over_time_and_told_in_words(guide: Guide, form: Any) -> None:
    papers, days = drawn(guide, form, NOW, EARLIER)
    assert papers["lines"] == [
        "Residents: Spring, 3 of 9; Summer, 9 out of 9. It went up.",
        "The organisation: Spring, not counted; Summer, 50%.",
    ]
    assert (days["title"], days["lines"]) == ("Days to an answer", ["The organisation: Summer, 12 days."])
    picture = ET.fromstring(papers["svg"])
    assert picture.findtext(f"{SVG}desc") == " ".join(papers["lines"])
    assert len(picture.findall(f"{SVG}circle")) == 2  # where a side has no number, there is no mark
    assert len(picture.findall(f"{SVG}rect")) == 1
    first, last = (float(str(each.get("cy"))) for each in picture.findall(f"{SVG}circle"))
    assert first > last  # more stands higher
    assert {"0", "100%", "Spring", "Summer"} == {each.text for each in picture.findall(f"{SVG}text")}
    assert "12" in {each.text for each in ET.fromstring(days["svg"]).findall(f"{SVG}text")}


def test_where_nothing_is_counted_it_says_so(guide: Guide, form: Any) -> None:
    with pytest.raises(BadInput, match="Nothing is counted yet"):
        drawn(guide, form, {}, {})
    with pytest.raises(BadInput):
        drawn(guide, form, NOW, {"earlier.coproduction-kpis": [{"filled": 3}]})


NAMES = [f"coproduction-kpis.count.{row}.{end}" for row in (1, 2) for end in ("measure", "residents", "other")]
WRITTEN = st.text(max_size=30) | st.from_regex(
    r"[0-9]{1,12}([.,][0-9]{1,9})?( ?(%|/|of|out of) ?[0-9]{0,12})?", fullmatch=True
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(NAMES), st.lists(WRITTEN, min_size=1, max_size=1)), max_size=4))
def test_whatever_people_write_is_a_picture_within_its_frame(guide: Guide, form: Any, times: Any) -> None:
    kept = [{"id": str(n), "day": "", "filled": filled} for n, filled in enumerate(times)]
    try:
        charts = drawn(guide, form, times[-1] if times else {}, {"earlier.coproduction-kpis": kept})
    except BadInput:
        return
    for chart in charts:
        picture = ET.fromstring(chart["svg"])
        for circle in picture.findall(f"{SVG}circle"):
            assert 0 <= float(str(circle.get("cy"))) <= 168
            assert 0 <= float(str(circle.get("cx"))) <= 360
