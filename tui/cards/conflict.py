"""The card of a conflict: its readings side by side, their words, and why one is preferred."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from model.asof.conflict import ConflictView, Reading
from model.asof.telling import Sides
from model.asof.visible import VisibleClaim
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from tui.cards.layout import heading
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.cards.quotes import quote_lines
from tui.text.line import (
    BLANK,
    BOLD,
    MUTE,
    RULE,
    STRUCK,
    TEXT,
    Line,
    Look,
    Role,
    Span,
    between,
    bold,
)
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.wrap import wrap_text

SIDE_BY_SIDE = 90
"""The width from which on readings stand beside each other."""

NO_VERDICT = "As of this day there is no verdict of the curator's."
"""What stands in place of a reason that would tell what came later."""

_LABEL, _MOST_COLUMNS, _LEAST_COLUMN = 14, 3, 26
_SELDOM = frozenset({"condition", "figures"})
"""Rows that are there only where they say something."""

_ON_RECORD = {
    OnRecord.ON_RECORD: "yes",
    OnRecord.OFFICIAL: "yes, official",
    OnRecord.DOCUMENT: "its own words",
    OnRecord.ANONYMOUS: "no, unnamed",
}


class ConflictCard:
    """A conflict for one width. `lit` is the claim whose quote is lit: its column is in sight, and can be walked."""

    def __init__(self, view: ConflictView, phrases: Phrases, width: int, lit: str | None = None) -> None:
        self._view = view
        self._phrases = phrases
        self._signs = phrases.signs
        self._width = width
        self._lit = lit
        self._chosen = view.reading_of(lit)
        self._numbers = {reading.words: number for number, reading in enumerate(view.readings)}

    def full(self) -> list[Line]:
        """Readings in columns where there is room for them, else one under the other; then the verdict."""
        if self._width >= SIDE_BY_SIDE:
            readings = self._in_sight()
            body = [*self._table(readings), BLANK, *self._words(readings)]
        else:
            body = list(self._stacked())
        noted = note_lines((self._view.conflict,), self._phrases, self._width)
        warned = warning_lines([("conflict", self._view.conflict.id)], self._phrases, self._width)
        return [*body, BLANK, *self._verdict(), *noted, *warned]

    def _in_sight(self) -> tuple[Reading, ...]:
        """As many readings as there are columns for, the chosen one among them."""
        room = min(_MOST_COLUMNS, (self._width - _LABEL) // _LEAST_COLUMN)
        first = max(0, self._chosen - room + 1)
        return self._view.readings[first : first + room]

    # Side by side

    def _table(self, readings: Sequence[Reading]) -> Iterator[Line]:
        phrases = self._phrases
        rows: tuple[tuple[str, Callable[[VisibleClaim], str]], ...] = (
            ("who", lambda it: phrases.name(it.said.speaker)),
            ("on record", lambda it: _ON_RECORD[it.said.record]),
            ("said", lambda it: phrases.day_of_saying(it.said)),
            ("by way of", lambda it: phrases.way_of(it.said) or "its own voice"),
            ("published", self._published),
            ("own words", self._hedge),
            ("sure", lambda it: phrases.level(it.claim)),
            ("figures", lambda it: phrases.amounts(it.claim)),
            ("condition", lambda it: phrases.on_condition(it)),
        )
        more = len(self._view.readings) - len(readings)
        words = [phrases.plain(it.words) for it in readings]
        yield from self._row("reading", words, [self._look(it) for it in readings])
        if more:
            yield Line((Span(f"{'':{_LABEL}}{more} more: h l go to the readings beside", MUTE),))
        yield from self._row(
            "standing", [self._standing(it) for it in readings], [*map(_standing_look, readings)]
        )
        yield BLANK
        statuses = [bold(Look(ROLES[it.claims[0].word])) for it in readings]
        yield from self._row("status", [self._status(it) for it in readings], statuses)
        for label, answer in rows:
            cells = [_each(answer(item) for item in it.claims) for it in readings]
            if label in _SELDOM and not any(cells):
                continue
            yield from self._row(label, cells, [TEXT] * len(cells))
        yield from self._row("origins", [self._origins(it) for it in readings], [TEXT] * len(readings))

    def _row(self, label: str, cells: Sequence[str], looks: Sequence[Look]) -> Iterator[Line]:
        """One row of the table, as high as its highest cell."""
        width = self._column(len(cells))
        wrapped = [wrap_text(cell, width) for cell in cells]
        for number, row in enumerate(zip_longest(*wrapped, fillvalue="")):
            columns = [(Span(text, look),) for text, look in zip(row, looks, strict=True)]
            yield self._beside(label if not number else "", columns, width)

    def _beside(self, label: str, columns: Sequence[tuple[Span, ...]], width: int) -> Line:
        """The columns beside each other."""
        spans = [Span(f"{label:{_LABEL}}", MUTE)]
        for number, column in enumerate(columns):
            if number:
                spans += (Span(f" {self._signs.divider}", RULE), Span(" "))
            spans += (*column, Span(" " * max(width - sum(span.cells for span in column), 0)))
        return Line(tuple(spans))

    def _column(self, columns: int) -> int:
        return (self._width - _LABEL - 3 * (columns - 1)) // columns

    def _words(self, readings: Sequence[Reading]) -> Iterator[Line]:
        """Every quote, in the column of its reading; those of the chosen one can be walked."""
        yield between((Span("In their words", BOLD),), (), self._width, self._signs.rule, "")
        width = self._column(len(readings))
        columns = [self._quotes(reading, width) for reading in readings]
        chosen = readings.index(self._view.readings[self._chosen])
        for row in zip_longest(*columns, fillvalue=BLANK):
            line = self._beside("", [cell.spans for cell in row], width)
            yield Line(line.spans, row[chosen].target)

    # One under the other

    def _stacked(self) -> Iterator[Line]:
        for number, reading in enumerate(self._view.readings):
            if number:
                yield BLANK
            first = reading.claims[0]
            standing = self._standing(reading)
            sign = Span(f"{self._signs.of(first.word, first.claim.status)} ", Look(ROLES[first.word]))
            words = Span(self._phrases.plain(reading.words), self._look(reading))
            ends = (Span(standing, _standing_look(reading)),)
            yield between((sign, words), ends, self._width, " ", self._signs.cut)
            yield from self._quotes(reading, self._width, indent=2)

    def _quotes(self, reading: Reading, width: int, indent: int = 0) -> list[Line]:
        """Each quote of a reading with who said it: its first line leads to its place in the source."""
        others = self._sides.others(self._numbers[reading.words])
        lines: list[Line] = []
        for item in reading.claims:
            lines += [BLANK] if lines and not indent else []
            lit = item.claim.id == self._lit
            lines += quote_lines(item, reading.words, others, self._phrases, width - indent, lit)
        if not indent:
            return lines
        return [Line((Span(" " * indent), *line.spans), line.target) for line in lines]

    @cached_property
    def _sides(self) -> Sides:
        """The words of all readings and of their quotes."""
        return Sides(
            (reading.words, *(self._phrases.quote(item.claim) for item in reading.claims))
            for reading in self._view.readings
        )

    # What the cells say

    def _look(self, reading: Reading) -> Look:
        return STRUCK if reading.superseded else BOLD

    def _standing(self, reading: Reading) -> str:
        if reading.preferred:
            return "preferred"
        gone = [self._phrases.superseded(item) for item in reading.claims if item.fallen]
        return _each(gone) if reading.superseded else _each([*gone, "stands"])

    def _status(self, reading: Reading) -> str:
        return _each(f"{self._signs.of(it.word, it.claim.status)} {it.word.value}" for it in reading.claims)

    def _published(self, item: VisibleClaim) -> str:
        published = self._phrases.corpus.sources[item.claim.source].published
        if published.edtf is None:
            return "no date"
        best = f", best {bounds_form(parse(published.best))}" if published.best else ""
        return f"{bounds_form(parse(published.edtf))}{best}"

    def _hedge(self, item: VisibleClaim) -> str:
        return f'"{self._phrases.safe(item.claim.hedge)}"' if item.claim.hedge else "none"

    def _origins(self, reading: Reading) -> str:
        origins = {item.said.origin for item in reading.claims}
        documents = {item.claim.source for item in reading.claims}
        number = counted(len(reading.claims), "claim")
        return f"{counted(len(origins), 'origin')}, {number} in {counted(len(documents), 'document')}"

    def _verdict(self) -> Iterator[Line]:
        view, preferred = self._view, any(it.preferred for it in self._view.readings)
        beside = self._width >= SIDE_BY_SIDE
        where = "first" if not beside else "left" if self._in_sight()[0].preferred else "preferred"
        yield heading(f"Why the {where} one" if preferred else "What to make of it", "the curator's reason")
        reason = self._phrases.safe(view.reason) or NO_VERDICT
        for row in wrap_text(reason, self._width):
            yield Line((Span(row),))
        if view.open:
            for row in wrap_text(f"Still open: {self._phrases.safe(view.open)}", self._width):
                yield Line((Span(row, MUTE),))


def _standing_look(reading: Reading) -> Look:
    return bold(Look(Role.ACCENT)) if reading.preferred else MUTE


def _each(words: Iterable[str]) -> str:
    """Different answers once each, in order."""
    return "; ".join(dict.fromkeys(words))
