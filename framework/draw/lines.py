"""Words broken into lines, for SVG breaks none by itself."""

from framework.draw.labels import width


def lines(words: str, most: int) -> list[str]:
    """Words in lines of at most so many letters. A word that is longer than a line is cut.

    >>> lines("Who gets which home, and when", 12)
    ['Who gets', 'which home,', 'and when']
    >>> lines("abcdefgh", 3)
    ['abc', 'def', 'gh']
    """
    found = [""]
    for word in words.split():
        pieces = [word[start : start + most] for start in range(0, len(word), most)]
        for piece in pieces:
            joined = f"{found[-1]} {piece}".strip()
            if len(joined) <= most:
                found[-1] = joined
            else:
                found.append(piece)
    return found


def fitted(words: str, room: float, size: float, bold: bool = False) -> list[str]:
    """Words in lines no wider than the room, in type of a size. A word that is wider alone is broken.

    >>> fitted("3 of 3 answered", 112, 14), fitted("3 ifadeden 3 yanıtlandı", 112, 14)
    (['3 of 3 answered'], ['3 ifadeden 3', 'yanıtlandı'])
    >>> fitted("Sprawozdanie", 60, 14)
    ['Sprawoz', 'danie']
    """
    found = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if width(joined, size, bold) <= room:
            found[-1] = joined
            continue
        line = ""
        for sign in word:
            if line and width(line + sign, size, bold) > room:
                found.append(line)
                line = ""
            line += sign
        found.append(line)
    return [line for line in found if line]
