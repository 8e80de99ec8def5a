"""Keys of what the state of an event, or another record, decides: footing, number of origins, strands, conflicts."""

from dataclasses import replace as corpus_with

import pytest
from msgspec.structs import replace

from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from model.index.values import AsOf
from model.query.language import Readable, read
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf

CORPUS = corpus_of("""
    told    2025-05-01  expected   PR+  2025-05-09  event=visit by=insider footing=anonymous
    denied  2025-05-03  denied     CT-  2025-05-09  event=visit by=kremlin supersedes=told
    rumour  2025-05-01  expected   PR+  2025-05-09  event=talks by=insider footing=anonymous
    again   2025-05-02  expected   PR+  2025-05-09  event=talks by=other   footing=anonymous
    same    2025-05-02  expected   PR+  2025-05-09  event=talks by=tass    footing=document origin=rumour
    apart   2025-05-04  scheduled  CT+  2025-05-09  event=parade source=wire
    who     2025-05-01  ongoing    CT+  -           entity=choe office=chair by=tass
    who-2   2025-05-03  ongoing    CT+  -           entity=choe office=chair by=tass source=wire
    conflict resolved      told,denied  preferred=denied
    conflict gradient      rumour,again point=who
    conflict not-the-same  rumour,apart
    conflict label         who,who-2    point=name
    event visit  part_of=journey
    event journey part_of=strand
    event strand type=strand
    source wire 2025-05-04
""")


def found(index_of: IndexOf, typed: str, day: str = "2025-12-31", corpus: Corpus = CORPUS) -> set[str]:
    index, when = index_of(corpus), day_from_text(day)
    query = read(typed, Readable(index.at(AsOf(when)).vocabulary, index.vocabulary))
    return {row.event for row in index.at(AsOf(when, query)).rows(0, 9)}


def test_the_footing_is_that_of_whoever_supports_the_word_shown(index_of: IndexOf):
    """What was said without a name and has been replaced is no support; who repeats it does not hide whose it is."""
    assert found(index_of, "record:anonymous", "2025-05-02") == {"visit", "talks"}
    assert found(index_of, "record:anonymous") == {"talks"}
    assert found(index_of, "record:document") == {"talks"}
    assert found(index_of, "record:on-record") == {"visit", "parade"}
    assert found(index_of, "-record:document,on-record", "2025-05-01") == {"visit", "talks"}


def test_the_language_is_that_of_the_document(index_of: IndexOf):
    """Not that of titles and reasons, which is the curators'."""
    wire = replace(CORPUS.sources["wire"], language="ko")
    corpus = corpus_with(CORPUS, sources={**CORPUS.sources, "wire": wire})
    assert found(index_of, "language:korean", corpus=corpus) == {"parade"}
    assert found(index_of, "language:en", corpus=corpus) == {"visit", "talks"}
    assert found(index_of, "source:wire") == {"parade"}


def test_origins_are_those_that_support_the_word_shown(index_of: IndexOf):
    assert found(index_of, "origins:1", "2025-05-01") == {"visit", "talks"}
    assert found(index_of, "origins:2") == {"talks"}
    assert found(index_of, "origins:1 record:anonymous") == set()
    assert found(index_of, "-origins:1") == {"talks"}


def test_a_conflict_is_of_the_kind_that_was_known(index_of: IndexOf):
    assert found(index_of, "conflict:resolved", "2025-05-02") == set()
    assert found(index_of, "conflict:resolved") == {"visit"}
    assert found(index_of, "conflict:gradient point:who") == {"talks"}
    assert found(index_of, "within:source") == {"visit", "talks"}
    assert found(index_of, "conflict:not-the-same -within:source") == {"talks", "parade"}
    assert found(index_of, "-within:source") == {"parade"}


def test_a_search_finds_the_claims_that_are_in_such_a_conflict(index_of: IndexOf):
    reader = index_of(CORPUS).at(AsOf(day_from_text("2025-12-31")))
    assert [hit.ref for hit in reader.find.of("conflict:not-the-same").hits] == ["rumour", "apart"]
    assert [hit.ref for hit in reader.find.of("conflict:label").hits] == ["who", "who-2"]
    assert [hit.ref for hit in reader.find.of("within:source talks").hits] == []


def test_a_strand_is_what_an_event_is_a_part_of_in_the_end(index_of: IndexOf):
    assert found(index_of, "strand:strand") == {"visit"}


def test_conflicts_under_a_filter_are_those_of_its_kind_about_events_that_it_shows():
    archive = open_archive(CORPUS, None, today=0)

    def kinds(typed: str, day: str = "2025-12-31") -> list[str]:
        when = AsOf(day_from_text(day))
        query = archive.read(typed, when)
        return [it.kind.value for it in archive.conflicts(AsOf(when.day, query))]

    assert kinds("") == ["resolved", "gradient", "not-the-same", "label"]
    assert kinds("conflict:gradient") == ["gradient"]
    assert kinds("conflict:label") == ["label"], "about no event, and nothing is asked of events"
    assert kinds("conflict:label by:tass") == ["label"], (
        "its claims are what is asked for, as a search finds them"
    )
    assert kinds("conflict:label source:wire") == ["label"]
    assert kinds("conflict:label by:insider") == []
    assert kinds("label origins:1,2 status:denied") == [], "what is no event has no state"
    assert kinds("-conflict:gradient") == ["resolved", "not-the-same", "label"]
    assert kinds("within:source") == ["resolved", "gradient"]
    assert kinds("by:insider") == ["resolved", "gradient", "not-the-same"]
    assert kinds("by:insider -within:source") == []
    assert kinds("type:visit") == kinds("after:1900") == kinds(""), "what hides no event hides no conflict"
    assert kinds("", "2025-05-02") == ["gradient"]


TWO_MEANINGS = corpus_of("""
    plan    2025-05-01  scheduled  CT+  2025-05-09  event=visit  by=insider
    denial  2025-05-02  denied     CT-  2025-05-09  event=visit  by=kremlin source=wire
    maybe   2025-05-01  expected   PR+  2025-05-10  event=visit  by=other
    surely  2025-05-02  scheduled  CT+  2025-05-10  event=visit  by=tass
    yes     2025-05-01  scheduled  CT+  2025-05-09  event=talks  by=insider
    no      2025-05-02  denied     CT-  2025-05-09  event=talks  by=kremlin
    quiet   2025-05-02  scheduled  CT+  2025-05-09  event=parade by=kremlin
    conflict contradiction plan,denial  point=whether
    conflict gradient      maybe,surely point=when
    conflict contradiction yes,no       point=who
    source wire 2025-05-04
""")
"""A visit with a contradiction between two documents and a gradient inside one, talks with one inside one."""

ONE_AND_THE_SAME = [
    ("conflict:contradiction", {"visit", "talks"}, 2),
    ("within:source", {"visit", "talks"}, 2),
    ("conflict:contradiction within:source", {"talks"}, 1),
    ("within:source conflict:contradiction", {"talks"}, 1),
    ("point:when within:source", {"visit"}, 1),
    ("point:when conflict:contradiction", set(), 0),
    ("conflict:contradiction point:who within:source", {"talks"}, 1),
    ("conflict:contradiction -within:source", {"visit"}, 1),
    ("-point:whether conflict:contradiction", {"talks"}, 1),
    ("conflict:contradiction conflict:gradient", set(), 0),
    ("conflict:contradiction,gradient within:source", {"visit", "talks"}, 2),
    ("conflict:contradiction within:source by:tass", set(), 0),
    # Nothing is sought here: each says of itself what an event must not have.
    ("-conflict:gradient", {"talks", "parade"}, 1),
    ("-conflict:gradient -point:who", {"parade"}, 0),
]


@pytest.mark.parametrize(("typed", "events", "conflicts"), ONE_AND_THE_SAME)
def test_all_that_is_asked_of_conflicts_is_asked_of_one_and_the_same(
    index_of: IndexOf, typed: str, events: set[str], conflicts: int
):
    assert found(index_of, typed, corpus=TWO_MEANINGS) == events
    archive = open_archive(TWO_MEANINGS, None, today=0)
    when = AsOf(archive.default.day, archive.read(typed, archive.default))
    assert len(archive.conflicts(when)) == len(archive.listed_conflicts(when)) == conflicts
    searched = {hit.event for hit in index_of(TWO_MEANINGS).at(when).find.of(typed).hits}
    if conflicts:
        assert searched == events


@pytest.mark.parametrize("typed", ["", *(typed for typed, *_ in ONE_AND_THE_SAME)])
@pytest.mark.parametrize("key", ["conflict", "point", "within"])
def test_beside_a_value_is_how_many_events_it_leaves(index_of: IndexOf, typed: str, key: str):
    """The count is that of the filter with the value, which is sought in the conflict that is asked for already."""
    archive = open_archive(TWO_MEANINGS, None, today=0)
    facets = index_of(TWO_MEANINGS).at(archive.default).facets
    counts = dict(facets.counts(key, archive.read(typed, archive.default)))
    assert 0 not in counts.values()
    for value in archive.index.vocabulary[key]:
        with_it = archive.read(f"{typed} {key}:{value}", archive.default)
        assert facets.count(with_it) == counts.get(value, 0), value
