"""What the footer begins with."""

from collections.abc import Mapping

_WHAT_IS_LIT = "The lit sentence is what the selected row rests on.  "


def first_words(keys: Mapping[str, str], width: int) -> str:
    """The three keys that matter, after a word on how to read the screen where there is room in `width` cells.

    `keys` are those in force by the labels of their commands.
    """
    hints = f"{keys['move']}  other rows   {keys['open']}  the card   {keys['help']}  keys and signs"
    return _WHAT_IS_LIT + hints if width > len(_WHAT_IS_LIT + hints) else hints
