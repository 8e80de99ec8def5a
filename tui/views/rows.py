"""The rows of the timeline as lines: events, and between them year headings, gaps and the as-of rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.asof.begun import DraftEvent
from model.corpus.corpus import Corpus
from model.dates.calendar import gap_words
from model.dates.civil import civil_date
from model.dates.edtf import Edtf
from model.dates.wording import day_medium, day_named, day_short, short_form, year_words
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tui.text import event_date
from tui.text.line import ACCENT, BOLD, KEY, MUTE, Line, Look, Role, Span, bold
from tui.text.phrases import DRAFT, Phrases, counted
from tui.text.row_looks import row_looks
from tui.text.shown import cells, fit, folded
from tui.text.target import EventTarget
from tui.views import distance
from tui.views.distance import Distance

WIDTH_WITH_WHO = 76
WIDTH_WITH_WORD = 72
WIDTH_WITH_ORIGINS = 44
GAP_DAYS = 21

KEPT = 500
"""The most drawn rows that are kept: a few screens of them."""

_WORD, _WHO = 12, 11
_ROOMY_TITLE = 38
"""Cells of a title as the guide would have them at most: they are kept free where there is room."""


@dataclass(frozen=True, slots=True)
class _DraftRow:
    """An event that is only begun, in its place after all others."""

    position: int
    event: str
    title: str
    date: Edtf | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A row with its date in words, and what goes before it: it takes `height` lines with that."""

    row: TimelineRow | _DraftRow
    date: str
    heading: str
    rule: bool
    gap: str
    height: int


class Rows:
    """Lines for a window of the timeline in a given width."""

    def __init__(
        self,
        reader: Reader,
        phrases: Phrases,
        width: int,
        gaps: bool,
        mark: str | None = None,
        drafts: Sequence[DraftEvent] = (),
    ) -> None:
        """The rows of a reader, and after them those of `drafts`."""
        self._reader = reader
        counts = reader.counts
        self._total = counts.total
        self._counting = counts.counting
        # While it is being counted, nobody knows where the as-of day lies among the rows.
        self._first_ahead = counts.first_ahead if not counts.counting else counts.total
        self._drafts = [
            _DraftRow(number, it.event.id, it.event.title, it.date)
            for number, it in enumerate(drafts, self._total)
        ]
        self._phrases = phrases
        self._signs = phrases.signs
        self._width = width
        self._gaps = gaps
        # On a wide screen what stands after titles is as near to them as the longest of all allows: it never moves.
        self._titles = max(_ROOMY_TITLE, phrases.corpus.derived(_longest_title))
        taken = 6 + 2 + (_WORD + 1) * (width >= WIDTH_WITH_WORD) + (_WHO + 1) * (width >= WIDTH_WITH_WHO)
        taken += 3 * (width >= WIDTH_WITH_ORIGINS) + distance.CELLS + 1
        self._dates = event_date.cells_of_all(
            phrases.corpus, civil_date(reader.when.day)[0], width - taken - self._titles, own_years=True
        )
        self._distance = Distance.of(reader, mark)
        # Who says so makes room for it.
        spare = width - taken + (_WHO + 1) * (width >= WIDTH_WITH_WHO) - self._dates - _ROOMY_TITLE
        self._far = min(max(distance.CELLS + spare, distance.CELLS), distance.ROOMY)
        self._places = lru_cache(maxsize=2)(self._places_afresh)
        self._drawn = lru_cache(maxsize=KEPT)(self._event_line)

    def year_at(self, position: int) -> str:
        """The year that the row at `position` stands under, or an empty string."""
        rows = self._reader.rows(position, 1)
        return year_words(year) if rows and (year := _year(rows[0])) is not None else ""

    def lines(
        self, top: int, height: int, selected: int, news: Callable[[TimelineRow], str] | None = None
    ) -> list[Line]:
        """The lines from the row at `top` on, at most `height` of them, each with the mark of its `news`."""
        lines: list[Line] = []
        before = ""
        for place in self._places(top, height):
            lines += self._lines_before(place)
            chosen = place.row.position == selected
            # The same date again is left blank, unless something stands between.
            date = "" if place.date == before and place.height == 1 and not chosen else place.date
            row = place.row
            lines.append(
                self._draft_line(row, date, chosen)
                if isinstance(row, _DraftRow)
                else self._drawn(row, date, chosen, news(row) if news else self._signs.new * row.new)
            )
            before = place.date
        return lines[:height]

    def top_that_shows(self, position: int, top: int, height: int) -> int:
        """The first row to draw that has the row at `position` in sight: `top` if that does, else half a page away."""
        used = 0
        for place in self._places(top, height) if position >= top else ():
            used += place.height
            if place.row.position == position and used <= height:
                return top
        return self.top_around(position, height)

    def top_around(self, position: int, height: int) -> int:
        """The first row to draw with half a page above the row at `position`; at the end no line is left empty."""
        return self.filled(self._top_above(position, height // 2), height)

    def filled(self, top: int, height: int) -> int:
        """The first row to draw, `top` or one before it, so that at the end no line is left empty."""
        last = self._total + len(self._drafts) - 1
        # While it is being counted, nobody knows the last one. No row has less than a line: the end may be far off.
        if self._counting or top + height <= last + 1:
            return top
        return min(top, self._top_above(last, height))

    def _top_above(self, position: int, room: int) -> int:
        """The first row from which on the lines down to the row at `position` fit in `room`."""
        first = max(0, position - room)
        top = position
        for place in reversed(self._places(first, position - first + 1)):
            room -= place.height
            if room < 0:
                break
            top = place.row.position
        return top

    def _places_afresh(self, first: int, count: int) -> list[_Place]:
        """The rows from `first` on, each with what goes before it."""
        rows = self._rows_from(max(0, first - 1), count + (first > 0))
        before = rows.pop(0) if first > 0 and rows else None
        places = []
        for row in rows:
            heading = self._heading(row)
            if before is not None and heading == self._heading(before):
                heading = ""
            gap = "" if heading or before is None or not self._gaps else _gap(row, self._reader.when.day)
            rule = row.position == self._first_ahead and row.position < self._total
            height = 1 + bool(heading) + rule + bool(gap)
            places.append(_Place(row, self._date(row), heading, rule, gap, height))
            before = row
        return places

    def _rows_from(self, first: int, count: int) -> list[TimelineRow | _DraftRow]:
        drafts = self._drafts[max(0, first - self._total) : max(0, first + count - self._total)]
        return [*self._reader.rows(first, count), *drafts]

    def _heading(self, row: TimelineRow | _DraftRow) -> str:
        if isinstance(row, _DraftRow):
            return counted(len(self._drafts), "draft")
        year = _year(row)
        return "date open" if year is None else year_words(year)

    def _lines_before(self, place: _Place) -> list[Line]:
        lines = []
        if place.gap:
            lines.append(Line((Span(f"     {self._signs.divider} {place.gap}", MUTE),)))
        if place.rule:
            rule = self._rule(ahead=isinstance(place.row, TimelineRow) and not place.row.group)
            # What goes on as of the day began before it, and so did the gap that it ended.
            lines.insert(len(lines) if self._goes_on(place.row) else 0, rule)
        if place.heading:
            look = MUTE if isinstance(place.row, _DraftRow) else BOLD
            year = _year(place.row) if isinstance(place.row, TimelineRow) else None
            # The year that the as-of day lies in has begun before it.
            first = place.rule and year is not None and year <= civil_date(self._reader.when.day)[0]
            lines.insert(0 if first else len(lines), Line((Span("   "), Span(place.heading, look))))
        return lines

    def _goes_on(self, row: TimelineRow | _DraftRow) -> bool:
        begins = row.date.earliest if row.date is not None else None
        return begins is not None and begins < self._reader.when.day

    def _rule(self, ahead: bool) -> Line:
        """`as of Wed 7 May 2025 ... ahead`, in the longest form that fits; what has an open date need not be ahead."""
        rule, day = self._signs.rule, self._reader.when.day
        end = f" ahead {rule * 2}" if ahead else rule * 2
        for words in (day_named(day), day_medium(day), day_short(day, civil_date(day)[0])):
            start = f"{rule * 2} as of {words} "
            gap = self._width - cells(start) - cells(end)
            if gap >= 0:
                break
        return Line((Span(start + rule * gap + end, ACCENT),))

    def _event_line(self, row: TimelineRow, date: str, selected: bool, news: str) -> Line:
        signs = self._signs
        sign, look = row_looks(row)
        spans = [
            Span(signs.selected if selected else " ", ACCENT),
            Span(news or " ", KEY),
            Span(f" {fit(date, self._dates, signs.cut)} "),
            Span(signs.of(row.word, row.status), sign),
            Span(" "),
        ]
        if self._width >= WIDTH_WITH_WORD:
            word = "" if row.word.value == "occurred" else row.word.value
            spans.append(Span(f"{word:{_WORD}} ", sign))
        after = self._after_title(row)
        room = self._width - sum(span.cells for span in (*spans, *after))
        if row.claim:
            room = min(room, self._titles)
        title = fit(self._phrases.plain(row.title), max(room, 1), signs.cut)
        return Line((*spans, Span(title, bold(look) if selected else look), *after), EventTarget(row.event))

    def _draft_line(self, row: _DraftRow, date: str, selected: bool) -> Line:
        """Its date, the word *draft* where others have theirs, its title: all of it dimmed."""
        signs = self._signs
        # Where others have a sign and their word beside it, or the sign alone.
        word = 2 + _WORD if self._width >= WIDTH_WITH_WORD else len(DRAFT)
        spans = [
            Span(signs.selected if selected else " ", ACCENT),
            Span(f"  {fit(date, self._dates, signs.cut)} {DRAFT:{word}} ", MUTE),
        ]
        room = self._width - sum(span.cells for span in spans)
        title = fit(self._phrases.plain(row.title), max(room, 1), signs.cut)
        return Line((*spans, Span(title, bold(MUTE) if selected else MUTE)), EventTarget(row.event))

    def _date(self, row: TimelineRow | _DraftRow) -> str:
        if isinstance(row, _DraftRow):
            return short_form(row.date, None, self._dates)
        # What has no last day stands under no year: the as-of day's goes without saying.
        year = civil_date(self._reader.when.day)[0] if row.group else _year(row)
        return event_date.in_row(row, year, self._dates)

    def _after_title(self, row: TimelineRow) -> list[Span]:
        """Distance, who, marks."""
        signs = self._signs
        measured = self._distance.date is not None
        if not row.claim:
            # Nothing is claimed of it: there is nobody to name, nothing to contest.
            return [Span(f" {self._distance.words(row, self._far):>{self._far}}", MUTE)] if measured else []
        spans = []
        if self._width - (1 + self._far) * measured >= WIDTH_WITH_WHO:
            spans.append(Span(f" {fit(self._phrases.short_name(row.who), _WHO, signs.cut)}", MUTE))
        spans.append(Span(f" {signs.contested if row.contested else ' '}", Look(Role.CONTEST, bold=True)))
        if self._width >= WIDTH_WITH_ORIGINS:
            origins = "" if row.origins < 2 else str(row.origins) if row.origins < 10 else "+"
            spans.append(Span(f" {origins:1} ", MUTE))
        if measured:
            spans.insert(0, Span(f" {self._distance.words(row, self._far):>{self._far}}", MUTE))
        return spans


def _longest_title(corpus: Corpus) -> int:
    """The cells of the longest title of all."""
    return max((_width(it.title) for it in corpus.events.values()), default=0)


def _width(title: str) -> int:
    """The cells of a title as it is shown; of most, the letters."""
    return len(title) if title.isascii() and title.isprintable() else cells(folded(title))


def _year(row: TimelineRow) -> int | None:
    return row.date.sort_year if row.date is not None and row.group == 0 else None


def _gap(row: TimelineRow | _DraftRow, day: int) -> str:
    """How long nothing is before a row; from the as-of `day` on where that lies between, as its rule does.

    What happens once within bounds may do so on the first day of them; of what has no first day nothing can be said.
    """
    if isinstance(row, _DraftRow) or row.date is None or row.busy_until is None or row.group:
        return ""
    begins = row.date.earliest
    if begins is None:
        return ""
    since = day if row.busy_until < day <= begins else row.busy_until
    return gap_words(since, begins) if begins - since >= GAP_DAYS else ""
