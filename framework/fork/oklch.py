"""Colours as people see them: how light, how strong, and which hue (OKLCH, by Björn Ottosson, 2020).

Equal steps in it look equally large, which cannot be said of red, green and blue. coloraide reckons it.
"""

from dataclasses import dataclass, replace

from coloraide import Color

STEPS = 12
"""How often the search for the strongest colour that a screen can show is halved. coloraide's own ways to find it end
up to 4 of 255 steps away from this one, and so would give copies other colours than they have."""
NEARLY = 0.0005
"""By how much of its red, green or blue light a colour may go beyond what a screen can show."""


@dataclass(frozen=True)
class Oklch:
    """A colour."""

    light: float
    """From 0, black, to 1, white."""
    strength: float
    """From 0, grey, to about 0.3."""
    hue: float
    """In degrees: 30 is red, 90 yellow, 145 green, 260 blue. Of no matter for a grey."""

    @property
    def hex(self) -> str:
        """The colour as '#RRGGBB', made weaker where a screen cannot show it so strong.

        >>> Oklch(1, 0, 0).hex, Oklch.of("#0B5C63").hex
        ('#FFFFFF', '#0B5C63')
        """
        low, high = 0.0, self.strength
        if self._is_shown:
            low = high
        else:
            for _ in range(STEPS):
                middle = (low + high) / 2
                low, high = (middle, high) if replace(self, strength=middle)._is_shown else (low, middle)
        return str(replace(self, strength=low)._color.convert("srgb").clip().to_string(hex=True)).upper()

    @classmethod
    def of(cls, colour: str) -> "Oklch":
        """Read '#RRGGBB'."""
        light, strength, hue = Color(colour).convert("oklch").coords(nans=False)
        return cls(light, strength, hue)

    @property
    def _color(self) -> Color:
        return Color("oklch", [self.light, self.strength, self.hue])

    @property
    def _is_shown(self) -> bool:
        return self._color.in_gamut("srgb-linear", tolerance=NEARLY)


def as_hex(told: str) -> str | None:
    """A colour as '#RRGGBB', from any way to write one on the web; None where it is none, or can be seen through.

    >>> as_hex("#1d4f91"), as_hex("#fc0"), as_hex("red"), as_hex("rgb(29, 79, 145)")
    ('#1D4F91', '#FFCC00', '#FF0000', '#1D4F91')
    >>> as_hex("blurple"), as_hex("#1D4F9180")
    (None, None)
    """
    try:
        found = Color(told.strip().lower())
    except ValueError:
        return None
    return str(found.convert("srgb").clip().to_string(hex=True)).upper() if found.alpha() == 1 else None


def difference(first: str, second: str) -> float:
    """How different two colours look. Below 0.02 few people can tell them apart; black and white are 1 apart.

    >>> round(difference("#000000", "#FFFFFF"), 3)
    1.0
    """
    return Color(first).delta_e(second, method="ok")
