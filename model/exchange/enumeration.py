"""Several things named in a sentence."""

from collections.abc import Sequence


def enumerated(words: Sequence[str]) -> str:
    """`a`; `a and b`; `a, b and c`. There is at least one."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
