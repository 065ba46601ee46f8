"""Palettes from one colour: all others follow from it, so that every text can be read on what lies behind it.

The one colour is used as it was given wherever it need not carry words: in the bands above the header and the footer,
by day and by night. Where it stands out from the page, it is that of the organisation too: its squares, and the lines
under links. Where it is light enough to be read upon, it is that of what is chosen. Where it is neither, both follow
from its hue.
"""

from dataclasses import dataclass, replace

from framework.fork.contrast import GROUNDS, MARK, TEXT, contrast
from framework.fork.oklch import Oklch, difference

APART = 0.08
"""How different what is chosen must look from the page (`framework.fork.oklch.difference`)."""
DARKEST = "#0B0B0B"
"""The darkest that ink becomes, so that it can be read on the one colour."""
GREY = 0.02
"""A colour weaker than this has no hue that anyone would name."""
FAR = 60
"""Degrees of hue by which the sides differ at least."""
WARM = 82.0
"""The hue of the page where the one colour has none."""

type Tokens = dict[str, str]


@dataclass(frozen=True)
class Made:
    """What a palette is made to: how light each thing is, and how strong its colour."""

    neutral: dict[str, tuple[float, float]]
    sides: dict[str, tuple[float, float]]
    sun: tuple[float, float]
    towards: float
    """What text moves towards, until it can be read: 0, black, or 1, white."""


DAY = Made(
    neutral={
        "paper": (0.977, 0.010),
        "card": (1.0, 0.0),
        "tint": (0.940, 0.022),
        "ink": (0.277, 0.019),
        "soft": (0.488, 0.020),
        "faint": (0.875, 0.023),
    },
    sides={"resident": (0.531, 0.146), "organisation": (0.434, 0.090), "other": (0.471, 0.101)},
    sun=(0.825, 0.151),
    towards=0.0,
)
NIGHT = Made(
    neutral={
        "paper": (0.204, 0.011),
        "card": (0.250, 0.014),
        "tint": (0.286, 0.015),
        "ink": (0.950, 0.014),
        "soft": (0.792, 0.013),
        "faint": (0.386, 0.019),
    },
    sides={"resident": (0.737, 0.132), "organisation": (0.761, 0.091), "other": (0.754, 0.091)},
    sun=(0.529, 0.104),
    towards=1.0,
)
HUES = {"resident": 35.0, "other": 308.0}
"""The hues of the sides, where the one colour leaves them free."""
OTHERWISE = (35.0, 204.0, 308.0, 145.0, 255.0, 95.0)
"""Hues to choose from where it does not."""
SUN = 83.0


def palettes(main: str) -> tuple[Tokens, Tokens]:
    """The colours by day and by night that follow from one, '#RRGGBB'.

    >>> from framework.fork.contrast import too_close
    >>> day, night = palettes("#0B5C63")
    >>> day["band"], day["organisation"], [*too_close(day), *too_close(night)]
    ('#0B5C63', '#0B5C63', [])
    """
    return {**_day(main), "band": main}, {**_night(main), "band": main}


def readable(colour: str, others: list[str], towards: float) -> str:
    """The colour, made darker (towards 0) or lighter (towards 1) until it and each of some others can be read together.

    >>> readable("#FFD500", ["#FFFFFF"], 0)
    '#8C7400'
    """
    lch = Oklch.of(colour)
    for step in range(101):
        tried = replace(lch, light=lch.light + (towards - lch.light) * step / 100).hex if step else colour
        if all(contrast(tried, each) >= TEXT for each in others):
            return tried
    raise ValueError(f"nothing can be read on {others}")


def _use(main: str) -> str | None:
    """What the one colour can be, by day: that of the organisation, that of what is chosen, or nothing."""
    page = _neutral(DAY, main)
    if _stands_out(main, [page[behind] for behind in GROUNDS]):
        return "organisation"
    told_apart = all(difference(main, page[behind]) >= APART for behind in ("paper", "card"))
    return "sun" if told_apart and contrast(DARKEST, main) >= TEXT else None


def _stands_out(main: str, behind: list[str]) -> bool:
    return all(contrast(main, each) >= MARK for each in behind)


def _neutral(made: Made, main: str) -> Tokens:
    """The page and the text on it, with a breath of the one colour's hue."""
    lch = Oklch.of(main)
    hue = lch.hue if lch.strength >= GREY else WARM
    found = {name: Oklch(light, strength, hue).hex for name, (light, strength) in made.neutral.items()}
    behind = [found[name] for name in GROUNDS]
    return {**found, **{name: readable(found[name], behind, made.towards) for name in ("ink", "soft")}}


def _day(main: str) -> Tokens:
    page, used = _neutral(DAY, main), _use(main)
    behind = [page[name] for name in GROUNDS]
    sides = {name: readable(colour, behind, DAY.towards) for name, colour in _sides(DAY, main).items()}
    if used == "sun":
        ink = readable(page["ink"], [main], DAY.towards)
        return {**page, **sides, "ink": ink, "organisation": readable(main, behind, DAY.towards), "sun": main}
    if used == "organisation":
        sides["organisation"] = main
    return {**page, **sides, "sun": readable(Oklch(*DAY.sun, SUN).hex, [page["ink"]], 1)}


def _night(main: str) -> Tokens:
    page = _neutral(NIGHT, main)
    behind = [page[name] for name in GROUNDS]
    sides = {name: readable(colour, behind, NIGHT.towards) for name, colour in _sides(NIGHT, main).items()}
    hue = Oklch.of(main).hue if _use(main) == "sun" else SUN
    if _stands_out(main, behind):
        sides["organisation"] = main
    strength = min(NIGHT.sun[1], Oklch.of(main).strength) if _use(main) == "sun" else NIGHT.sun[1]
    sun = Oklch(NIGHT.sun[0], strength, hue).hex
    return {**page, **sides, "sun": readable(sun, [page["ink"]], 0)}


def _sides(made: Made, main: str) -> Tokens:
    """The colours of the sides, each of another hue: the organisation's is that of the one colour."""
    lch = Oklch.of(main)
    light, strength = made.sides["organisation"]
    found = {"organisation": Oklch(light, min(strength, lch.strength), lch.hue).hex}
    taken = [lch.hue] if lch.strength >= GREY else []
    for side, wanted in HUES.items():
        hue = wanted if _room(wanted, taken) >= FAR else max(OTHERWISE, key=lambda each: _room(each, taken))
        taken.append(hue)
        found[side] = Oklch(*made.sides[side], hue).hex
    return found


def _room(hue: float, taken: list[float]) -> float:
    """How far a hue lies from the nearest of some others, in degrees.

    >>> _room(350, [10, 200])
    20
    """
    return min((min(abs(hue - each), 360 - abs(hue - each)) for each in taken), default=360)
