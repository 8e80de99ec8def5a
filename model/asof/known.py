"""A corpus as it was known on a day: all that came to be known later is taken away.

What is left can be shown as of its last day like any other corpus. Claims that were not visible go, and with them all
that hangs on them alone: statements, events, entities, documents, what a date was taken from, what a conflict says of
claims to come. Titles, names, topics and tags of what is left are the curator's and stay; his notes and todos, and
what he linked events to in tables, have no day, and may tell anything: they are there only where all is known.

A document that had not been published by then, but of which a public saying was known, keeps its publisher and the
stretches that were said; its title, day, caveats and all other text are withheld. `Corpus.printed_later` says of which
documents that is, and where in what is left of their texts the stretches stand.
"""

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import msgspec

from model.asof.days_of_knowing import days_of_knowing
from model.asof.known_asked import known_questions, known_searches
from model.asof.known_conflicts import known_conflicts
from model.asof.known_lists import known_lists
from model.asof.known_origins import known_links, known_origins
from model.asof.left_of_text import LeftOfText
from model.asof.named import ever_named, named
from model.asof.saying import ALWAYS, published, saying
from model.corpus.anchors import Anchors
from model.corpus.asked import VainSearch
from model.corpus.corpus import Corpus
from model.corpus.findings import Path
from model.corpus.listed import PrintedList
from model.corpus.noted import R, without_notes
from model.corpus.quoted import bare, bare_if_any
from model.corpus.records import Claim, Dated, Entity, Event, Source, Statement
from model.corpus.vocabulary import Basis
from model.quotes.span import TextSpan

PRINTED_LATER = "printed later"
"""The title of a document that had not been published yet, and why its day is not known."""

_RELATIONS = ("supersedes", "contradicts", "corroborates", "resolves", "explains")


KEPT = 4
"""For how many stretches of days the corpus as it was known then is kept: there and back."""


def known_by(corpus: Corpus, day: int) -> Corpus:
    """The corpus as of `day` (a day number as in `model.dates.civil`); the corpus itself where all of it was known.

    Doing it again changes nothing, and doing it for a later day before makes no difference. The last few answers are
    kept with the corpus.
    """
    return corpus.derived(_KnownByDay)(day)


def known_from(corpus: Corpus) -> int:
    """The first day by which all of a corpus was known."""
    return corpus.derived(_KnownByDay).last


class _KnownByDay:
    """A corpus as it was known in each stretch of days in which nothing became known."""

    def __init__(self, corpus: Corpus) -> None:
        self._firsts = corpus.derived(days_of_knowing)
        self.last = self._firsts[-1] if self._firsts else ALWAYS
        self._whole = corpus
        self._made = lru_cache(maxsize=KEPT)(self._make)

    def __call__(self, day: int) -> Corpus:
        number = bisect_right(self._firsts, day)
        return self._whole if number == len(self._firsts) else self._made(number)

    def _make(self, number: int) -> Corpus:
        # Before the first day on which anything became known any day does.
        day = self._firsts[number - 1] if number else self._firsts[0] - 1
        return _Known(self._whole, day).corpus()


class _Known:
    """The names of what is left, found out once."""

    def __init__(self, corpus: Corpus, day: int) -> None:
        self._whole, self._day = corpus, day
        self._has_all = day >= known_from(corpus)
        self._claims = {name: it for name, it in corpus.claims.items() if saying(corpus, it).visible <= day}
        open_by = {name for name, it in corpus.sources.items() if published(corpus, it) <= day}
        used = {claim.statement for claim in corpus.claims.values()}
        told = {claim.statement for claim in self._claims.values()}
        told |= {name for name, it in corpus.statements.items() if name not in used and it.source in open_by}
        self._statements = {name: it for name, it in corpus.statements.items() if name in told}
        held = {claim.source for claim in self._claims.values()}
        held |= open_by - corpus.claims_in_source.keys()
        self._sources = {name: it for name, it in corpus.sources.items() if name in held}
        self._later = frozenset(
            name for name, it in self._sources.items() if name in corpus.printed_later or name not in open_by
        )
        self._dated = self._claims.keys() | self._statements.keys() | (self._sources.keys() - self._later)
        self._links = known_links(corpus, self._sources)
        spans = self._spans()
        self._texts = {name: LeftOfText(corpus.texts[name], spans[name]) for name in self._later}

    def corpus(self) -> Corpus:
        """What is left."""
        whole, claims = self._whole, {name: self._claim(it) for name, it in self._claims.items()}
        origin_of = known_origins(whole, self._statements)
        statements = {name: self._statement(it, origin_of[name]) for name, it in self._statements.items()}
        sources = {name: self._source(it) for name, it in self._sources.items()}
        events = self._events()
        texts = {name: whole.texts[name] for name in sources}
        open_sources = [name for name in sources if name not in self._later]
        closed = dict.fromkeys(self._later, ())
        conflicts = known_conflicts(whole, self._claims, self._day)
        asked = known_questions(whole, self._day, events, claims)
        searches = known_searches(whole, self._day, events, asked)
        lists = known_lists(whole, open_sources, events)
        return replace(
            whole,
            sources=self._quiet(sources),
            texts=texts | {name: it.text for name, it in self._texts.items()},
            entities=self._entities(sources.values(), events.values(), searches.values(), lists.values()),
            events=self._quiet(events),
            conflicts=self._quiet(conflicts),
            statements=self._quiet(statements),
            claims=self._quiet(claims),
            lists=self._quiet(lists),
            questions=self._quiet(asked),
            searches=self._quiet(searches),
            furniture={name: tuple(map(self._noted, whole.furniture[name])) for name in open_sources}
            | closed,
            left_out={name: tuple(map(self._noted, whole.left_out[name])) for name in open_sources} | closed,
            anchors=self._anchors(open_sources, lists),
            printed_later={name: self._texts[name].spans for name in sources if name in self._later},
        )

    def _quiet(self, records: Mapping[str, R]) -> dict[str, R]:
        return {name: self._noted(record) for name, record in records.items()}

    def _noted(self, record: R) -> R:
        return record if self._has_all else without_notes(record)

    def _claim(self, claim: Claim) -> Claim:
        change: dict[str, object] = {}
        for relation in _RELATIONS:
            names = getattr(claim, relation)
            if not all(name in self._claims for name in names):
                change[relation] = tuple(name for name in names if name in self._claims)
        is_later = claim.source in self._later
        if (
            claim.date is not None
            and (date := self._date(claim.date, is_later, best=False)) is not claim.date
        ):
            change["date"] = date
        if is_later:
            change |= {"quote": bare(claim.quote), "quotes": tuple(map(bare, claim.quotes))}
        return msgspec.structs.replace(claim, **change) if change else claim

    def _statement(self, statement: Statement, origin: str | None) -> Statement:
        is_later = statement.source in self._later
        on = self._date(statement.on, is_later, best=True) if statement.on is not None else None
        if not is_later and on is statement.on and origin == statement.origin:
            return statement
        change: dict[str, object] = {}
        if is_later:
            change = {
                "quote": bare(statement.quote),
                "quotes": tuple(map(bare, statement.quotes)),
                "chain": tuple(
                    msgspec.structs.replace(it, quote=bare_if_any(it.quote)) for it in statement.chain
                ),
            }
        return msgspec.structs.replace(statement, on=on, origin=origin, **change)

    def _source(self, source: Source) -> Source:
        if source.id not in self._later:
            date = self._date(source.published, False, best=True)
            return msgspec.structs.replace(source, published=date, **self._links.get(source.id, {}))
        return Source(
            id=source.id,
            title=PRINTED_LATER,
            publisher=source.publisher,
            language=source.language,
            published=Dated(basis=Basis.NONE, reasoning=PRINTED_LATER),
            sha256=hashlib.sha256(self._texts[source.id].text.encode()).hexdigest(),
        )

    def _date(self, date: Dated, is_later: bool, best: bool) -> Dated:
        """A date without what leads to a record that is gone; the day on which a saying counts stays (`best`).

        How it was arrived at shows once its document is published.
        """
        leads_away = date.from_ is not None and date.from_ not in self._dated
        quote = bare_if_any(date.quote) if is_later else date.quote
        if not leads_away and not (is_later and date.reasoning is not None) and quote == date.quote:
            return date
        return msgspec.structs.replace(
            date,
            reasoning=None,
            quote=quote,
            from_=None if leads_away else date.from_,
            best=date.best if best or not leads_away else None,
        )

    def _events(self) -> dict[str, Event]:
        """The events that are spoken of, and the strands that they are in the end a part of."""
        events, told = self._whole.events, self._whole.claims_of_event
        kept = {claim.event for claim in self._claims.values()}
        kept |= {name for name in events if name not in told} - self._above(told.keys() - kept)
        kept |= {name for name in self._above(kept) if name not in told}
        return {name: self._part(it, kept) for name, it in events.items() if name in kept}

    def _above(self, names: Iterable[str | None]) -> set[str]:
        """What some events are a part of, and what that is a part of."""
        events, found = self._whole.events, set[str]()
        for name in names:
            parent = events[name].part_of if name is not None else None
            while parent is not None and parent not in found:
                found.add(parent)
                parent = events[parent].part_of
        return found

    def _part(self, event: Event, kept: Container[str | None]) -> Event:
        parent = event.part_of
        while parent is not None and parent not in kept:
            parent = self._whole.events[parent].part_of
        rows = event.rows if self._has_all else ()
        return msgspec.structs.replace(event, part_of=parent, rows=rows)

    def _entities(
        self,
        sources: Iterable[Source],
        events: Iterable[Event],
        searches: Iterable[VainSearch],
        lists: Iterable[PrintedList],
    ) -> dict[str, Entity]:
        whole = self._whole
        ever = whole.derived(ever_named)
        now = named(sources, events, self._statements.values(), self._claims.values(), searches, lists)
        return self._quiet(
            {name: it for name, it in whole.entities.items() if name in now or name not in ever}
        )

    def _anchors(self, open_sources: Iterable[str], lists: Iterable[str]) -> Anchors:
        anchors = self._whole.anchors
        closed = dict.fromkeys(self._later, ())
        return Anchors(
            claims=self._moved(self._claims, anchors.claims),
            statements=self._moved(self._statements, anchors.statements),
            lists={name: anchors.lists[name] for name in lists},
            furniture={name: anchors.furniture[name] for name in open_sources} | closed,
            left_out={name: anchors.left_out[name] for name in open_sources} | closed,
            beside=dict(self._beside(open_sources, lists)),
        )

    def _beside(
        self, open_sources: Iterable[str], lists: Iterable[str]
    ) -> Iterator[tuple[tuple[str, str], dict[Path, TextSpan]]]:
        beside = self._whole.anchors.beside
        whole = (*(("source", name) for name in open_sources), *(("list", name) for name in lists))
        yield from ((key, beside[key]) for key in whole if key in beside)
        for key, it in self._quoting():
            if key in beside:
                text = self._texts[it.source] if it.source in self._later else None
                yield key, {path: text.moved(span) if text else span for path, span in beside[key].items()}

    def _quoting(self) -> Iterator[tuple[tuple[str, str], Claim | Statement]]:
        """The claims and statements that are left, each with its kind and id."""
        yield from ((("claim", name), it) for name, it in self._claims.items())
        yield from ((("statement", name), it) for name, it in self._statements.items())

    def _moved(
        self, records: Mapping[str, Claim | Statement], spans: Mapping[str, TextSpan]
    ) -> dict[str, TextSpan]:
        return {
            name: self._texts[it.source].moved(spans[name]) if it.source in self._later else spans[name]
            for name, it in records.items()
        }

    def _spans(self) -> defaultdict[str, list[TextSpan]]:
        """What is quoted of each document that was printed later."""
        found: defaultdict[str, list[TextSpan]] = defaultdict(list)
        if self._later:
            anchors = self._whole.anchors
            spans = {"claim": anchors.claims, "statement": anchors.statements}
            for (kind, name), it in self._quoting():
                if it.source in self._later:
                    found[it.source] += [spans[kind][name], *anchors.beside.get((kind, name), {}).values()]
        return found
