"""What the form offers, measured on the bundled articles and an invented page: what is not known is left empty."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.curate.entry import saying
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.kinds import kind_of_event
from model.curate.entry.new_entity import needs_short, short_of
from model.curate.entry.passage import Passage
from model.curate.entry.suggest import begun, followed
from model.quotes.span import TextSpan
from tests.curate.folder import BUNDLED
from tests.curate.offering import offered_in, table

BRIDGE = Path(__file__).parents[1] / "data/bridge"
CALLED = {
    "Seoul’s Unification Ministry": "south-korean-unification-ministry",
    "state media": "north-korean-state-media",
}

RIGHT_AND_WRONG = [
    (BRIDGE, "bridge", {"speaker": (11, 0), "date": (9, 0), "said on": (11, 0)}),
    (BUNDLED, "kd-ambassador", {"speaker": (19, 0), "date": (7, 1), "said on": (15, 0)}),
    (BUNDLED, "kjd-kim-unlikely", {"speaker": (19, 1), "date": (15, 0), "said on": (18, 0)}),
]


@pytest.mark.parametrize(("folder", "source", "expected"), RIGHT_AND_WRONG, ids=lambda it: str(it)[-16:])
def test_as_many_are_right_and_as_few_are_wrong(
    folder: Path, source: str, expected: dict[str, tuple[int, int]]
):
    """So many at least are right, and so many at most are wrong; the others are empty."""
    found = table(offered_in(load_corpus(folder), source, folder == BUNDLED, CALLED))
    for field, (right, wrong) in expected.items():
        assert found[field, "right"] >= right, field
        assert found[field, "wrong"] <= wrong, field


def passage_of(words: str, folder: Path = BRIDGE, source: str = "bridge") -> Passage:
    corpus = load_corpus(folder)
    start = corpus.texts[source].index(words)
    return Passage(corpus, source, TextSpan(start, start + len(words)))


@pytest.mark.parametrize(
    ("name", "named_by", "kind"),
    [
        ("Mongolia", "", "country"),
        ("Unification Ministry", "", "organization"),
        ("Border Watch", "the monitoring group Border Watch", "organization"),
        ("state media", "", "organization"),
        ("노동신문", "", "organization"),
        ("국방부", "", "organization"),
        ("Two traders in Dandong", "", "anonymous"),
        ("a Dandong customs official", "", "anonymous"),
        ("한 소식통", "", "anonymous"),
        ("Lin Jian", "Foreign Ministry spokesperson Lin Jian", "person"),
        ("Park Sun-won", "", "person"),
        ("Thing", "", ""),
    ],
)
def test_what_somebody_new_most_probably_is(name: str, named_by: str, kind: str):
    assert saying.kind_of(name, named_by) == kind


def test_who_speaks_on_condition_of_anonymity_is_anonymous_and_who_prints_a_document():
    corpus = load_corpus(BRIDGE)
    assert saying.record_of("Lee Ho", corpus, {}, "Lee Ho said, on condition of anonymity.") == "anonymous"
    assert saying.record_of("Lee Ho", corpus, {}, "Lee Ho said so.") == "on-record"
    assert saying.record_of("two people familiar with the talks", corpus, {}, "It was said.") == "anonymous"
    assert saying.record_of("Yonhap News Agency", corpus, {}, "It was said.") == "document"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kim visits Sinuiju", "visit"),
        ("Bridge to reopen", "opening"),
        ("First convoy", "crossing"),
        ("Missile test at Sohae", "test"),
        ("Short-range missiles", "launch"),
        ("Satellite photographs Wonsan pier", ""),
        ("A thing", ""),
    ],
)
def test_the_kind_of_an_event_is_in_its_title(title: str, kind: str):
    assert kind_of_event(title) == kind


def test_a_name_alone_is_no_reason_to_suggest_an_event():
    corpus = load_corpus(BUNDLED)
    told = next(it for it in corpus.claims.values() if it.event and len(it.parts) == 1)
    words = corpus.entities[told.parts[0][1]].name
    source = next((name for name, text in corpus.texts.items() if words in text))
    start = corpus.texts[source].index(words)
    assert begun(Passage(corpus, source, TextSpan(start, start + len(words))))["event"] == ""


def test_a_pronoun_takes_over_only_whom_it_fits():
    passage = passage_of("“He reportedly said he couldn’t leave", BUNDLED, "kjd-kim-unlikely")
    assert passage.corpus.statements[begun(passage)["speaker"]].chain[0].who == "another-source"
    # Of its own voice there is nobody to take over.
    assert begun(passage_of("KCNA did not mention a date."))["speaker"] == ""


SENTENCE = "Two traders in Dandong said the first convoy of 30 trucks is scheduled for October 20."


def test_another_reading_of_a_date_keeps_its_words_and_another_basis_may_be_said():
    passage = passage_of(SENTENCE)
    values = {**begun(passage), "date": "[2026-10-20..]"}
    values = {**followed(passage, values, frozenset({"date"}))}
    assert values["words"] == "October 20"
    assert ClaimEntry(passage, {**values, "why": "So."}).date.field == {
        "edtf": "[2026-10-20..]", "words": "October 20", "basis": "explicit-partial", "reasoning": "So.",
    }  # fmt: skip
    other = ClaimEntry(passage, {**values, "why": "So.", "basis": "external"}).date
    assert other.field is not None
    assert other.field["basis"] == "external"
    assert ClaimEntry(passage, {**values, "why": "So.", "basis": "guess"}).date.wrong


def test_date_words_are_read_as_they_are_printed():
    passage = passage_of(SENTENCE)
    for typed in ("October 20", "october  20"):
        read = ClaimEntry(passage, {**begun(passage), "date": typed, "words": ""}).date
        assert read.field is not None
        assert (read.field["edtf"], read.field["words"]) == ("2026-10-20", "October 20")
    assert ClaimEntry(passage, {**begun(passage), "date": "in Brumaire"}).date.wrong


def test_a_role_is_read_after_a_colon_too():
    passage = passage_of(SENTENCE)
    assert ClaimEntry(passage, {"roles": "host: North Korea, guest = Kim Jong-un"}).roles == {
        "host": ["North Korea"],
        "guest": ["Kim Jong-un"],
    }


def test_no_claim_has_the_id_of_an_event_nor_the_first_word_of_another():
    passage = passage_of(SENTENCE)
    entry = ClaimEntry(
        passage, {**begun(passage), "event": "Convoy crosses", "speaker": "Two traders in Dandong"}
    )
    assert entry.suggested_id == "convoy-two-traders"
    assert entry.statement_id.startswith("two-traders-")
    long = ClaimEntry(passage, {"event": " ".join(["convoy"] * 9)})
    assert long.suggested_id != long.event_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Seoul’s Unification Ministry", "Ministry"),
        ("Two traders in Dandong", "Two traders"),
        ("Park Sun-won", "Park"),
        ("Korean Central News Agency", "KCNA"),
        ("Japan Coast Guard", "Coast Guard"),
        ("Joint Chiefs of Staff", "JCS"),
        ("Ministry of Foreign Affairs", "MFA"),
        ("The Strait Courier", "Courier"),
        ("a" * 30, "a" * 10),
    ],
)
def test_a_short_name_has_room_and_tells_one_body_from_another(name: str, expected: str):
    assert short_of(name) == expected
    assert not needs_short(expected)
