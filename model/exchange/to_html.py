"""A brief as one HTML file (HTML5) that needs nothing else: to read on a screen, and to print."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from model.corpus.languages import direction
from model.exchange.brief import Brief, brief_of
from model.exchange.brief_document import brief_document
from model.exchange.extract import Extract
from model.exchange.html_page import PAGE
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

_TAGS = {
    Stress.STRONG: ("<strong>", "</strong>"),
    Stress.MUTE: ('<span class="mute">', "</span>"),
    Stress.STRUCK: ("<s>", "</s>"),
}
"""What stands around pieces of a look."""

_OPEN = (
    "confirmed",
    "scheduled",
    "expected",
    "speculated",
    "doubted",
    "ongoing",
    "unconfirmed",
    "conditional",
    "no comment",
    "open",
)
_NO = ("denied", "cancelled", "not expected", "not believed")
_COLOURS = {**dict.fromkeys(_OPEN, " open"), **dict.fromkeys(_NO, " no"), "due": " due"}
"""The colour of a word; it says nothing that the word does not."""


def write(extract: Extract) -> Iterator[str]:
    """The brief of what is asked for, as one page."""
    yield html(brief_of(extract))


def html(brief: Brief) -> str:
    """The brief as a page."""
    document = brief_document(brief)
    return PAGE.substitute(title=escape(document.title), body="\n".join(_Writer(document).body()))


class _Writer:
    """Writes one document; its notes lead back to each place that they are used in."""

    def __init__(self, document: LaidOut) -> None:
        self._document = document
        self._numbers = {claim: number for number, (claim, _) in enumerate(document.notes, 1)}
        self._uses: dict[str, int] = defaultdict(int)

    def body(self) -> Iterator[str]:
        """All of it, from the title to the notes."""
        yield "<main>"
        for block in self._document.blocks:
            yield from self._block(block)
        # After all else: by then it is known where each is used.
        if self._document.notes:
            yield '<h2>Quotes</h2><ol class="notes">'
            for claim, note in self._document.notes:
                yield f'<li id="note-{claim}">{self._line(note)}{self._back(claim)}</li>'
            yield "</ol>"
        yield "</main>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, line, anchor):
                name = f' id="{anchor}"' if anchor else ""
                yield f"<h{level}{name}>{self._line(line)}</h{level}>"
            case Paragraph(line):
                yield f"<p>{self._line(line)}</p>"
            case _:
                yield from self._items(block.items)

    def _items(self, items: tuple[Item, ...]) -> Iterator[str]:
        if items:
            yield "<ul>"
            for item in items:
                yield f"<li>{self._line(item.line)}"
                yield from self._items(item.below)
                yield "</li>"
            yield "</ul>"

    def _line(self, line: Line) -> str:
        words = ""
        for look, run in groupby(line, lambda it: it.look if isinstance(it, Words) else None):
            before, after = _TAGS.get(look, ("", "")) if look is not None else ("", "")
            inner = (self._mark(it) if isinstance(it, NoteMark) else self._piece(it) for it in run)
            words += f"{before}{''.join(inner)}{after}"
        return words

    def _piece(self, piece: Words) -> str:
        words = escape(piece.text)
        if piece.whose is Whose.QUOTED:
            words = f'"<q{_language(piece.language)}>{words}</q>"'
        elif piece.whose is Whose.CURATORS:
            words = f"<span{_language(self._document.language)}>{words}</span>"
        if piece.look is Stress.WORD:
            words = f'<strong class="word{_COLOURS.get(piece.text, "")}">{words}</strong>'
        return _linked(words, piece.link)

    def _mark(self, mark: NoteMark) -> str:
        claim = mark.claim
        self._uses[claim] += 1
        name, number = f"use-{claim}.{self._uses[claim]}", self._numbers[claim]
        return f'<sup><a id="{name}" href="#note-{claim}" role="doc-noteref">{number}</a></sup>'

    def _back(self, claim: str) -> str:
        """The way back from a note: to the only place where it is used, or to each by its number."""
        uses = range(1, self._uses[claim] + 1)
        names = [f"back {use}" if len(uses) > 1 else "back" for use in uses]
        links = (
            f' <a class="back" href="#use-{claim}.{use}" role="doc-backlink">{name}</a>'
            for use, name in zip(uses, names, strict=True)
        )
        return "".join(links)


def _language(language: str) -> str:
    """The attributes of an element whose words are of a language (BCP 47), and run as its script does."""
    return f' lang="{escape(language)}" dir="{direction(language)}"'


def _linked(words: str, link: str) -> str:
    """Words that lead somewhere: inside the page, or to an address of the web; any other is none to follow."""
    if link.startswith("#"):
        return f'<a href="{escape(link)}">{words}</a>'
    if link and _is_of_the_web(link):
        return f'<a href="{escape(link)}" rel="noreferrer">{words}</a>'
    return words


def _is_of_the_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False
