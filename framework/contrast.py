"""How well a colour can be told from what lies behind it."""


def contrast(first: str, second: str) -> float:
    """The contrast of two colours such as '#1F2A30', from 1 to 21, in either order (WCAG 2.2, 'contrast ratio').

    >>> contrast("#000000", "#FFFFFF")
    21.0
    >>> round(contrast("#777777", "#ffffff"), 2)
    4.48
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1 (WCAG 2.2, 'relative luminance')."""
    red, green, blue = linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """How much red, green and blue light '#RRGGBB' gives off, each from 0 to 1 (sRGB, IEC 61966-2-1)."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
