"""The words of a row, as `model.query.folding.indexed` has them, in the form in which FTS5 takes them.

FTS5's tokenizer `ascii` parts and folds plain English as our folding does, so that this goes in as it is. All else is
folded here, a piece between blanks at a time: pieces come again and again, and are folded once for many rows.
"""

import re
from collections.abc import Iterable, Sequence

from model.query.folding import LONGEST_WORD, folded, indexed

_EDGES = ".,;:!?()[]{}\"'/*%$&#+=<>|"
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_HYPHENS = re.compile("[-\u2010\u2011\ufe63\uff0d]")
_BROKEN = re.compile("([-\u2010\u2011])[ \t]*(?:\r\n|[\n\r])[ \t\f]*")
_OURS = re.compile(rf"['`]|(?<![A-Za-z0-9])[A-Za-z]\.[A-Za-z](?![A-Za-z0-9])|[A-Za-z0-9]{{{LONGEST_WORD + 1}}}")
"""In plain English, what our folding parts or joins in its own way: apostrophes, `U.S.`, words without end."""
_CHAIN = re.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+")
_KEPT = 50_000


class Words:
    """Makes texts for FTS5 of the cells of rows; keeps what it has folded, up to a bound."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def of(self, cells: Iterable[str]) -> str:
        """The words of a row."""
        text = " ".join(cells)
        if text.isascii() and not _OURS.search(text):
            if "-" not in text:
                return text
            if "\n" not in text and "\r" not in text:
                joined = [chain.replace("-", "")[:LONGEST_WORD] for chain in _CHAIN.findall(text)]
                return f"{text} {' '.join(joined)}"
        if len(self._kept) > _KEPT:
            self._kept.clear()
        return " ".join([self._folded(piece) for cell in cells for piece in pieces(cell)])

    def _folded(self, piece: str) -> str:
        words = self._kept.get(piece)
        if words is None:
            words = self._kept[piece] = " ".join(words_of(piece))
        return words


def pieces(cell: str) -> list[str]:
    """The pieces of a cell; a word that was broken at the end of a line is whole."""
    if ("\n" in cell or "\r" in cell) and _HYPHENS.search(cell):
        cell = _BROKEN.sub(r"\1", cell if cell.isascii() else folded(cell))
    return cell.split()


def words_of(piece: str) -> Sequence[str]:
    """The folded words under which a text is found that has such a piece, each once."""
    core = piece.strip(_EDGES)
    if core.isascii():
        if core.isalnum():
            return (core.lower()[:LONGEST_WORD],)
    elif _HANGUL.fullmatch(core):
        core = core[:LONGEST_WORD]
        return [core[at:] for at in range(len(core))]
    return list(dict.fromkeys(indexed(piece)))
