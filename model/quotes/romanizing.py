"""Hangul in Latin letters, for names and screens that have no others."""

_FIRST, _VOWELS, _LAST = (
    row.split(" ")
    for row in (
        "g kk n d tt r m b pp s ss  j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        " g kk gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h",
    )
)
"""How the parts of a syllable are written, in the order of Unicode; some first and last ones are not."""

_SYLLABLES = range(0xAC00, 0xD7A4)


def romanized(words: str) -> str:
    """A text with its Hangul in Latin letters: letter for letter, as the Revised Romanization (3.8) has it."""
    return "".join(_latin(ord(it) - 0xAC00) if ord(it) in _SYLLABLES else it for it in words)


def _latin(number: int) -> str:
    """The syllable of a number: 19 first consonants, 21 vowels, 28 last consonants (Unicode 3.12)."""
    first, rest = divmod(number, len(_VOWELS) * len(_LAST))
    return _FIRST[first] + _VOWELS[rest // len(_LAST)] + _LAST[rest % len(_LAST)]
