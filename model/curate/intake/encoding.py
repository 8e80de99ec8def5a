"""From bytes to characters, where the encoding is not known beforehand."""

import codecs
import re

from model.curate.intake.extracted import NotTaken
from model.curate.intake.needed import needed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "euc_kr": "cp949",
    "johab": "johab",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
}
"""What is meant by a name of an encoding, as the WHATWG Encoding Standard has it."""

_NOT_OF_TEXTS = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})
_SAMPLE = 500_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_FEW, _MOST_CONTROLS = 20, 0.01
_BINARY = "it is binary, and of no kind that is read"


def decoded(data: bytes, declared: str | None = None) -> str:
    """The characters of some bytes, a byte order mark among them.

    What is UTF-8 is that; else the encoding that is `declared` counts, else the one that charset-normalizer finds.
    Raises `NotTaken` where these are no characters.
    """
    text = _decoded(data, declared)
    if len(_CONTROLS.findall(text)) > max(_FEW, _MOST_CONTROLS * len(text)):
        raise NotTaken(_BINARY)
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _in(data, name) or ""
    codec = _codec(declared)
    if codec is not None and codec.startswith("iso2022"):
        # Made of ASCII alone, so it would pass for UTF-8.
        return _said(data, codec)
    text = _in(data, "utf-8")
    if text is not None:
        return text
    if b"\0" in data[:_SAMPLE] and codec is None:
        raise NotTaken(_BINARY)
    if codec is not None and (text := _in(data, codec)) is not None:
        return text
    return _guessed(data)


def _said(data: bytes, codec: str) -> str:
    text = _in(data, codec)
    return _guessed(data) if text is None else text


def _guessed(data: bytes) -> str:
    with needed("a text that is not UTF-8"):
        from charset_normalizer import from_bytes
    # Not in the middle of a line, which may be the middle of a character.
    sample = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]
    best = from_bytes(sample).best()
    text = _in(data, best.encoding) if best is not None else None
    if text is None:
        raise NotTaken("its encoding cannot be told; save it as UTF-8")
    return text


def _in(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _codec(declared: str | None) -> str | None:
    """Python's name for a declared encoding; None where that is not known, or is none of texts."""
    try:
        found = codecs.lookup((declared or "").strip(" \"'"))
    except (LookupError, ValueError):
        return None
    # The attribute by which Python itself keeps base64 and the like from being taken for a text.
    if found.name in _NOT_OF_TEXTS or not getattr(found, "_is_text_encoding", True):
        return None
    return _MEANT.get(found.name, found.name)
