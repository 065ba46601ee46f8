"""What the content controls of a form are called, and the parts of its file: the build writes it, the browser reads it.

Names of answers are those that the form on the page has: `<field>`, `<field>.<side>`, `<field>.<row>.<column>`.
"""

LONGEST = 64
"""Letters in a tag, and in a control's title: Word takes no more."""
TICK = "="
"""Between a field and one of its options, in the tag of a box to tick."""
FORM_PART = "customXml/item1.xml"
"""Where the form stands as data."""
TOOL, EDITION = "coproduction-form", "coproduction-edition"
"""The file's own properties that tell which form it is."""
BINDER = "binder"
"""What stands there in place of a form's name, where the file holds all of a group's documents."""
CHECKED, UNCHECKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
NOTE_STYLE = "How"
"""The look of what is said of the form above it."""
HEADING_STYLE = "CellHeading"
"""The look of a table's heads, above and beside it."""
HEAD_STYLES = ("Title", "Subtitle")
HEADING_STYLES = ("Heading1", "Heading2", "Heading3")
CONTENTS_STYLES = ("TOCHeading", "TOC1")
"""Word's own names: of a title and what stands below it, of headings, and of a list of contents and what is in it."""
CREDIT_STYLE = "Credit"
"""The look of where the words come from, at the end."""
EMPTY_STYLE, ANSWER_STYLE = "AnswerRoom", "Answer"
"""The look of an answer of several lines that is empty, with room to write on paper, and of one that is filled in."""


def tag_of(name: str, tool: str) -> str:
    """The tag of an answer: its name, or where that is too long, its name from the dot behind the tool's.

    >>> tag_of("chair-role.hours", "chair-role")
    'chair-role.hours'
    >>> tag_of("chair-role." + "a" * 60, "chair-role") == "." + "a" * 60
    True
    """
    return name if len(name) <= LONGEST else name.removeprefix(tool)


def name_of(tag: str, tool: str) -> str:
    """The name of the answer that has this tag.

    >>> name_of(".hours", "chair-role"), name_of("chair-role.hours", "chair-role")
    ('chair-role.hours', 'chair-role.hours')
    """
    return f"{tool}{tag}" if tag.startswith(".") else tag


def title_of(words: str) -> str:
    """What a control is called for people, short enough.

    >>> title_of("Keys"), len(title_of("a" * 70))
    ('Keys', 64)
    """
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
