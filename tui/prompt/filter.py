"""The prompt of a filter: how many events it shows, what may be meant, and what is wrong with it."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from model.index.archive import Archive
from model.index.protocol import Reader
from model.query.complete import Meant, Typing, completions
from model.query.nearness import Nearness
from model.query.terms import ALL, Query, QueryError
from model.query.vocabulary import DATE_KEYS, KEYS, Vocabulary
from tui.state.outcome import Choice, Choices, Prepared
from tui.text.line import KEY, MUTE, TEXT, Line, Span
from tui.text.phrases import counted
from tui.text.shown import fit, folded
from tui.text.signs import Signs

MOST = 200
"""The most choices that are offered."""

STILL = "still counting"
"""The answer before all is there that it takes."""

BEGIN = "What has to hold? Words of titles and quotes, or these; - before one turns it round."

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
        self._known = reader.counts.known
        self._saved = saved
        self._signs = signs
        self._counts = lru_cache(maxsize=64)(self._counts_afresh)
        self._read = lru_cache(maxsize=64)(self._read_afresh)

    def prepare(self) -> Prepared:
        """Make a part of what the answers need. Until all is there they say of less, and none takes long."""
        before, self._missing = self._missing, self._facets.prepare()
        if not self._missing:
            return Prepared.ALL
        return Prepared.NEWS if before and before != self._missing else Prepared.MORE

    def answer(self, typed: str) -> str:
        """`6 of 39 events`, or nothing where the filter cannot be read yet."""
        if KEYS.keys() <= self._missing:
            return STILL
        query = self._read(typed)
        if isinstance(query, QueryError):
            return ""
        if any(term.key in self._missing for term in query.terms):
            return STILL
        number = self._facets.count(query)
        return f"{number} of {counted(self._known, 'event')}"

    def offer(self, typed: str) -> Choices:
        """What may be meant, the nearest first, then the most frequent; the heading explains, or says what is wrong."""
        wrong = self._wrong(typed) if not KEYS.keys() <= self._missing else ""
        known: Vocabulary = self._reader.vocabulary
        if self._missing:
            known = {key: {} if key in self._missing else known[key] for key in KEYS}
        meant = sorted(completions(typed, known, self._saved), key=self._rank(typed))
        choices = tuple(Choice(self._line(one, typed), one.typed) for one in meant[:MOST])
        now = Typing.of(typed)
        begun = bool(now.key) and not now.tail
        return Choices(self._heading(typed) if begun or not wrong else wrong, choices, wrong)

    def _wrong(self, typed: str) -> str:
        query = self._read(typed)
        return folded(str(query), self._signs.ascii_only) if isinstance(query, QueryError) else ""

    @staticmethod
    def _heading(typed: str) -> str:
        key = Typing.of(typed).key
        if key in DATE_KEYS:
            return f"{key}: {KEYS[key]}, as 2025-05-07, 2025-05 or 2025"
        return f"{key}: events by {KEYS[key]}" if key else BEGIN

    def _rank(self, typed: str) -> Callable[[Meant], tuple[bool, Nearness, bool, int]]:
        head = Typing.of(typed).head

        def rank(one: Meant) -> tuple[bool, Nearness, bool, int]:
            named = one.key == "@" or not one.value
            return not named, one.near, "," in one.value, -self._number(one, head)

        return rank

    def _number(self, one: Meant, head: str) -> int:
        """Of a value, the events under what is finished of the filter."""
        if not one.value or one.key == "@":
            return 0
        counts = self._counts(one.key, head)
        if "," not in one.value:
            return counts.get(one.value, 0)
        query = self._read(one.typed)
        return 0 if isinstance(query, QueryError) else self._facets.count(query)

    def _line(self, one: Meant, typed: str) -> Line:
        """A name, the number of its events, and the term that it stands for; a key or saved filter, and what it is."""
        now = Typing.of(typed)
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

    def _counts_afresh(self, key: str, head: str) -> dict[str, int]:
        """The events of each value under what is finished of the filter; under all events while that is wrong."""
        query = self._read(head)
        return dict(self._facets.counts(key, ALL if isinstance(query, QueryError) else query))

    def _read_afresh(self, typed: str) -> Query | QueryError:
        """The filter, or why it cannot be read."""
        try:
            return self._archive.read(typed, self._reader.when, self._saved)
        except QueryError as error:
            return error
