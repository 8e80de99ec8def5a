"""Claims at odds: the few lines they have on an event's card, and the card of a conflict (UX sections 4 and 11)."""

from collections.abc import Callable, Iterable, Iterator

from model.asof.conflict import ConflictView, Reading
from model.asof.state import VisibleClaim
from model.corpus.vocabulary import OnRecord
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from tui.cards.layout import columns, heading
from tui.text.line import BLANK, BOLD, MUTE, STRUCK, TEXT, Line, Look, Role, Span, Target, bold
from tui.text.phrases import Phrases, counted
from tui.text.shown import fit
from tui.text.signs import ROLES
from tui.text.wrap import wrap_text

SIDE_BY_SIDE = 90
"""The width from which on readings stand beside each other."""

_LABEL, _MOST_COLUMNS = 14, 3
_WHO, _SAID, _SURE = 11, 7, 13

FOOTING = {OnRecord.ON_RECORD: "on record", OnRecord.DOCUMENT: "a document", OnRecord.ANONYMOUS: "unnamed"}
"""On what footing someone speaks, in words."""


def sign_look(item: VisibleClaim) -> Look:
    """The look of a claim's sign: muted where it was superseded."""
    return MUTE if item.superseded_by else Look(ROLES[item.word])


def contested_block(view: ConflictView, phrases: Phrases, width: int, chosen: str) -> list[Line]:
    """The topic, and a line for each reading; the one that `chosen` (a claim) or the curator prefers stands out."""
    signs = phrases.signs
    mark = Span(f"{signs.contested} contested", Look(Role.CONTEST, bold=True))
    topic = Span(f"  {phrases.plain(view.conflict.topic)}")
    lines = [Line((mark, topic), Target("conflict", view.conflict.id))]
    readings = [(reading, _deciding(reading, chosen)) for reading in view.readings]
    readings.sort(key=lambda pair: not (pair[0].preferred or pair[1]))
    for reading, decides in readings:
        item, first = decides or reading.claims[0], reading.preferred or decides is not None
        look = STRUCK if reading.superseded else BOLD if first else TEXT
        sure = "superseded" if reading.superseded else phrases.brief_level(item.claim.factuality)
        row = [
            (f"  {signs.of(item.word, item.claim.status)}", sign_look(item), 3),
            (phrases.plain(reading.words), look, max(10, width - 4 - _WHO - 1 - _SAID - 1 - _SURE)),
            (phrases.short_name(item.said.speaker), MUTE, _WHO),
            (phrases.said_on(item.said), MUTE, _SAID),
            (sure, MUTE, 0),
        ]
        lines.append(columns(row, signs.cut, Target("claim", item.claim.id)))
    return lines


def _deciding(reading: Reading, chosen: str) -> VisibleClaim | None:
    return next((item for item in reading.claims if item.claim.id == chosen), None)


class ConflictCard:
    """A conflict as a whole: its readings side by side, their words, and why one is preferred."""

    def __init__(self, view: ConflictView, phrases: Phrases, width: int) -> None:
        self._view = view
        self._phrases = phrases
        self._signs = phrases.signs
        self._width = width

    def full(self) -> list[Line]:
        """Readings in columns where there is room for them, else one under the other; then quotes and the verdict."""
        beside = self._width >= SIDE_BY_SIDE and len(self._view.readings) <= _MOST_COLUMNS
        table = self._table(self._view.readings) if beside else self._stacked()
        return [*table, BLANK, *self._words(), BLANK, *self._verdict()]

    def _stacked(self) -> Iterator[Line]:
        for number, reading in enumerate(self._view.readings):
            if number:
                yield BLANK
            yield from self._table((reading,))

    def _table(self, readings: tuple[Reading, ...]) -> list[Line]:
        rows: tuple[tuple[str, Callable[[Reading], str]], ...] = (
            ("reading", lambda it: self._phrases.plain(it.words)),
            ("standing", self._standing),
            ("status", self._status),
            ("who", lambda it: _each(self._phrases.name(item.said.speaker) for item in it.claims)),
            ("footing", lambda it: _each(FOOTING[item.said.record] for item in it.claims)),
            ("said", lambda it: _each(self._phrases.said(item.said) for item in it.claims)),
            ("published", self._published),
            ("own words", lambda it: _each(self._hedge(item) for item in it.claims)),
            ("sure", lambda it: _each(self._phrases.level(item.claim.factuality) for item in it.claims)),
            ("origins", self._origins),
        )
        return [
            line for label, cell in rows for line in self._row(label, [cell(it) for it in readings], readings)
        ]

    def _row(self, label: str, cells: list[str], readings: tuple[Reading, ...]) -> Iterator[Line]:
        """One row of the table, as high as its highest cell."""
        width = (self._width - _LABEL - 3 * (len(cells) - 1)) // len(cells)
        wrapped = [wrap_text(cell, width) for cell in cells]
        for number in range(max(map(len, wrapped))):
            spans = [Span(f"{label if not number else '':{_LABEL}}", MUTE)]
            for column, (rows, reading) in enumerate(zip(wrapped, readings, strict=True)):
                if column:
                    spans.append(Span(f" {self._signs.divider} ", Look(Role.RULE)))
                text = rows[number] if number < len(rows) else ""
                spans.append(Span(fit(text, width, self._signs.cut), self._cell_look(label, reading)))
            yield Line(tuple(spans))

    def _cell_look(self, label: str, reading: Reading) -> Look:
        if label == "reading":
            return STRUCK if reading.superseded else BOLD
        if label == "standing" and reading.preferred:
            return bold(Look(Role.ACCENT))
        return bold(Look(ROLES[reading.claims[0].word])) if label == "status" else TEXT

    def _standing(self, reading: Reading) -> str:
        if reading.preferred:
            return "preferred"
        gone = [self._phrases.superseded(item) for item in reading.claims if item.superseded_by]
        return _each(gone) if reading.superseded else _each([*gone, "stands"])

    def _status(self, reading: Reading) -> str:
        return _each(f"{self._signs.of(it.word, it.claim.status)} {it.word.value}" for it in reading.claims)

    def _published(self, reading: Reading) -> str:
        sources = [self._phrases.corpus.sources[item.claim.source] for item in reading.claims]
        return _each(
            bounds_form(parse(it.published.edtf)) if it.published.edtf else "no date" for it in sources
        )

    def _hedge(self, item: VisibleClaim) -> str:
        return f'"{self._phrases.safe(item.claim.hedge)}"' if item.claim.hedge else "none"

    def _origins(self, reading: Reading) -> str:
        origins = {item.said.origin for item in reading.claims}
        reports = {item.claim.source for item in reading.claims}
        number = counted(len(reading.claims), "claim")
        return f"{counted(len(origins), 'origin')}, {number} in {counted(len(reports), 'report')}"

    def _words(self) -> Iterator[Line]:
        """Every quote in full; each leads to its place in the source."""
        yield heading("In their words")
        for reading in self._view.readings:
            for item in reading.claims:
                look = MUTE if item.superseded_by else TEXT
                target = Target("claim", item.claim.id)
                rows = wrap_text(f'"{self._phrases.quote(item.claim)}"', self._width - 2)
                for number, row in enumerate(rows):
                    yield Line((Span(f"  {row}", look),), None if number else target)
                gone = f", {self._phrases.superseded(item)}" if item.superseded_by else ""
                who = f"{self._phrases.brief_who(item.said)}, {self._phrases.said_on(item.said)}{gone}"
                for row in wrap_text(who, self._width - 2):
                    yield Line((Span(f"  {row}", MUTE),))

    def _verdict(self) -> Iterator[Line]:
        conflict, preferred = self._view.conflict, any(it.preferred for it in self._view.readings)
        yield heading("Why the first one" if preferred else "What to make of it", "says the curator")
        reason = self._phrases.safe(conflict.reason)
        if conflict.preferred and not preferred:
            reason = f"Not all that was said of this could be known yet: no reading is preferred. {reason}"
        for row in wrap_text(reason, self._width):
            yield Line((Span(row),))
        if conflict.open:
            for row in wrap_text(f"Still open: {self._phrases.safe(conflict.open)}", self._width):
                yield Line((Span(row, MUTE),))


def _each(words: Iterable[str]) -> str:
    """Different answers once each, in order."""
    return "; ".join(dict.fromkeys(words))
