"""What is found at once is the beginning of what is found, however far the making ready has come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.index.found import MOST_OF_A_KIND, Kind
from model.index.protocol import Index, Reader
from model.index.sqlite import words as tables
from model.index.sqlite.index import SqliteIndex
from model.index.values import AsOf
from model.query.language import Readable, read
from model.query.vocabulary import vocabulary_of
from tests.effort import examples
from tests.index.asked import days, queries, searches
from tests.index.conftest import IndexOf
from tests.index.everything import begins
from tests.strategies import corpora


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of a few texts each, as they are of a large corpus."""
    monkeypatch.setattr(tables, "STEP", 300)


def fresh(index_of: IndexOf, corpus: Corpus, text: str = "") -> Reader:
    index: Index = index_of(corpus)
    query = read(text, Readable(index.vocabulary))
    return index.at(AsOf(index.steps[-1].day, query))


@examples(60)
@given(corpora(), st.data())
def test_of_drawn_corpora_on_any_day_under_any_filter(index_of: IndexOf, corpus: Corpus, data: st.DataObject):
    vocabulary = vocabulary_of(corpus)
    when = AsOf(data.draw(days), data.draw(queries(vocabulary)))
    typed = data.draw(st.one_of(searches(corpus, vocabulary), st.sampled_from(["a", "e", "the", "20"])))
    reader = index_of(corpus).at(when)
    for _ in range(data.draw(st.integers(0, 4))):
        reader.find.prepare()
    assert begins(reader, typed, data.draw(st.sampled_from([0, 60, 400, 10**6])))


@pytest.mark.parametrize("text", ["", "who:russia"])
@pytest.mark.parametrize(
    "typed", ["k", "moscow", "choe ryong-hae", "kim -attend", "by:ushakov", "u.s.", "zzz"]
)
def test_of_the_bundled_corpus_after_each_step(bundled_corpus: Corpus, typed: str, text: str):
    reader = fresh(SqliteIndex, bundled_corpus, text)
    whole = fresh(SqliteIndex, bundled_corpus, text).find.of(typed)
    ready, counted = False, []
    while not ready:
        begun = reader.find.begin(typed, 500)
        counted.append(begun.counting)
        assert begun.hits == whole.hits[: len(begun.hits)]
        assert begun.counting or (begun.hits, begun.more, begun.hidden) == (
            whole.hits,
            whole.more,
            whole.hidden,
        )
        ready = reader.find.prepare()
    assert len(counted) > 20
    assert counted[0] is True
    assert counted == sorted(counted, reverse=True)
    assert not reader.find.begin(typed, 0).counting


def test_it_makes_no_more_ready_than_it_may(bundled_corpus: Corpus):
    reader = fresh(SqliteIndex, bundled_corpus)
    assert reader.find.begin("zzz", 0).counting
    assert reader.find.begin("zzz", 3000).counting
    assert not reader.find.begin("zzz", 10**9).counting


def test_events_are_not_shown_before_it_is_known_which_stands_first(corpus: Corpus):
    whole = fresh(SqliteIndex, corpus).find.of("telephones").hits
    assert whole[0].kind is Kind.EVENT
    reader = fresh(SqliteIndex, corpus)
    first = reader.find.begin("telephones", 6000)
    assert first.hits == () and first.counting
    begun = reader.find.begin("telephones", 10**6).hits
    events = sum(hit.kind is Kind.EVENT for hit in whole)
    assert begun[:events] == whole[:events]


def test_what_fills_a_screen_is_enough_at_once(corpus: Corpus):
    reader = fresh(SqliteIndex, corpus)
    begun = reader.find.begin("item", 10**6)
    assert begun.counting and begun.more == {Kind.EVENT}
    assert [hit.kind for hit in begun.hits] == [Kind.EVENT] * MOST_OF_A_KIND


def test_as_many_of_each_kind_as_are_listed_are_all_that_is_looked_for(corpus: Corpus):
    reader = fresh(SqliteIndex, corpus)
    # Enough of every kind is made ready, and not all.
    reader.find.begin("zzz", 55_000)
    assert reader.find.begin("zzz", 0).counting
    begun = reader.find.begin("item", 0)
    assert not begun.counting
    assert begun.more == {Kind.EVENT, Kind.CLAIM, Kind.TEXT}


def test_what_is_made_ready_is_so_for_every_reader(index_of: IndexOf, bundled_corpus: Corpus):
    index = index_of(bundled_corpus)
    first, last = (index.at(AsOf(index.steps[at].day)) for at in (0, -1))
    while not first.find.prepare():
        pass
    assert not last.find.begin("zzz", 0).counting


def test_after_a_reload_what_was_ready_for_a_search_is_ready(corpus: Corpus):
    before = SqliteIndex(corpus)
    now, later = before.changed_to(corpus), before.changed_to(corpus)
    when = AsOf(before.steps[-1].day)
    now.prepare_as(before)
    assert not now.at(when).find.prepare(), "nobody has searched there"
    while not before.at(when).find.prepare():
        pass
    later.prepare_as(before)
    assert later.at(when).find.prepare()
    assert later.at(when).find.of("kim").hits == before.at(when).find.of("kim").hits
