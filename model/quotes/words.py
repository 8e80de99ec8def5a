"""What a word is where quotes are compared."""

import re

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ONE_EACH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"

WORD = re.compile(rf"[{_ONE_EACH}]|[^\W{_ONE_EACH}](?:[\w{_MARKS}]|[-.,'\u2019](?=\w))*|[^\w\s]")
"""A run of letters, digits and marks with the punctuation inside it ("Ryong-hae", "10,000"), or one other sign.

Kana and Han, which are written without spaces, are a word each.
"""
