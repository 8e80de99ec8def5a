"""Hypothesis strategies for whole corpora: every corpus drawn has passed the checks."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import strategies as st

from model.corpus.check import check_draft
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
    Quote,
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
    Reliability,
    Status,
)
from model.dates.civil import civil_date, day_number
from model.dates.edtf import parse
from model.quotes.occurrences import occurrences

T = TypeVar("T")

FIRST_DAY, LAST_DAY = day_number(2025, 4, 25), day_number(2025, 5, 15)
"""Day numbers of the weeks in which nearly all of a drawn corpus takes place, so that its dates meet."""

PIECES = (
    "the visit", "not", "on Wednesday", "May 9", "likely", " ", ". ", "été", "e\u0301te\u0301", "최룡해", "金",
    "\U0001f680", "\U0001f468\u200d\U0001f469", "\u00a0", "\r\n", "\n", "\r", "\t", '"', "'", "\\", '"""', "'''",
    "\ufeff", "\u202e", "\u2028", "\x85", "\x1b[31m", "\x00", "\x7f", "#", "= [[claim]]", "{", "</script>", "\ufb01",
)  # fmt: skip
"""What texts are made of: few words, so that quotes recur, and every character that is easily lost."""

days = st.integers(FIRST_DAY, LAST_DAY)
"""Day numbers inside the drawn corpora's weeks."""

prose = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
)
"""Texts of at least one character, without the marks that keep passages apart."""

plain = st.just("on Wednesday")
"""Nothing but the same words again, for properties in which texts play no part."""


def iso(day: int) -> str:
    """A day number as `YYYY-MM-DD`."""
    year, month, day_of_month = civil_date(day)
    return f"{year:04d}-{month:02d}-{day_of_month:02d}"


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """Dates of every shape of the subset."""
    first = draw(days)
    last = draw(st.integers(first, LAST_DAY))
    start, end = iso(first), iso(last)
    points = [*[start] * 8, start[:7], start[:4], f"{start}?", f"{start[:7]}~", f"{start[:4]}%"]
    extents = [f"{start}/{end}", f"{start}/..", f"../{end}"]
    windows = [f"[{start}..{end}]", f"[..{end}]", f"[{start}..]"]
    far = ["Y12000", "-0044-03-15", "0000"]
    return draw(st.sampled_from([*points, *extents, *windows, *far]))


@st.composite
def _dated(draw: st.DrawFn, plan: "_Plan", words: str | None) -> Dated:
    """A date of any basis that fits; `words` stand in the record's quote."""
    printed = {Basis.EXPLICIT, Basis.EXPLICIT_PARTIAL}
    basis = draw(st.sampled_from([basis for basis in Basis if words is not None or basis not in printed]))
    reasoning = draw(st.sampled_from([None, "", "as printed"]) if basis is Basis.EXPLICIT else plan.words)
    if basis is Basis.NONE:
        return Dated(basis=basis, words=words, reasoning=reasoning)
    edtf = draw(edtf_texts())
    return Dated(
        basis=basis,
        edtf=edtf,
        words=words,
        reasoning=reasoning,
        best=draw(st.none() | _best(edtf)),
        from_=draw(st.sampled_from(plan.datable)) if basis is Basis.INHERITED else None,
    )


def _best(edtf: str) -> st.SearchStrategy[str | None]:
    """A full day inside the bounds; none where the bounds lie outside the years that have written days."""
    date = parse(edtf)
    first = date.earliest if date.earliest is not None else min(FIRST_DAY, date.latest or FIRST_DAY)
    last = date.latest if date.latest is not None else max(LAST_DAY, first)
    if not 1 <= first <= last < day_number(9999, 12, 31):
        return st.none()
    return st.integers(first, last).map(iso)


@dataclass
class _Document:
    """A text under construction. Each passage follows a mark of its own, so that a prefix can tell it apart."""

    text: str = ""
    marks: list[str] = field(default_factory=list)

    def add(self, passage: str, after: str) -> str:
        mark = f"‹{len(self.marks)}›"
        self.marks.append(mark)
        self.text += mark + passage + after
        return mark


@st.composite
def _passages(draw: st.DrawFn, plan: "_Plan", document: _Document) -> tuple[str, str, str]:
    """A passage that was added to the document: its words, a part of it, and its mark."""
    part = draw(plan.words)
    exact = (
        draw(st.sampled_from(["", " ", "the visit "])) + part + draw(st.sampled_from(["", "\r\n", " likely"]))
    )
    mark = document.add(exact, draw(st.sampled_from(["", " ", "\n", "\r\n", " the visit "])))
    return exact, part, mark


@st.composite
def _quotes(draw: st.DrawFn, text: str, exact: str, mark: str) -> QuoteField:
    """A selector of the passage after `mark`, with context where it needs it and sometimes where it does not."""
    if len(list(occurrences(text, exact))) == 1:
        ways: list[QuoteField] = [exact, exact, Quote(exact=exact), Quote(exact=exact, prefix=mark[-1])]
        return draw(st.sampled_from(ways))
    return Quote(exact=exact, prefix=mark)


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

    @property
    def datable(self) -> list[str]:
        return [*self.sources, *self.all_statements, *self.all_claims]


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
def corpora(draw: st.DrawFn, words: st.SearchStrategy[str] = prose) -> Corpus:
    """A checked corpus of one to three sources and up to twelve claims, of every status and shape of date.

    `words` are what its texts are made of: `prose`, or `plain` where only the claims matter.
    """
    plan = draw(_plans(words))
    nowhere = Place("drawn")
    draft = Draft(info=CorpusInfo(1, draw(plan.words), draw(st.just("") | plan.words), ("x",), "en"))
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
    for number, name in enumerate(plan.events):
        kind_of_event = draw(st.sampled_from(["visit", "talks"])) if name in spoken_of else "strand"
        part_of = draw(st.none() | st.sampled_from(plan.events[:number])) if number else None
        where = draw(st.none() | st.sampled_from(plan.entities))
        draft.events.append((Event(name, kind_of_event, draw(plan.words), part_of, where), nowhere))
    if len(plan.all_claims) > 1:
        for number in range(draw(st.integers(0, 3))):
            draft.conflicts.append((draw(_conflicts(plan, f"conflict-{number}", draft)), nowhere))
    anchors, problems = check_draft(draft)
    assert not problems
    return Corpus.of(draft, anchors)


@st.composite
def _sources(draw: st.DrawFn, plan: _Plan, name: str, draft: Draft) -> None:
    """Draw a source with all that is in it, and put it into the draft."""
    document = _Document(draw(st.just("") | plan.words))
    statements = {record: draw(_passages(plan, document)) for record in plan.statements[name]}
    claims = {record: draw(_passages(plan, document)) for record in plan.claims[name]}
    furniture = [draw(_passages(plan, document)) for _ in range(draw(st.integers(0, 1)))]
    left_out = [draw(_passages(plan, document)) for _ in range(draw(st.integers(0, 1)))]
    text, nowhere = document.text, Place("drawn")
    data = text.encode()
    draft.texts[name] = text
    draft.digests[name] = hashlib.sha256(data).hexdigest()
    for record, (exact, part, mark) in statements.items():
        quote = draw(_quotes(text, exact, mark))
        draft.statements.append((draw(_statements(plan, name, record, quote, part)), nowhere))
    for record, (exact, part, mark) in claims.items():
        quote = draw(_quotes(text, exact, mark))
        draft.claims.append((draw(_claims(plan, name, record, quote, part)), nowhere))
    draft.furniture[name] = [
        (Furniture(draw(_quotes(text, exact, mark)), "menu"), nowhere) for exact, _, mark in furniture
    ]
    draft.left_out[name] = [
        (LeftOut(draw(_quotes(text, exact, mark)), draw(plan.words)), nowhere) for exact, _, mark in left_out
    ]
    source = Source(
        id=name,
        title=draw(plan.words),
        publisher=draw(st.sampled_from(plan.entities)),
        published=draw(_dated(plan, draw(st.sampled_from([None, text[-2:] or None])))),
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
        on=draw(_mostly(_dated(plan, draw(st.sampled_from([None, part]))))),
        origin=draw(st.none() | st.sampled_from(plan.all_statements)),
    )


@st.composite
def _claims(draw: st.DrawFn, plan: _Plan, source: str, name: str, quote: QuoteField, part: str) -> Claim:
    of_event = bool(plan.events) and draw(st.sampled_from([True, True, True, False]))
    status = draw(st.sampled_from(Status))
    said_in = plan.statements[source]
    others = plan.all_claims
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
        date=draw(_mostly(_dated(plan, draw(st.sampled_from([None, part]))))),
        hedge=draw(st.sampled_from([None, part])),
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
    return Conflict(
        id=name,
        kind=draw(st.sampled_from(ConflictKind)),
        topic=draw(plan.words),
        claims=tuple(chosen),
        reason=draw(plan.words),
        preferred=draw(_mostly(st.sampled_from(chosen))),
        readings=draw(st.dictionaries(st.sampled_from(chosen), plan.words, max_size=3)),
        open=draw(st.none() | plan.words),
    )
