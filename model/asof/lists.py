"""Lists as printed, as of a day, each against the list before of its kind: who moved, who is new, who is missing.

A list is of the day of its event, as far as that is known by then; without one, of the day on which its document was
published. The list *before* it is the latest of the same kind of an earlier day; of several of that day, the one that
was published last. What a document has retracted since is no list before another one.

Places count from 1. Who *moved* is counted among the names that both lists have: who is new, or missing, moves nobody
else. That somebody is missing, or new, is said only where the list that lacks the name is closed, says itself that it
is complete; of an open one, that it does not name him.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.asof.known import known_by
from model.asof.retraction import document_retracted_by
from model.asof.saying import published
from model.asof.state import event_state
from model.corpus.corpus import Corpus
from model.corpus.listed import ListEntry, PrintedList, label_spans
from model.dates.edtf import Edtf, parse
from model.quotes.span import TextSpan


@dataclass(frozen=True, slots=True)
class DatedList:
    """A list with the day that it is of: `date`, that of its `event` or of its document (None: not known).

    `order` sorts lists by day, then by when their documents were published, then by id. `spans` are where its labels
    stand in the text of its document, in code points. `retracted` is the source that has taken its document back.
    """

    printed: PrintedList
    date: Edtf | None
    of_event: bool
    order: tuple[int, int, str]
    spans: tuple[TextSpan, ...]
    retracted: str | None

    @property
    def named(self) -> "tuple[NameOnList, ...]":
        """Its names, in order."""
        rows = zip(self.printed.entries, self.spans, strict=True)
        return tuple(NameOnList(entry, place, span) for place, (entry, span) in enumerate(rows, 1))


@dataclass(frozen=True, slots=True)
class NameOnList:
    """A name on a list, in its `place`, from 1, with where its label stands."""

    entry: ListEntry
    place: int
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Compared:
    """A name on a list, and where the list before has it: `before` is None where it does not.

    `up` is by how many names it has moved up (negative: down) among those that both lists have.
    """

    named: NameOnList
    before: NameOnList | None
    up: int = 0


@dataclass(frozen=True, slots=True)
class ListView:
    """A list as of a day against the one `before` it, None where it is the first of its kind.

    `names` are its own, in order. `gone` are those of the list before that it does not have, in their order there.
    """

    dated: DatedList
    before: DatedList | None
    names: tuple[Compared, ...]
    gone: tuple[NameOnList, ...]

    @property
    def printed(self) -> PrintedList:
        """The record."""
        return self.dated.printed

    @property
    def moved(self) -> tuple[Compared, ...]:
        """The names that have another place among those of both lists."""
        return tuple(it for it in self.names if it.up)

    @property
    def added(self) -> tuple[Compared, ...]:
        """The names that the list before does not have."""
        return tuple(it for it in self.names if self.before is not None and it.before is None)

    @property
    def new(self) -> tuple[Compared, ...]:
        """Those who are new: the list before was complete, and did not have them."""
        return self.added if self.before is not None and self.before.printed.closed else ()

    @property
    def missing(self) -> tuple[NameOnList, ...]:
        """Those who are missing: this list is complete, and does not have them."""
        return self.gone if self.printed.closed else ()


def lists_as_of(corpus: Corpus, day: int) -> tuple[ListView, ...]:
    """The lists that were known by `day`, the newest first, each against the one before of its kind."""
    known = known_by(corpus, day)
    dated = sorted((_dated(known, it, day) for it in known.lists.values()), key=lambda it: it.order)
    by_kind: dict[str, list[DatedList]] = {}
    for it in dated:
        by_kind.setdefault(it.printed.kind, []).append(it)
    return tuple(compared(it, before_of(it, by_kind[it.printed.kind])) for it in reversed(dated))


def list_view(corpus: Corpus, name: str, day: int) -> ListView:
    """The list of an id, which was known by `day`."""
    return next(it for it in lists_as_of(corpus, day) if it.printed.id == name)


def before_of(dated: DatedList, others: Sequence[DatedList]) -> DatedList | None:
    """The last of some lists, in order, that is of an earlier day, and not retracted."""
    earlier = [it for it in others if it.order[0] < dated.order[0] and it.retracted is None]
    return earlier[-1] if earlier else None


def compared(dated: DatedList, before: DatedList | None) -> ListView:
    """A list against another one."""
    was = {it.entry.entity: it for it in before.named} if before is not None else {}
    here = {entry.entity for entry in dated.printed.entries}
    ranks_before, ranks = _ranks(was, here), _ranks((it.entity for it in dated.printed.entries), was)
    names = tuple(
        Compared(it, was.get(name := it.entry.entity), ranks_before.get(name, 0) - ranks.get(name, 0))
        for it in dated.named
    )
    return ListView(dated, before, names, tuple(it for name, it in was.items() if name not in here))


def _ranks(names: Iterable[str], both: Iterable[str]) -> Mapping[str, int]:
    """The places of the names that are in both lists, counted among these."""
    shared = frozenset(both)
    return {name: rank for rank, name in enumerate(it for it in names if it in shared)}


def _dated(corpus: Corpus, printed: PrintedList, day: int) -> DatedList:
    state = event_state(corpus, printed.event, day) if printed.event is not None else None
    source = corpus.sources[printed.source]
    of_event = state is not None and state.date is not None
    date = state.date if state is not None and state.date is not None else None
    if date is None and source.published.edtf is not None:
        date = parse(source.published.best or source.published.edtf)
    printed_on = published(corpus, source)
    first = date.sort_key[1] if of_event and date is not None else printed_on
    return DatedList(
        printed,
        date,
        of_event,
        (first, printed_on, printed.id),
        # The checks have seen to it that each of them is in its quote.
        tuple(it or corpus.anchors.lists[printed.id] for it in labels_of(corpus, printed)),
        document_retracted_by(corpus, printed.source, day),
    )


def labels_of(corpus: Corpus, printed: PrintedList) -> tuple[TextSpan | None, ...]:
    """Where each label of a list stands in the text of its document; None of a label that a draft does not have yet."""
    quote = corpus.anchors.lists[printed.id]
    beside = corpus.anchors.beside.get(("list", printed.id), {})
    own = {int(path[1]): span for path, span in beside.items() if path[0] == "entries"}
    return label_spans(printed, corpus.texts[printed.source], quote, own)


@dataclass(frozen=True, slots=True)
class PlaceOnList:
    """Where somebody stands on a list, of how many; `view` has the whole of it. None is who is missing from it."""

    view: ListView
    name: Compared | None

    @property
    def of(self) -> int:
        """How many names the list has."""
        return len(self.view.names)


def places_of(corpus: Corpus, entity: str, day: int) -> tuple[PlaceOnList, ...]:
    """The places of an entity on lists that were known by `day`, and from which it is missing, the newest first."""
    found: list[PlaceOnList] = []
    for view in lists_as_of(corpus, day):
        found += [PlaceOnList(view, it) for it in view.names if it.named.entry.entity == entity]
        found += [PlaceOnList(view, None) for it in view.missing if it.entry.entity == entity]
    return tuple(found)
