"""What curators have noted on the records behind a card, last on it and set apart: no source says it."""

from collections.abc import Iterable

from model.corpus.noted import Noted, notes_of
from model.corpus.records import Claim
from tui.cards.layout import heading, labelled
from tui.text.line import BLANK, Line
from tui.text.phrases import Phrases
from tui.text.target import ClaimTarget


def note_lines(records: Iterable[Noted], phrases: Phrases, width: int) -> list[Line]:
    """A line or more for each note; that of a claim leads to its quote. Nothing where nothing is noted."""
    lines: list[Line] = []
    for record in records:
        target = ClaimTarget(record.id) if isinstance(record, Claim) else None
        for name, words in notes_of(record):
            lines += labelled(name, phrases.safe(words), width, phrases.signs.cut, target, most=9)
    return [BLANK, heading("notes", "the curators' own"), *lines] if lines else []
