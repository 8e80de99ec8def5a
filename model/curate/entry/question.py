"""A question as it is typed: what its fields mean, and the record with the hash of its criteria."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.asked import Criteria
from model.corpus.check_questions import full_day
from model.corpus.corpus import Corpus
from model.corpus.criteria import criteria_digest
from model.corpus.slugs import is_slug
from model.curate.entry import lookup
from model.curate.entry.entry_field import EntryField
from model.curate.entry.values import Values
from model.curate.new_ids import new_id
from model.dates.wording import day_named

CRITERIA = ("yes", "no", "ambiguous", "annulled")
"""The outcomes for each of which a question says what makes it so."""

PARTING = ";"
"""What parts one event, or one text, from the next in a field."""

_ASKS = {
    "yes": "what has to be said for a yes",
    "no": "what has to be said for a no",
    "ambiguous": "what leaves it undecided, though something was said",
    "annulled": "what takes away the question itself",
}


@dataclass(frozen=True, eq=False)
class QuestionEntry:
    """The `values` that are typed of a question about events of a corpus."""

    corpus: Corpus
    values: Values

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    @cached_property
    def id(self) -> str:
        """An id that no question has."""
        return self.get("id") or new_id(self.get("text"), self.corpus.questions, "question")

    def fields(self) -> tuple[EntryField, ...]:
        """The fields of the question, with what is wrong with them."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[EntryField]:
        text = self.get("text")
        yield EntryField("text", "question", "" if text else "a sentence: Will ... by ...?", not text)
        asked, closes = full_day(self.get("asked")), full_day(self.get("closes"))
        yield EntryField("asked", "asked on", *day_answer(asked))
        early = asked is not None and closes is not None and closes < asked
        answer, wrong = day_answer(closes)
        yield EntryField("closes", "closes on", "before it is asked" if early else answer, wrong or early)
        missing = [
            it for it in parted(self.get("events")) if lookup.one(it, lookup.events(self.corpus)) is None
        ]
        hangs = (
            "titles, parted by ;"
            if not self.get("events")
            else f"no one event is called so: {'; '.join(missing)}"
        )
        is_wrong = bool(missing) or not self.get("events")
        yield EntryField("events", "hangs on", hangs if is_wrong else "", is_wrong)
        for name in CRITERIA:
            yield EntryField(name, f"{name} if", "" if self.get(name) else _ASKS[name], not self.get(name))
        right = is_slug(self.id) and self.id not in self.corpus.questions
        yield EntryField(
            "id", "id", "" if right else "lower-case letters, digits, hyphens; not taken", not right
        )

    def record(self) -> Mapping[str, Any]:
        """The record, once nothing is wrong: with the hash that keeps its criteria."""
        criteria = {name: self.get(name) for name in CRITERIA}
        known = lookup.events(self.corpus)
        events = (lookup.one(it, known) for it in parted(self.get("events")))
        return {
            "id": self.id,
            "text": self.get("text"),
            "asked": self.get("asked"),
            "closes": self.get("closes"),
            "events": [*dict.fromkeys(it for it in events if it is not None)],
            "criteria_sha256": criteria_digest(Criteria(**criteria)),
            "criteria": criteria,
        }

    def followed(self, touched: frozenset[str]) -> Values:
        """The values; none of them follows from another."""
        return self.values

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field."""
        if name != "events":
            return []
        *before, last = self.get("events").split(PARTING)
        head = "".join(f"{it.strip()}{PARTING} " for it in before)
        return [head + it for it in lookup.near(last, lookup.events(self.corpus), parting=PARTING)]


def begun(corpus: Corpus, event: str | None, today: str, closes: str) -> Values:
    """The fields as they are suggested for a question about an event, asked `today`."""
    hangs = lookup.typed_for([event], lookup.events(corpus), PARTING) if event is not None else []
    return {
        **dict.fromkeys(("text", *CRITERIA, "id"), ""),
        "asked": today,
        "closes": closes,
        "events": "".join(hangs),
    }


def parted(typed: str) -> list[str]:
    """The parts of a field that has several."""
    return [part.strip() for part in typed.split(PARTING) if part.strip()]


def day_answer(day: int | None) -> tuple[str, bool]:
    """What a full day is in words, or what is wanted; and whether it is wrong."""
    return ("a full day, as 2025-05-09", True) if day is None else (day_named(day), False)
