"""One room for each tool that reckons: whatever of it Python knows stands in its folder, and nothing lists the folders.

- `call.py` answers what a page asks: `answer(guide, request)`, plain data in and out. What cannot be used raises
  `framework.core.answers.BadInput`.
- `kept.py` says what the tool keeps on a device: `parts(guide)`, each part by its name.
- `sent.py` says what other documents may send to the tool, and what it makes of that.
- `rules.py` holds what the tool reckons. That of an assessment's rule says in `STATES` how it can come out.
"""

import os


def rooms(holding: str) -> list[str]:
    """The names of the tools whose room holds a module, in order.

    >>> "ladder" in rooms("call"), "action_plan" in rooms("rules")
    (True, False)
    """
    here = __path__[0]
    modules = {f"{holding}.py", f"{holding}.pyc"}  # compiled in the browser
    names = sorted(name for name in os.listdir(here) if "." not in name)  # noqa: PTH208 (the browser needs no pathlib)
    return [name for name in names if modules & {*os.listdir(f"{here}/{name}")}]  # noqa: PTH208
