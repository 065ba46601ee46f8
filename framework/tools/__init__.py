"""One room for each tool that reckons: whatever of it Python knows stands in its folder, and nothing lists the folders.

- `call.py` answers what a page asks: `answer(guide, request)`, plain data in and out. What cannot be used raises
  `framework.core.answers.BadInput`.
- `kept.py` says what the tool keeps on a device: `parts(guide)`, each part by its name.
- `sent.py` says what other documents may send to the tool, and what it makes of that.
- `rules.py` holds what the tool reckons. That of an assessment's rule says in `STATES` how it can come out.
"""

import os

_HERE = __path__[0]
_HELD = {
    name: frozenset(os.listdir(f"{_HERE}/{name}"))  # noqa: PTH208 (the browser needs no pathlib)
    for name in sorted(os.listdir(_HERE))  # noqa: PTH208
    if "." not in name
}
"""What each room holds, looked up once: the browser starts from an image of Python, without the files."""


def rooms(holding: str) -> list[str]:
    """The names of the tools whose room holds a module, in order.

    >>> "ladder" in rooms("call"), "action_plan" in rooms("rules")
    (True, False)
    """
    modules = {f"{holding}.py", f"{holding}.pyc"}  # compiled in the browser
    return [name for name, held in _HELD.items() if modules & held]
