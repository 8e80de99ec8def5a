"""A checked corpus: one immutable value with the look-ups that answers are computed from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from model.corpus.anchors import Anchors
from model.corpus.asked import Question, VainSearch
from model.corpus.codes import Severity
from model.corpus.draft import Draft
from model.corpus.findings import Finding
from model.corpus.listed import PrintedList
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    LeftOut,
    Source,
    Statement,
)
from model.corpus.unfinished import DraftRecord
from model.quotes.span import TextSpan

R = TypeVar("R")
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """Records by id, in the order of reading. Only `load_corpus` and the importers make one, after the checks.

    All in it is sound. `findings` says what was left out of it or is worth a word, in the order in which to say it, and
    `lost` how many records were left out. What is only begun, and what needs such, is in `drafts` and nowhere else;
    where there is any, `with_drafts` is the corpus with all in its place that can be shown, to be read and searched.

    `texts` has each source's document by the source's id; `anchors` the code-point spans of all quotes. `printed_later`
    names the sources of which no more is known than what somebody said in public, with the spans of these stretches;
    only `model.asof.known` makes such a corpus. `as_before` names the files that have been broken since they were read:
    what is shown of them is what they said before. `questions` and `searches` are the curators' own; `lists` are those
    that documents print.
    """

    info: CorpusInfo
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    conflicts: Mapping[str, Conflict]
    statements: Mapping[str, Statement]
    claims: Mapping[str, Claim]
    furniture: Mapping[str, tuple[Furniture, ...]]
    left_out: Mapping[str, tuple[LeftOut, ...]]
    anchors: Anchors
    printed_later: Mapping[str, tuple[TextSpan, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    lost: int = field(default=0, compare=False)
    drafts: tuple[DraftRecord, ...] = field(default=(), compare=False)
    lists: Mapping[str, PrintedList] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    searches: Mapping[str, VainSearch] = field(default_factory=dict)
    with_drafts: "Corpus | None" = field(default=None, compare=False)
    as_before: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, draft: Draft, anchors: Anchors, findings: Iterable[Finding] = ()) -> "Corpus":
        """The corpus of a draft in which the checks found no error, or none that is left in it."""
        if draft.info is None:
            raise ValueError("a draft without corpus.toml has not passed the checks")
        return cls(
            info=draft.info,
            sources={record.id: record for record, _ in draft.sources},
            texts=dict(draft.texts),
            entities={record.id: record for record, _ in draft.entities},
            events={record.id: record for record, _ in draft.events},
            conflicts={record.id: record for record, _ in draft.conflicts},
            statements={record.id: record for record, _ in draft.statements},
            claims={record.id: record for record, _ in draft.claims},
            furniture=_records_by_source(draft.furniture),
            left_out=_records_by_source(draft.left_out),
            anchors=anchors,
            lists={record.id: record for record, _ in draft.lists},
            questions={record.id: record for record, _ in draft.questions},
            searches={record.id: record for record, _ in draft.searches},
            findings=tuple(findings),
        )

    @property
    def errors(self) -> int:
        """How many mistakes there are, each of which left something out; what was left out with it is not counted."""
        return sum(it.severity is Severity.ERROR and not it.follows for it in self.findings)

    def derived(self, make: "Callable[[Corpus], T]") -> T:
        """What `make`, a function of a module, finds in this corpus: asked of it once, then kept with the corpus.

        The layers above keep here, and nowhere else, what follows from the records alone, on whatever day.
        """
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def give(self, make: "Callable[[Corpus], T]", found: T) -> None:
        """Keep what `make` would find, where it was found before in an equal corpus."""
        self._derived[make] = found

    @cached_property
    def _derived(self) -> dict[Callable[["Corpus"], Any], Any]:
        return {}

    @cached_property
    def claims_of_event(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that speak of each event."""
        return _grouped((claim.event, claim) for claim in self.claims.values())

    @cached_property
    def claims_about(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that tell who each entity is."""
        return _grouped((claim.entity, claim) for claim in self.claims.values())

    @cached_property
    def claims_in_source(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each source, in the order of their quotes in the text."""
        spans = self.anchors.claims
        ordered = sorted(self.claims.values(), key=lambda claim: (spans[claim.id].start, spans[claim.id].end))
        return _grouped((claim.source, claim) for claim in ordered)

    @cached_property
    def statements_in_source(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that each source reports."""
        return _grouped((statement.source, statement) for statement in self.statements.values())

    @cached_property
    def lists_in_source(self) -> Mapping[str, tuple[PrintedList, ...]]:
        """The lists that each source prints."""
        return _grouped((printed.source, printed) for printed in self.lists.values())

    @cached_property
    def superseders(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each claim that others supersede, those others."""
        return _grouped((old, claim) for claim in self.claims.values() for old in claim.supersedes)

    @cached_property
    def conflicts_of_claim(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The conflicts that each claim is part of."""
        return _grouped(
            (claim, conflict) for conflict in self.conflicts.values() for claim in conflict.claims
        )

    @cached_property
    def questions_of_event(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions that hang on each event."""
        return _grouped((event, it) for it in self.questions.values() for event in dict.fromkeys(it.events))

    @cached_property
    def searches_for(self) -> Mapping[tuple[str, str], tuple[VainSearch, ...]]:
        """The searches in vain for each event and question, by its kind and id."""
        return _grouped(
            (target, it)
            for it in self.searches.values()
            for target in dict.fromkeys(
                [*(("event", name) for name in it.events), *(("question", name) for name in it.questions)]
            )
        )


def _records_by_source(table: Mapping[str, Iterable[tuple[R, object]]]) -> dict[str, tuple[R, ...]]:
    return {source: tuple(record for record, _ in rows) for source, rows in table.items()}


def _grouped(pairs: Iterable[tuple[K | None, R]]) -> dict[K, tuple[R, ...]]:
    groups: defaultdict[K, list[R]] = defaultdict(list)
    for key, record in pairs:
        if key is not None:
            groups[key].append(record)
    return {key: tuple(records) for key, records in groups.items()}
