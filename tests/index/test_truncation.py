"""Nothing that an index answers depends on what was not known on the day that it is asked for.

The whole corpus, and what was known of it by then, are answered alike: whatever is asked, under whatever query.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import seeds
from model.asof.known import known_by
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.memory.index import MemoryIndex
from model.index.values import AsOf
from model.query.language import Readable, read
from model.query.terms import ALL, QueryError
from model.query.values import Values
from model.query.vocabulary import Vocabulary, vocabulary_of
from tests.drawn_texts import FIRST_DAY, LAST_DAY
from tests.effort import examples, some, tireless
from tests.histories import histories
from tests.index.asked import days, queries, searches
from tests.index.conftest import IndexOf
from tests.index.everything import everything
from tests.index.walked import Walked, questions
from tests.strategies import corpora

TRIED = settings(examples(100), suppress_health_check=[HealthCheck.too_slow])
BUNDLED = load_corpus(Path(seeds.__file__).parent)


def with_all_names(vocabulary: Vocabulary) -> dict[str, Values]:
    """A vocabulary in which every id that can be read is one that is offered."""
    return {
        key: {name: value for value in values.values() for name in (value.id, *value.others)}
        for key, values in vocabulary.items()
    }


def differing(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """The answers that are not the same."""
    return {asked: (answer, other[asked]) for asked, answer in one.items() if answer != other[asked]}


def is_of_another_day(typed: str, known: Corpus, whole: Corpus) -> bool:
    """Whether only what was not known gives a meaning to what was typed: it is read, where it would be refused."""
    try:
        read(typed, Readable(vocabulary_of(known)))
    except QueryError:
        try:
            read(typed, Readable(vocabulary_of(known), vocabulary_of(whole)))
        except QueryError:
            return False
        return True
    return False


@TRIED
@given(st.one_of(histories(), corpora(), histories()), st.data())
def test_all_answers_as_of_a_day_are_those_of_what_was_known_by_then(
    index_of: IndexOf, corpus: Corpus, data: st.DataObject
):
    index = index_of(corpus)
    steps = [step.day for step in index.steps]
    # Most of what can go wrong does so between the first step and the last.
    between = st.sampled_from(steps[:-1] or [FIRST_DAY])
    day = data.draw(st.one_of(between, between, st.integers(FIRST_DAY - 5, LAST_DAY)))
    known = known_by(corpus, day)
    assume(known is not corpus)
    # Other names of an origin are of other days; see below.
    words = {**vocabulary_of(corpus), "origin": with_all_names(vocabulary_of(known))["origin"]}
    query, *others = data.draw(st.lists(queries(words), min_size=1, max_size=3))
    typed = data.draw(st.lists(searches(corpus, words), max_size=6))
    typed = [it for it in typed if not is_of_another_day(it, known, corpus)]
    before = [step for step in steps if step <= day]
    when = AsOf(day, query)
    answers = [
        everything(it.at(when), corpus, [query, *others, ALL], typed, before)
        for it in (index, index_of(known))
    ]
    assert not differing(*answers)


@tireless
@pytest.mark.parametrize(("first", "text"), enumerate(["", "who:russia", "-has:conflict troops"]))
def test_of_the_bundled_corpus_too(index_of: IndexOf, first: int, text: str):
    index, vocabulary = index_of(BUNDLED), vocabulary_of(BUNDLED)
    typed = ["ambassadr", "delegation Kim", "by:kremlin", "who:nobody", "type:visit -basis:explicit"]
    # By day each query and each index has every sixth step, and together they have all.
    begin = first + 3 * isinstance(index, MemoryIndex)
    for step in some(index.steps[begin::6], index.steps):
        known = known_by(BUNDLED, step.day)
        query = read(text, Readable(vocabulary))
        asked = [it for it in typed if not is_of_another_day(it, known, BUNDLED)]
        when = AsOf(step.day, query)
        answers = [
            everything(it.at(when), BUNDLED, [query], asked, [step.day - 30])
            for it in (index, index_of(known))
        ]
        assert not differing(*answers)


def test_every_question_of_the_protocol_is_walked(index_of: IndexOf):
    asked: set[str] = set()
    index = index_of(BUNDLED)
    day = index.steps[-1].day
    everything(Walked(index.at(AsOf(day)), asked), BUNDLED, [ALL], ["kim"], [day])
    assert asked == questions()


@TRIED
@given(histories(), st.data())
def test_what_changed_until_a_later_day_is_told_by_what_was_known_by_that_day(
    index_of: IndexOf, corpus: Corpus, data: st.DataObject
):
    day, later = sorted(data.draw(st.lists(st.integers(FIRST_DAY, LAST_DAY), min_size=2, max_size=2)))
    changed = [
        index_of(it).at(AsOf(day)).changed_since(AsOf(later)) for it in (corpus, known_by(corpus, later))
    ]
    assert changed[0] == changed[1]


def in_any_order(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers but for what is said to stand as the corpus has it: lanes of strands and sources, values, hits."""
    lanes = {asked: sorted(answers[asked], key=repr) for asked in ("lanes strand", "lanes source")}
    values = {key: {it.id: it for it in its} for key, its in answers["vocabulary"].items()}
    found = {
        typed: it if isinstance(it, str) else (*it[:2], sorted(it[2], key=repr), *it[3:])
        for typed, it in answers["found"].items()
    }
    return {**answers, **lanes, "vocabulary": values, "found": found}


@TRIED
@given(st.one_of(histories(), corpora()), st.data())
def test_the_order_of_files_and_records_changes_only_what_stands_as_the_corpus_has_it(
    index_of: IndexOf, corpus: Corpus, data: st.DataObject
):
    kinds = ("sources", "entities", "events", "conflicts", "statements", "claims")
    records: dict[str, Any] = {
        kind: dict(data.draw(st.permutations(list(getattr(corpus, kind).items())))) for kind in kinds
    }
    other = replace(corpus, **records)
    index = index_of(corpus)
    steps = [step.day for step in index.steps]
    assert index_of(other).steps == index.steps
    words = with_all_names(vocabulary_of(corpus))
    query = data.draw(queries(words))
    typed = data.draw(st.lists(searches(corpus, words), max_size=3))
    when = AsOf(
        data.draw(st.sampled_from(steps) | st.integers(FIRST_DAY, LAST_DAY) if steps else days), query
    )
    answers = [
        in_any_order(everything(index_of(it).at(when), corpus, [query], typed, steps))
        for it in (corpus, other)
    ]
    assert not differing(*answers)


@TRIED
@given(histories(), st.integers(FIRST_DAY, LAST_DAY + 10), st.integers(1, 400))
def test_time_that_passes_alone_makes_rows_due_and_nothing_else(
    index_of: IndexOf, corpus: Corpus, day: int, passed: int
):
    index = index_of(corpus)
    last = min([day + passed, *(step.day - 1 for step in index.steps if step.day > day)])
    first, then = (index.at(AsOf(it)) for it in (day, last))
    rows = [it.rows(0, 100) for it in (first, then)]
    for one, other in zip(*rows, strict=True):
        assert other == replace(one, word=other.word, estimated=other.estimated)
        assert other.word in {one.word, Word.DUE}
        assert one.estimated or not other.estimated
    assert then.counts.due >= first.counts.due
    assert then.counts.first_ahead >= first.counts.first_ahead
    assert then.counts.contested == first.counts.contested
    assert then.mentions.claims() == first.mentions.claims()
