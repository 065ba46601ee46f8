"""Words broken into lines, for SVG breaks none by itself."""


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
