"""Conflicts as a table: one row for each reading, in the order of the list of conflicts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.asof.conflict import Reading, point_of
from model.asof.conflict_list import ListedConflict, listed_conflicts
from model.corpus.corpus import Corpus
from model.dates.civil import iso_day
from model.exchange.extract import Extract


@dataclass(frozen=True, slots=True)
class _Row:
    """A reading of a conflict."""

    corpus: Corpus
    listed: ListedConflict
    reading: Reading

    def of_claims(self, value: Callable[[str], str | None]) -> str:
        """What its claims have, each once."""
        return " ".join(dict.fromkeys(it for item in self.reading.claims if (it := value(item.claim.id))))


_CELLS: dict[str, Callable[[_Row], str]] = {
    "conflict": lambda it: it.listed.conflict.id,
    "topic": lambda it: it.listed.conflict.topic,
    "kind": lambda it: it.listed.view.known_kind.value,
    "point": lambda it: point.value if (point := point_of(it.listed.conflict)) is not None else "",
    "standing": lambda it: it.listed.standing.value,
    "since": lambda it: iso_day(it.listed.since),
    "since_estimated": lambda it: "yes" if it.listed.estimated else "no",
    "sources": lambda it: " ".join(it.listed.sources),
    "inside": lambda it: " ".join(it.listed.inside),
    "reading": lambda it: it.reading.words,
    "stands": lambda it: _stands(it.reading),
    "claims": lambda it: it.of_claims(lambda name: name),
    "events": lambda it: it.of_claims(lambda name: it.corpus.claims[name].event),
    "speakers": lambda it: " ".join(dict.fromkeys(item.said.speaker for item in it.reading.claims)),
    "reason": lambda it: it.listed.view.reason,
    "open": lambda it: it.listed.view.open,
}
"""Each column with what stands in it.

`since` is the day from which on it could be known, `inside` the documents in which two readings stand by themselves,
`stands` what has become of the reading; what are several ids have spaces between them.
"""


def rows(extract: Extract) -> Iterator[list[str]]:
    """The rows of the table, its header first."""
    corpus = extract.corpus
    yield list(_CELLS)
    for listed in listed_conflicts(corpus, extract.conflicts, extract.scope.day):
        for reading in listed.view.readings:
            row = _Row(corpus, listed, reading)
            yield [cell(row) for cell in _CELLS.values()]


def _stands(reading: Reading) -> str:
    if reading.superseded:
        return "superseded"
    return "preferred" if reading.preferred else "stands"
