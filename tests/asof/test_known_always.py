"""Nothing that is said as of a day depends on what was not known by then, whatever the corpus."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.entity import entity_view
from model.asof.knowledge import knowledge_steps
from model.asof.known import _Known, known_by
from model.asof.lag import lags
from model.asof.saying import NEVER, Saying, saying
from model.asof.state import event_state
from model.asof.timetable import event_timetable
from model.corpus.check_references import reference_problems
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.memory.index import MemoryIndex
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from tests.asof.drafting import draft_of
from tests.drawn_texts import FIRST_DAY, LAST_DAY, plain
from tests.effort import examples
from tests.histories import histories
from tests.strategies import corpora

some_day = st.integers(FIRST_DAY - 5, LAST_DAY + 30)
BUNDLED = load_corpus(Path(seeds.__file__).parent)
STEPS = [step.day for step in knowledge_steps(BUNDLED)]


def _saying(said: Saying, day: int) -> object:
    when = (said.estimate, said.visible, said.on, said.uncertain_at(day))
    return said.speaker, said.record, said.hops, when


def told(corpus: Corpus, day: int) -> list[object]:
    """All that the model says on a day, by names where the records themselves differ in what is not known yet."""
    said: list[object] = []
    for event in corpus.claims_of_event:
        state = event_state(corpus, event, day)
        if state is None:
            continue
        items = [
            (it.claim.id, it.word, it.date, it.superseded_by, _saying(it.said, day)) for it in state.claims
        ]
        why = (state.why, state.runner_up.claim.id if state.runner_up else None)
        preferring = state.preferring(corpus)
        said.append((event, items, state.chosen.claim.id, state.word_at(day), state.passed_at(day), why))
        said.append((event, state.date, state.dated_by.id, state.origins, state.sources, state.conflicts))
        said.append((preferring.id, preferring.reason) if preferring is not None else None)
        rows = [row for row in event_timetable(corpus, event) if row.from_day <= day]
        said.append([(row.from_day, row.state.word, row.state.chosen.claim.id, row.changed) for row in rows])
    for conflict in conflicts_as_of(corpus, day):
        view = conflict_view(corpus, conflict, day)
        readings = [(it.words, it.preferred, [item.claim.id for item in it.claims]) for it in view.readings]
        said.append((conflict.id, view.kind, view.reason, view.open, readings))
    said.append([(lag.item.claim.id, lag.days, lag.apart) for lag in lags(corpus, day)])
    said.append([step for step in knowledge_steps(corpus) if step.day <= day])
    for entity in corpus.entities:
        seen = entity_view(corpus, entity, day)
        if seen.claims:
            names = {name: claim.id if claim else None for name, claim in seen.names.items()}
            labels = [item.claim.id for item in seen.labels]
            parts = {
                event: {part: item.claim.id for part, item in held.items()}
                for event, held in seen.parts.items()
            }
            told_of = [
                {event: it.claim.id for event, it in its.items()} for its in (seen.speaks, seen.passes)
            ]
            said.append((entity, names, labels, parts, told_of, seen.company))
            said.append([claim.id for claim in seen.claims])
    return sorted(said, key=repr)


@examples(100)
@given(corpora(plain), some_day)
def test_as_of_a_day_the_whole_says_what_is_said_of_what_was_known_by_then(corpus: Corpus, day: int):
    same = told(known_by(corpus, day), day) == told(corpus, day)
    assert same


@examples(25)
@given(corpora(plain), some_day, st.sampled_from([SqliteIndex, MemoryIndex]))
def test_rows_as_of_a_day_are_those_of_what_was_known_by_then(
    corpus: Corpus, day: int, index: type[SqliteIndex] | type[MemoryIndex]
):
    rows = [index(it).at(AsOf(day)).rows(0, 100) for it in (corpus, known_by(corpus, day))]
    same = rows[0] == rows[1]
    assert same


@examples(60)
@given(corpora(), some_day, some_day)
def test_what_was_known_by_a_day_is_known_by_a_later_one(corpus: Corpus, one: int, other: int):
    first, last = sorted((one, other))
    early = known_by(corpus, first)
    for again in (known_by(early, first), known_by(early, last), known_by(known_by(corpus, last), first)):
        same = again == early
        assert same


@examples(60)
@given(corpora())
def test_once_all_is_known_nothing_is_taken_away(corpus: Corpus):
    same = _Known(corpus, NEVER).corpus() == corpus
    assert same
    assert known_by(corpus, NEVER) is corpus


@examples(40)
@given(corpora(), some_day)
def test_what_is_left_names_nothing_that_is_not(corpus: Corpus, day: int):
    left = known_by(corpus, day)
    assert all(saying(left, claim).visible <= day for claim in left.claims.values())
    assert [*reference_problems(draft_of(left))] == []


@pytest.mark.parametrize("day", STEPS)
def test_each_step_of_the_bundled_corpus_says_what_was_known(day: int):
    assert told(known_by(BUNDLED, day), day) == told(BUNDLED, day)


@examples(60)
@given(histories(), some_day)
def test_what_is_kept_for_a_stretch_of_days_is_right_on_each_of_them(corpus: Corpus, day: int):
    same = known_by(corpus, day) == _Known(corpus, day).corpus()
    assert same
