"""What is typed on other keyboards, or pasted from typeset text, read as the ASCII that the language is written in.

Dashes are `-`, quotation marks of all kinds `"`, fullwidth letters and signs their usual forms, and spaces that do not
break are spaces. What cannot be seen is left out. Letters stay as they are.
"""

import re
import unicodedata

from model.quotes.hidden import is_hidden

_SIGNS = str.maketrans(
    {
        **dict.fromkeys(
            "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2796\u2e3a\u2e3b\ufe58\ufe63", "-"
        ),
        **dict.fromkeys('"\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f', '"'),
        **dict.fromkeys("\u300c\u300d\u300e\u300f\u2039\u203a\u2e42\u275d\u275e", '"'),
        **dict.fromkeys("\ua789\u2236\u02d0\ufe55", ":"),
        **dict.fromkeys("\u3001\u060c\ufe50\ufe51", ","),
    }
)
_WIDE = re.compile("[\uff01-\uff5e\ufe50-\ufe6b]")
"""Fullwidth and small forms, which have their usual form in Unicode."""

_SINGLE = re.compile(
    """("[^"]*")|(?:(?<=[\\s:,-])|^)['\u2018\u201a\u201b\u2019](?=\\S)"""
    """((?:[^\\s'"\u2018\u2019]|\\s(?=\\S)|['\u2019](?=[^\\W_]))*)['\u2019\u2018](?=[\\s,]|\\Z)"""
)
"""Words between single marks, outside of double ones; a mark before a letter is an apostrophe, as in `l'ONU`."""


def in_ascii(typed: str) -> str:
    """What was typed, with the signs of the language in ASCII."""
    if typed.isascii() and typed.isprintable() and "'" not in typed:
        return typed
    seen = "".join(char for char in typed if char.isspace() or not is_hidden(char))
    signs = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), seen.translate(_SIGNS))
    spaced = "".join(" " if char.isspace() else char for char in signs)
    return _SINGLE.sub(lambda found: found[1] or f'"{found[2]}"', spaced)
