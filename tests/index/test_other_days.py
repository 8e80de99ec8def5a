"""What is written on one day and read on another: filters that stay, names that change, words that are not offered."""

import re
from dataclasses import replace

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.protocol import Reader
from model.index.values import REST, AsOf, Grouping
from model.query.complete import completions
from model.query.terms import ALL, QueryError
from tests.handmade import corpus_of
from tests.index.conftest import IndexOf

EARLY, LATE = (day_from_text(day) for day in ("2025-05-02", "2025-05-20"))

# In May 20 it comes out that Tass and the daily had repeated the Kremlin, and what the journey was a part of.
LINES = """
    first    2025-05-20  scheduled  CT+  2025-05-09  event=tour   by=kremlin  source=album
    again    2025-05-01  scheduled  CT+  2025-05-09  event=visit  by=tass     source=wire  origin=first
    daily    2025-05-02  scheduled  CT+  2025-05-09  event=parade by=daily    source=wire  origin=first
    alone    2025-05-02  scheduled  CT+  2025-05-09  event=letter by=ushakov  source=wire
    source album 2025-05-20
    source wire 2025-05-02
    event tour type=journey place=pyongyang
    event visit part_of=tour
    event parade part_of=tour type=march place=moscow
"""
CORPUS = corpus_of(LINES)


@pytest.fixture(scope="module")
def archive(index_of: IndexOf) -> Archive:
    """An archive of it, whatever answers."""
    return Archive(CORPUS, index_of(CORPUS), AsOf(LATE), LATE)


def at(archive: Archive, day: int, text: str = "", read_on: int | None = None) -> Reader:
    """The reader of a filter that was read on a day, as of another one."""
    return archive.at(AsOf(day, archive.read(text, AsOf(day if read_on is None else read_on))))


def events(reader: Reader) -> list[str]:
    return [row.event for row in reader.rows(0, 10)]


def test_only_what_was_known_is_offered(archive: Archive):
    def offered(day: int) -> dict[str, list[str]]:
        known = archive.at(AsOf(day)).vocabulary
        return {key: list(known[key]) for key in ("who", "by", "source", "origin", "type")}

    assert offered(EARLY) == {
        "who": ["daily", "moscow", "paper", "tass", "ushakov"],
        "by": ["daily", "tass", "ushakov"],
        "source": ["wire"],
        "origin": ["said-again", "said-alone"],
        "type": ["visit", "march"],
    }
    assert offered(LATE)["origin"] == ["said-alone", "said-first"]
    assert {"kremlin", "pyongyang"} <= set(offered(LATE)["who"])
    lines = [one.typed for one in completions("by:k", archive.at(AsOf(EARLY)).vocabulary, {})]
    assert lines == []


@pytest.mark.parametrize(
    "typed",
    ["who:pyongyangg", "by:kremln", "source:albun", "type:jurney", "origin:said-firsts", "who:nobody"],
)
def test_a_refusal_names_nothing_that_was_not_known(archive: Archive, typed: str):
    with pytest.raises(QueryError) as refused:
        archive.read(typed, AsOf(EARLY))
    _, _, value = typed.partition(":")
    said = str(refused.value).replace(f'"{value}"', "")
    assert not re.search("pyongyang|kremlin|album|journey|said-first", said)
    with pytest.raises(QueryError):
        archive.at(AsOf(EARLY)).find.of(typed)


@pytest.mark.parametrize("typed", ["who:pyongyang", "by:kremlin", "source:album", "type:journey"])
def test_a_filter_of_a_later_day_is_read_and_finds_nothing(archive: Archive, typed: str):
    assert events(at(archive, LATE, typed)) == ["tour"]
    for read_on in (EARLY, LATE):
        assert events(at(archive, EARLY, typed, read_on)) == []
        assert events(at(archive, LATE, typed, read_on)) == ["tour"]
    assert archive.at(AsOf(EARLY)).find.of(typed).hits == ()


def test_what_is_known_is_meant_before_what_is_not():
    lines = f"{LINES.rstrip()}\n    wires  2025-05-20  scheduled  CT+  2025-05-09  event=tour  by=tas  source=album"
    archive = open_archive(corpus_of(lines), None, LATE)
    assert archive.read("by:tas", AsOf(EARLY)).terms[0].values == ("tass",)
    assert archive.read("by:tas", AsOf(LATE)).terms[0].values == ("tas",)


@pytest.mark.parametrize("name", ["said-first", "said-again", "said-daily"])
def test_every_name_of_an_origin_means_it_on_every_day(archive: Archive, name: str):
    for read_on in (EARLY, LATE):
        assert events(at(archive, EARLY, f"origin:{name}", read_on)) == ["parade", "visit"]
        assert events(at(archive, EARLY, f"-origin:{name}", read_on)) == ["letter"]
        assert events(at(archive, LATE, f"origin:{name}", read_on)) == ["parade", "tour", "visit"]
    hits = archive.at(AsOf(EARLY)).find.of(f"origin:{name}").hits
    assert [hit.ref for hit in hits] == ["again", "daily"]


def test_an_origin_is_counted_once_under_the_name_it_has_on_the_day(archive: Archive):
    counts = [archive.at(AsOf(day)).facets.counts("origin", ALL) for day in (EARLY, LATE)]
    assert counts == [[("said-again", 2), ("said-alone", 1)], [("said-first", 3), ("said-alone", 1)]]


def test_a_strand_is_what_was_known_to_be_one(archive: Archive):
    lanes = [archive.at(AsOf(day)).lanes for day in (EARLY, LATE)]
    assert [lane.id for lane in lanes[0].of(Grouping.STRAND)] == [REST]
    assert [lane.id for lane in lanes[1].of(Grouping.STRAND)] == ["tour", REST]


def test_who_has_a_part_has_a_lane_with_it(archive: Archive):
    ids = [lane.id for lane in archive.at(AsOf(LATE)).lanes.of(Grouping.ENTITY)]
    assert ids == ["moscow", "pyongyang", REST]


def test_a_day_is_answered_by_a_whole_before_its_parts_as_far_as_that_is_known(index_of: IndexOf):
    lines = """
        a  2025-05-01  scheduled  CT+  2025-05-09  event=a-part
        b  2025-05-20  scheduled  CT+  -           event=between
        c  2025-05-01  scheduled  CT+  2025-05-09  event=the-whole
        event a-part part_of=between
        event between part_of=the-whole
    """
    index, asked = index_of(corpus_of(lines)), day_from_text("2025-05-09")
    found = [index.at(AsOf(day)).days.nearest(asked, asked) for day in (EARLY, LATE)]
    assert [it and it.position for it in found] == [1, 0]
    assert [row.event for row in index.at(AsOf(EARLY)).rows(0, 2)] == ["a-part", "the-whole"]


def test_only_known_words_are_meant_by_mistyped_ones(index_of: IndexOf):
    lines = """
        known   2025-05-01  scheduled  CT+  2025-05-09  event=parade   source=wire  by=tass
        later   2025-05-01  scheduled  CT+  2025-05-09  event=delegation  source=album  public=no  by=choe
        source wire 2025-05-01
        source album 2025-05-20
    """
    index = index_of(corpus_of(lines))
    for word in ("delegatios", "laters"):
        early, late = (index.at(AsOf(day)).find.nearest(word) for day in (EARLY, LATE))
        assert early == ""
        assert late


def test_a_document_is_not_known_before_anything_that_it_tells(index_of: IndexOf):
    lines = """
        told   [2025-05-01..2025-05-15]  scheduled  CT+  2025-05-09  public=no
        other  2025-05-01                scheduled  CT+  2025-05-09  source=wire
        source paper 2025-05-02
        source wire 2025-05-02
    """
    corpus = corpus_of(lines)
    texts = {**corpus.texts, "paper": f"{corpus.texts['paper']}\nNo word of that."}
    index = index_of(replace(corpus, texts=texts))
    found = [[hit.ref for hit in index.at(AsOf(day)).find.of("word").hits] for day in (EARLY, LATE)]
    assert found == [[], ["paper"]]


def test_what_is_said_later_of_a_known_event_makes_it_meet_nothing_before(index_of: IndexOf):
    lines = """
        early  2025-05-01  scheduled  CT+  2025-05-09  event=visit  roles=host:anna
        later  2025-05-20  scheduled  CT+  2025-05-09  event=visit  roles=host:boris
        entity anna person
        entity boris person
    """
    archive = Archive(corpus := corpus_of(lines), index_of(corpus), AsOf(LATE), LATE)
    for text in ("later", "who:boris", "by:kremlin -early", "who:anna who:boris"):
        assert events(at(archive, EARLY, text)) == [], text
    assert events(at(archive, LATE, "later early")) == ["visit"]
    common = [archive.at(AsOf(day)).mentions.common("anna", "boris", 9) for day in (EARLY, LATE)]
    assert common == [[], ["visit"]]
    assert common == [archive.at(AsOf(day)).mentions.common("boris", "anna", 9) for day in (EARLY, LATE)]
