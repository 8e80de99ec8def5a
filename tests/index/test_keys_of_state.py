"""Keys of what the state of an event, or another record, decides: footing, number of origins, strands, conflicts."""

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


def found(index_of: IndexOf, typed: str, day: str = "2025-12-31") -> set[str]:
    index, when = index_of(CORPUS), day_from_text(day)
    query = read(typed, Readable(index.at(AsOf(when)).vocabulary, index.vocabulary))
    return {row.event for row in index.at(AsOf(when, query)).rows(0, 9)}


def test_the_footing_is_that_of_whoever_supports_the_word_shown(index_of: IndexOf):
    """What was said without a name and has been replaced is no support; who repeats it does not hide whose it is."""
    assert found(index_of, "record:anonymous", "2025-05-02") == {"visit", "talks"}
    assert found(index_of, "record:anonymous") == {"talks"}
    assert found(index_of, "record:document") == {"talks"}
    assert found(index_of, "record:on-record") == {"visit", "parade"}
    assert found(index_of, "-record:document,on-record", "2025-05-01") == {"visit", "talks"}


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
    assert found(index_of, "conflict:not-the-same -within:source") == {"parade"}
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
    assert kinds("conflict:label by:tass") == []
    assert kinds("-conflict:gradient") == ["resolved", "not-the-same", "label"]
    assert kinds("within:source") == ["resolved", "gradient"]
    assert kinds("by:insider") == ["resolved", "gradient", "not-the-same"]
    assert kinds("by:insider -within:source") == []
    assert kinds("", "2025-05-02") == ["gradient"]
