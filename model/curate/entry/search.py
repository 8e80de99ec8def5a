"""A search that found nothing, as it is typed: what its fields mean, and the record that they come to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.check_questions import full_day
from model.corpus.corpus import Corpus
from model.curate.entry import lookup
from model.curate.entry.entry_field import EntryField
from model.curate.entry.question import PARTING, day_answer, parted
from model.curate.entry.values import Values
from model.curate.new_ids import new_id, slug_of


@dataclass(frozen=True, eq=False)
class SearchEntry:
    """The `values` that are typed of a search for an event or a question (`kind`), which is called `name`."""

    corpus: Corpus
    kind: str
    name: str
    values: Values

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    @cached_property
    def where(self) -> tuple[str, ...]:
        """The entities in whose publications it was looked."""
        called = lookup.entities(self.corpus)
        found = (lookup.one(it, called) for it in parted(self.get("where")))
        return tuple(dict.fromkeys(it for it in found if it is not None))

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Where else: what is called like no entity, as it was typed."""
        called = lookup.entities(self.corpus)
        return tuple(it for it in parted(self.get("where")) if not lookup.all_called(it, called))

    @cached_property
    def id(self) -> str:
        """An id that no search has: of its day, and where it was made."""
        where = (*self.where, *self.elsewhere)[:1]
        return new_id(where, self.corpus.searches, "search", slug_of(self.get("day")))

    def fields(self) -> tuple[EntryField, ...]:
        """The fields of the search, with what is wrong with them."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[EntryField]:
        day, where = self.get("day"), self.get("where")
        yield EntryField("day", "looked on", *day_answer(full_day(day)))
        called = lookup.entities(self.corpus)
        wrong = next((why for it in parted(where) if (why := lookup.several(it, called))), "")
        also = f"in words: {'; '.join(self.elsewhere)}" if self.elsewhere else ""
        answer = wrong or also if where else "names, parted by ;"
        yield EntryField("where", "where", answer, bool(wrong) or not parted(where))
        words = parted(self.get("words"))
        yield EntryField("words", "words", "" if words else "as typed there, parted by ;", not words)
        yield EntryField("note", "note")

    def record(self) -> Mapping[str, Any]:
        """The record, once nothing is wrong."""
        found = {
            "id": self.id,
            "day": self.get("day"),
            "where": [*self.where],
            "elsewhere": [*self.elsewhere],
            "words": parted(self.get("words")),
            f"{self.kind}s": [self.name],
            "note": self.get("note"),
        }
        return {name: value for name, value in found.items() if value}

    def followed(self, touched: frozenset[str]) -> Values:
        """The values; none of them follows from another."""
        return self.values

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field: where it was looked before comes first, and the words of then."""
        searches = [*self.corpus.searches.values()][::-1]
        if name == "words":
            return [*dict.fromkeys(f"{PARTING} ".join(it.words) for it in searches)]
        if name != "where":
            return []
        *before, last = self.get("where").split(PARTING)
        head = "".join(f"{it.strip()}{PARTING} " for it in before)
        first = [entity for it in searches for entity in it.where]
        return [head + it for it in lookup.near(last, lookup.entities(self.corpus), first, PARTING)]


def begun(today: str) -> Values:
    """The fields as they are suggested for a search made `today`."""
    return {"day": today, "where": "", "words": "", "note": ""}
