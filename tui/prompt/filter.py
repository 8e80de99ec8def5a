"""The prompt of a filter: how many events it shows, what may be meant, and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from model.index.archive import Archive
from model.index.features import Feature
from model.index.protocol import Reader
from model.query.complete import Meant, Typing, completions
from model.query.nearness import Nearness
from model.query.terms import ALL, Query, QueryError
from tui.state.outcome import Choice, Choices, Prepared
from tui.text.line import KEY, MUTE, TEXT, Line, Span
from tui.text.numbers import laid_words, noun, rows_words
from tui.text.shown import fit, folded
from tui.text.signs import Signs

MOST = 200
"""The most choices that are offered."""

STILL = "still counting"
"""The answer before all is there that it takes."""

BEGIN_OF_ROWS = "What has to hold? Words of any column, or these; - turns one round."

BEGIN = "What has to hold? Words of titles and quotes, or these; - turns one round."

_TERM, _COUNT = 34, 5


class FilterAnswers:
    """Answers a prompt while a filter is typed; what it offers was known on the reader's day.

    What has been read and counted is remembered as long as the prompt is open.
    """

    def __init__(self, archive: Archive, reader: Reader, saved: Mapping[str, str], signs: Signs) -> None:
        self._archive = archive
        self._reader = reader
        self._facets = reader.facets
        # The keys of which nothing can be counted yet.
        self._missing: frozenset[str] = frozenset()
        self._known = reader.counts.known_events
        self._saved = saved
        self._signs = signs
        self._features = archive.features
        self._begin = BEGIN if Feature.CLAIMS in self._features else BEGIN_OF_ROWS
        self._kept: dict[tuple[str, str], dict[str, int]] = {}
        self._read = lru_cache(maxsize=64)(self._read_afresh)

    def prepare(self) -> Prepared:
        """Make a part of what the answers need. Until all is there they say of less, and none takes long."""
        before, self._missing = self._missing, self._facets.prepare()
        if not self._missing:
            return Prepared.ALL
        return Prepared.NEWS if before and before != self._missing else Prepared.MORE

    def answer(self, typed: str) -> str:
        """`6 of 39 events`, or nothing where the filter cannot be read yet."""
        if self._lacks_all:
            return STILL
        query = self._read(typed)
        if isinstance(query, QueryError):
            return ""
        if any(term.key in self._missing for term in query.terms):
            return STILL
        number = self._facets.count(query)
        if number is None:
            return STILL
        if self._reader.when.layered:
            return f"{rows_words(number, self._features)}{self._of_rows(query)}"
        return f"{number:,} of {rows_words(self._known, self._features)}"

    def _of_rows(self, query: Query) -> str:
        """` + 12 rows`: of those among the events."""
        from model.index.layered.facets import LayeredFacets

        assert isinstance(self._facets, LayeredFacets), "rows are counted beside the events"
        counts, rows = self._reader.counts, self._facets.rows(query)
        counting = replace(counts, rows=rows or 0, counting=rows is None)
        return laid_words(counting)

    def offer(self, typed: str) -> Choices:
        """What may be meant, the nearest first, then the most frequent; the heading explains, or says what is wrong."""
        wrong = self._wrong(typed) if not self._lacks_all else ""
        found = completions(typed, self._reader.vocabulary, self._saved, self._missing)
        meant = sorted(found, key=self._rank(typed))
        choices = tuple(Choice(self._line(one, typed), one.typed) for one in meant[:MOST])
        now = self._typing(typed)
        begun = bool(now.key) and not now.tail
        return Choices(self._heading(typed) if begun or not wrong else wrong, choices, wrong)

    @property
    def _lacks_all(self) -> bool:
        return self._reader.vocabulary.about.keys() <= self._missing

    def _wrong(self, typed: str) -> str:
        query = self._read(typed)
        return folded(str(query), self._signs.ascii_only) if isinstance(query, QueryError) else ""

    def _typing(self, typed: str) -> Typing:
        return Typing.of(typed, self._reader.vocabulary)

    def _heading(self, typed: str) -> str:
        key, vocabulary = self._typing(typed).key, self._reader.vocabulary
        if key in vocabulary.dates:
            return f"{key}: {vocabulary.about[key]}, as 2025-05-07, 2025-05 or 2025"
        if key and self._reader.when.layered:
            # A key says by itself of which of the two it is.
            return f"{key}: {vocabulary.about[key]}"
        return f"{key}: {noun(self._features)}s by {vocabulary.about[key]}" if key else self._begin

    def _rank(self, typed: str) -> Callable[[Meant], tuple[bool, Nearness, bool, int]]:
        head = self._typing(typed).head

        def rank(one: Meant) -> tuple[bool, Nearness, bool, int]:
            named = one.key == "@" or not one.value
            return not named, one.near, one.beyond, -self._number(one, head)

        return rank

    def _number(self, one: Meant, head: str) -> int:
        """Of a value, the events under what is finished of the filter."""
        if not one.value or one.key == "@":
            return 0
        counts = self._counts(one.key, head)
        if "," not in one.value:
            return counts.get(one.value, 0)
        query = self._read(one.typed)
        return 0 if isinstance(query, QueryError) else self._facets.count(query) or 0

    def _line(self, one: Meant, typed: str) -> Line:
        """A name, the number of its events, and the term that it stands for; a key or saved filter, and what it is."""
        now = self._typing(typed)
        number, what, more = "", f"@{one.value}" if one.key == "@" else f"{one.key}:", one.about
        if one.value and one.key != "@":
            number = str(self._number(one, now.head))
            what = one.about if now.key else f"{one.key}: {one.about}"
            more = f"{one.key}:{one.value}"
        return Line(
            (
                Span(fit(folded(what, self._signs.ascii_only), _TERM, self._signs.cut), KEY),
                Span(f"{number:>{_COUNT}}  ", TEXT),
                Span(folded(more, self._signs.ascii_only), MUTE),
            )
        )

    def _counts(self, key: str, head: str) -> dict[str, int]:
        """The events of each value under what is finished of the filter; under all events while that is wrong."""
        counts = self._kept.get((key, head))
        if counts is None:
            query = self._read(head)
            counts = dict(self._facets.counts(key, ALL if isinstance(query, QueryError) else query))
            if counts or self._reader.pending is None:
                self._kept[key, head] = counts
        return counts

    def _read_afresh(self, typed: str) -> Query | QueryError:
        """The filter, or why it cannot be read."""
        try:
            return self._archive.read(typed, self._reader.when, self._saved)
        except QueryError as error:
            return error
