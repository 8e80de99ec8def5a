"""Hypothesis strategies for whole corpora: every corpus drawn has passed the checks."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.records import (
    Claim,
    Conflict,
    CorpusInfo,
    Dated,
    Entity,
    Event,
    Furniture,
    Hop,
    LeftOut,
    QuoteField,
    Roles,
    Source,
    Statement,
)
from model.corpus.vocabulary import (
    ALLOWED_FACTUALITY,
    Basis,
    ConflictKind,
    EntityType,
    OnRecord,
    Point,
    Reliability,
    Status,
)
from tests.drawn_texts import PIECES as PIECES
from tests.drawn_texts import DrawnDocument, best_days, edtf_texts, passages, prose, quotes
from tests.mending import mended

T = TypeVar("T")


@dataclass
class _Plan:
    """The ids of a corpus, decided first so that records can name each other, and what its texts are made of."""

    words: st.SearchStrategy[str]
    entities: list[str]
    events: list[str]
    sources: list[str]
    statements: dict[str, list[str]]
    claims: dict[str, list[str]]

    @property
    def all_statements(self) -> list[str]:
        return [name for names in self.statements.values() for name in names]

    @property
    def all_claims(self) -> list[str]:
        return [name for names in self.claims.values() for name in names]

    def datable(self, name: str) -> list[str]:
        """What a record may have its date from: only records before it, so that no ring can come of it."""
        names = [*self.sources, *self.all_statements, *self.all_claims]
        return names[: names.index(name)]


@st.composite
def _plans(draw: st.DrawFn, words: st.SearchStrategy[str]) -> _Plan:
    sources = [f"source-{number}" for number in range(draw(st.integers(1, 3)))]
    # Reading order and order of names are two things; rules that fall back on names must not lean on the other.
    numbers = iter(draw(st.permutations(range(6 * len(sources)))))
    return _Plan(
        words=words,
        entities=[f"entity-{number}" for number in range(draw(st.integers(1, 4)))],
        events=[f"event-{number}" for number in range(draw(st.sampled_from([2, 1, 3, 0])))],
        sources=sources,
        statements={
            name: [f"said-{next(numbers)}" for _ in range(draw(st.sampled_from([2, 1, 0])))]
            for name in sources
        },
        claims={
            name: [f"claim-{next(numbers)}" for _ in range(draw(st.sampled_from([4, 3, 2, 1, 0])))]
            for name in sources
        },
    )


@st.composite
def _dated(draw: st.DrawFn, plan: _Plan, name: str, words: str | None) -> Dated:
    """A date of the record `name`, of any basis that fits; `words` stand in the record's quote."""
    unfit = set() if words is not None else {Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL}
    if not plan.datable(name):
        unfit.add(Basis.INHERITED)
    basis = draw(st.sampled_from([basis for basis in Basis if basis not in unfit]))
    reasoning = draw(st.sampled_from([None, "", "as printed"]) if basis is Basis.EXPLICIT else plan.words)
    if basis is Basis.NONE:
        return Dated(basis=basis, words=words, reasoning=reasoning)
    edtf = draw(edtf_texts())
    return Dated(
        basis=basis,
        edtf=edtf,
        words=words,
        reasoning=reasoning,
        best=draw(st.none() | best_days(edtf)),
        from_=draw(st.sampled_from(plan.datable(name))) if basis is Basis.INHERITED else None,
    )


@st.composite
def corpora(draw: st.DrawFn, words: st.SearchStrategy[str] = prose) -> Corpus:
    """A checked corpus of one to three sources and up to twelve claims, of every status and shape of date.

    `words` are what its texts are made of: `prose`, or `plain` where only the claims matter.
    """
    plan = draw(_plans(words))
    nowhere = Place("drawn")
    draft = Draft(info=CorpusInfo(2, draw(plan.words), draw(st.just("") | plan.words), ("x",), "en"))
    for number, name in enumerate(plan.entities):
        kind = draw(st.sampled_from(EntityType))
        aliases = tuple(draw(st.lists(plan.words, max_size=2)))
        draft.entities.append(
            (
                Entity(name, kind, f"{number} {draw(plan.words)}", draw(st.none() | plan.words), aliases),
                nowhere,
            )
        )
    for source in plan.sources:
        draw(_sources(plan, source, draft))
    spoken_of = {claim.event for claim, _ in draft.claims}
    parents = draw(_parents(plan.events))
    for name in plan.events:
        kind_of_event = draw(st.sampled_from(["visit", "talks"])) if name in spoken_of else "strand"
        where = draw(st.none() | st.sampled_from(plan.entities))
        draft.events.append((Event(name, kind_of_event, draw(plan.words), parents[name], where), nowhere))
    if len(plan.all_claims) > 1:
        for number in range(draw(st.integers(0, 3))):
            draft.conflicts.append((draw(_conflicts(plan, f"conflict-{number}", draft)), nowhere))
    return Corpus.of(draft, mended(draft))


@st.composite
def _parents(draw: st.DrawFn, events: Sequence[str]) -> dict[str, str | None]:
    """What each event is a part of: one before it in some order, which is not that of the records or of the days."""
    order = draw(st.permutations(events))
    if draw(st.sampled_from([False, False, True])):
        return dict(zip(order, [None, *order], strict=False))
    return {
        name: draw(st.none() | st.sampled_from(order[:number])) if number else None
        for number, name in enumerate(order)
    }


@st.composite
def _sources(draw: st.DrawFn, plan: _Plan, name: str, draft: Draft) -> None:
    """Draw a source with all that is in it, and put it into the draft."""
    document = DrawnDocument(draw(st.just("") | plan.words))
    statements = {record: draw(passages(plan.words, document)) for record in plan.statements[name]}
    claims = {record: draw(passages(plan.words, document)) for record in plan.claims[name]}
    furniture = [draw(passages(plan.words, document)) for _ in range(draw(st.integers(0, 1)))]
    left_out = [draw(passages(plan.words, document)) for _ in range(draw(st.integers(0, 1)))]
    text, nowhere = document.text, Place("drawn")
    data = text.encode()
    draft.texts[name] = text
    draft.digests[name] = hashlib.sha256(data).hexdigest()
    for record, (exact, part, mark) in statements.items():
        quote = draw(quotes(text, exact, mark))
        draft.statements.append((draw(_statements(plan, name, record, quote, part)), nowhere))
    for record, (exact, part, mark) in claims.items():
        quote = draw(quotes(text, exact, mark))
        draft.claims.append((draw(_claims(plan, name, record, quote, part)), nowhere))
    draft.furniture[name] = [
        (Furniture(draw(quotes(text, exact, mark)), "menu"), nowhere) for exact, _, mark in furniture
    ]
    draft.left_out[name] = [
        (LeftOut(draw(quotes(text, exact, mark)), draw(plan.words)), nowhere) for exact, _, mark in left_out
    ]
    source = Source(
        id=name,
        title=draw(plan.words),
        publisher=draw(st.sampled_from(plan.entities)),
        published=draw(_dated(plan, name, draw(st.sampled_from([None, text[-2:] or None])))),
        sha256=draft.digests[name],
        language="en",
        authors=tuple(draw(st.lists(plan.words, max_size=2))),
        translated_from=draw(st.sampled_from([None, "", "ko"])),
        url=draw(st.none() | plan.words),
        retrieved=draw(st.none() | plan.words),
        reliability=draw(st.none() | st.sampled_from(Reliability)),
        caveats=tuple(draw(st.lists(plan.words, max_size=2))),
    )
    draft.sources.append((source, nowhere))


@st.composite
def _statements(
    draw: st.DrawFn, plan: _Plan, source: str, name: str, quote: QuoteField, part: str
) -> Statement:
    hop = st.builds(
        Hop,
        who=st.sampled_from(plan.entities),
        record=st.sampled_from(OnRecord),
        how=st.sampled_from([None, part]),
    )
    return Statement(
        id=name,
        source=source,
        quote=quote,
        chain=tuple(draw(st.lists(hop, min_size=1, max_size=3))),
        public=draw(st.sampled_from([True, True, False])),
        on=draw(_mostly(_dated(plan, name, draw(st.sampled_from([None, part]))))),
        # Itself or one before it: no ring can come of it.
        origin=draw(st.none() | st.sampled_from(plan.all_statements[: plan.all_statements.index(name) + 1])),
    )


@st.composite
def _claims(draw: st.DrawFn, plan: _Plan, source: str, name: str, quote: QuoteField, part: str) -> Claim:
    of_event = bool(plan.events) and draw(st.sampled_from([True, True, True, False]))
    status = draw(st.sampled_from([it for it in Status if of_event or it is not Status.NO_COMMENT]))
    said_in = plan.statements[source]
    others = [other for other in plan.all_claims if other != name]
    on_condition = of_event and draw(st.sampled_from([False, False, False, True]))
    return Claim(
        id=name,
        source=source,
        quote=quote,
        status=status,
        factuality=draw(st.sampled_from(sorted(ALLOWED_FACTUALITY[status]))),
        event=draw(st.sampled_from(plan.events)) if of_event else None,
        entity=None if of_event else draw(st.sampled_from(plan.entities)),
        office=None if of_event else draw(st.none() | st.sampled_from(plan.entities)),
        label=None if of_event else part,
        statement=draw(_mostly(st.sampled_from(said_in))) if said_in else None,
        date=draw(_mostly(_dated(plan, name, draw(st.sampled_from([None, part]))))),
        hedge=draw(st.sampled_from([None, part])),
        condition=part if on_condition else None,
        roles=draw(_roles(plan.entities)),
        # Only claims of smaller names: no ring can come of it.
        supersedes=tuple(
            draw(st.just([]) | _some([other for other in others if _number(other) < _number(name)]))
        ),
        contradicts=tuple(draw(_some(others))),
        corroborates=tuple(draw(_some(others))),
        resolves=tuple(draw(_some(others))),
        explains=tuple(draw(_some(others))),
    )


def _mostly(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(strategy, strategy, st.none())


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=2, unique=True) if names else st.just([])


def _roles(entities: Sequence[str]) -> st.SearchStrategy[Roles]:
    one = st.sampled_from(entities)
    several = st.lists(one, max_size=3).map(tuple)
    return st.dictionaries(st.sampled_from(["host", "sender", "led-by", "7"]), one | several, max_size=3)


@st.composite
def _conflicts(draw: st.DrawFn, plan: _Plan, name: str, draft: Draft) -> Conflict:
    """A conflict among the claims of one event, where one has enough of them, or among any."""
    groups = [[claim.id for claim, _ in draft.claims if claim.event == event] for event in plan.events]
    pools = [*(group for group in groups if len(group) > 1), plan.all_claims]
    chosen = draw(
        st.lists(st.sampled_from(draw(st.sampled_from(pools))), min_size=2, max_size=4, unique=True)
    )
    # No conflict prefers against another one: that is a finding.
    against = {
        claim
        for it, _ in draft.conflicts
        if it.preferred in chosen
        for claim in {*it.claims} - {it.preferred}
    }
    preferable = [claim for claim in chosen if claim not in against]
    return Conflict(
        id=name,
        kind=draw(st.sampled_from(ConflictKind)),
        point=draw(st.none() | st.sampled_from(Point)),
        topic=draw(plan.words),
        claims=tuple(chosen),
        reason=draw(plan.words),
        preferred=draw(_mostly(st.sampled_from(preferable))) if preferable else None,
        readings=draw(st.dictionaries(st.sampled_from(chosen), plan.words, max_size=3)),
        open=draw(st.none() | plan.words),
    )
