"""Who speaks in a sentence, and which of its date words say when: nobody rather than somebody else."""

import pytest

from model.cues.attribution import speakers_in
from model.cues.found_speakers import FoundSpeaker
from model.cues.saying_day import is_of_event, saying_day
from model.cues.text_cues import text_cues
from model.quotes.span import TextSpan

NAMED = [
    ("It is to open in October, a Dandong customs official told it on Saturday.", "a Dandong customs official"),
    ("“I have nothing to offer on that,” spokesperson Lin Jian told reporters on Friday.", "Lin Jian"),
    ("They finished in August, according to images published by the group Border Watch.", "Border Watch"),
    ("Seoul’s Unification Ministry said on Monday that it “cannot confirm” it.", "Seoul’s Unification Ministry"),
    ("Lawmaker Park Sun-won, who was briefed by the service, said Pyongyang would wait.", "Park Sun-won"),
    ("Kim Jong-un visited Sinuiju on September 2, state media reported the next day.", "state media"),
    ("Two traders in Dandong said the first convoy is scheduled for October 20.", "Two traders in Dandong"),
    ("A third trader denied this, saying that drivers had been told to wait.", "A third trader"),
    ("Premier Pak Thae-song will attend it, one of the traders said, but this is not sure.", "one of the traders"),
    ("“If it opens, trade could double,” said Cho Bong-hyun, an economist in Seoul.", "Cho Bong-hyun"),
    ("The governor of Primorsky Krai, Oleg Kozhemyako, said that it opens.", "Oleg Kozhemyako"),
    ("Russia's minister for the Far East, Alexei Chekunkov, told reporters so.", "Alexei Chekunkov"),
    ("The provincial government of Jilin confirmed that it was told.", "provincial government of Jilin"),
    ("It may resume, two people familiar with the talks said on Monday.", "two people familiar with the talks"),
    ("Up to 300 could travel, one of the two people said.", "one of the two people"),
    ("An agent in Vladivostok, who asked not to be named, doubted that it sails.", "An agent in Vladivostok"),
    ("On Monday, the U.S. State Department said it knew nothing.", "U.S. State Department"),
    ("Officials in Seoul on Monday said the bridge is late.", "Officials in Seoul"),
    ("The bridge will open, Kim Yo-jong, the sister of the leader, said.", "Kim Yo-jong"),
    ("Lee was quoted as saying that it is late.", "Lee"),
    ("국정원은 특사가 지난 8일 라선을 방문한 것으로 알려졌다고 밝혔다.", "국정원"),
    ("통일부 당국자는 14일 확인할 수 없다고 말했다.", "통일부 당국자"),
    ("한 소식통은 다리가 열릴 것이라고 전했다.", "한 소식통"),
    ("박선원 의원은 북한이 기다릴 것이라고 말했다.", "박선원"),
    ("대북 소식통에 따르면 다리가 열린다.", "대북 소식통"),
]  # fmt: skip

NOBODY = [
    "KCNA did not mention a date.",
    "An opening announced for 2020 was cancelled because of the pandemic.",
    "The bridge, which was completed in 2014, has never carried regular traffic.",
    "Reports said so.",
    "The Chinese Foreign Ministry declined to comment.",
    "The Duchess's office declined to say whether she will visit.",
    "It opens in May, his press service said.",
    "His office withdrew the statement, saying that no date was agreed.",
    "Drivers had been told to wait until November.",
    "“The ministry said nothing to us.”",
    "일부는 반대했다고 밝혔다.",
]


def found_in(text: str) -> tuple[FoundSpeaker, ...]:
    cues = text_cues(text)
    return speakers_in(text, TextSpan(0, len(text)), cues.verbs, [it.span for it in cues.date_words])


def test_an_office_before_a_name_is_in_the_clause_of_who_holds_it():
    text = "Russia's consul general in Chongjin, Yuri Bochkarev, said that trains would run."
    (speaker,) = found_in(text)
    assert speaker.clause == TextSpan(0, len(text))
    other = "The line would open in May, Yuri Bochkarev, its governor, said."
    assert found_in(other)[0].name == "Yuri Bochkarev"


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_who_speaks_is_found(text: str, name: str):
    first = found_in(text)[0]
    assert (first.name, first.again) == (name, False)
    assert name in text[first.span.start : first.span.end]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_found_where_nobody_surely_speaks(text: str):
    assert [it.name for it in found_in(text)] == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("He added that it is late.", ""),
        ("The official said so.", "official"),
        ("It left on Friday, the firm said.", "firm"),
        ("The other put the figure at 200.", ""),
    ],
)
def test_words_that_point_back_are_no_name(text: str, noun: str):
    (found,) = found_in(text)
    assert (found.again, found.name) == (True, noun)


def test_a_sentence_without_end_has_nobody_and_takes_no_time():
    assert found_in("Kim   " * 100_000 + "said so.") == ()


DAYS = [
    ("Yuri Bochkarev said in an interview published Friday that trains would run.", "Friday"),
    ("It opens on May 9, an official told the Courier on Saturday, speaking softly.", "on Saturday"),
    ("Sources told the Ilbo, an affiliate of the Daily, on Wednesday that it goes from May 7 to 10.", "on Wednesday"),
    ("Kim visited on September 2, state media reported the next day.", "the next day"),
    ("It was in August, according to images published by the group Border Watch on September 9.", "on September 9"),
    ("On Monday, the ministry of Seoul said it opens in May.", "On Monday"),
    ("Two traders said the convoy is scheduled for October 20.", None),
    ("A source said Kim met him, a close ally, in Pyongyang on March 21.", None),
    ("통일부 당국자는 14일 다리가 20일 열린다고 말했다.", "14일"),
    ("국정원은 특사가 지난 8일 라선을 방문했다고 밝혔다.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_saying_stands_beside_the_verb(text: str, day: str | None):
    word = saying_day(text, found_in(text)[0], text_cues(text).date_words)
    assert (word.words if word is not None else None) == day


@pytest.mark.parametrize(
    ("text", "edtf", "is_its_date"),
    [
        ("He would wait until after the anniversary on October 10.", "2026-10-10", False),
        ("Drivers were told to wait until November.", "../2026-11", False),
        ("It opens in late October.", "2026-10", False),
        ("It opens in late October.", "[2026-10-21..2026-10-31]", True),
        ("He spoke of this year’s parade.", "2026", False),
        ("It stays open until November.", "../2026-11", True),
        ("It opens on October 20.", "2026-10-20", True),
    ],
)
def test_a_date_whose_bounds_are_not_understood_is_not_taken(text: str, edtf: str, is_its_date: bool):
    (word,) = text_cues(text).date_words
    assert is_of_event(text, word, edtf) is is_its_date
