"""What a filter leads on to: who speaks of the same and, where nothing is found, in which other way someone is met."""

from pathlib import Path

import pytest

import seeds
from model.asof.voices import voices
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from model.query.leads import Lead, lead
from model.query.terms import QueryError
from tests.handmade import corpus_of
from tui.prompt.filter import FilterAnswers
from tui.text.signs import UNICODE

BUNDLED = open_archive(load_corpus(Path(seeds.__file__).parent), None, today=0)

SPOKEN = """
    own     2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    aide    2025-05-02  scheduled  CT+  2025-05-09  by=ushakov origin=own
    later   2025-05-04  scheduled  CT+  2025-05-09  by=peskov  origin=own footing=official
    report  2025-05-02  scheduled  CT+  2025-05-09  by=tass    origin=own footing=document
    nobody  2025-05-02  scheduled  CT+  2025-05-09  by=insider origin=own footing=anonymous
    other   2025-05-02  scheduled  CT+  2025-05-09  by=lavrov
"""


def led(archive: Archive, typed: str, day: str = "2025-12-31") -> Lead | None:
    when = AsOf(day_from_text(day))
    reader = archive.at(when)
    query = archive.read(typed, when)
    found = lead(query, reader.vocabulary, reader.facets.count)
    if found is not None:
        assert reader.facets.count(archive.read(found.text, when)), "what is offered finds something"
    return found


def test_who_speaks_with_a_name_of_what_goes_back_to_ones_word_is_a_voice_of_it():
    assert voices(corpus_of(SPOKEN)) == {"kremlin": ("peskov", "ushakov")}


def test_what_the_kremlin_says_leads_on_to_ushakov_and_does_not_include_him():
    assert led(BUNDLED, "by:kremlin") == Lead("by:kremlin,yuri-ushakov", "adds Yuri Ushakov, same origin")
    assert led(BUNDLED, "by:kremlin has:conflict") == Lead(
        "by:kremlin,yuri-ushakov has:conflict", "adds Yuri Ushakov, same origin"
    )
    for typed in ("by:kremlin,ushakov", "by:ushakov", "-by:kremlin", "who:kremlin", "troops"):
        assert led(BUNDLED, typed) is None


def test_a_voice_is_one_from_the_day_on_which_it_was_heard():
    archive = open_archive(corpus_of(SPOKEN), None, today=0)
    assert led(archive, "by:kremlin", "2025-05-01") is None
    assert led(archive, "by:kremlin", "2025-05-03") == Lead("by:kremlin,ushakov", "adds ushakov, same origin")
    assert led(archive, "by:kremlin") == Lead(
        "by:kremlin,peskov,ushakov", "adds peskov and ushakov, same origin"
    )


def test_where_nothing_is_found_of_someone_it_is_said_how_he_is_met():
    assert led(BUNDLED, "who:tass") == Lead("by:tass", "TASS speaks of 2 events")
    assert led(BUNDLED, "who:tass has:conflict") == Lead(
        "via:tass has:conflict", "TASS passes on claims of 1 event"
    )
    assert led(BUNDLED, "who:yonhap") == Lead("via:yonhap", "Yonhap passes on claims of 2 events")
    assert led(BUNDLED, "who:tass status:cancelled") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("by:yonhap", "via:yonhap"), ("via:ushakov", "by:yuri-ushakov"), ("by:moscow", "who:moscow")],
)
def test_who_is_there_under_another_key_is_named_with_that(typed: str, meant: str):
    with pytest.raises(QueryError, match=f'did you mean "{meant}"'):
        BUNDLED.read(typed, BUNDLED.default)


def test_who_speaks_of_the_same_is_offered_after_the_one_who_is_typed():
    answers = FilterAnswers(BUNDLED, BUNDLED.at(BUNDLED.default), {}, UNICODE)
    offered = [choice.typed.strip() for choice in answers.offer("has:conflict by:kremlin").choices]
    assert offered == ["has:conflict by:kremlin", "has:conflict by:kremlin,yuri-ushakov"]
    assert answers.offer("by:krem").choices[0].typed.strip() == "by:kremlin"


def test_what_one_has_said_first_twice_is_offered_together_once():
    answers = FilterAnswers(BUNDLED, BUNDLED.at(BUNDLED.default), {}, UNICODE)
    offered = [choice.typed.strip() for choice in answers.offer("origin:ta").choices]
    assert offered[0] == "origin:kd-tass,kjd-tass", "they are one voice: all of it first"
    assert sorted(offered[1:]) == ["origin:kd-tass", "origin:kjd-tass"]
    assert answers.offer("origin:ta").choices[0].line.text.split()[:2] == ["TASS", "2"]
    all_keys = [choice.typed.strip() for choice in answers.offer("tass").choices]
    assert all_keys[:3] == ["by:tass", "via:tass", "origin:kd-tass,kjd-tass"]
