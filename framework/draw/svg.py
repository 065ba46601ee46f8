"""SVG as text, cleaned and escaped."""

from framework.core.answers import Side
from framework.core.characters import clean

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def element(name: str, *children: str, **attributes: str | float) -> str:
    """An SVG element. Children are SVG; attributes are escaped; '_' in their names stands for '-'.

    >>> element("circle", r=4, stroke_width=2)
    '<circle r="4" stroke-width="2"/>'
    >>> element("g", text("Q & A", x=1))
    '<g><text x="1">Q &amp; A</text></g>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"' for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def text(words: str, **attributes: str | float) -> str:
    """An SVG text element that holds just these words."""
    return element("text", escape(words), **attributes)


def escape(words: str) -> str:
    """Words that may stand in SVG, between tags and between double quotes.

    Python's own `html.escape` brings the names of all of HTML's characters along: 32 kB more to every visitor.

    >>> escape('"R & A" <b>')
    '&quot;R &amp; A&quot; &lt;b&gt;'
    """
    return clean(words).translate(ESCAPES)


def _number(value: str | float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def picture(
    id_: str,
    title: str,
    description: str,
    width: float,
    height: float,
    *children: str,
    kind: str = "",
    along: bool = False,
) -> str:
    """A whole SVG picture with a title and a description for those who do not see it.

    `id_` is unique on its page. `kind` is a class of its own, by which a style sheet reaches no other picture. `along`
    says that the picture is read along its lines, from least to most or from first to last: the style sheet mirrors it
    where a language is written from right to left.
    """
    return element(
        "svg",
        element("title", escape(title), id=f"{id_}-title"),
        element("desc", escape(description), id=f"{id_}-desc"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
        class_=" ".join(filter(None, ("picture", "picture--along" if along else "", kind))),
    )


def mark(side: Side | None, x: float, y: float, size: float) -> str:
    """A side's mark, `size` wide and high, about a point: circle, square, triangle; a diamond for no side."""
    half = size / 2
    match side:
        case "resident":
            return element("circle", cx=x, cy=y, r=half, class_="resident")
        case "organisation":
            return element("rect", x=x - half, y=y - half, width=size, height=size, class_="organisation")
        case "other":
            points = [(x, y - half), (x + half, y + half), (x - half, y + half)]
            return element("polygon", points=_points(points), class_="other")
    points = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    return element("polygon", points=_points(points), class_="no-side")


def side_mark(side: Side) -> str:
    """A side's mark as a picture of its own, to stand in a line of text."""
    return element("svg", mark(side, 10, 10, 18), viewBox="0 0 20 20", class_="side-mark", aria_hidden="true")


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_number(float(x))},{_number(float(y))}" for x, y in points)
