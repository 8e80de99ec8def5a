"""Addresses without the passwords that somebody has typed into them."""

import re

_IN_FRONT = re.compile(r"(\b\w+:/{1,2}[^\s:/@?]*):\S*@")
_AS_VALUE = re.compile(r"((?:[?&]|\b)(?:ssl)?passw(?:or)?d=)[^\s&]*", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """A text in which no address has a password: for what is said, and may be kept by whoever reads it."""
    if ":/" not in text:
        return text
    return _AS_VALUE.sub(r"\1…", _IN_FRONT.sub(r"\1:…@", text))
