"""Addresses without the passwords that somebody has typed into them."""

import re
from urllib.parse import unquote

_IN_FRONT = re.compile(r"(\b\w+:/{1,2}[^\s:/@?]*):\S*@")
_AS_VALUE = re.compile(r"([?&\s]|^)([^?&=\s]+)=[^\s&]*")


def without_passwords(text: str) -> str:
    """A text in which no address has a password: for what is said, and may be kept by whoever reads it."""
    if ":/" not in text:
        return text
    return _AS_VALUE.sub(_without, _IN_FRONT.sub(r"\1:***@", text))


def _without(found: re.Match[str]) -> str:
    before, key = found.groups()
    return f"{before}{key}=***" if "passw" in unquote(key).casefold() else found[0]
