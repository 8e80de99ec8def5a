"""Two passages compared word by word: what is the same, gone and new."""

from collections.abc import Iterator, Sequence
from typing import Literal

from model.quotes.words import WORD

Piece = tuple[Literal["same", "gone", "new"], str]
"""A stretch of both passages, of the old one only, or of the new one only."""

_MOST_WORDS = 5_000
"""Changed parts of more words than this are not aligned: memory grows with the product of their lengths."""


def word_diff(old: str, new: str) -> list[Piece]:
    """Return the pieces of both passages in order, a fewest-words difference; neighbours differ in kind.

    Same and gone pieces joined are `old`, same and new ones `new`, white space and all.
    """
    pieces: list[Piece] = []
    old_done = new_done = 0
    for (old_start, old_end), (new_start, new_end) in _kept(old, new):
        _add_gap(pieces, old[old_done:old_start], new[new_done:new_start])
        _add(pieces, "same", old[old_start:old_end])
        old_done, new_done = old_end, new_end
    _add_gap(pieces, old[old_done:], new[new_done:])
    return pieces


_Bounds = tuple[int, int]


def _kept(old: str, new: str) -> Iterator[tuple[_Bounds, _Bounds]]:
    """Yield the words that are kept, as bounds in `old` and in `new`."""
    from rapidfuzz.distance import Indel

    olds = [match.span() for match in WORD.finditer(old)]
    news = [match.span() for match in WORD.finditer(new)]
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(old[start:end], len(numbers)) for start, end in olds]
    right = [numbers.setdefault(new[start:end], len(numbers)) for start, end in news]
    head = _shared(left, right)
    tail = _shared(left[head:][::-1], right[head:][::-1])
    yield from zip(olds[:head], news[:head], strict=True)
    left, right = left[head : len(left) - tail], right[head : len(right) - tail]
    if max(len(left), len(right)) <= _MOST_WORDS:
        for block in Indel.opcodes(left, right).as_matching_blocks():
            for step in range(block.size):
                yield olds[head + block.a + step], news[head + block.b + step]
    yield from zip(olds[len(olds) - tail :], news[len(news) - tail :], strict=True)


def _add_gap(pieces: list[Piece], old: str, new: str) -> None:
    """Add what lies between two kept words; white space that both begin or end with is the same."""
    head = _shared_space(old, new)
    old, new, space = old[head:], new[head:], old[:head]
    tail = _shared_space(old[::-1], new[::-1])
    _add(pieces, "same", space)
    _add(pieces, "gone", old[: len(old) - tail])
    _add(pieces, "new", new[: len(new) - tail])
    _add(pieces, "same", old[len(old) - tail :])


def _shared_space(one: str, other: str) -> int:
    """Return how many characters of white space both begin with."""
    same = one[: _shared(one, other)]
    return len(same) - len(same.lstrip())


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _add(pieces: list[Piece], kind: Literal["same", "gone", "new"], text: str) -> None:
    """Add a piece, joined to the one before if that is of its kind."""
    if not text:
        return
    if pieces and pieces[-1][0] == kind:
        text = pieces.pop()[1] + text
    pieces.append((kind, text))
