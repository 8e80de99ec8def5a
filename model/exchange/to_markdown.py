"""A brief in Markdown (CommonMark, with footnotes as GitHub and Pandoc have them)."""

from collections.abc import Iterator
from itertools import groupby

from model.exchange.brief import Brief, brief_of
from model.exchange.brief_document import brief_document, event_document
from model.exchange.extract import Extract
from model.exchange.laid_out import (
    Block,
    Heading,
    Item,
    LaidOut,
    Line,
    NoteMark,
    Paragraph,
    Stress,
    Whose,
    Words,
)
from model.exchange.markdown_text import address, escaped

_AROUND = {Stress.STRONG: "**", Stress.WORD: "**", Stress.STRUCK: "~~"}
"""What stands around pieces of a look; the others stand as they are."""


def write(extract: Extract) -> Iterator[str]:
    """The brief of what is asked for, as Markdown text, in pieces."""
    return (f"{line}\n" for line in markdown(brief_of(extract)))


def markdown(brief: Brief) -> Iterator[str]:
    """The brief, line by line, without line ends."""
    return _lines(brief_document(brief))


def markdown_event(brief: Brief) -> Iterator[str]:
    """The one event of a brief as a block to paste: its heading, its claims, their quotes."""
    return _lines(event_document(brief))


def _lines(document: LaidOut) -> Iterator[str]:
    for block in document.blocks:
        yield from _block(block)
        yield ""
    for claim, note in document.notes:
        yield f"[^{claim}]: {_line(note)}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, line):
            yield f"{'#' * level} {_line(line)}"
        case Paragraph(line):
            yield _line(line)
        case _:
            for item in block.items:
                yield from _item(item, "")


def _item(item: Item, indent: str) -> Iterator[str]:
    yield f"{indent}- {_line(item.line)}"
    for below in item.below:
        yield from _item(below, f"{indent}  ")


def _line(line: Line) -> str:
    words = ""
    for look, run in groupby(line, lambda it: it.look if isinstance(it, Words) else None):
        around, inner = _AROUND.get(look, "") if look is not None else "", ""
        for it in run:
            inner += _mark(it) if isinstance(it, NoteMark) else _piece(it, not (words or around or inner))
        words += f"{around}{inner}{around}"
    return words


def _mark(mark: NoteMark) -> str:
    return f" [^{mark.claim}]"


def _piece(piece: Words, at_start: bool) -> str:
    # Inside the document nothing leads to a heading: how these are named, each renderer decides by itself.
    if piece.link and not piece.link.startswith("#"):
        return address(piece.text)
    if piece.whose is Whose.QUOTED:
        return f'"{escaped(piece.text, at_start=False)}"'
    return escaped(piece.text, at_start)
