"""What is proposed and what is not, rule by rule, each with its neighbours."""

import tomllib
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

import seeds
from model.candidates.find import all_candidates, find_candidates, steps
from model.candidates.proposal import Proposal
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.records import Dismissed, Suggesting
from model.corpus.vocabulary import CandidateKind
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of
from tests.odd.corpora import CORPORA

LAST = 10**6


def told(lines: str, day: int = LAST) -> list[tuple[str, tuple[str, str]]]:
    return [(it.kind.value, it.between) for it in all_candidates(corpus_of(lines), day)]


YES = "yes   2025-05-01  scheduled  CT+  2025-05-09  by=kremlin\n"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("no   2025-05-02  denied     CT-  2025-05-09  by=tass", ["Of"]),
        ("no   2025-05-02  expected   PR+  2025-05-09  by=tass", ["Of"]),
        ("no   2025-05-02  scheduled  CT+  2025-05-10  by=tass", ["The"]),
        ("no   2025-05-02  scheduled  CT+  2025-05     by=tass", []),
        ("no   2025-05-02  scheduled  CT+  2025-05-09  by=tass", []),
        ("no   2025-05-02  no-comment Uu   -           by=tass", []),
        ("no   2025-05-02  denied     CT-  2025-05-09  by=tass condition=no", []),
        ("no   2025-05-02  denied     CT-  2025-05-09  by=tass event=journey", []),
    ],
)
def test_another_polarity_firmness_or_date_in_one_event_is_a_likely_conflict(other: str, expected: list[str]):
    found = all_candidates(corpus_of(YES + other), LAST)
    assert [it.reason.split()[0] for it in found] == expected
    assert all(it.kind is CandidateKind.CONFLICT and {*it.claims} == {"yes", "no"} for it in found)


def test_another_holder_of_a_part_is_one_unless_several_may_have_it():
    one = YES.strip() + " roles=leader:choe\n"
    other = "no 2025-05-02 scheduled CT+ 2025-05-09 by=tass roles=leader:kim\n"
    assert told(one + other) == [("conflict", ("no", "yes"))]
    several = "more 2025-05-02 scheduled CT+ 2025-05-09 by=tass event=journey roles=leader:choe+kim\n"
    assert told(one + other + several) == []


def test_each_reading_is_set_against_the_one_that_most_claims_have():
    days = ["2025-05-09", "2025-05-09", "2025-05-10", "2025-05-11"]
    lines = "".join(f"c{number} 2025-05-01 scheduled CT+ {day} by=tass\n" for number, day in enumerate(days))
    assert told(lines) == [("conflict", ("c0", "c2")), ("conflict", ("c0", "c3"))]


ACROSS = (
    "here  2025-05-01  scheduled  CT+  2025-05-09             event=visit   roles=host:russia,guest:kim\n"
    "there 2025-05-02  denied     CT-  2025-05-09/2025-05-10  event=journey roles=host:russia,guest:kim\n"
)


def test_two_events_that_share_day_and_two_parts_may_be_at_odds():
    assert told(ACROSS) == [("conflict", ("there", "here"))]
    assert told(ACROSS.replace("guest:kim\n", "guest:choe\n", 1)) == []
    assert told(ACROSS.replace("2025-05-09/2025-05-10", "2025-05-10")) == []
    assert told(ACROSS + "event visit part_of=journey\n") == []


def test_a_conflict_that_is_there_is_not_proposed_of_whatever_kind():
    both = YES + "no 2025-05-02 denied CT- 2025-05-09 by=tass\n"
    for kind in ("contradiction", "resolved", "gradient", "label", "not-the-same"):
        assert told(f"{both}conflict {kind} yes,no\n") == []
    assert told(f"{ACROSS}conflict not-the-same here,there\n") == []


TWINS = (
    "here  2025-05-01  scheduled  CT+  2025-05-09  event=visit-to-russia   roles=host:russia,guest:kim\n"
    "there 2025-05-02  scheduled  CT+  2025-05-09  event=visit-in-russia   roles=host:russia,guest:kim\n"
)


def test_events_of_a_day_with_the_same_parts_and_words_may_be_one_and_are_warned_of():
    pair = ("visit-in-russia", "visit-to-russia")
    assert told(TWINS) == [("same-event", pair)]
    assert told(TWINS.replace("visit-to-russia", "parade")) == []
    (warned,) = all_candidates(corpus_of(f"{TWINS}conflict not-the-same here,there\n"), LAST)
    assert (warned.between, warned.kept_apart) == (pair, "conflict-0")


def test_as_of_a_day_only_what_was_known_then_is_set_against_each_other():
    both = YES + "no 2025-05-20 denied CT- 2025-05-09 by=tass\n"
    assert told(both, day_from_text("2025-05-19")) == []
    assert told(both, day_from_text("2025-05-20")) == [("conflict", ("yes", "no"))]


@pytest.fixture
def every(tmp_path) -> Corpus:
    return CORPORA["candidates of every kind"]().load(tmp_path / "corpus")


def test_copied_words_and_what_one_speaker_said_on_a_day_may_have_one_origin(every: Corpus):
    origins = [it for it in all_candidates(every, LAST) if it.kind is CandidateKind.SAME_ORIGIN]
    assert [it.between for it in origins] == [("night-s", "night-t"), ("paper-s", "paper-t")]
    paper = every.statements["said-t"]
    joined = {**every.statements, "said-t": msgspec.structs.replace(paper, origin="said-s")}
    left = all_candidates(replace(every, statements=joined), LAST)
    assert "paper-s" not in {it.between[0] for it in left}


def test_words_alike_suffice_where_speaker_and_day_are_the_same(every: Corpus):
    def reworded(quote: str, day: str = "2025-05-02") -> list[tuple[str, str]]:
        claims = {**every.claims, "paper-t": msgspec.structs.replace(every.claims["paper-t"], quote=quote)}
        said = every.statements["said-t"]
        on = msgspec.structs.replace(said.on, edtf=day) if said.on is not None else None
        statements = {**every.statements, "said-t": msgspec.structs.replace(said, on=on)}
        found = all_candidates(replace(every, claims=claims, statements=statements), LAST)
        return [it.between for it in found if "paper-s" in it.between]

    assert reworded("Envoys signed a paper on bridges, a long one, in their capital") == [
        ("paper-s", "paper-t")
    ]
    assert reworded("Envoys signed a paper on bridges, a long one, in their capital", "2025-05-03") == []
    # A few words that both have, as a name with an office has, are nobody's own.
    assert reworded("The envoys of both countries", "2025-05-03") == []
    assert reworded("The envoys of both countries signed a long paper", "2025-05-03") == [
        ("paper-s", "paper-t")
    ]
    assert reworded("Rain fell on the border town all night") == []


def test_what_was_dismissed_is_not_proposed_again_and_all_else_is(every: Corpus):
    before = all_candidates(every, LAST)
    assert ("marched", "marching") not in {it.between for it in before}
    for candidate in before:
        entry = Dismissed(kind=candidate.kind, between=candidate.between[::-1], reason="r")
        suggest = Suggesting(dismissed=(*every.info.suggest.dismissed, entry))
        info = msgspec.structs.replace(every.info, suggest=suggest)
        left = all_candidates(replace(every, info=info), LAST)
        assert candidate not in left
        assert len(left) >= len(before) - 2


def test_the_example_of_the_guide_is_a_dismissal_of_what_would_be_proposed():
    guide = (Path(seeds.__file__).parent / "README.md").read_text("utf-8")
    table = tomllib.loads(guide.partition("```\n[[suggest.dismissed]]")[2].partition("```")[0])
    entry = msgspec.convert(table, Dismissed)
    bundled = load_corpus(Path(seeds.__file__).parent)
    assert any(
        (it.kind, {*it.between}) == (entry.kind, {*entry.between}) for it in all_candidates(bundled, LAST)
    )


def test_there_is_something_of_every_kind_and_each_has_a_sentence(every: Corpus):
    found = all_candidates(every, LAST)
    assert {it.kind for it in found} == {*CandidateKind}
    assert all(it.reason.endswith(".") and len({*it.claims}) == 2 for it in found)
    words = " ".join(it.reason for it in found)
    for named in ('"Chief" and "Head"', '"300" as troops', "no day in common", "denied", "밤사이", '"march"'):
        assert named in words


def test_drafts_are_in_none(tmp_path):
    folder = CORPORA["candidates of every kind"]()
    file = folder.files["sources/s.toml"]
    folder.files["sources/s.toml"] = file.replace('id = "not-so"', 'id = "not-so"\ndraft = true')
    corpus = folder.load(tmp_path / "corpus")
    assert [it.record.id for it in corpus.drafts] == ["not-so"]
    found = all_candidates(corpus, LAST)
    assert not any("not-so" in side for it in found for side in it.sides)


def test_the_steps_are_as_many_as_are_told(every: Corpus):
    parts = [*find_candidates(every, LAST)]
    assert len(parts) == steps(every, LAST)
    found: set[Proposal] = {it for part in parts for it in part}
    assert found == {*all_candidates(every, LAST)}


def test_the_order_of_files_and_records_does_not_matter(every: Corpus):
    turned = replace(
        every,
        claims=dict(reversed([*every.claims.items()])),
        events=dict(reversed([*every.events.items()])),
        sources=dict(reversed([*every.sources.items()])),
    )
    assert all_candidates(turned, LAST) == all_candidates(every, LAST)


def test_a_dismissal_that_names_one_record_is_a_mistake(tmp_path):
    folder = CORPORA["candidates of every kind"]()
    info = folder.files["corpus.toml"]
    folder.files["corpus.toml"] = info.replace('["marched", "marching"]', '["marched"]')
    folder.load(tmp_path / "corpus")
    findings = load_corpus(tmp_path / "corpus").findings
    assert any(it.file == "corpus.toml" and "between" in it.message + it.field for it in findings)
