"""When two cells of a table have the same value."""

import unicodedata


def folded_value(text: str) -> str:
    """A cell folded: case, how characters are composed (NFC), and how wide blanks are make no difference.

    What is folded folds to itself.
    """
    # Folding case may part what was composed, and composing bring back what it parted: after twice nothing changes.
    once = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    return " ".join(unicodedata.normalize("NFC", once.casefold()).split())
