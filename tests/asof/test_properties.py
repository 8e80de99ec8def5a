"""What holds of every corpus and every day."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import partial

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from model.asof.contest import Rule
from model.asof.knowledge import knowledge_steps
from model.asof.state import EventState, Verdict, event_state
from model.asof.timetable import event_timetable
from model.asof.visible import VisibleClaim
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict
from model.corpus.vocabulary import Factuality, OnRecord, Status
from model.dates.edtf import UNDATED_KEY, Shape
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf, TimelineRow
from tests.asof.oracle import candidates_of, certainty, is_outcome, is_preferred, is_retracted, seen
from tests.drawn_texts import FIRST_DAY, LAST_DAY, plain
from tests.effort import examples
from tests.strategies import corpora

FEW = examples(80)

some_day = st.integers(FIRST_DAY - 5, LAST_DAY + 30)

CLOSED = {
    Word.SUPERSEDED,
    Word.DENIED,
    Word.CANCELLED,
    Word.BELIEVED,
    Word.NOT_BELIEVED,
    Word.OCCURRED,
    Word.REPORTEDLY,
}


def states(corpus: Corpus, day: int) -> dict[str, EventState | None]:
    return {event: event_state(corpus, event, day) for event in corpus.events}


def changed(corpus: Corpus, other: Corpus, day: int) -> list[str]:
    """The events that have another state in `other`: names only, for a failing example is drawn many times."""
    return [
        event for event in corpus.events if event_state(corpus, event, day) != event_state(other, event, day)
    ]


def without_unseen(corpus: Corpus, day: int) -> Corpus:
    """The corpus as a curator would have had it on `day`: of no later claim more than what it dates, nor its name."""
    known = seen(corpus, day)
    claims = only_dating(corpus, day) | {
        name: msgspec.structs.replace(
            claim, supersedes=tuple(other for other in claim.supersedes if other in known)
        )
        for name, claim in known.items()
    }
    conflicts = {name: _known_part(conflict, known) for name, conflict in corpus.conflicts.items()}
    return replace(corpus, claims=claims, conflicts=conflicts)


def only_dating(corpus: Corpus, day: int) -> dict[str, Claim]:
    """The claims that were not known on `day`, by other names and about nothing.

    They say no more than how young their documents are: that is so on every day, as a printed day is.
    """
    known = seen(corpus, day)
    return {
        f"{name}-dates": msgspec.structs.replace(claim, id=f"{name}-dates", event=None, supersedes=())
        for name, claim in corpus.claims.items()
        if name not in known
    }


def _known_part(conflict: Conflict, known: Iterable[str]) -> Conflict:
    """A verdict on claims of which some are not known is not known either."""
    claims = tuple(name for name in conflict.claims if name in known)
    preferred = conflict.preferred if len(claims) == len(conflict.claims) else None
    return msgspec.structs.replace(conflict, claims=claims, preferred=preferred)


def by_name(state: EventState | None) -> object:
    """A state without the records themselves, of which only the fields that name unseen claims may differ."""
    if state is None:
        return None
    return (
        [(it.claim.id, it.said, it.date, it.word, it.superseded_by, it.retracted_by) for it in state.claims],
        (state.chosen.claim.id, state.word, state.rule, state.date, state.dated_by.id),
        (state.origins, state.sources, state.conflicts, state.due_after),
    )


@FEW
@given(corpora(plain), some_day)
def test_the_state_depends_only_on_claims_that_could_be_known(corpus: Corpus, day: int):
    then = without_unseen(corpus, day)
    for event in corpus.events:
        same = by_name(event_state(then, event, day)) == by_name(event_state(corpus, event, day))
        assert same, event


@FEW
@given(corpora(plain), some_day, st.sampled_from(Status), st.data())
def test_what_a_later_claim_says_changes_nothing(
    corpus: Corpus, day: int, status: Status, data: st.DataObject
):
    known = seen(corpus, day)
    events = [*corpus.events, None]
    later = {
        name: msgspec.structs.replace(
            claim,
            status=status,
            factuality=Factuality.CERTAIN,
            date=None,
            event=data.draw(st.sampled_from(events)),
            supersedes=tuple(known),
        )
        for name, claim in corpus.claims.items()
        if name not in known
    }
    other = replace(corpus, claims={**corpus.claims, **later, **only_dating(corpus, day)})
    assert seen(other, day) == known, "what is said later has to stay later"
    assert not changed(corpus, other, day)


@FEW
@given(corpora(plain), some_day, st.data())
def test_the_order_of_files_and_records_does_not_matter(corpus: Corpus, day: int, data: st.DataObject):
    order = data.draw(st.permutations(list(corpus.claims)))
    for claims in (order, order[::-1]):
        other = replace(
            corpus,
            claims={name: corpus.claims[name] for name in claims},
            statements=dict(reversed(list(corpus.statements.items()))),
            conflicts=dict(reversed(list(corpus.conflicts.items()))),
            sources=dict(reversed(list(corpus.sources.items()))),
        )
        assert not changed(corpus, other, day)
        assert knowledge_steps(other) == knowledge_steps(corpus)


@FEW
@given(corpora(plain), some_day, st.integers(1, 10**6))
def test_the_passing_of_time_alone_changes_nothing_but_makes_due(corpus: Corpus, day: int, passed: int):
    steps = [step.day for step in knowledge_steps(corpus) if step.day > day]
    last = min([day + passed, *(step - 1 for step in steps)])
    for event, state in states(corpus, day).items():
        same = event_state(corpus, event, last) == state
        assert same, event
        if state is not None:
            assert state.word_at(last) in {state.word_at(day), Word.DUE}
            assert state.passed_at(day) in {None, state.passed_at(last)}


@FEW
@given(corpora(plain), some_day)
def test_occurred_is_only_what_a_claim_says_occurred(corpus: Corpus, day: int):
    for state in states(corpus, day).values():
        if state is not None and state.word_at(day) is Word.OCCURRED:
            assert state.chosen.claim.status is Status.OCCURRED


@FEW
@given(corpora(plain), some_day)
def test_what_is_closed_or_open_ended_is_never_due(corpus: Corpus, day: int):
    for state in states(corpus, day).values():
        if state is not None and (state.word in CLOSED or state.date is None or state.date.latest is None):
            assert state.due_after is None
            assert state.word_at(10**9) is state.word


@FEW
@given(corpora(plain), some_day)
def test_due_means_that_the_last_day_passed_and_that_the_claim_may_have_been_made_before(
    corpus: Corpus, day: int
):
    for state in states(corpus, day).values():
        if state is not None and state.word_at(day) is Word.DUE:
            assert state.date is not None
            assert state.date.latest is not None
            assert state.date.latest < day
            first = state.chosen.said.earliest
            assert first is None or first < state.date.latest


@FEW
@given(corpora(plain), some_day)
def test_superseded_is_shown_only_where_every_known_claim_is(corpus: Corpus, day: int):
    known = seen(corpus, day)
    replaced = {old for claim in known.values() for old in claim.supersedes}
    replaced |= {name for name, claim in known.items() if is_retracted(corpus, claim, day)}
    for event, state in states(corpus, day).items():
        names = {name for name, claim in known.items() if claim.event == event}
        assert (state is None) == (not names)
        names = {name for name in names if known[name].decides} or names
        if state is not None:
            assert (state.word is Word.SUPERSEDED) == (names <= replaced)
            assert state.chosen.claim.id not in replaced or names <= replaced


@FEW
@given(corpora(plain), some_day)
def test_the_rule_that_is_said_is_the_one_that_decided(corpus: Corpus, day: int):
    footing = {OnRecord.ANONYMOUS: 0, OnRecord.DOCUMENT: 1, OnRecord.ON_RECORD: 2, OnRecord.OFFICIAL: 2}
    for state in states(corpus, day).values():
        if state is None:
            continue
        candidates = candidates_of(state.claims)
        outcome = partial(is_outcome, candidates)
        merits: list[tuple[Rule, Callable[[VisibleClaim], int]]] = [
            (Rule.OUTCOME, outcome),
            (Rule.CERTAINTY, partial(certainty, outcome)),
            (Rule.PREFERENCE, partial(is_preferred, corpus, day)),
            (Rule.FOOTING, lambda item: footing[item.said.record]),
            (Rule.LATER, lambda item: item.said.estimate),
        ]
        left, decided = candidates, Rule.ONLY
        for rule, merit in merits:
            best = [item for item in left if merit(item) == max(map(merit, left))]
            if len(best) < len(left):
                left, decided = best, rule
        if len(left) > 1:
            left, decided = [min(left, key=lambda item: item.claim.id)], Rule.ID
        assert [state.chosen.claim.id] == [item.claim.id for item in left]
        assert state.rule is decided


@FEW
@given(corpora(plain), some_day)
def test_the_stretches_of_the_timetable_are_the_states_of_their_days(corpus: Corpus, day: int):
    for event in corpus.claims_of_event:
        current = [row for row in event_timetable(corpus, event) if row.from_day <= day < row.until_day]
        state = event_state(corpus, event, day)
        verdicts = [{it.name: getattr(state, it.name) for it in fields(Verdict)}] if state else []
        same = [
            {it.name: getattr(row.state, it.name) for it in fields(Verdict)} for row in current
        ] == verdicts
        assert same, event


@FEW
@given(corpora(plain), some_day)
def test_the_timeline_shows_the_states_of_its_day_in_order_of_time(corpus: Corpus, day: int):
    reader = SqliteIndex(corpus).at(AsOf(day))
    rows = reader.rows(0, 1000)
    known = {event: state for event, state in states(corpus, day).items() if state is not None}
    keys = {event: state.date.sort_key if state.date else UNDATED_KEY for event, state in known.items()}
    assert [row.event for row in rows] == sorted(known, key=lambda event: (keys[event], event))
    for position, row in enumerate(rows):
        state = known[row.event]
        assert row.position == position == reader.position_of(row.event)
        assert row.date == state.date
        assert row.group == keys[row.event][0]
        assert row.word is state.word_at(day)
        assert (row.claim, row.status) == (state.chosen.claim.id, state.chosen.claim.status)
        assert row.who == state.chosen.said.speaker
        assert row.origins == state.origins
        assert row.contested == bool(state.conflicts)
        assert row.estimated == state.chosen.said.uncertain_at(day)


@FEW
@given(corpora(plain), some_day)
def test_what_is_over_stands_before_the_first_row_ahead_and_is_the_last_before_it(corpus: Corpus, day: int):
    reader = SqliteIndex(corpus).at(AsOf(day))
    rows = reader.rows(0, reader.counts.total)
    past = {Word.OCCURRED, Word.REPORTEDLY, Word.BELIEVED, Word.NOT_BELIEVED}

    def is_ahead(row: TimelineRow) -> bool:
        state = event_state(corpus, row.event, day)
        assert state is not None
        if row.date is None or row.group > 0:
            return True
        begun = row.date.earliest if row.date.shape is Shape.EXTENT else None
        last = begun if begun is not None else row.date.latest
        return state.word not in past and last is not None and last >= day

    ahead = [is_ahead(it) for it in rows]
    over = [it.position for it in rows if not ahead[it.position] and it.key.sort_key[1] <= day]
    after = max(over, default=-1) + 1
    assert reader.counts.first_ahead == next((it for it in range(after, len(rows)) if ahead[it]), len(rows))
