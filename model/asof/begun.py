"""What is only begun, as far as it was known on a day: beside what stands, and never part of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.searches import search_words
from model.corpus.asked import Question, VainSearch
from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList
from model.corpus.quoted import as_quote, wording
from model.corpus.records import Claim, Conflict, Event, Statement
from model.corpus.unfinished import DraftRecord
from model.dates.edtf import UNDATED_KEY, Edtf, parse
from model.quotes.span import TextSpan

STATEMENT, LIST = "statement", "list"
"""What a draft of a statement, or of a list as printed, is."""


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """An event that is a draft, or of which only drafts speak; `date` is the first one that a draft gives."""

    event: Event
    date: Edtf | None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft of a claim, a statement or a list, told in a line.

    `what` it says, or that it is a statement or a list; empty where that is not known yet. `who` is the entity that
    says it, perhaps in its `own_voice`. `words` are what it rests on, at `span` in the text of `source`; both are None
    where it has no quote yet.
    """

    what: str
    who: str
    own_voice: bool
    source: str
    words: str | None
    span: TextSpan | None


@dataclass(frozen=True, eq=False)
class Begun:
    """What of a corpus is only begun, and what waits for such.

    `corpus` is as it was known on the day, with all that in its place: to be read, since there drafts decide. `drafts`
    are those of all days, by kind and id.
    """

    corpus: Corpus
    drafts: Mapping[tuple[str, str], DraftRecord]

    def is_draft(self, kind: str, record: str) -> bool:
        """Whether a record, on whatever day it is known, is only begun."""
        return (kind, record) in self.drafts

    def lacks(self, kind: str, record: str, field: str) -> bool:
        """Whether what stands in a field is not the curator's but, in a draft, only stands in."""
        return self.is_draft(kind, record) and field in self.drafts[kind, record].missing

    def lacking(self, kind: str, record: str) -> frozenset[str]:
        """The fields of a record that only stand in for what is not given yet; none of what is no draft."""
        draft = self.drafts.get((kind, record))
        return draft.missing if draft is not None else frozenset()

    def of_event(self, event: str) -> list[DraftLine]:
        """The drafts of claims about an event."""
        return [self._claim(it) for it in self.claims(self.corpus.claims_of_event.get(event, ()))]

    def about(self, entity: str) -> list[DraftLine]:
        """The drafts of claims that tell who an entity is, or who holds it where it is an office."""
        about = self.claims(self.corpus.claims_about.get(entity, ()))
        held = (it for it in self._held.get(entity, ()) if it.entity != entity)
        return [self._claim(it) for it in (*about, *held)]

    def in_source(self, source: str) -> list[DraftLine]:
        """The drafts of claims in a document, in the order of its text, then those of statements and lists."""
        claims = self.claims(self.corpus.claims_in_source.get(source, ()))
        told = (it for it in self.corpus.statements.values() if it.source == source)
        statements = (self._statement(it) for it in told if self.is_draft("statement", it.id))
        lists = self.corpus.lists_in_source.get(source, ())
        drawn_up = (self._list(it) for it in lists if self.is_draft("list", it.id))
        return [*map(self._claim, claims), *statements, *drawn_up]

    def claims(self, claims: Iterable[Claim]) -> list[Claim]:
        """Those of some claims that are drafts."""
        return [it for it in claims if self.is_draft("claim", it.id)]

    def conflicts_of(self, event: str) -> list[Conflict]:
        """The drafts of conflicts about an event; of one that names a single claim yet, as soon as that is known."""
        return [it for it in self._conflicts if any(self._event_of(name) == event for name in it.claims)]

    @cached_property
    def events(self) -> Mapping[str, DraftEvent]:
        """The events that are drafts, or of which only drafts speak: by their dates, those without at the end."""
        if not self.drafts:
            return {}
        told = self.corpus.claims_of_event
        found = [
            self._event(it)
            for it in self.corpus.events.values()
            if self.is_draft("event", it.id) or self._is_told_by_drafts(told.get(it.id, ()))
        ]
        found.sort(key=lambda it: it.date.sort_key if it.date is not None else UNDATED_KEY)
        return {it.event.id: it for it in found}

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The documents that are drafts."""
        return tuple(it for it in self.corpus.sources if self.is_draft("source", it))

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions that are drafts."""
        return {name: it for name, it in self.corpus.questions.items() if self.is_draft("question", name)}

    def searches_for(self, kind: str, name: str) -> list[VainSearch]:
        """The searches that are still to be made for an event or a question (`kind`)."""
        found = self.corpus.searches_for.get((kind, name), ())
        return [it for it in found if self.is_draft("search", it.id)]

    def planned(self, kind: str, name: str, words: Callable[[str], str]) -> list[str]:
        """The same in words, each a line; `words` makes outside text fit to be shown."""
        found = self.searches_for(kind, name)
        return [search_words(self.corpus, it, words, self.lacking("search", it.id)) for it in found]

    @cached_property
    def conflicts(self) -> Mapping[str, Conflict]:
        """The drafts of conflicts of which some claim is known."""
        return {it.id: it for it in self._conflicts if any(name in self.corpus.claims for name in it.claims)}

    def claims_of(self, conflict: str) -> list[tuple[Claim, DraftLine]]:
        """The known claims of a draft of a conflict, drafts or not, each told in a line."""
        names = self.conflicts[conflict].claims
        claims = [self.corpus.claims[name] for name in names if name in self.corpus.claims]
        return [(claim, self._claim(claim)) for claim in claims]

    def _is_told_by_drafts(self, claims: Sequence[Claim]) -> bool:
        return bool(claims) and len(self.claims(claims)) == len(claims)

    def _event(self, event: Event) -> DraftEvent:
        claims = self.claims(self.corpus.claims_of_event.get(event.id, ()))
        dates = (it.date.edtf for it in claims if it.date is not None and it.date.edtf is not None)
        return DraftEvent(event, next(map(parse, dates), None))

    @cached_property
    def _held(self) -> Mapping[str, list[Claim]]:
        """The drafts of claims of who holds an office, by the office."""
        held: dict[str, list[Claim]] = {}
        for claim in self.claims(self.corpus.claims.values()):
            if claim.office is not None:
                held.setdefault(claim.office, []).append(claim)
        return held

    def _claim(self, claim: Claim) -> DraftLine:
        said = saying(self.corpus, claim)
        what = "" if self.lacks("claim", claim.id, "status") else claim.status.value
        span = self.corpus.anchors.claims[claim.id]
        return self._line(what, said.speaker, said.own_voice, claim, span)

    def _statement(self, statement: Statement) -> DraftLine:
        span = self.corpus.anchors.statements[statement.id]
        return self._line(STATEMENT, statement.chain[0].who, False, statement, span)

    def _list(self, printed: PrintedList) -> DraftLine:
        publisher = self.corpus.sources[printed.source].publisher
        is_quoted = not self.lacks("list", printed.id, "quote")
        words = as_quote(printed.quote).exact if is_quoted else None
        span = self.corpus.anchors.lists[printed.id] if is_quoted else None
        return DraftLine(LIST, publisher, True, printed.source, words, span)

    def _line(
        self, what: str, who: str, own_voice: bool, record: Claim | Statement, span: TextSpan
    ) -> DraftLine:
        kind = "claim" if isinstance(record, Claim) else "statement"
        is_quoted = not self.lacks(kind, record.id, "quote")
        words = wording(record) if is_quoted else None
        return DraftLine(what, who, own_voice, record.source, words, span if is_quoted else None)

    def _event_of(self, claim: str) -> str | None:
        return self.corpus.claims[claim].event if claim in self.corpus.claims else None

    @cached_property
    def _conflicts(self) -> list[Conflict]:
        return [*self._placed_conflicts(), *self._conflicts_of_one()]

    def _placed_conflicts(self) -> Iterator[Conflict]:
        return (it for it in self.corpus.conflicts.values() if self.is_draft("conflict", it.id))

    def _conflicts_of_one(self) -> Iterator[Conflict]:
        """Of fewer than two claims a conflict has no place in the corpus."""
        for draft in self.drafts.values():
            if isinstance(draft.record, Conflict) and len(draft.record.claims) == 1:
                yield draft.record


def begun_by(corpus: Corpus, day: int) -> Begun:
    """What is only begun of a corpus, of which all is given, as it was known on `day` (see `model.dates.civil`)."""
    return Begun(known_by(corpus.with_drafts or corpus, day), corpus.derived(_drafts))


def _drafts(corpus: Corpus) -> Mapping[tuple[str, str], DraftRecord]:
    return {(it.kind, it.record.id): it for it in corpus.drafts}


def readable_by(corpus: Corpus, day: int) -> Corpus:
    """All documents as they were known on a day, drafts too, with what is furniture in them and nobody's claims."""
    return begun_by(corpus, day).corpus.derived(_unclaimed)


def _unclaimed(corpus: Corpus) -> Corpus:
    return replace(corpus, claims={}, conflicts={})
