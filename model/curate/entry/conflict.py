"""A conflict between two claims: what is suggested for it, and what its fields mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.cells import CUT, cut
from model.corpus.check_looks import READING_CELLS
from model.corpus.corpus import Corpus
from model.corpus.quoted import as_quote
from model.corpus.records import Claim
from model.corpus.slugs import is_slug
from model.corpus.vocabulary import CONTESTING, ConflictKind, Point
from model.curate.entry import lookup
from model.curate.entry.entry_field import EntryField
from model.curate.entry.new_entity import no_room
from model.curate.entry.values import Values
from model.curate.new_ids import new_id
from model.dates.edtf import parse
from model.dates.wording import bounds_form
from model.exchange.amounts import amounts_words


@dataclass(frozen=True, eq=False)
class ConflictEntry:
    """Two claims of a corpus that do not stand together, and the `values` that are typed of it."""

    corpus: Corpus
    first: str
    second: str
    values: Values

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims."""
        return self.corpus.claims[self.first], self.corpus.claims[self.second]

    @cached_property
    def id(self) -> str:
        """An id that no conflict has."""
        return self.get("id") or new_id(self.get("topic"), self.corpus.conflicts, "conflict")

    def fields(self) -> tuple[EntryField, ...]:
        """The fields of the conflict, with what is wrong with them."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[EntryField]:
        kinds, points = [it.value for it in ConflictKind], [it.value for it in Point]
        kind, point = self.get("kind"), self.get("point")
        yield EntryField("kind", "kind", _MEANS.get(kind, f"one of {', '.join(kinds)}"), kind not in kinds)
        right = not point or point in points
        if kind in [it.value for it in CONTESTING]:
            yield EntryField("point", "differ in", "" if right else f"one of {', '.join(points)}", not right)
        else:
            yield EntryField("point", "differ in", "only where both cannot be so", off=True)
        yield EntryField(
            "topic", "topic", "" if self.get("topic") else "what they differ about", not self.get("topic")
        )
        for name, claim in zip(("first", "second"), self.claims, strict=True):
            typed = self.get(name)
            alike = name == "second" and bool(typed) and typed == self.get("first")
            said = f'"{" ".join(as_quote(claim.quote).exact.split())}"' if typed else "in a few words"
            long = no_room(typed, READING_CELLS)
            answer = long or ("the same as the first" if alike else said)
            yield EntryField(name, f"{name} reads", answer, bool(long) or alike or not typed)
        preferred = self.get("preferred")
        known = preferred in ("", self.first, self.second)
        yield EntryField(
            "preferred", "you hold with", "" if known else f"{self.first}, {self.second} or none", not known
        )
        yield EntryField(
            "reason", "why", "" if self.get("reason") else "why it is a conflict", not self.get("reason")
        )
        right = is_slug(self.id) and self.id not in self.corpus.conflicts
        yield EntryField(
            "id", "id", "" if right else "lower-case letters, digits, hyphens; not taken", not right
        )

    def record(self) -> Mapping[str, Any]:
        """The record, once nothing is wrong."""
        contests = self.get("kind") in [it.value for it in CONTESTING]
        found = {
            "id": self.id,
            "kind": self.get("kind"),
            "point": self.get("point") if contests and self.get("point") != Point.WHETHER else "",
            "topic": self.get("topic"),
            "claims": [self.first, self.second],
            "preferred": self.get("preferred"),
            "reason": self.get("reason"),
            "readings": {self.first: self.get("first"), self.second: self.get("second")},
        }
        return {name: value for name, value in found.items() if value}

    def followed(self, touched: frozenset[str]) -> Values:
        """The values; none of them follows from another."""
        return self.values

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field."""
        offers: dict[str, list[str]] = {
            "kind": [it.value for it in ConflictKind],
            "point": [it.value for it in Point],
            "preferred": ["", self.first, self.second],
            "topic": [_topic(self.corpus, *self.claims)],
        }
        return lookup.beginning(self.get(name), offers.get(name, []))


def begun(corpus: Corpus, first: str, second: str) -> Values:
    """The fields as they are suggested for two claims."""
    one, other = corpus.claims[first], corpus.claims[second]
    readings = _reading(corpus, one, other), _reading(corpus, other, one)
    if len(set(readings)) == 1:
        readings = "", ""
    return {
        "kind": _kind(one, other).value,
        "point": _point(one, other).value,
        "topic": _topic(corpus, one, other),
        "first": readings[0],
        "second": readings[1],
        "preferred": "",
        "reason": "",
        "id": "",
    }


def _kind(one: Claim, other: Claim) -> ConflictKind:
    if one.label and other.label:
        return ConflictKind.LABEL
    if one.event != other.event:
        return ConflictKind.NOT_THE_SAME
    if _point(one, other) is Point.HOW_MANY:
        return ConflictKind.CONTRADICTION
    same_way = one.factuality.negative == other.factuality.negative
    return ConflictKind.GRADIENT if same_way and _date(one) == _date(other) else ConflictKind.CONTRADICTION


def _point(one: Claim, other: Claim) -> Point:
    """In what two claims differ that says it: which way, when, how many, who, in this order."""
    if one.factuality.negative != other.factuality.negative:
        return Point.WHETHER
    if _date(one) and _date(other) and _date(one) != _date(other):
        return Point.WHEN
    if _amounts_differ(one, other):
        return Point.HOW_MANY
    return Point.WHO if one.roles != other.roles else Point.WHETHER


def _amounts_differ(one: Claim, other: Claim) -> bool:
    """Whether two claims give figures, and other ones."""
    return bool(one.amounts and other.amounts) and amounts_words(one.amounts, str) != amounts_words(
        other.amounts, str
    )


def _topic(corpus: Corpus, one: Claim, other: Claim) -> str:
    if one.event is not None:
        return corpus.events[one.event].title
    return corpus.entities[one.entity].name if one.entity is not None else ""


def _reading(corpus: Corpus, claim: Claim, beside: Claim) -> str:
    """A claim in a few words that tell it from the other one: its date, its own label, who takes part, its status."""
    if claim.label:
        return _with_room(claim.label)
    if _date(claim) and _date(claim) != _date(beside):
        return _with_room(bounds_form(parse(_date(claim))))
    if claim.factuality.negative != beside.factuality.negative:
        return f"{'not ' if claim.factuality.negative else ''}so"
    if _amounts_differ(claim, beside):
        return _with_room(amounts_words(claim.amounts, str))
    held = [corpus.entities[it].name for it in _holders(claim) if it not in _holders(beside)]
    return _with_room(held[0] if held else claim.status.value)


def _with_room(words: str) -> str:
    return cut(words, READING_CELLS).removesuffix(CUT).rstrip()


def _holders(claim: Claim) -> list[str]:
    return [holder for _, holder in claim.parts]


def _date(claim: Claim) -> str:
    return claim.date.edtf if claim.date is not None and claim.date.edtf is not None else ""


_MEANS = {
    "contradiction": "both cannot be so",
    "label": "one thing, two names",
    "resolved": "it was one, and is settled",
    "gradient": "one says it more firmly",
    "explanations": "two reasons for one thing",
    "not-the-same": "not to be taken for one",
}
