"""A document's text: its bytes decoded and nothing else, so that positions mean the same everywhere."""


class NotUtf8(ValueError):
    """The bytes are not UTF-8. `offset` is the first wrong byte, from 0; `line` and `column` its place, from 1."""

    def __init__(self, data: bytes, offset: int) -> None:
        self.offset = offset
        self.line = data.count(b"\n", 0, offset) + 1
        before = data[data.rfind(b"\n", 0, offset) + 1 : offset]
        self.column = len(before.decode("utf-8", "replace")) + 1
        super().__init__(
            f"not UTF-8: byte 0x{data[offset]:02X} at offset {offset} (line {self.line}); it must be UTF-8"
        )


def decode(data: bytes) -> str:
    """Return the text of `data`: strict UTF-8, no newline translation, no normalisation, a BOM kept.

    Raises `NotUtf8`.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(data, error.start) from None


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""Return the line and the column of a code point, both from 1. Lines end at `\n` only.

    `offset` may be the end of the text; outside of it, ValueError.
    """
    if not 0 <= offset <= len(text):
        raise ValueError(f"offset {offset} is outside the text; it must be 0 to {len(text)}")
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
