"""Colours as people see them: how light, how strong, and which hue (OKLCH, by Björn Ottosson, 2020).

Equal steps in it look equally large, which cannot be said of red, green and blue.
"""

from dataclasses import dataclass, replace
from math import atan2, cos, degrees, dist, hypot, radians, sin

from framework.fork.contrast import linear

STEPS = 12
"""How often the search for the strongest colour that a screen can show is halved."""


@dataclass(frozen=True)
class Oklch:
    """A colour."""

    light: float
    """From 0, black, to 1, white."""
    strength: float
    """From 0, grey, to about 0.3."""
    hue: float
    """In degrees: 30 is red, 90 yellow, 145 green, 260 blue."""

    @property
    def hex(self) -> str:
        """The colour as '#RRGGBB', made weaker where a screen cannot show it so strong.

        >>> Oklch(1, 0, 0).hex, Oklch.of("#0B5C63").hex
        ('#FFFFFF', '#0B5C63')
        """
        low, high = 0.0, self.strength
        if not _shown(self):
            for _ in range(STEPS):
                middle = (low + high) / 2
                low, high = (middle, high) if _shown(replace(self, strength=middle)) else (low, middle)
            high = low
        parts = (_curved(min(1.0, max(0.0, part))) for part in _light_given_off(replace(self, strength=high)))
        return "#" + "".join(f"{round(part * 255):02X}" for part in parts)

    @classmethod
    def of(cls, colour: str) -> "Oklch":
        """Read '#RRGGBB'."""
        light, a, b = _oklab(colour)
        return cls(light, hypot(a, b), degrees(atan2(b, a)) % 360)


def difference(first: str, second: str) -> float:
    """How different two colours look. Below 0.02 few people can tell them apart; black and white are 1 apart.

    >>> round(difference("#000000", "#FFFFFF"), 3)
    1.0
    """
    return dist(_oklab(first), _oklab(second))


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _light_given_off(colour: Oklch) -> tuple[float, float, float]:
    a, b = colour.strength * cos(radians(colour.hue)), colour.strength * sin(radians(colour.hue))
    long = (colour.light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(colour: Oklch) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in _light_given_off(colour))


def _curved(part: float) -> float:
    return float(part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)
