"""What the footer begins with."""

from collections.abc import Mapping

from model.index.features import CURATED, Feature

_WHAT_IS_LIT = "The lit sentence is what the selected row rests on.  "
_AS_IT_STOOD = "The source shows the selected row as it stood in its file.  "


def first_words(
    keys: Mapping[str, str], width: int, features: frozenset[Feature] = CURATED, *, is_empty: bool = False
) -> str:
    """The three keys that matter, after a word on how to read the screen where there is room in `width` cells.

    Where the archive `is_empty` nothing is lit, and there are no rows to go to.

    `keys` are those in force by the labels of their commands.
    """
    if is_empty:
        return f"{keys['help']}  keys and signs   {keys['quit']}  leave"
    hints = f"{keys['move']}  other rows   {keys['open']}  the card   {keys['help']}  keys and signs"
    what = _WHAT_IS_LIT if Feature.CLAIMS in features else _AS_IT_STOOD
    return what + hints if width > len(what + hints) else hints
