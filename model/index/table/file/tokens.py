"""The words of a row, as `model.query.folding.indexed` has them, in the form in which FTS5 takes them.

FTS5's tokenizer `ascii` parts and folds plain English as our folding does, so that this goes in as it is. All else is
folded here, a piece between blanks at a time: pieces come again and again, and are folded once for many rows.
"""

import re
from collections.abc import Iterable, Sequence

from model.query.folding import LONGEST_WORD, folded, has_inside, indexed

_EDGES = ".,;:!?()[]{}\"'/*%$&#+=<>|"
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_HYPHENS = re.compile("[-\u2010\u2011\ufe63\uff0d]")
_BROKEN = re.compile("([-\u2010\u2011])[ \t]*(?:\r\n|[\n\r])[ \t\f]*")
_DOTTED = re.compile(r"\.[A-Za-z](?![A-Za-z0-9])")
"""Where plain English may have an abbreviation, whose letters are one word."""
_CHAIN = re.compile("[A-Za-z0-9]++(?:-[A-Za-z0-9]++)+")
_KEPT = 30_000


class WordTexts:
    """Makes texts for FTS5 of the cells of rows; keeps what it has folded, up to a bound."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, str]] = {}

    def of(self, cells: Sequence[str]) -> tuple[str, str]:
        """The words of a row: those that are found from their beginning on, and those found from each letter on.

        The latter are the words of Hangul, kana and Han, each from each of its letters on.
        """
        text = " ".join(cells)
        if text.isascii() and "'" not in text and "`" not in text and not _DOTTED.search(text):
            if "-" not in text:
                return text, ""
            if "\n" not in text and "\r" not in text:
                return f"{text} {' '.join(_chains(cells))}", ""
        if len(self._kept) > _KEPT:
            self._kept.clear()
        found = [self._folded(piece) for cell in cells for piece in pieces(cell)]
        return " ".join([plain for plain, _ in found]), " ".join([inside for _, inside in found if inside])

    def _folded(self, piece: str) -> tuple[str, str]:
        found = self._kept.get(piece)
        if found is None:
            found = self._kept[piece] = folded_piece(piece)
        return found


def folded_piece(piece: str) -> tuple[str, str]:
    """The words of a piece, parted by blanks: those without Hangul, kana and Han, and those with, from each letter."""
    core = piece.strip(_EDGES)
    if core.isascii() and core.isalnum():
        return core.lower(), ""
    if _HANGUL.fullmatch(core):
        core = core[:LONGEST_WORD]
        return "", " ".join([core[at:] for at in range(len(core))])
    words = list(dict.fromkeys(indexed(piece)))
    plain = " ".join([word for word in words if not has_inside(word)])
    return plain, " ".join([word for word in words if has_inside(word)])


def pieces(cell: str) -> list[str]:
    """The pieces of a cell; a word that was broken at the end of a line is whole."""
    if ("\n" in cell or "\r" in cell) and _HYPHENS.search(cell):
        cell = _BROKEN.sub(r"\1", cell if cell.isascii() else folded(cell))
    return cell.split()


def _chains(cells: Iterable[str]) -> Iterable[str]:
    """The words that are joined by hyphens, each as one."""
    for cell in cells:
        if "-" in cell:
            for piece in cell.split():
                if "-" in piece:
                    yield from (chain.replace("-", "") for chain in _CHAIN.findall(piece))
