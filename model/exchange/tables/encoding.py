"""The bytes of a table as text: UTF-8 where they are that, else as one names it, else as they most likely are."""

import codecs

from model.exchange.tables.sheet import UnreadableTable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-16 is the beginning of one of UTF-32."""

_LIKELY = ["cp949", "cp1252", "cp1251", "cp932", "gb18030", "big5"]
"""The encodings among which a guess is made: what spreadsheets write where they do not write UTF-8."""

_MOST_LOOKED_AT = 200_000
INSTALL = "dprk-tui[tables]"
"""What to install for what this package alone cannot read."""


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text, without a byte order mark, and what it was read as. `encoding` is what somebody has named.

    Raises `UnreadableTable` where it is not of that encoding, or of none that is known.
    """
    for mark, name in _MARKS:
        if encoding is None and data.startswith(mark):
            return _decoded(data, name).removeprefix("\ufeff"), name.removesuffix("-sig").upper()
    if encoding is not None:
        return _decoded(data, known_encoding(encoding)).removeprefix("\ufeff"), encoding
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        begin = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, begin) + 1
        name = guessed_encoding(data[begin : begin + _MOST_LOOKED_AT], line)
        return _decoded(data, name), f"{name} (a guess; name another with --encoding)"


def known_encoding(encoding: str) -> str:
    """What Python calls an encoding. Raises `UnreadableTable` where there is none of that name."""
    try:
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UnreadableTable(
            f'there is no encoding "{encoding}"; write one such as utf-8, cp949 or cp1252'
        ) from None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableTable(
            f"it is not {name}: line {line} has bytes that are none; name another with --encoding"
        ) from None
    except (LookupError, ValueError):
        raise UnreadableTable(f'"{name}" is no encoding of text; name another with --encoding') from None


def guessed_encoding(sample: bytes, line: int) -> str:
    """The likeliest encoding of bytes that are not UTF-8, the first of them in a line.

    Raises `UnreadableTable` where none can be told.
    """
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise UnreadableTable(
            f"line {line:,} is not UTF-8, and nothing is here to tell what it is; "
            f"name it with --encoding, or install {INSTALL}"
        ) from None
    found = from_bytes(sample, cp_isolation=_LIKELY).best()
    if found is None:
        raise UnreadableTable(
            f"line {line:,} is not UTF-8, nor are all such lines of one encoding that can be told; "
            "mend them, or name what most are with --encoding, as --encoding cp949"
        )
    return str(found.encoding)
