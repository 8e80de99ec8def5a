"""A list as printed, as it is typed: its names in the order of the text, and the records that it comes to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.slugs import SHAPE, is_slug
from model.curate.changes import Changes, changed_files
from model.curate.entry import lookup
from model.curate.entry.entry_field import EntryField
from model.curate.entry.new_entity import needs_short, short_of, with_entity
from model.curate.entry.passage import Passage
from model.curate.entry.values import Values
from model.curate.new_ids import new_id
from model.curate.placing import inserted
from model.quotes.span import TextSpan

ENTRY = "entry-"
"""What the names of the fields of names begin with; their numbers follow, from 1."""

PARTING = " = "
"""What parts a label, as it is printed, from whose it is, where that is not said by the label itself."""

_KINDS = ("attendance", "funeral-committee", "presidium")
"""Kinds that are offered where a corpus has none yet."""

_YES_NO = ("no", "yes")


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name of the list: its `label`, where that stands in the text (None: not after the one before), and who it is.

    `entity` is an id, empty where no one entity is called so; `called` is the name that was typed for it, or read.
    """

    label: str
    called: str
    entity: str
    span: TextSpan | None


@dataclass(frozen=True, eq=False)
class ListingEntry:
    """The `values` that are typed of a list which stands in a passage."""

    passage: Passage
    values: Values

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    @cached_property
    def id(self) -> str:
        """An id that no list has."""
        words = (self.passage.source, self.get("kind"))
        return self.get("id") or new_id(words, self.passage.corpus.lists, "list")

    @cached_property
    def names(self) -> tuple[tuple[str, TypedName], ...]:
        """The names that are typed, each with its field."""
        at, end = self.passage.span.start, self.passage.span.end
        found = []
        for field in self._rows[:-1]:
            label, parted, called = self.get(field).partition(PARTING)
            label = label.strip()
            start = self.passage.text.find(label, at, end)
            span = TextSpan(start, start + len(label)) if start >= 0 else None
            at = span.end if span is not None else at
            whose = called.strip() if parted else label
            found.append((field, TypedName(label, whose, self._entity(whose), span)))
        return tuple(found)

    @property
    def _rows(self) -> list[str]:
        """The fields that hold a name, and an empty one at the end to type one more."""
        numbers = [int(it.removeprefix(ENTRY)) for it in self.values if it.startswith(ENTRY) and self.get(it)]
        return [*(f"{ENTRY}{number}" for number in sorted(numbers)), f"{ENTRY}{max(numbers, default=0) + 1}"]

    def _entity(self, called: str) -> str:
        return lookup.one(called, self._known) or ""

    @cached_property
    def _known(self) -> lookup.Called:
        return lookup.entities(self.passage.corpus)

    @property
    def new(self) -> tuple[str, ...]:
        """The names of whom the corpus does not know yet, each once: they become people."""
        unknown = (it.called for _, it in self.names if it.called and not it.entity)
        return tuple(dict.fromkeys(it for it in unknown if not lookup.several(it, self._known)))

    def fields(self) -> tuple[EntryField, ...]:
        """The fields of the list, with what is wrong with them."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[EntryField]:
        kind, closed = self.get("kind"), self.get("closed")
        yield EntryField(
            "kind", "kind", "" if is_slug(kind) else f"as attendance: {SHAPE}", not is_slug(kind)
        )
        event = self.get("event")
        unknown = bool(event) and self._event is None
        yield EntryField("event", "of the event", "no one event is called so" if unknown else "", unknown)
        answer = {"yes": "it says itself that these are all", "no": "there may be others"}.get(
            closed, "yes or no"
        )
        yield EntryField("closed", "complete", answer, closed not in _YES_NO)
        right = is_slug(self.id) and self.id not in self.passage.corpus.lists
        yield EntryField(
            "id", "id", "" if right else "lower-case letters, digits, hyphens; not taken", not right
        )
        # There may be any number of names: they come last, so that all others keep their places.
        times = Counter(it.entity or it.called for _, it in self.names)
        for number, (field, name) in enumerate(self.names, 1):
            yield EntryField(field, f"{number}", *self._said(name, times))
        yield EntryField(self._rows[-1], "one more", "as printed, or as printed = who it is", not self.names)

    def _said(self, name: TypedName, times: Counter[str]) -> tuple[str, bool]:
        """Who a name is, or what is wrong with it."""
        if name.span is None:
            inside = name.label in self.passage.words
            return ("it stands before the name above" if inside else "not in what is marked"), True
        if several := lookup.several(name.called, self._known):
            return several, True
        if times[name.entity or name.called] > 1:
            return "named twice", True
        if not name.called:
            return "who is it?", True
        return (self._known[name.entity][0] if name.entity else f"new: {name.called}, a person"), False

    @property
    def _event(self) -> str | None:
        return (
            lookup.one(self.get("event"), lookup.events(self.passage.corpus)) if self.get("event") else None
        )

    def record(self) -> Mapping[str, Any]:
        """The record, once nothing is wrong."""
        ids = self._ids_of_new()
        entries = [{"entity": it.entity or ids[it.called], "label": it.label} for _, it in self.names]
        found = {
            "id": self.id,
            "kind": self.get("kind"),
            "event": self._event,
            "quote": self.passage.quote,
            "closed": self.get("closed") == "yes",
            "entries": entries,
        }
        return {name: value for name, value in found.items() if value}

    def changes(self, files: Mapping[str, bytes], records_file: str) -> Changes:
        """What is written: the people who are new, and the list. Raises `CannotEdit` where a file cannot be edited."""
        after = dict(files)
        for name, id in self._ids_of_new().items():
            after = with_entity(after, id, "person", name, short_of(name) if needs_short(name) else "")
        after[records_file] = inserted(after[records_file], self.passage.text, "list", self.record())
        return changed_files(files, after)

    def _ids_of_new(self) -> dict[str, str]:
        taken, found = set(self._known), dict[str, str]()
        for name in self.new:
            found[name] = new_id(name, taken, "person")
            taken.add(found[name])
        return found

    def followed(self, touched: frozenset[str]) -> Values:
        """The values; none of them follows from another."""
        return self.values

    def offered(self, name: str) -> Sequence[str]:
        """What may stand in a field."""
        corpus = self.passage.corpus
        if name == "kind":
            used = [it for it, _ in Counter(it.kind for it in corpus.lists.values()).most_common()]
            return [*dict.fromkeys((*used, *_KINDS))]
        if name == "event":
            return ["", *lookup.near(self.get("event"), lookup.events(corpus))]
        if name == "closed":
            return _YES_NO
        if name.startswith(ENTRY):
            label, parted, called = self.get(name).partition(PARTING.rstrip())
            near = lookup.near(called if parted else label, self._known)
            return [f"{label.strip()}{PARTING}{it}" for it in near] if label.strip() else []
        return []


def begun(passage: Passage, event: str | None) -> Values:
    """The fields as they are suggested: who is named in the passage, in its order, for the list of an event."""
    corpus = passage.corpus
    kinds = [it for it, _ in Counter(it.kind for it in corpus.lists.values()).most_common(1)]
    known, events = lookup.entities(corpus), lookup.events(corpus)
    # Who is named twice is on a list once.
    named = {it.entities[0]: it.words for it in reversed(passage.names)}
    typed = [
        words
        if lookup.one(words, known) == entity
        else f"{words}{PARTING}{lookup.typed_for([entity], known)[0]}"
        for entity, words in reversed(named.items())
    ]
    return {
        "kind": kinds[0] if kinds else _KINDS[0],
        "event": lookup.typed_for([event], events)[0] if event is not None and event in events else "",
        "closed": "no",
        **{f"{ENTRY}{number}": words for number, words in enumerate(typed, 1)},
        "id": "",
    }
