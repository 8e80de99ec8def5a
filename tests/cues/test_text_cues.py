"""What a claim of a stretch would be made of: its own cues, read in the whole text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from model.corpus.records import Entity
from model.corpus.vocabulary import EntityType
from model.cues.counted_from import counted_from_day
from model.cues.names import Names
from model.cues.text_cues import TextCues, text_cues
from model.quotes.span import TextSpan
from tests.cues.test_date_words import TEXTS
from tests.effort import examples

NAMES = Names([Entity(id="kju", type=EntityType.PERSON, name="김정은", aliases=("Kim",))])
ORIGIN = counted_from_day(date(2025, 5, 7).toordinal())

TEXT = "Kim came on May 5, Tass said. Kim is not expected to leave the following day, it added."


def test_a_stretch_has_its_own_cues_and_counts_from_what_was_told_before_it():
    second = TextSpan(TEXT.index("Kim is"), len(TEXT))
    found = text_cues(TEXT).within(second, ORIGIN, NAMES)
    assert [(it.word.words, it.edtf) for it in found.dates] == [("the following day", "2025-05-06")]
    assert [it.entities for it in found.names] == [("kju",)]
    assert [it.words for it in found.verbs] == ["added"]
    assert found.suggestion is not None
    assert found.suggestion.because == 'expected, PR-, from "not expected"'


def test_what_reaches_out_of_a_stretch_is_not_in_it():
    found = TextCues(TEXT).within(TextSpan(1, TEXT.index(" 5")), ORIGIN, NAMES)
    assert (found.dates, found.names, found.verbs, found.suggestion) == ((), (), (), None)


@examples(150)
@given(TEXTS, st.data())
def test_the_whole_text_as_a_stretch_has_all_of_its_cues(text: str, data: st.DataObject):
    cues = TextCues(text)
    everything = cues.within(TextSpan(0, len(text)), ORIGIN, NAMES)
    assert everything.dates == cues.dates(ORIGIN)
    assert everything.verbs == cues.verbs
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = cues.within(TextSpan(start, end), ORIGIN, NAMES)
    assert set(part.dates) == {
        it for it in everything.dates if start <= it.word.span.start and it.word.span.end <= end
    }
