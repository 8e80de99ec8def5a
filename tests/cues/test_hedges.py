"""Hedges and reporting verbs, and what those of a stretch suggest for a claim of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.vocabulary import ALLOWED_FACTUALITY
from model.cues.hedge_rules import ENGLISH_HEDGES, KOREAN_HEDGES
from model.cues.hedges import hedges, reporting_verbs
from model.cues.suggestion import suggested
from model.quotes.span import TextSpan
from tests.cues.measuring import korean
from tests.effort import examples


def suggestion(text: str) -> tuple[str, str, str] | None:
    told = suggested(text, TextSpan(0, len(text)))
    return (told.status.value, told.factuality.value, told.hedge) if told else None


@pytest.mark.parametrize(
    ("text", "status", "factuality", "hedge"),
    [
        ("a delegation likely led by Choe", "expected", "PR+", "likely"),
        ("Kim unlikely to attend", "expected", "PR-", "unlikely"),
        ("Kim is not expected to attend", "expected", "PR-", "not expected"),
        ("Kim isn’t expected to attend", "expected", "PR-", "isn’t expected"),
        ("He reportedly left", "expected", "PR+", "reportedly"),
        ("He is said to have left", "occurred", "PR+", "is said to"),
        ("Analysts suggest he is closely monitoring it", "ongoing", "PR+", "suggest"),
        ("He might personally attend", "speculated", "PS+", "might"),
        ("He may not attend", "speculated", "PS-", "may not"),
        ("He is scheduled to visit", "scheduled", "CT+", "scheduled"),
        ("Xi will be in Russia", "scheduled", "CT+", "will"),
        ("Kim will not attend", "denied", "CT-", "will not"),
        ("Kim won't attend", "denied", "CT-", "won't"),
        ("the Kremlin confirmed it", "confirmed", "CT+", "confirmed"),
        ("It confirmed that it had received the note", "occurred", "CT+", "confirmed"),
        ("It confirmed on Tuesday that the group arrived", "occurred", "CT+", "confirmed"),
        ("The port confirmed receiving the ship", "occurred", "CT+", "confirmed"),
        ("It confirmed that work had not begun", "denied", "CT-", "had not"),
        ("It confirmed that the group arrived but it did not stay", "occurred", "CT+", "confirmed"),
        ("방문하지 않은 것으로 확인됐다", "denied", "CT-", "방문하지 않은"),
        ("It confirmed that the visit was to take place", "confirmed", "CT+", "confirmed"),
        ("It confirmed that Putin would come", "scheduled", "CT+", "would"),
        ("They estimated that 300 workers had crossed", "occurred", "PR+", "estimated"),
        ("It estimates that the bridge would open", "expected", "PR+", "estimates"),
        ("They estimated that about 40,000 tons had left", "occurred", "PR+", "estimated"),
        ("It was not clear whose they were", "unconfirmed", "Uu", "was not clear"),
        ("The firm is considering a lease", "speculated", "PS+", "is considering"),
        ("임대를 검토하고 있다", "speculated", "PS+", "검토하고 있다"),
        ("They reckoned the pier would be finished", "expected", "PR+", "reckoned"),
        ("They predicted that trade would double", "expected", "PR+", "predicted"),
        ("He did not say when the repairs would end", "unconfirmed", "Uu", "did not say when"),
        ("They have not disclosed whether Kim will go", "unconfirmed", "Uu", "have not disclosed whether"),
        ("수리가 언제 끝날지 말하지 않았다", "unconfirmed", "Uu", "언제 끝날지 말하지 않았다"),
        ("방문 여부를 밝히지 않았다", "unconfirmed", "Uu", "여부를 밝히지 않았다"),
        ("도착한 것으로 확인됐다", "occurred", "CT+", "확인됐다"),
        ("방문할 것으로 확인됐다", "confirmed", "CT+", "확인됐다"),
        ("국경을 넘었다고 추산했다", "occurred", "PR+", "추산했다"),
        ("취소될 것이라고 예상했다", "expected", "PR+", "것이라고 예상했다"),
        ("The visit has not been confirmed", "unconfirmed", "Uu", "not been confirmed"),
        ("it remains unclear whether he will attend", "unconfirmed", "Uu", "unclear"),
        ("It could not confirm the date", "unconfirmed", "Uu", "could not confirm"),
        ("It can't independently verify it", "unconfirmed", "Uu", "can't independently verify"),
        ("He was unable to confirm it", "unconfirmed", "Uu", "unable to confirm"),
        ("He doubted that she would pass, which is expected", "speculated", "PS-", "doubted that"),
        ("Analysts are skeptical that he will go", "speculated", "PS-", "are skeptical"),
        ("Seoul denied the report", "denied", "CT-", "denied"),
        ("Seoul did not deny it", "unconfirmed", "Uu", "not deny"),
        ("The visit was called off", "cancelled", "CT-", "called off"),
        ("A spokesman declined to comment", "no-comment", "Uu", "declined to comment"),
        ("Seoul neither confirmed nor denied it", "no-comment", "Uu", "neither confirmed nor denied"),
        ("방문할 것으로 알려졌다", "expected", "PR+", "것으로 알려졌다"),
        ("방문한 것으로 알려졌다", "occurred", "PR+", "것으로 알려졌다"),
        ("준비하는 것으로 관측된다", "ongoing", "PR+", "것으로 관측된다"),
        ("방문하지 않을 것으로 보인다", "expected", "PR-", "않을 것으로 보인다"),
        ("갔다고 전해졌다", "occurred", "PR+", "전해졌다"),
        ("참석할 가능성이 있다", "speculated", "PS+", "가능성"),
        ("참석할 가능성은 없다", "speculated", "PS-", "가능성은 없다"),
        ("가능성은 희박하다", "expected", "PR-", "가능성은 희박하다"),
        ("방문할 예정이다", "scheduled", "CT+", "예정이다"),
        ("보도를 부인했다", "denied", "CT-", "부인했다"),
        ("회담은 취소됐다", "cancelled", "CT-", "취소됐다"),
        ("확인되지 않았다", "unconfirmed", "Uu", "확인되지 않았다"),
        ("언급을 피했다", "no-comment", "Uu", "언급을 피했다"),
    ],
)
def test_the_words_suggest(text: str, status: str, factuality: str, hedge: str):
    assert suggestion(text) == (status, factuality, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "Putin extended a formal invitation in May 2024.",
        "The will of the people, the will to win, May Day, the political will.",
        "Kim Yong-nam led a delegation.",
        "대표단이 러시아를 방문했다.",
    ],
)
def test_without_a_hedge_nothing_is_suggested(text: str):
    assert suggestion(text) is None


def test_what_says_most_decides_and_only_inside_of_the_stretch():
    text = "He is expected to go, though Seoul denied that he may."
    assert suggestion(text) == ("denied", "CT-", "denied")
    told = suggested(text, TextSpan(0, text.index(",")))
    assert told is not None
    assert told.because == 'expected, PR+, from "expected"'
    assert text[told.cue.start : told.cue.end] == told.hedge
    assert suggested(text, TextSpan(0, 5)) is None


def test_every_pair_that_is_suggested_may_stand_in_a_claim():
    for rule in (*ENGLISH_HEDGES, *KOREAN_HEDGES):
        for status, factuality in (rule.says, rule.negated):
            assert factuality in ALLOWED_FACTUALITY[status]


@pytest.mark.parametrize("it", korean(), ids=range(len(korean())))
def test_the_korean_sentences_say_what_they_say(it: dict[str, list[str]]):
    text = str(it["text"])
    told = suggested(text, TextSpan(0, len(text)))
    assert ([told.status, told.factuality] if told else []) == it["suggests"]
    assert [verb.words for verb in reporting_verbs(text)] == it["said"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("According to TASS, Ushakov told reporters that", ["According to", "told"]),
        ("the Kremlin said; the United States reports nothing, and added to it", ["said"]),
        ("통신에 따르면 그는 밝혔으며, 당국자는 말한 바 있다", ["에 따르면", "밝혔으며", "말한"]),
    ],
)
def test_reporting_verbs_are_found(text: str, verbs: list[str]):
    assert [verb.words for verb in reporting_verbs(text)] == verbs


PIECES = [
    "not",
    "n’t",
    "may",
    "will",
    "likely",
    "said",
    "expected to",
    "have",
    "confirmed",
    "is",
    "denied",
    " ",
    "\n",
    ".",
    "지 않을 ",
    "것으로 ",
    "보인다",
    "가능성",
    "은 ",
    "없다",
    "예정이다",
    "밝혔다",
    "한 ",
    "할 ",
    "́",
    "😀",
]


@examples(400)
@given(
    st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=20), st.sampled_from(["", " "])
)
def test_every_cue_is_where_it_says_and_none_is_in_another(parts: list[str], between: str):
    text = between.join(parts)
    for found in (hedges(text), reporting_verbs(text)):
        end = 0
        for it in found:
            assert end <= it.span.start < it.span.end <= len(text)
            assert text[it.span.start : it.span.end] == it.words
            end = it.span.end
    for it in hedges(text):
        assert it.factuality in ALLOWED_FACTUALITY[it.status]
