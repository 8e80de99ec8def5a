"""Lists as printed as a table: one row for each name, and one for each that the list before has alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.asof.list_words import gone_words, movement
from model.asof.lists import Compared, ListView, NameOnList
from model.corpus.corpus import Corpus
from model.exchange.brief_lists import lists_asked_for
from model.exchange.extract import Extract


@dataclass(frozen=True, slots=True)
class _Row:
    """A name of a list (`here`), where the list before has it, and what is different."""

    corpus: Corpus
    view: ListView
    here: NameOnList | None
    before: NameOnList | None
    change: str

    @property
    def entity(self) -> str:
        """Whose name it is."""
        named = self.here or self.before
        return named.entry.entity if named is not None else ""


_CELLS: dict[str, Callable[[_Row], str]] = {
    "list": lambda it: it.view.printed.id,
    "kind": lambda it: it.view.printed.kind,
    "date": lambda it: date.text if (date := it.view.dated.date) is not None else "",
    "date_of": lambda it: "event" if it.view.dated.of_event else "document",
    "event": lambda it: it.view.printed.event or "",
    "source": lambda it: it.view.printed.source,
    "complete": lambda it: "yes" if it.view.printed.closed else "no",
    "place": lambda it: str(it.here.place) if it.here is not None else "",
    "entity": lambda it: it.entity,
    "name": lambda it: it.corpus.entities[it.entity].name,
    "label": lambda it: it.here.entry.label if it.here is not None else "",
    "start": lambda it: str(it.here.span.start) if it.here is not None else "",
    "end": lambda it: str(it.here.span.end) if it.here is not None else "",
    "list_before": lambda it: it.view.before.printed.id if it.view.before is not None else "",
    "place_before": lambda it: str(it.before.place) if it.before is not None else "",
    "label_before": lambda it: it.before.entry.label if it.before is not None else "",
    "change": lambda it: it.change,
}
"""Each column with what stands in it.

`date` is EDTF, and that of the event or of the document (`date_of`). Places count from 1; `start` and `end` are code
points in the source, counted from 0, of the label. A name without a place is one of the list before alone.
"""


def rows(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table, its header first: the newest list first, its names in order."""
    corpus = extract.corpus
    yield list(_CELLS)
    for view in lists_asked_for(extract):
        for row in (*(_named(corpus, view, it) for it in view.names), *_gone(corpus, view)):
            yield [cell(row) for cell in _CELLS.values()]


def _named(corpus: Corpus, view: ListView, name: Compared) -> _Row:
    return _Row(corpus, view, name.named, name.before, movement(view, name))


def _gone(corpus: Corpus, view: ListView) -> Iterator[_Row]:
    return (_Row(corpus, view, None, it, gone_words(view.printed)) for it in view.gone)
