"""Hypothesis strategies for whole corpora: every corpus drawn has passed the checks."""

import hashlib
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from model.corpus.check_amounts import MOST
from model.corpus.corpus import Corpus
from model.corpus.draft import Draft
from model.corpus.findings import Place
from model.corpus.records import (
    Amount,
    Claim,
    Conflict,
    CorpusInfo,
    Entity,
    Event,
    Furniture,
    Hop,
    LeftOut,
    Original,
    QuoteField,
    Roles,
    RowLink,
    Source,
    Statement,
)
from model.corpus.vocabulary import (
    ALLOWED_FACTUALITY,
    Change,
    ConflictKind,
    EntityType,
    OnRecord,
    Point,
    Reliability,
    Status,
)
from model.quotes.numbers import numbers_in
from tests.drawn_lists import drawn_lists
from tests.drawn_plans import Plan, dated, mostly, number_of, plans, seldom, some
from tests.drawn_questions import asked
from tests.drawn_texts import PIECES as PIECES
from tests.drawn_texts import DrawnDocument, passages, prose, quotes
from tests.mending import mended


@st.composite
def corpora(draw: st.DrawFn, words: st.SearchStrategy[str] = prose) -> Corpus:
    """A checked corpus of one to three sources and up to twelve claims, of every status and shape of date.

    `words` are what its texts are made of: `prose`, or `plain` where only the claims matter.
    """
    plan = draw(plans(words))
    nowhere = Place("drawn")
    draft = Draft(info=CorpusInfo(3, draw(plan.words), draw(st.just("") | plan.words), ("x",), "en"))
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
        rows = draw(st.lists(st.builds(RowLink, table=plan.words, row=plan.words), max_size=2, unique=True))
        event = Event(name, kind_of_event, draw(plan.words), parents[name], where, tuple(rows))
        draft.events.append((event, nowhere))
    if len(plan.all_claims) > 1:
        for number in range(draw(st.integers(0, 3))):
            draft.conflicts.append((draw(_conflicts(plan, f"conflict-{number}", draft)), nowhere))
    lists = draw(drawn_lists(draft.texts, plan.entities, plan.events))
    draft.lists = [(it, nowhere) for it in lists]
    draw(asked(draft, plan.words))
    for kind in (
        *("sources", "statements", "claims", "events", "entities", "conflicts"),
        *("lists", "questions", "searches"),
    ):
        rows = getattr(draft, kind)
        rows[:] = [(replace(record, **draw(_noted(plan))), place) for record, place in rows]
    tables: list[dict[str, Any]] = [draft.furniture, draft.left_out]
    for rows_of in tables:
        for source in rows_of:
            rows_of[source] = [(replace(it, **draw(_noted(plan))), place) for it, place in rows_of[source]]
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
def _sources(draw: st.DrawFn, plan: Plan, name: str, draft: Draft) -> None:
    """Draw a source with all that is in it, and put it into the draft."""
    document = DrawnDocument(draw(st.just("") | plan.words))
    statements = {record: draw(passages(plan.words, document)) for record in plan.statements[name]}
    claims = {record: draw(passages(plan.words, document)) for record in plan.claims[name]}
    records = [*statements, *claims]
    more = {record: draw(passages(plan.words, document)) for record in records if draw(seldom)}
    apart = {record: draw(passages(plan.words, document)) for record in records if draw(seldom)}
    furniture = [draw(passages(plan.words, document)) for _ in range(draw(st.integers(0, 1)))]
    left_out = [draw(passages(plan.words, document)) for _ in range(draw(st.integers(0, 1)))]
    printed = draw(passages(plan.words, document)) if draw(seldom) else None
    text, nowhere = document.text, Place("drawn")
    data = text.encode()
    draft.texts[name] = text
    draft.digests[name] = hashlib.sha256(data).hexdigest()
    for record, (exact, part, mark) in statements.items():
        quote = draw(quotes(text, exact, mark))
        made = draw(_statements(plan, name, record, quote, part))
        if record in more:
            made = replace(made, quotes=(draw(quotes(text, more[record][0], more[record][2])),))
        if record in apart:
            exact, part, mark = apart[record]
            named = draw(quotes(text, exact, mark))
            if made.on is not None and draw(st.booleans()):
                made = replace(made, on=replace(made.on, quote=named, words=part))
            else:
                first = replace(made.chain[0], quote=named, how=draw(st.sampled_from([None, part])))
                made = replace(made, chain=(first, *made.chain[1:]))
        draft.statements.append((made, nowhere))
    for record, (exact, part, mark) in claims.items():
        quote = draw(quotes(text, exact, mark))
        made_claim = draw(_claims(plan, name, record, quote, part))
        if record in more:
            made_claim = replace(made_claim, quotes=(draw(quotes(text, more[record][0], more[record][2])),))
        if record in apart and made_claim.date is not None:
            exact, part, mark = apart[record]
            day = replace(made_claim.date, quote=draw(quotes(text, exact, mark)), words=part)
            made_claim = replace(made_claim, date=day)
        draft.claims.append((made_claim, nowhere))
    draft.furniture[name] = [
        (Furniture(draw(quotes(text, exact, mark)), "menu"), nowhere) for exact, _, mark in furniture
    ]
    draft.left_out[name] = [
        (LeftOut(draw(quotes(text, exact, mark)), draw(plan.words)), nowhere) for exact, _, mark in left_out
    ]
    published = draw(dated(plan, name, draw(st.sampled_from([None, text[-2:] or None]))))
    if printed is not None:
        exact, part, mark = printed
        published = replace(published, quote=draw(quotes(text, exact, mark)), words=part)
    source = Source(
        id=name,
        title=draw(plan.words),
        publisher=draw(st.sampled_from(plan.entities)),
        **draw(_links(plan.sources[: plan.sources.index(name)])),
        published=published,
        sha256=draft.digests[name],
        language="en",
        authors=tuple(draw(st.lists(plan.words, max_size=2))),
        translated_from=draw(st.sampled_from([None, "", "ko"])),
        url=draw(st.none() | plan.words),
        medium=draw(st.sampled_from([None, None, "web-page"])),
        archived=draw(st.none() | plan.words) if draw(seldom) else None,
        original=Original(file="originals/a \u202e.pdf", sha256="0" * 64) if draw(seldom) else None,
        retrieved=draw(st.none() | plan.words),
        reliability=draw(st.none() | st.sampled_from(Reliability)),
        caveats=tuple(draw(st.lists(plan.words, max_size=2))),
    )
    draft.sources.append((source, nowhere))


@st.composite
def _statements(
    draw: st.DrawFn, plan: Plan, source: str, name: str, quote: QuoteField, part: str
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
        on=draw(mostly(dated(plan, name, draw(st.sampled_from([None, part]))))),
        # Itself or one before it: no ring can come of it.
        origin=draw(st.none() | st.sampled_from(plan.all_statements[: plan.all_statements.index(name) + 1])),
    )


@st.composite
def _claims(draw: st.DrawFn, plan: Plan, source: str, name: str, quote: QuoteField, part: str) -> Claim:
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
        statement=draw(mostly(st.sampled_from(said_in))) if said_in else None,
        date=draw(mostly(dated(plan, name, draw(st.sampled_from([None, part]))))),
        hedge=draw(st.sampled_from([None, part])),
        condition=part if on_condition else None,
        amounts=draw(_amounts(part)) if draw(seldom) else (),
        roles=draw(_roles(plan.entities)),
        # Only claims of smaller names: no ring can come of it.
        supersedes=tuple(
            draw(st.just([]) | some([other for other in others if number_of(other) < number_of(name)]))
        ),
        contradicts=tuple(draw(some(others))),
        corroborates=tuple(draw(some(others))),
        resolves=tuple(draw(some(others))),
        explains=tuple(draw(some(others))),
    )


def _roles(entities: Sequence[str]) -> st.SearchStrategy[Roles]:
    one = st.sampled_from(entities)
    several = st.lists(one, max_size=3).map(tuple)
    return st.dictionaries(st.sampled_from(["host", "sender", "led-by", "7"]), one | several, max_size=3)


@st.composite
def _noted(draw: st.DrawFn, plan: Plan) -> dict[str, Any]:
    """What curators write to themselves."""
    if not draw(seldom):
        return {}
    tags = draw(st.lists(st.sampled_from(["a", "b-c"]), max_size=2, unique=True))
    return {"note": draw(st.none() | plan.words), "todo": draw(st.none() | plan.words), "tags": tuple(tags)}


@st.composite
def _links(draw: st.DrawFn, before: Sequence[str]) -> dict[str, Any]:
    """Of which source before it one is a copy: no ring can come of it."""
    if not before or not draw(seldom):
        return {}
    field = draw(st.sampled_from(["version_of", "version_of", "reprint_of", "translation_of"]))
    change = draw(st.sampled_from([None, *Change, Change.RETRACTION])) if field == "version_of" else None
    return {field: draw(st.sampled_from(before)), "change": change}


@st.composite
def _amounts(draw: st.DrawFn, words: str) -> tuple[Amount, ...]:
    """A figure that its words give, or that they may give."""
    figures = [int(it) for it in numbers_in(words) or () if it == int(it) and 0 <= it <= MOST] or [7, 12_000]
    value = draw(st.sampled_from([*figures, None]))
    least = None if value is not None else draw(st.sampled_from(figures))
    unit = draw(st.sampled_from([None, "to\u202ens"]))
    is_read = all(it == int(it) and it <= MOST for it in numbers_in(words) or ())
    return (Amount(what="troops", value=value, min=least, unit=unit, words=words),) if is_read else ()


@st.composite
def _conflicts(draw: st.DrawFn, plan: Plan, name: str, draft: Draft) -> Conflict:
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
        preferred=draw(mostly(st.sampled_from(preferable))) if preferable else None,
        readings=draw(st.dictionaries(st.sampled_from(chosen), plan.words, max_size=3)),
        open=draw(st.none() | plan.words),
    )
