"""What is taken out of a file, as plain values: its text, what of it is page furniture, and what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from model.curate.intake.bounds import MOST_TEXT

TOO_LONG = f"it has more than {MOST_TEXT:,} characters of text, which is the most that is kept"
"""What is said of a text that is longer than is kept."""


class NotTaken(Exception):
    """A file of which no source is made; the message is one sentence that says why, and what would help."""


class SetAside(msgspec.Struct, frozen=True):
    """A stretch of the text that is page furniture: `text[start:end]` in code points, and its kind, a slug."""

    start: int
    end: int
    kind: str


class DateCandidate(msgspec.Struct, frozen=True):
    """A day (`YYYY-MM-DD`) on which it may have been published, and which part of the file says so."""

    day: str
    told_by: str


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """All that is taken out of one file.

    `text` has every visible word, in the file's order; what is visible, each kind of file says in its module.
    `asides` are in order and do not overlap. `titles` are what the file says that it is called, the likeliest
    first; `publisher`, `authors`, `language` (BCP 47), `url` and `retrieved` (ISO 8601) what it says of these.
    `left_out` names what is not in the text, since it is no words, or not shown: pictures, attachments, what the
    page hides. `notes` are sentences on what is.
    """

    kind: str
    ending: str
    text: str
    asides: tuple[SetAside, ...] = ()
    titles: tuple[str, ...] = ()
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    retrieved: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    medium: str | None = None
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text without a gap in it, such as a paragraph.

    `kind` is that of page furniture, empty where it is none; `before` what stands between it and the one before.
    """

    text: str
    kind: str = ""
    before: str = "\n\n"


def laid_out(blocks: Iterable[Block]) -> tuple[str, tuple[SetAside, ...]]:
    """The text of some blocks, which ends with a line end, and the stretches of furniture in it.

    Neighbouring furniture of one kind is one stretch. Raises `NotTaken` where the text is longer than is kept.
    """
    parts: list[str] = []
    asides: list[SetAside] = []
    length = 0
    open_kind = ""
    for block in blocks:
        if not block.text.strip():
            continue
        gap = block.before if parts else ""
        start, end = length + len(gap), length + len(gap) + len(block.text)
        if block.kind and block.kind == open_kind:
            asides[-1] = SetAside(asides[-1].start, end, block.kind)
        elif block.kind:
            asides.append(SetAside(start, end, block.kind))
        open_kind, length = block.kind, end
        if length > MOST_TEXT:
            raise NotTaken(TOO_LONG)
        parts += (gap, block.text)
    return "".join(parts) + ("\n" if parts else ""), tuple(asides)


def in_lines(text: str) -> str:
    """A text whose lines all end with a line feed, without a byte order mark: of a text no other sign is changed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
