"""The contract of `model.index.protocol`: what the index in SQLite answers is what counting every claim gives.

Whatever is asked, on whatever day, under whatever query, of corpora made by hand, drawn, and the bundled one; and
whatever was asked in between of other days and queries.
"""

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seeds
from model.corpus.load import load_corpus
from model.dates.units import Zoom
from model.index.memory.index import MemoryIndex
from model.index.protocol import Reader
from model.index.sqlite.index import KEPT, SqliteIndex
from model.index.values import AsOf, Grouping
from model.query.language import Readable, read
from model.query.terms import ALL
from model.query.vocabulary import vocabulary_of
from tests.begun import begun
from tests.effort import examples, some, tireless
from tests.handmade import corpus_of
from tests.index.asked import days, queries
from tests.index.everything import everything
from tests.strategies import corpora

BUNDLED = load_corpus(Path(seeds.__file__).parent)

HAND_MADE = """
    plan     2025-05-01  scheduled  CT+  2025-05-09             event=parade by=kremlin
    doubt    2025-05-02  expected   PR-  2025-05-09             event=parade by=tass source=wire
    talks    2025-05-02  ongoing    CT+  2024/..                event=talks by=tass
    until    2025-05-02  occurred   CT+  ../2025-04-30          event=silence
    window   2025-05-03  expected   PR+  [2025-05-09..2025-06]  event=visit
    some-day 2025-05-03  expected   PR+  [2025-07-01..]         event=summit
    by       2025-05-03  expected   PR+  [..2025-12]            event=plant by=kremlin
    undated  2025-05-03  expected   PR+  -                      event=letter
    later    2025-05-05  confirmed  CT+  2025-05-10             event=parade supersedes=plan by=kremlin
    done     2025-05-12  occurred   CT+  2025-05-10             event=parade
    conflict contradiction plan,doubt preferred=doubt
"""

FEW = settings(examples(80), suppress_health_check=[HealthCheck.too_slow])


def summary(reader: Reader) -> object:
    """Something of every part of a reader, for it to be told from others by."""
    return (
        reader.counts,
        reader.rows(0, 10**6),
        reader.density.between(Zoom.MONTH, -(10**9), 10**9),
        {grouping: reader.lanes.of(grouping) for grouping in Grouping},
        reader.mentions.over_rows(2),
        reader.mentions.pairs(9),
        reader.find.of("a").hits,
        reader.facets.counts("status", ALL),
    )


def test_days_are_drawn_around_what_the_corpora_tell_of():
    steps = SqliteIndex(BUNDLED).steps
    assert 738_000 < steps[0].day < steps[-1].day < 740_500


@FEW
@given(st.data())
def test_drawn_corpora_are_answered_alike(data: st.DataObject):
    corpus = data.draw(corpora() | begun(corpora()))
    sqlite, memory = SqliteIndex(corpus), MemoryIndex(corpus)
    steps = [step.day for step in sqlite.steps]
    day = data.draw(st.sampled_from(steps) | days if steps else days)
    query = data.draw(queries(sqlite.vocabulary))
    asked = [query, *data.draw(st.lists(queries(sqlite.vocabulary), max_size=2))]
    searches = ["a", "source", "has:conflict", "by:entity", *(f"who:{name}" for name in corpus.entities)]
    when = AsOf(day, query)
    answers = [everything(it.at(when), corpus, asked, searches, steps) for it in (sqlite, memory)]
    assert answers[0] == answers[1]


QUERIES = [
    "",
    "by:kremlin",
    "-by:kremlin",
    "parade",
    "status:scheduled,expected",
    "has:conflict",
    "has:superseded,due",
    "-has:due",
    "after:2025-05-10",
    "before:2025-05 -talks",
    "basis:external",
]


@tireless
@pytest.mark.parametrize(("first", "text"), enumerate(QUERIES))
def test_a_corpus_made_by_hand_is_answered_alike_on_every_day_around_its_steps(first: int, text: str):
    corpus = corpus_of(HAND_MADE)
    sqlite, memory = SqliteIndex(corpus), MemoryIndex(corpus)
    query = read(text, Readable(sqlite.vocabulary))
    days = sorted({step.day + by for step in sqlite.steps for by in (-1, 0, 400)})
    # By day each query has every third day, the next one those after these.
    for day in some(days[first % 3 :: 3], days):
        when = AsOf(day, query)
        searches = ["parade", "by:kremlin", "source:wire", "type:visit -has:conflict", "nothing", "by:nobody"]
        answers = [everything(it.at(when), corpus, [query], searches, days) for it in (sqlite, memory)]
        assert answers[0] == answers[1], when


@pytest.mark.parametrize("text", ["", "by:ushakov", "troops -by:kremlin", "who:putin before:2025-05"])
def test_the_bundled_corpus_is_answered_alike(text: str):
    sqlite, memory = SqliteIndex(BUNDLED), MemoryIndex(BUNDLED)
    query = read(text, Readable(sqlite.vocabulary))
    step = sqlite.steps[-2].day
    searches = ["Kim", "by:ushakov -their", "ambassador delegation", "parades", "-troops by:tass"]
    answers = [
        everything(it.at(AsOf(step, query)), BUNDLED, [query], searches, [step - 3])
        for it in (sqlite, memory)
    ]
    assert answers[0] == answers[1]


@settings(FEW, max_examples=12)
@given(st.data())
def test_readers_of_other_days_and_queries_that_are_asked_in_turn_never_mix(data: st.DataObject):
    corpus = BUNDLED if data.draw(st.booleans()) else corpus_of(HAND_MADE)
    index, vocabulary = SqliteIndex(corpus), vocabulary_of(corpus)
    steps = [step.day for step in index.steps]
    each = st.builds(AsOf, st.sampled_from(steps), queries(vocabulary))
    asked = data.draw(st.lists(each, min_size=2, max_size=2 * KEPT))
    alone = {when: summary(SqliteIndex(corpus).at(when)) for when in asked}
    held = [index.at(when) for when in asked]
    for reader in (*held, *held[::-1]):
        assert summary(reader) == alone[reader.when]


def test_a_reader_that_is_not_kept_any_more_stays_right_for_who_holds_it_or_a_part_of_it():
    index = SqliteIndex(BUNDLED)
    day = index.steps[-1].day
    first, second = (AsOf(step.day) for step in index.steps[:2])
    reader, lanes = index.at(first), index.at(second).lanes
    for by in range(3 * KEPT):
        summary(index.at(AsOf(day + by)))
    gc.collect()
    assert index.at(first) is not reader
    assert summary(reader) == summary(index.at(first))
    assert lanes.of(Grouping.ENTITY) == index.at(second).lanes.of(Grouping.ENTITY)


def test_the_last_few_readers_are_kept_and_the_tables_of_others_are_gone():
    index = SqliteIndex(BUNDLED)
    day = index.steps[-1].day
    kept = index.at(AsOf(day, read("who:putin,ushakov", Readable(index.vocabulary))))
    assert index.at(AsOf(day, read("WHO:ushakov,vladimir-putin", Readable(index.vocabulary)))) is kept
    for by in range(5 * KEPT):
        index.at(AsOf(day + by)).lanes.of(Grouping.ENTITY)
    del kept
    gc.collect()
    index.at(AsOf(day - 1))
    tables = index._store.database.execute("SELECT count(*) FROM sqlite_temp_schema WHERE type = 'table'")
    assert tables.fetchone()[0] <= 2 * KEPT
