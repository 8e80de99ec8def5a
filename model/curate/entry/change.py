"""A claim that is there, changed field by field: what may be changed in place, and what is written then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.corpus.records import Claim
from model.corpus.slugs import is_slug
from model.curate.changes import Changes, changed_files
from model.curate.entry import amounts, lookup
from model.curate.entry.claim import NEW, ClaimEntry, roles_in_words
from model.curate.entry.entry_field import EntryField, as_it_was
from model.curate.entry.fields import fields
from model.curate.entry.new_entity import SHORT, with_entity
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.suggest import followed
from model.curate.entry.values import Values
from model.curate.field_edit import with_value, without_value
from model.curate.toml_text import CannotEdit, TomlText

_KEPT = ("status", "sure", "hedge", "date", "words", "basis", "why", "amounts", "roles", "replaces", "note")
"""The fields of a claim that are changed in place; its quote, event and speaker are changed in an editor."""

_DATE = frozenset({"date", "words", "basis", "why"})
"""Those that make its date."""


@dataclass(frozen=True, eq=False)
class ClaimChange:
    """A claim of a corpus as it is to be, by what stands in its fields."""

    corpus: Corpus
    claim: Claim
    values: Values

    @cached_property
    def passage(self) -> Passage:
        """What it rests on."""
        return Passage(self.corpus, self.claim.source, self.corpus.anchors.claims[self.claim.id])

    @cached_property
    def meant(self) -> ClaimEntry:
        """What its fields mean, beside what cannot be changed here."""
        return ClaimEntry(self.passage, {**_fixed(self.claim), **self.values})

    @property
    def new_names(self) -> list[str]:
        """Who is new: nobody where who takes part is as it was, however it was written."""
        taking_part = {name for held in self.meant.roles.values() for name in held}
        new = self.meant.new_names if "roles" in self.differing else []
        return [name for name in new if name in taking_part]

    def fields(self) -> tuple[EntryField, ...]:
        """The fields, with what is wrong with them."""
        shown = {*_KEPT, *(f"{kind}{name}" for name in self.new_names for kind in (NEW, SHORT))}
        kept = [
            as_it_was(self._not_itself(it), self.differing, _DATE)
            for it in fields(self.meant)
            if it.name in shown
        ]
        bad = next((it for it in self._tags if not is_slug(it)), None)
        tags = EntryField(
            "tags", "tags", "lower-case letters, digits, hyphens" if bad else "", bad is not None
        )
        # Of who is new there may be any number: they come last, so that all others keep their places.
        new = [it for it in kept if it.name.startswith((NEW, SHORT))]
        return (*(it for it in kept if it not in new), EntryField("todo", "todo"), tags, *new)

    def _not_itself(self, field: EntryField) -> EntryField:
        """A field in which the claim may not name itself."""
        taken = self.meant.get("date").replace(" ", "") == f"={self.claim.id}"
        if (field.name == "date" and taken) or (
            field.name == "replaces" and self.claim.id in self.meant.replaces
        ):
            return replace(field, answer="that is this claim itself", wrong=True)
        return field

    def followed(self, touched: frozenset[str]) -> Values:
        """The values with those of who is new; nothing that is written is suggested anew."""
        found = followed(self.passage, {**_fixed(self.claim), **self.values}, touched | {*self.values})
        return {
            name: it for name, it in found.items() if name in self.values or name.startswith((NEW, SHORT))
        }

    def offered(self, name: str) -> list[str]:
        """What may stand in a field."""
        if name == "tags":
            *before, last = self._tags or [""]
            known = sorted({tag for it in self.corpus.claims.values() for tag in it.tags} - {*before})
            return [" ".join((*before, it)) for it in lookup.beginning(last, known)]
        own = (self.claim.id, f"={self.claim.id}")
        found = offered(self.passage, name, self.meant.values)
        # A claim takes neither its own place nor its own date.
        return [it for it in found if name not in ("replaces", "date") or not {*own} & {*it.split()}]

    def changes(self, files: Mapping[str, bytes], file: str) -> Changes:
        """What is written: the fields that differ, and who is new. Raises `CannotEdit`."""
        after = dict(files)
        for name in self.new_names:
            kind, short = self.meant.get(f"{NEW}{name}"), self.meant.get(f"{SHORT}{name}")
            after = with_entity(after, self.meant.new_ids[name], kind, name, short)
        at = _path_of(files[file], self.claim.id)
        data = files[file]
        for field, value in self._edits():
            path = (*at, *field)
            data = (
                with_value(data, path, value)
                if value not in (None, "", {}, [])
                else without_value(data, path)
            )
        after[file] = data
        return changed_files(files, after)

    @cached_property
    def differing(self) -> frozenset[str]:
        """The fields that are not as they were."""
        before = begun(self.corpus, self.claim)
        return frozenset(
            name for name, value in before.items() if self.values.get(name, "").strip() != value.strip()
        )

    def _edits(self) -> Iterator[tuple[Path, Any]]:
        meant, differing = self.meant, self.differing
        plain = {
            "status": meant.get("status"),
            "factuality": meant.get("sure"),
            "hedge": meant.get("hedge"),
            "amounts": amounts.records(meant.amounts),
            "roles": meant.holders(meant.roles),
            "supersedes": list(meant.replaces),
            "note": meant.get("note"),
            "todo": meant.get("todo"),
            "tags": self._tags,
        }
        for name, value in plain.items():
            if _TYPED.get(name, name) in differing:
                yield (name,), value
        if differing & _DATE == {"why"} and self.claim.date is not None:
            # How it is known stays what it was.
            yield ("date", "reasoning"), meant.get("why")
        elif differing & _DATE:
            date = meant.date.field
            if date is None or self.claim.date is None:
                yield ("date",), date
                return
            for name in ("edtf", "words", "basis", "reasoning", "from"):
                yield ("date", name), date.get(name)

    @property
    def _tags(self) -> list[str]:
        return self.meant.get("tags").replace(",", " ").split()


_TYPED = {"factuality": "sure", "supersedes": "replaces"}
"""What a field is called in the form, where not as in the file."""


def begun(corpus: Corpus, claim: Claim) -> Values:
    """The fields of a claim as it is."""
    date = claim.date
    typed = (
        f"={date.from_}"
        if date is not None and date.from_ is not None
        else (date.edtf or "" if date is not None else "")
    )
    return {
        "status": claim.status.value,
        "sure": claim.factuality.value,
        "hedge": claim.hedge or "",
        "date": typed,
        "words": (date.words or "") if date is not None else "",
        "basis": "",
        "why": (date.reasoning or "") if date is not None else "",
        "amounts": amounts.in_words(claim.amounts),
        "roles": roles_in_words(corpus, claim.parts),
        "replaces": " ".join(claim.supersedes),
        "note": claim.note or "",
        "todo": claim.todo or "",
        "tags": " ".join(claim.tags),
    }


def _fixed(claim: Claim) -> Values:
    return {"event": claim.event or "", "speaker": claim.statement or "", "id": claim.id}


def _path_of(data: bytes, claim: str) -> Path:
    rows = TomlText(data).table.get("claim", [])
    number = next((number for number, row in enumerate(rows) if row.get("id") == claim), None)
    if number is None:
        raise CannotEdit(f'there is no claim "{claim}" in it')
    return ("claim", number)
