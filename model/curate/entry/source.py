"""A source that is there, filled in or changed field by field."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from model.corpus.check_values import no_language
from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.corpus.records import Source
from model.corpus.unfinished import DraftRecord
from model.corpus.vocabulary import EntityType, Reliability
from model.cues.byline import authors_in
from model.cues.date_meaning import DateMeaning
from model.cues.text_cues import text_cues
from model.curate.changes import Changes, changed_files
from model.curate.entry import lookup
from model.curate.entry.claim import NEW
from model.curate.entry.dating import BASES, DateRead, date_read
from model.curate.entry.entity_fields import new_entity_fields
from model.curate.entry.entry_field import EntryField, as_it_was, known_by, of_date, standing
from model.curate.entry.new_entity import SHORT, needs_short, short_of, with_entity
from model.curate.entry.question import PARTING, parted
from model.curate.entry.values import Values
from model.curate.field_edit import with_value, without_value
from model.curate.intake.sidecar import offers_in, without_offers
from model.curate.new_ids import new_id
from model.exchange.to_toml import toml
from model.quotes.hidden import is_hidden

_PLAIN = ("title", "language", "url", "medium", "reliability", "note", "todo")
_NEEDED = ("title", "publisher", "language", "published")
_AT: Path = ("source",)
_LABELS = {
    "title": "title", "publisher": "published by", f"{NEW}publisher": "  which is", f"{SHORT}publisher": "  in short",
    "authors": "authors", "language": "language",
    "published": "printed on", "words": "  its words", "basis": "  known by", "why": "  why",
    "url": "url", "medium": "medium", "reliability": "reliability", "note": "note", "todo": "todo",
}  # fmt: skip
"""All fields in their order."""

_DATE = frozenset({"published", "words", "basis", "why"})
"""The fields that make its day of publication."""


@dataclass(frozen=True, eq=False)
class SourceEntry:
    """A source of a corpus as it is to be, by what stands in its fields.

    A `draft` is none any more once nothing is missing. `beside` is the file of its records as it is: what is offered
    there is offered here.
    """

    corpus: Corpus
    source: Source
    draft: DraftRecord | None
    values: Values
    beside: bytes = b""

    def get(self, name: str) -> str:
        """What stands in a field, without the space around it."""
        return self.values.get(name, "").strip()

    @cached_property
    def publisher(self) -> str | None:
        """The id of the publisher, where somebody is called so."""
        return lookup.one(self.get("publisher"), lookup.entities(self.corpus))

    @property
    def is_new_publisher(self) -> bool:
        """Whether the publisher is somebody new: nobody where it is as it was, however it was written."""
        known = lookup.all_called(self.get("publisher"), lookup.entities(self.corpus))
        return bool(self.get("publisher")) and not known and "publisher" in self.differing

    @property
    def publisher_id(self) -> str:
        """The id of the publisher, there or new."""
        return self.publisher or new_id(self.get("publisher"), self.corpus.entities, "publisher")

    @cached_property
    def published(self) -> DateRead:
        """The day of publication; words of it may stand anywhere in the text."""
        text = self.corpus.texts[self.source.id]
        typed, words, why, basis = (self.get(name) for name in ("published", "words", "why", "basis"))
        return date_read(typed, words, why, text, self._meanings(), basis)

    def fields(self) -> tuple[EntryField, ...]:
        """The fields, with what is wrong with them. What is only missing is not wrong: the source stays a draft."""
        found = standing(self._fields(), _LABELS, self._instead)
        return tuple(as_it_was(it, self.differing, _DATE) for it in found)

    def _instead(self, name: str) -> EntryField:
        """A field that has nothing to ask for, with what it waits for."""
        if name.startswith((NEW, SHORT)):
            why = (
                "only of a new publisher with a long name"
                if name.startswith(SHORT)
                else "only of a new publisher"
            )
            return EntryField(name, _LABELS[name], why, off=True)
        return of_date(name, _LABELS[name], self.get("published"), self.get(name))

    def _fields(self) -> Iterator[EntryField]:
        yield EntryField("title", "title", "" if self.get("title") else "as printed")
        wrong = lookup.several(self.get("publisher"), lookup.entities(self.corpus))
        who = "a new publisher" if self.is_new_publisher else "" if self.publisher else "a name, there or new"
        told = next(iter(self._beside("publisher")), "") if not self.get("publisher") else ""
        offers = f'; Tab offers "{told}"' if told else ""
        yield EntryField("publisher", "published by", wrong or f"{who}{offers}", bool(wrong))
        if self.is_new_publisher:
            kind, short = self.get(f"{NEW}publisher"), self.get(f"{SHORT}publisher")
            called = self.get("publisher")
            yield from new_entity_fields("publisher", "  which is", kind, short, self.publisher_id, called)
        yield EntryField(
            "authors", "authors", "" if self.get("authors") else f"as printed, parted by {PARTING}"
        )
        language = self.get("language")
        no_tag = no_language(language) if language else ""
        yield EntryField("language", "language", no_tag or ("" if language else "as en, ko"), bool(no_tag))
        date = self.published
        printed = next((it.word.words for it in self._meanings() if it.edtf), None)
        reads = f'; Tab reads "{" ".join(printed.split())}"' if printed and not self.get("published") else ""
        yield EntryField("published", "printed on", f"{date.answer}{reads}", date.wrong and not date.asks)
        if self.get("published"):
            yield EntryField("words", "  its words")
        if date.asks:
            yield known_by("basis", self.get("basis"))
            yield EntryField("why", "  why", "how the day was arrived at", date.wrong)
        yield EntryField("url", "url")
        yield EntryField("medium", "medium", "as web-page, print")
        letter = self.get("reliability")
        right = letter in ("", *(it.value for it in Reliability))
        yield EntryField("reliability", "reliability", "" if right else "A to F", not right)
        yield EntryField("note", "note")
        yield EntryField("todo", "todo", self._left())

    def _left(self) -> str:
        """What is still missing, where it is a draft."""
        missing = [name for name in _NEEDED if not self.get(name)]
        return f"a draft: {', '.join(missing)} missing" if missing else ""

    def followed(self, touched: frozenset[str]) -> Values:
        """The values with what is suggested for a new publisher."""
        called = self.get("publisher")
        suggested = {
            "words": self._words(),
            f"{NEW}publisher": EntityType.ORGANIZATION.value,
            f"{SHORT}publisher": short_of(called) if self.is_new_publisher and needs_short(called) else "",
        }
        return {**self.values, **{name: it for name, it in suggested.items() if name not in touched}}

    def _words(self) -> str:
        """The words of the day that is typed: as they were where it is as it was, else those that mean it."""
        typed, was = self.get("published"), self._was
        if typed == was["published"].strip():
            return was["words"]
        return next((it.word.words for it in self._meanings() if typed and it.edtf == typed), "")

    def offered(self, name: str) -> list[str]:
        """What may stand in a field, with what is offered beside it in the file while nothing else is typed."""
        beside, found = self._beside(name), self._offered(name)
        if self.get(name) not in ("", *beside):
            return found
        # Of days, those that are printed come first.
        return [*dict.fromkeys([*found, *beside] if name == "published" else [*beside, *found])]

    def _beside(self, name: str) -> list[str]:
        """What the file offers for a field, as it is typed; nothing that cannot be seen."""
        found = []
        for value in offers_in(self.beside).get(name, []):
            if isinstance(value, dict):
                value = value.get("edtf")
            words = f"{PARTING} ".join(map(str, value)) if isinstance(value, list) else str(value or "")
            if name == "publisher" and words in self.corpus.entities:
                (words,) = lookup.typed_for([words], lookup.entities(self.corpus))
            found += [words] if words and not any(map(is_hidden, words)) else []
        return found

    def _offered(self, name: str) -> list[str]:
        sources = [*self.corpus.sources.values()]
        if name == "publisher":
            first = dict.fromkeys(it.publisher for it in sources)
            return lookup.near(self.get(name), lookup.entities(self.corpus), first)
        if name == f"{NEW}publisher":
            return lookup.beginning(self.get(name), (it.value for it in EntityType))
        if name == f"{SHORT}publisher":
            return [short_of(self.get("publisher"))]
        if name == "basis":
            return lookup.beginning(self.get(name), BASES)
        if name == "published":
            return [*dict.fromkeys(it.edtf for it in self._meanings() if it.edtf)]
        if name == "authors":
            named = authors_in(self.corpus.texts[self.source.id])
            return [f"{PARTING} ".join(named)] if named else []
        if name == "words":
            return [it.word.words for it in self._meanings() if it.edtf == self.get("published")]
        used = {"language": [it.language for it in sources], "medium": [it.medium or "" for it in sources]}
        return lookup.beginning(self.get(name), sorted({it for it in used.get(name, []) if it}))

    def _meanings(self) -> tuple[DateMeaning, ...]:
        return text_cues(self.corpus.texts[self.source.id]).dates(None)

    def changes(self, files: Mapping[str, bytes], file: str) -> Changes:
        """What is written, into a file that begins with it where there is none. Raises `CannotEdit`."""
        after = dict(files)
        if self.is_new_publisher:
            kind = self.get(f"{NEW}publisher")
            short = self.get(f"{SHORT}publisher")
            after = with_entity(after, self.publisher_id, kind, self.get("publisher"), short)
        text = files[f"{file.removesuffix('.toml')}.txt"]
        digest = hashlib.sha256(text).hexdigest()
        data = files.get(file) or toml([("source", {"sha256": digest, "draft": True})]).encode()
        for field, value in self._edits():
            path = (*_AT, *field)
            data = with_value(data, path, value) if value else without_value(data, path)
        filled = (name for name in self.differing if self.get(name))
        after[file] = without_offers(data, sorted(filled))
        return changed_files(files, after)

    @cached_property
    def differing(self) -> frozenset[str]:
        """The fields that are not as they were."""
        before = self._was
        return frozenset(name for name in self.values if self.get(name) != before.get(name, "").strip())

    @cached_property
    def _was(self) -> Values:
        return begun(self.corpus, self.source, self.draft)

    def _edits(self) -> Iterator[tuple[Path, Any]]:
        changed = self.differing
        for name in _PLAIN:
            if name in changed:
                yield (name,), self.get(name)
        if "authors" in changed:
            yield ("authors",), parted(self.get("authors"))
        if "publisher" in changed:
            yield ("publisher",), self.publisher_id if self.get("publisher") else None
        if changed & _DATE == {"why"} and self.source.published.reasoning is not None:
            # How it is known stays what it was.
            yield ("published", "reasoning"), self.get("why")
        elif changed & _DATE:
            yield ("published",), self.published.field
        if self.source.draft:
            yield ("draft",), any(not self.get(name) for name in _NEEDED) or None


def begun(corpus: Corpus, source: Source, draft: DraftRecord | None) -> Values:
    """The fields of a source as it is; `draft` says which of them only stand in for what is missing."""
    missing = draft.missing if draft is not None else frozenset()
    date = source.published
    found = {
        "title": source.title,
        "publisher": lookup.typed_for([source.publisher], lookup.entities(corpus))[0]
        if source.publisher in corpus.entities
        else "",
        "authors": f"{PARTING} ".join(source.authors),
        "language": source.language,
        "published": date.edtf or "",
        "words": date.words or "",
        "basis": "",
        "why": date.reasoning or "",
        "url": source.url or "",
        "medium": source.medium or "",
        "reliability": source.reliability.value if source.reliability is not None else "",
        "note": source.note or "",
        "todo": source.todo or "",
    }
    alike = {"words": "published", "why": "published"}
    return {name: "" if alike.get(name, name) in missing else value for name, value in found.items()}
