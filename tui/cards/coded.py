"""The card of a coded row: its date as read and as written, each column by its name, and where the row stands."""

from collections.abc import Iterator, Sequence

from model.asof.word import Word
from model.corpus.vocabulary import Status
from model.dates.edtf import Edtf, Precision, Shape
from model.dates.wording import day_medium, long_form
from model.index.layered.keys import key_among_events
from model.index.table.coded import CodedRow, Column, Meaning, TableMeta
from model.index.table.columns import keys_of
from model.index.table.order import known_from
from model.query.spelling import quoted
from tui.cards.layout import heading, labelled
from tui.cards.revisions import revision_lines
from tui.text.line import BLANK, BOLD, MUTE, NAME, TEXT, Line, Look, Span
from tui.text.phrases import Phrases, counted
from tui.text.shown import cells, fit
from tui.text.signs import ROLES
from tui.text.target import EventTarget, FilterTarget, RawTarget
from tui.text.wrap import wrap_at_most

ELSEWHERE = "coded elsewhere: no quote, no speaker"
"""What a coded row has not, and a claim has."""

_NAME_CELLS = 20
"""The most cells of the names of columns, where texts stand beside them."""

_LEAST_TEXT = 24
"""The fewest cells of a text beside its name; with less it stands under it."""

_MOST_LINES = 200
"""The most lines that one text takes: more than any screen has."""

_LINES = 3
"""The most lines of a value in the head."""

_PRECISIONS = {Precision.DAY: "day", Precision.MONTH: "month", Precision.YEAR: "year"}
_DOUBTS = {"?": ", uncertain", "~": ", approximate", "%": ", uncertain and approximate"}


class CodedCard:
    """The card of one row of a table, for one width."""

    def __init__(
        self,
        event: str,
        row: CodedRow,
        meta: TableMeta,
        phrases: Phrases,
        width: int,
        versions: Sequence[CodedRow] = (),
        laid: bool = False,
        linked: Sequence[tuple[str, EventTarget]] = (),
    ) -> None:
        """`versions` are those of the row that were known, `linked` the titles of the events that are linked to it.

        `laid`: it stands among the events of a corpus, whose filters have keys of their own.
        """
        self._event = event
        self._row = row
        self._meta = meta
        self._phrases = phrases
        self._width = width
        self._versions = versions
        self._linked = linked
        keys = keys_of(meta.columns)
        self._keys = dict(zip(meta.columns, map(key_among_events, keys) if laid else keys, strict=True))

    def full(self) -> list[Line]:
        """The whole card."""
        before = [BLANK, *self._before()] if len(self._versions) > 1 else []
        return [*self._head(), *before, BLANK, *self._columns()]

    def _before(self) -> Iterator[Line]:
        return revision_lines(self._versions, self._meta, self._phrases, self._width)

    def _head(self) -> Iterator[Line]:
        phrases, row = self._phrases, self._row
        sign = phrases.signs.of(Word.CODED, Status.OCCURRED)
        look = Look(ROLES[Word.CODED])
        yield Line((Span(f"{sign} {Word.CODED}", look), Span("  "), Span(long_form(row.date), BOLD)))
        yield from self._labelled("", ELSEWHERE)
        yield from self._labelled("read", precision_words(row.date))
        yield from self._labelled("written", self._written() or "nothing")
        yield from self._labelled("file", place_words(row, self._meta, phrases), RawTarget(self._event))
        yield from self._labelled("known", self._known())
        if row.until is not None and row.until <= phrases.day:
            yield from self._labelled(
                "gone", f"since {day_medium(row.until)}: the table does not say so any more"
            )
        for number, (title, target) in enumerate(self._linked):
            yield from self._labelled("" if number else "event", title, target)

    def _labelled(self, label: str, value: str, target: RawTarget | EventTarget | None = None) -> list[Line]:
        return labelled(label, value, self._width, self._phrases.signs.cut, target, _LINES)

    def _written(self) -> str:
        """The date in the words of the file, by the names of its columns."""
        dates = (Meaning.DATE, Meaning.END)
        words = (
            f'{self._phrases.plain(column.name)}: "{self._phrases.safe(text)}"'
            for column, text in self._cells()
            if column.meaning in dates and text.strip()
        )
        return ", ".join(words)

    def _known(self) -> str:
        row, meta = self._row, self._meta
        file = meta.files[row.file]
        if file.download:
            said = f"since {day_medium(known_from(row, meta))}, "
            return f"{said}as download {file.download + 1} of the table has it"
        column = meta.column(Meaning.KNOWN)
        if row.known is not None and column is not None:
            name = self._phrases.plain(meta.columns[column].name)
            return f"since {day_medium(row.known)}, says the column {name}"
        return f"since {day_medium(meta.files[row.file].day)}, when the file was had"

    def _cells(self) -> list[tuple[Column, str]]:
        """The columns that the table had by the day, each with its text."""
        columns, texts = self._meta.columns, self._row.cells
        return [
            (columns[at], texts[at]) for at in self._meta.columns_by(self._phrases.day) if at < len(texts)
        ]

    def _columns(self) -> Iterator[Line]:
        """Each column with its text, those without any in one line at the end."""
        having = self._cells()
        filled = [(column, text) for column, text in having if text.strip()]
        empty = [self._phrases.plain(column.name) for column, text in having if not text.strip()]
        yield heading(counted(len(having), "column"), "as the file has them")
        names = [cells(self._phrases.plain(column.name)) for column, _ in filled]
        room = min(max(names, default=0), _NAME_CELLS)
        beside = self._width - room - 2 >= _LEAST_TEXT
        for column, text in filled:
            yield from self._column(column, text, room if beside else 0)
        if empty:
            yield from self._wrapped(Span("empty  ", MUTE), ", ".join(empty), 7, MUTE)

    def _column(self, column: Column, text: str, room: int) -> Iterator[Line]:
        """A column's name, and its text beside that or, without `room` for it, below; it leads to what has the same."""
        phrases = self._phrases
        name, words = phrases.plain(column.name), phrases.safe(text)
        target = FilterTarget(f"{self._keys[column]}:{quoted(text)}") if column.faceted else None
        look = NAME if target is not None else TEXT
        if room or cells(name) + 2 + cells(words) <= self._width:
            room = room or cells(name)
            named = Span(f"{fit(name, room, phrases.signs.cut)}  ", MUTE)
            yield from self._wrapped(named, words, room + 2, look, target)
            return
        yield Line((Span(fit(name, self._width, phrases.signs.cut).rstrip(), MUTE),), target)
        yield from self._wrapped(Span("  "), words, 2, look)

    def _wrapped(
        self, first: Span, words: str, indent: int, look: Look, target: FilterTarget | None = None
    ) -> Iterator[Line]:
        rows = wrap_at_most(words, self._width - indent, _MOST_LINES, self._phrases.signs.cut)
        for number, row in enumerate(rows):
            before = first if number == 0 else Span(" " * indent)
            yield Line((before, Span(row, look)), target if number == 0 else None)


def place_words(row: CodedRow, meta: TableMeta, phrases: Phrases) -> str:
    """Where a row stands: `tests.csv, line 12`, `tests.xlsx, row 12`."""
    file = meta.files[row.file]
    return f"{phrases.plain(file.name)}, {file.place(row.number)}"


def precision_words(date: Edtf | None) -> str:
    """How fine a date has been read: `to the month, uncertain`; `lasts, both ends to the day`."""
    if date is None:
        return "no date that could be read"
    fine = f"to the {_PRECISIONS[date.precision]}"
    if date.shape is Shape.POINT:
        return f"{fine}{_DOUBTS.get(date.qualifier, '')}"
    ends = f"both ends {fine}" if date.start is not None and date.end is not None else f"one end open, {fine}"
    doubts = "".join(dict.fromkeys(_DOUBTS[mark] for mark in date.ends if mark))
    how = "once, some time within" if date.shape is Shape.WINDOW else "lasts"
    return f"{how}: {ends}{doubts}"
