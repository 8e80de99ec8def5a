"""What changed from a day to a day is the difference of what was known on the two, found here the long way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.asof.changes import BY_TIME, CAME_OUT, ChangeKind, Difference, changes
from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.conflict_list import listed_conflicts
from model.asof.conflict_standing import ConflictStanding
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.standing import EventStanding
from model.asof.state import EventState, event_state
from model.asof.visible import VisibleClaim, visible_claim
from model.asof.word import Passed
from model.corpus.corpus import Corpus
from model.corpus.quarrels import contests
from model.corpus.vocabulary import CONTESTING
from model.dates.calendar import day_from_text
from model.index.memory.index import MemoryIndex
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from tests.begun import begun
from tests.drawn_texts import FIRST_DAY, LAST_DAY, plain
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories
from tests.strategies import corpora

DRAWN = corpora(plain) | histories()
FEW = examples(80)
some_day = st.integers(FIRST_DAY - 3, LAST_DAY + 40)


@st.composite
def stretches(draw: st.DrawFn, n: int, drawn: st.SearchStrategy[Corpus] = DRAWN) -> tuple[Corpus, list[int]]:
    """A corpus, and `n` days in order, mostly such on which something became known, or around them."""
    corpus = draw(drawn)
    steps = [step.day + by for step in SqliteIndex(corpus).steps for by in (-1, 0, 0, 1)]
    one = st.sampled_from(steps) | some_day if steps else some_day
    return corpus, sorted(draw(st.lists(one, min_size=n, max_size=n, unique=True)))


# The long way: each day's states of what was known by it, claim by claim, and what differs.


@dataclass(frozen=True)
class Full:
    known: Corpus
    states: dict[str, EventState]
    claims: dict[str, VisibleClaim]


def full(corpus: Corpus, day: int) -> Full:
    known = known_by(corpus, day)
    states = {event: state for event in known.events if (state := event_state(known, event, day)) is not None}
    claims = {it.id: visible_claim(known, it, saying(known, it), day) for it in known.claims.values()}
    return Full(known, states, claims)


def readings_left(known: Corpus, conflict: str, day: int) -> tuple[str, ...] | None:
    """The claims that stand of the reading of a conflict that came out; None where none did."""
    record = next((it for it in conflicts_as_of(known, day) if it.id == conflict), None)
    if record is None or record.kind not in CONTESTING:
        return None
    readings = conflict_view(known, record, day).readings
    left = [it for it in readings if it.preferred] or [it for it in readings if not it.superseded]
    if len(left) != 1:
        return None
    return tuple(sorted(it.claim.id for it in left[0].claims if not it.fallen))


def is_same_reading(known: Corpus, conflict: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    words = known.conflicts[conflict].readings

    def key(claim: str) -> object:
        negative = known.claims[claim].factuality.negative
        return (words[claim], negative) if words.get(claim) else claim

    return {*map(key, one)} == {*map(key, other)}


Found = tuple[object, ...]


def differences(corpus: Corpus, earlier: int, later: int) -> set[Found]:
    """What differs: its kind, what it is of, and the claim that says so, but for conflicts and `MORE`."""
    before, after = full(corpus, earlier), full(corpus, later)
    said = [*of_events(before, after), *of_claims(before, after)]
    events = {event for _, events in said for event in events}
    more = {
        (ChangeKind.MORE, event)
        for event, state in after.states.items()
        if event in before.states and {it.claim.id for it in state.claims} - before.claims.keys()
        if event not in events
    }
    said += of_conflicts((earlier, before), (later, after))
    return {difference for difference, _ in said} | more | set(by_time((earlier, before), (later, after)))


def of_events(before: Full, after: Full) -> Iterator[tuple[Found, set[str]]]:
    for event, state in after.states.items():
        was = before.states.get(event)
        if was is None:
            yield (ChangeKind.NEW, event, state.chosen.claim.id), {event}
        elif was.word is not state.word:
            yield (ChangeKind.TURNED, event, state.chosen.claim.id), {event}
        if was is not None and was.date != state.date:
            yield (ChangeKind.MOVED, event, state.dated_by.id), {event}


def by_time(before: tuple[int, Full], after: tuple[int, Full]) -> Iterator[Found]:
    for event, state in after[1].states.items():
        was, passed = before[1].states.get(event), state.passed_at(after[0])
        if passed is not None and was is not None and was.passed_at(before[0]) is not None:
            yield ChangeKind.SILENT, event, state.chosen.claim.id
        elif passed is not None:
            kinds = {
                Passed.DUE: ChangeKind.DUE,
                Passed.UNKNOWN: ChangeKind.UNSAID,
                Passed.UNANSWERED: ChangeKind.UNANSWERED,
            }
            yield kinds[passed], event, state.chosen.claim.id


def of_claims(before: Full, after: Full) -> Iterator[tuple[Found, set[str]]]:
    for name, item in after.claims.items():
        was, event = before.claims.get(name), item.claim.event
        if item.fallen and (was is None or not was.fallen):
            yield (ChangeKind.SUPERSEDED, event, name), {event} if event is not None else set()
        if event is None and was is None:
            yield (ChangeKind.ABOUT, None, name), set()


def of_conflicts(before: tuple[int, Full], after: tuple[int, Full]) -> Iterator[tuple[Found, set[str]]]:
    now = after[1]
    listed, relisted = (standings(it.known, day) for day, it in (before, after))
    for conflict in relisted:
        was, left = (readings_left(it.known, conflict, day) for day, it in (before, after))
        record = now.known.conflicts[conflict]
        events = frozenset(event for it in record.claims if (event := now.known.claims[it].event) is not None)
        if conflict not in listed or (was and not left):
            kind = ChangeKind.CONTESTED if contests(record) else ChangeKind.BESIDE
            yield (kind, conflict, events), {*events}
        how = relisted[conflict]
        if left and (
            was is None or not is_same_reading(now.known, conflict, was, left) or listed[conflict] is not how
        ):
            yield (CAME_OUT[how], conflict), {*events}


def standings(known: Corpus, day: int) -> dict[str, ConflictStanding]:
    """How the list of conflicts says that each of them stands."""
    listed = listed_conflicts(known, conflicts_as_of(known, day), day)
    return {it.conflict.id: it.standing for it in listed}


def as_differences(lines: tuple[Difference, ...]) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for it in lines:
        match it.kind:
            case ChangeKind.CONTESTED | ChangeKind.BESIDE:
                found.append((it.kind, it.conflict, frozenset(it.events)))
            case ChangeKind.SETTLED | ChangeKind.PREFERRED | ChangeKind.LEFT:
                found.append((it.kind, it.conflict))
            case ChangeKind.MORE:
                found.append((it.kind, *it.events))
            case _:
                found.append((it.kind, it.events[0] if it.events else None, it.claim))
    return found


@FEW
@given(stretches(2))
def test_the_changes_are_the_difference_of_the_states_of_both_days(drawn: tuple[Corpus, list[int]]):
    corpus, (earlier, later) = drawn
    found = as_differences(changes(corpus, earlier, later).lines)
    assert len({*found}) == len(found)
    assert {*found} ^ differences(corpus, earlier, later) == set()


@FEW
@given(stretches(2))
def test_nothing_of_after_the_later_day_is_told(drawn: tuple[Corpus, list[int]]):
    corpus, (earlier, later) = drawn
    known = known_by(corpus, later)
    assert changes(known, earlier, later).lines == changes(corpus, earlier, later).lines


@FEW
@given(stretches(3))
def test_changes_and_those_that_follow_are_together_those_of_the_whole_time(drawn: tuple[Corpus, list[int]]):
    corpus, (first, middle, last) = drawn
    one, other, whole = (changes(corpus, *days) for days in ((first, middle), (middle, last), (first, last)))
    assert one.then(other) == whole
    assert one.then(other).lines == whole.lines
    with pytest.raises(ValueError, match="begin on the day on which these end"):
        other.then(one)


Told = dict[str, EventStanding | None]


def ends(lines: tuple[Difference, ...]) -> tuple[Told, Told]:
    """What the lines say of each event: before, and after.

    That it is contested, and with which claim, is said by a line of its own, which tells of no event alone.
    """
    of_events = [(it.events[0], it) for it in lines if it.after is not None]
    return {event: _said(it.before) for event, it in of_events}, {
        event: _said(it.after) for event, it in of_events
    }


def _said(standing: EventStanding | None) -> EventStanding | None:
    return replace(standing, latest="", conflicts=()) if standing is not None else None


def assert_joined(corpus: Corpus, first: int, middle: int, last: int) -> None:
    """By the lines alone: what an event was is said by the first that tells of it, what it is by the last.

    A line of a claim that fell, and of what took its place, has no more to say of an event that only goes by that now.
    """
    one, other, whole = (
        changes(corpus, *days).lines for days in ((first, middle), (middle, last), (first, last))
    )
    fell = {event for it in (*one, *other) if it.kind is ChangeKind.SUPERSEDED for event in it.events}

    def told(standings: Told, event: str) -> EventStanding | None:
        said = standings[event]
        return replace(said, claim="", dated_by="") if said is not None and event in fell else said

    (was, then), (then_too, now) = ends(one), ends(other)
    assert all(then[event] == then_too[event] for event in then.keys() & then_too.keys())
    joined_before, joined_after = {**then_too, **was}, {**then, **now}
    whole_before, whole_after = ends(whole)
    for event in whole_after:
        assert told(joined_before, event) == told(whole_before, event)
        assert told(joined_after, event) == told(whole_after, event)
    # What is told of in parts alone has come back to what it was.
    for event in joined_after.keys() - whole_after.keys():
        before, after = joined_before[event], joined_after[event]
        assert before is not None
        assert after is not None
        assert (before.word, before.date) == (after.word, after.date)


@FEW
@given(stretches(3))
def test_the_lines_of_a_whole_time_are_those_of_its_parts_joined(drawn: tuple[Corpus, list[int]]):
    corpus, days = drawn
    assert_joined(corpus, *days)


def test_so_they_are_where_a_claim_of_the_same_word_takes_the_place_of_another():
    lines = """
        first   2025-05-01  expected  PR-  -
        second  2025-05-02  expected  PR-  -  supersedes=first
    """
    day = day_from_text("2025-05-01")
    assert_joined(corpus_of(lines), day - 1, day, day + 1)


@FEW
@given(stretches(2))
def test_they_stand_by_kinds_and_in_each_in_the_order_of_the_timeline(drawn: tuple[Corpus, list[int]]):
    corpus, (earlier, later) = drawn
    lines = changes(corpus, earlier, later).lines
    kinds = [it.kind for it in lines]
    assert kinds == sorted(kinds, key=list(ChangeKind).index)
    places = {row.event: row.position for row in SqliteIndex(corpus).at(AsOf(later)).rows(0, 1000)}
    for kind in ChangeKind:
        of_kind = [places[it.events[0]] for it in lines if it.kind is kind and it.events and not it.conflict]
        assert of_kind == sorted(of_kind)


@FEW
@given(stretches(2), st.sampled_from([SqliteIndex, MemoryIndex]))
def test_the_events_marked_after_a_step_are_those_that_changed(
    drawn: tuple[Corpus, list[int]], index: type[SqliteIndex] | type[MemoryIndex]
):
    """Marked and not listed by itself is only what was preferred besides, or what a conflict is about."""
    corpus, (earlier, later) = drawn
    reader = index(corpus).at(AsOf(later))
    marked = reader.changed_since(AsOf(earlier))
    lines = [it for it in changes(corpus, earlier, later).lines if it.kind not in BY_TIME]
    listed = {event for it in lines if it.conflict is None for event in it.events}
    settled = {event for it in lines if it.conflict is not None for event in it.events}
    assert listed <= marked
    for event in marked - listed - settled:
        was, now = (event_state(corpus, event, day) for day in (earlier, later))
        assert was is not None
        assert now is not None
        assert (was.word, was.date, was.claims, was.conflicts) == (
            now.word,
            now.date,
            now.claims,
            now.conflicts,
        )


@FEW
@given(stretches(1), st.sampled_from([SqliteIndex, MemoryIndex]))
def test_what_is_marked_as_new_at_a_step_is_listed_for_it(
    drawn: tuple[Corpus, list[int]], index: type[SqliteIndex] | type[MemoryIndex]
):
    corpus, (day,) = drawn
    opened = index(corpus)
    reader = opened.at(AsOf(day))
    if reader.step > 1:
        before, now = opened.steps[reader.step - 2].day, opened.steps[reader.step - 1].day
        lines = changes(corpus, before, now).lines
        listed = {event for it in lines for event in it.events}
        assert {row.event for row in reader.rows(0, 1000) if row.new} <= listed


@FEW
@given(stretches(2, begun(DRAWN)))
def test_drafts_are_in_none(drawn: tuple[Corpus, list[int]]):
    corpus, (earlier, later) = drawn
    drafts = {(it.kind, it.record.id) for it in corpus.drafts}
    for it in changes(corpus, earlier, later).lines:
        named = {("claim", it.claim), ("conflict", it.conflict), *(("event", event) for event in it.events)}
        assert not named & drafts


@FEW
@given(stretches(2))
def test_every_claim_that_came_is_of_something_that_is_told(drawn: tuple[Corpus, list[int]]):
    corpus, (earlier, later) = drawn
    lines = changes(corpus, earlier, later).lines
    events = {event for it in lines for event in it.events}
    claims = {it.claim for it in lines}
    for claim in corpus.claims.values():
        if earlier < saying(corpus, claim).visible <= later:
            assert claim.event in events if claim.event is not None else claim.id in claims
