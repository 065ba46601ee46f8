"""Pictures in Word files: there with their words, whole for other programs, and in nobody's way when the file comes back."""

import io
import xml.etree.ElementTree as ET
import zipfile
from base64 import b64decode, b64encode
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from PIL import Image

from framework.content.model import Framework
from framework.content.worked_examples import entries
from framework.core.answers import BadInput
from framework.core.guide import Guide
from framework.export.docx.pictures import HIGH, MOST_BYTES, MOST_PICTURES, PAGE, WIDE, read_pictures
from framework.group.pictures_call import answer
from framework.published import form_fields
from tests.framework.diagrams import estate_answers
from tests.framework.test_word import BLANKS, asked, back, kept, rewritten
from tests.minutes_and_counts import EARLIER, NOW
from tests.publish.test_word import barriers

TOOL, KPIS = "governance-diagram", "coproduction-kpis"
SVG = "{http://www.w3.org/2000/svg}"
WORDS = 'Who decides: "Cabinet" & <others>'
MILLIMETRE = 36_000


def png(wide: int = 300, high: int = 200) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (wide, high), "white").save(made, "PNG")
    return made.getvalue()


def given(content: bytes, words: str = WORDS) -> dict[str, str]:
    return {"png": b64encode(content).decode(), "words": words}


def word(tool: str, answers: dict[str, list[str]], *pictures: Any) -> dict[str, Any]:
    blank = b64encode(BLANKS[tool]).decode()
    return asked({"call": "form", "do": "word", "blank": blank, "answers": answers, "pictures": [*pictures]})


def made(tool: str, answers: dict[str, list[str]], *pictures: Any) -> bytes:
    return b64decode(word(tool, answers, *pictures)["ok"]["file"])


def drawn(guide: Guide, framework: Framework, tool: str, answers: Any, earlier: Any = None) -> list[dict[str, str]]:
    fields = form_fields(next(each for each in framework.tools if each.id == tool))
    request = {"form": fields, "answers": answers, "kept": earlier or {}, "colours": {"ink": "#123456"}}
    found: list[dict[str, str]] = answer(guide, request)["pictures"]
    return found


def test_a_picture_stands_above_the_answers_with_its_words(framework: Framework) -> None:
    answers = estate_answers(framework)
    first, second = png(), png(4000, 1000)
    file = made(TOOL, answers, given(first), given(second, "The second"))
    document = Document(io.BytesIO(file))
    shapes = document.inline_shapes
    assert [each._inline.docPr.get("descr") for each in shapes] == [WORDS, "The second"]
    assert [round(each.width / MILLIMETRE) for each in shapes] == [36, WIDE]
    assert [round(each.width / each.height, 1) for each in shapes] == [1.5, 4]
    links = [rel for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.IMAGE]
    assert [rel.target_part.blob for rel in links] == [first, second]
    assert {rel.target_part.content_type for rel in links} == {"image/png"}
    assert len({each._inline.docPr.get("id") for each in shapes}) == 2
    order = [
        "picture" if each.find(f".//{qn('w:drawing')}") is not None else each.style or ""
        for each in document.element.body.iter(qn("w:p"))
    ]
    assert order.index("picture") < next(place for place, style in enumerate(order) if style.startswith("Heading"))
    assert barriers(document) == []
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        assert len({*archive.namelist()}) == len(archive.namelist())
        types = ET.fromstring(archive.read("[Content_Types].xml"))
        assert [each.get("Extension") for each in types].count("png") == 1


def test_a_tall_picture_has_a_page_of_its_own() -> None:
    document = Document(io.BytesIO(made(TOOL, {}, given(png(1400, 1500)), given(png(300, 3000)))))
    low, tall = (each for each in document.paragraphs if each._p.find(f".//{qn('w:drawing')}") is not None)
    assert (low.paragraph_format.page_break_before, tall.paragraph_format.page_break_before) == (None, True)
    heights = [round(each.height / MILLIMETRE) for each in document.inline_shapes]
    assert heights == [HIGH, PAGE]


def test_what_comes_back_with_a_picture_is_read_as_without(framework: Framework) -> None:
    answers = estate_answers(framework)
    file = made(TOOL, answers, given(png()))
    said = back(TOOL, file)["ok"]
    assert {each["name"]: each["texts"] for each in said["changes"]} == kept(TOOL, answers)
    assert (said["unplaced"], said["comments"]) == ([], [])
    again = rewritten(file, lambda text: text.replace(answers[f"{TOOL}.decision"][0], "Demolish or mend"))
    assert [each["there"] for each in back(TOOL, again, answers)["ok"]["changes"]] == ["Demolish or mend"]


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a" + bytes(100),
        png()[:-4],
        png().replace(b"IHDR\x00\x00\x01,", b"IHDR\x00\x00\x00\x00"),
        png().replace(b"IHDR\x00\x00\x01,", b"IHDR\xff\x00\x01,"),
        png() + bytes(10),
    ],
)
def test_what_is_no_picture_is_refused_plainly(bad: bytes) -> None:
    said = word(TOOL, {}, given(bad))
    assert said["bad"]["what"] == "The picture could not be made"


def test_what_is_too_much_is_refused() -> None:
    large = png()
    large = large[:33] + bytes(MOST_BYTES) + large[33:]
    with pytest.raises(BadInput, match="too large"):
        read_pictures([given(large)])
    wrong: list[Any] = [
        [given(png())] * (MOST_PICTURES + 1),
        {},
        [None],
        [{"png": "", "words": ""}],
        [given(png(), "")],
    ]
    for each in wrong:
        with pytest.raises(BadInput):
            read_pictures(each)
    assert read_pictures(None) == ()


def test_a_canvas_is_drawn_and_told_and_an_empty_one_is_not(guide: Guide, framework: Framework) -> None:
    (one,) = drawn(guide, framework, TOOL, estate_answers(framework))
    picture = ET.fromstring(one["svg"])
    assert one["words"].split("\n")[0] == picture.findtext(f"{SVG}title")
    assert "5 bodies, 14 weeks" in one["words"]
    assert {each.get("fill") for each in picture.iter() if each.get("class") == "heading"} == {"#123456"}
    assert drawn(guide, framework, TOOL, {}) == []
    assert drawn(guide, framework, TOOL, {f"{TOOL}.decision": ["Which blocks stay"]}) == []


def test_what_is_counted_is_drawn_with_its_title_and_its_earlier_times(guide: Guide, framework: Framework) -> None:
    papers, days = drawn(guide, framework, KPIS, NOW, EARLIER)
    assert papers["words"].split("\n")[:2] == [
        "papers on time",
        "Residents: Spring, 3 of 9; Summer, 9 out of 9. It went up.",
    ]
    texts = [each.text for each in ET.fromstring(papers["svg"]).iter(f"{SVG}text")]
    assert {"papers on time", "Residents", "The organisation", "Spring", "Summer"} <= {*texts}
    assert "Days to an answer" in days["words"]
    assert "Spring" not in drawn(guide, framework, KPIS, NOW)[0]["words"]


def test_every_tool_with_a_canvas_has_its_picture_from_its_example(guide: Guide, framework: Framework) -> None:
    for tool in framework.tools:
        example = next((each for each in framework.worked_examples if each.tool == tool.id), None)
        if tool.canvas and example:
            (one, *_) = drawn(guide, framework, tool.id, entries(tool, example))
            assert ET.fromstring(one["svg"]).findtext(f"{SVG}desc"), tool.id
