"""What an event rests on: equal to deleting what goes back to an origin, and reading anew."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

import seeds
from model.asof.falls import EventSupport, Fall, Loss
from model.asof.knowledge import Step, knowledge_steps
from model.asof.known import known_by
from model.asof.origin import origin_meant
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.support import all_supports, by_origin, event_support, supports
from model.asof.support import legs as all_legs
from model.asof.without import without
from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.vocabulary import OnRecord
from model.curate.deletion import deletion_of
from model.curate.saving import save
from model.dates.civil import day_number
from tests.asof.deleting import dated_by, deleted
from tests.asof.test_properties import some_day
from tests.drawn_texts import plain
from tests.effort import examples, some
from tests.handmade import corpus_of
from tests.histories import histories
from tests.strategies import corpora

FOLDER = Path(seeds.__file__).parent
LONG_AFTER = day_number(2030, 1, 1)

Told = tuple[Word, str | None, str, int]
"""Word, date, the claim that decides, origins."""


@cache
def bundled() -> Corpus:
    return load_corpus(FOLDER)


def told(state: EventState | None, day: int) -> Told | None:
    if state is None:
        return None
    date = state.date.text if state.date is not None else None
    return state.word_at(day), date, state.chosen.claim.id, state.origins


def told_by(fall: Fall | None, support: EventSupport) -> Told | None:
    after = support.now if fall is None else fall.after
    if after is None:
        return None
    return after.word, after.date.text if after.date is not None else None, after.claim, after.origins


def effect_of(now: Told | None, after: Told | None) -> Loss | None:
    """What the words of the issue mean, said once more."""
    assert now is not None
    if after is None:
        return Loss.VANISHES
    if after[:2] != now[:2]:
        return Loss.FLIPS
    return Loss.WEAKENS if now[3] > 1 and after[3] == 1 else None


def assert_falls(support: EventSupport, origin: str, left: Corpus, day: int) -> None:
    """An event falls without an origin as it stands in what is `left` without it."""
    now, after = told_by(None, support), told(event_state(left, support.event, day), day)
    fall = next((it for it in support.falls if it.origin == origin), None)
    assert (fall.effect if fall is not None else None) == effect_of(now, after), (support.event, origin)
    if fall is not None:
        assert told_by(fall, support) == after, (support.event, origin)


def origins_of(corpus: Corpus) -> set[str]:
    return {saying(corpus, claim).origin for claim in corpus.claims.values()}


def assert_equal_to_deleting(corpus: Corpus, day: int) -> None:
    known = known_by(corpus, day)
    found = list(supports(corpus, day))
    assert [it.event for it in found] == [*known.claims_of_event]
    for support in found:
        assert told_by(None, support) == told(event_state(corpus, support.event, day), day)
        assert {it.origin for it in support.falls} <= origins_of(known)
    for origin in origins_of(known):
        left = deleted(known, origin)
        for support in found:
            assert_falls(support, origin, left, day)


@examples(150)
@given(corpora(plain) | histories(), some_day)
def test_what_falls_is_what_falls_when_the_claims_are_deleted(corpus: Corpus, day: int):
    assert_equal_to_deleting(corpus, day)


@examples(80)
@given(corpora(plain) | histories(), some_day)
def test_a_corpus_without_an_origin_is_the_one_from_which_it_was_deleted(corpus: Corpus, day: int):
    known = known_by(corpus, day)
    for origin in origins_of(known):
        left, oracle = without(known, origin), deleted(known, origin)
        assert left.claims.keys() == oracle.claims.keys()
        assert left.conflicts == oracle.conflicts
        for event in oracle.claims_of_event:
            assert told(event_state(left, event, day), day) == told(event_state(oracle, event, day), day)


@pytest.mark.parametrize("step", knowledge_steps(bundled()))
def test_so_it_is_of_every_event_and_origin_of_the_bundled_corpus_on_each_day(step: Step):
    assert_equal_to_deleting(bundled(), step.day)


def undate(folder: Path, origin: str) -> None:
    """Leave the claims of others in the files without the dates that they have from those of an origin."""
    for name in dated_by(bundled(), origin):
        path = folder / "sources" / f"{bundled().claims[name].source}.toml"
        before, own, after = path.read_text("utf-8").partition(f'id = "{name}"\n')
        own = re.sub(
            r"^date = .*$", 'date = { basis = "none", reasoning = "Taken away." }', after, count=1, flags=re.M
        )
        path.write_text(f'{before}id = "{name}"\n{own}', "utf-8")


@pytest.mark.parametrize(
    "origin",
    some(["kjd-several", "kjd-analysts-decision", "kd-reuters-photo"], sorted(origins_of(bundled()))),
)
def test_so_it_is_in_files_from_which_the_claims_were_deleted(origin: str, tmp_path: Path):
    folder = tmp_path / "left"
    shutil.copytree(FOLDER, folder)
    for name in [it.id for it in bundled().claims.values() if saying(bundled(), it).origin == origin]:
        if name in load_corpus(folder).claims:
            undate(folder, origin)
            save(folder, deletion_of(folder, "claim", name).changes)
    left = load_corpus(folder)
    for step in knowledge_steps(bundled()):
        known = known_by(bundled(), step.day)
        for support in supports(bundled(), step.day):
            for name in origins_of(known):
                if origin_meant(bundled(), name) == origin:
                    assert_falls(support, name, left, step.day)


@examples(60)
@given(corpora(plain) | histories(), some_day)
def test_as_of_a_day_nothing_that_came_later_matters(corpus: Corpus, day: int):
    known = known_by(corpus, day)
    assert [*supports(known, day)] == [*supports(corpus, day)]
    assert by_origin(known, day, supports(known, day)) == by_origin(corpus, day, supports(corpus, day))


@examples(60)
@given(corpora(plain) | histories(), some_day)
def test_by_origins_and_by_events_the_same_is_told(corpus: Corpus, day: int):
    events = [*supports(corpus, day)]
    listed = by_origin(corpus, day, events)
    assert {it.origin for it in listed} == origins_of(known_by(corpus, day))
    falls = [fall for it in listed for fall in it.falls]
    assert sorted(falls, key=repr) == sorted((fall for it in events for fall in it.falls), key=repr)
    for fall in falls:
        assert fall.claim in known_by(corpus, day).claims
    for it in events:
        assert event_support(corpus, it.event, day) == it


@examples(60)
@given(corpora(plain) | histories(), some_day)
def test_legs_alone_are_those_of_all_that_falls(corpus: Corpus, day: int):
    found = dict(all_legs(corpus, day))
    assert found == {it.event: it.legs for it in supports(corpus, day)}
    # Once all is known, it is not found out again.
    all_supports(corpus, day)
    assert dict(all_legs(corpus, day)) == found


def effects(lines: str, day: int = LONG_AFTER, event: str = "visit") -> dict[str, tuple[Loss, Word | None]]:
    support = event_support(corpus_of(lines), event, day)
    assert support is not None
    return {it.origin: (it.effect, it.after.word if it.after else None) for it in support.falls}


def legs(lines: str, day: int = LONG_AFTER) -> Iterable[str]:
    support = event_support(corpus_of(lines), "visit", day)
    assert support is not None
    return support.legs


def test_of_a_single_voice_an_event_vanishes_with_it():
    assert effects("plan 2025-05-01 occurred CT+ 2025-04-09") == {"said-plan": (Loss.VANISHES, None)}


def test_what_was_superseded_stands_again():
    found = effects(
        """
        rumour 2025-05-01 occurred CT+ 2025-04-09
        word   2025-05-02 denied   CT- 2025-04-09 supersedes=rumour
        """
    )
    assert found == {"said-word": (Loss.FLIPS, Word.OCCURRED)}


def test_it_stands_again_too_where_what_superseded_it_is_of_another_event():
    found = effects(
        """
        rumour 2025-05-01 scheduled CT+ 2025-05-09
        word   2025-05-02 scheduled CT+ 2025-05-09 event=journey supersedes=rumour
        conflict contradiction rumour,word
        """,
        day_number(2025, 5, 3),
    )
    assert found == {"said-rumour": (Loss.VANISHES, None), "said-word": (Loss.FLIPS, Word.SCHEDULED)}


def test_the_curators_preference_goes_with_the_claim_that_it_is_for_or_with_the_last_one_against_it():
    lines = """
        denial 2025-05-01 denied    CT- 2025-05-09
        plan   2025-05-02 scheduled CT+ 2025-05-09
        conflict contradiction denial,plan preferred=denial
        """
    day = day_number(2025, 5, 3)
    assert effects(lines, day) == {"said-denial": (Loss.FLIPS, Word.SCHEDULED)}
    third = "other 2025-05-02 speculated PS+ 2025-05-09 event=journey\n"
    more = third + lines.replace("denial,plan", "denial,plan,other")
    assert effects(more, day) == {"said-denial": (Loss.FLIPS, Word.SCHEDULED)}
    # Preferred to what speaks of another event, and no longer where nothing is left of that.
    beside = lines.replace("denial,plan", "denial,other") + third
    assert effects(beside, day) == {
        "said-denial": (Loss.FLIPS, Word.SCHEDULED),
        "said-other": (Loss.FLIPS, Word.SCHEDULED),
    }


def test_two_that_say_the_same_weaken_to_one():
    found = effects(
        """
        one   2025-05-01 occurred CT+ 2025-04-09
        other 2025-05-02 occurred CT+ 2025-04-09
        """
    )
    assert found == {
        "said-one": (Loss.WEAKENS, Word.OCCURRED),
        "said-other": (Loss.WEAKENS, Word.OCCURRED),
    }
    same = legs("one 2025-05-01 occurred CT+ 2025-04-09\nother 2025-05-02 occurred CT+ 2025-04-09 origin=one")
    assert same == ("said-one",)


def test_what_takes_its_date_from_a_claim_is_without_a_date_then_and_stands_all_the_same():
    found = effects(
        """
        day   2025-05-01 scheduled CT+ 2025-05-09 event=journey
        plan  2025-05-02 scheduled CT+ 2025-05-09 from=day
        """,
        day_number(2025, 5, 3),
    )
    assert found == {"said-day": (Loss.FLIPS, Word.SCHEDULED), "said-plan": (Loss.VANISHES, None)}


def test_what_another_dates_is_backed_by_as_many_origins_as_are_left_without_that():
    lines = """
        plan  2025-05-01 scheduled CT+ 2025-05-09
        too   2025-05-02 scheduled CT+ 2025-05-09 from=plan
        """
    day = day_number(2025, 5, 3)
    assert_equal_to_deleting(corpus_of(lines), day)
    assert effects(lines, day) == {
        "said-plan": (Loss.FLIPS, Word.SCHEDULED),
        "said-too": (Loss.WEAKENS, Word.SCHEDULED),
    }


@pytest.mark.parametrize("step", knowledge_steps(bundled()))
def test_without_one_of_several_origins_the_word_is_never_gone_from_all_cards(step: Step):
    """What an event is backed by and what it rests on are one count: of two that say a word, neither takes it along."""
    for support in supports(bundled(), step.day):
        if support.now.origins > 1:
            assert Loss.VANISHES not in {it.effect for it in support.falls}, support.event


def test_a_document_without_a_day_is_as_young_as_what_is_left_of_it_tells():
    lines = """
        source paper -
        plan   -          expected PR+ 2025-05-09
        word   2025-05-10 occurred CT+ 2025-05-10 event=journey
        """
    assert_equal_to_deleting(corpus_of(lines), LONG_AFTER)
    # Said on the tenth or later, it is a belief; said who knows when, a forecast.
    assert effects(lines) == {"paper": (Loss.VANISHES, None), "said-word": (Loss.FLIPS, Word.DUE)}


def test_a_statement_is_as_young_as_what_is_left_of_it_says_has_begun():
    corpus = corpus_of(
        """
        plan  [2025-05-01..2025-05-10] scheduled CT+ 2025-06-09 best=2025-05-02
        rival 2025-05-04 expected PR- 2025-06-09
        day   2025-05-06 occurred CT+ 2025-05-06 event=start
        begun -          ongoing  CT+ 2025-05-06 event=journey from=day
        """
    )
    begun = msgspec.structs.replace(corpus.claims["begun"], statement="said-plan")
    corpus = replace(corpus, claims={**corpus.claims, "begun": begun})
    day = day_number(2025, 6, 2)
    assert_equal_to_deleting(corpus, day)
    support = event_support(corpus, "visit", day)
    assert support is not None
    assert support.now.word is Word.SCHEDULED
    after = {it.origin: it.after.word for it in support.falls if it.after is not None}
    assert after["said-day"] is Word.NOT_EXPECTED


def test_a_document_that_takes_its_day_from_a_claim_goes_with_it_and_what_it_took_back_stands_again():
    corpus = corpus_of(
        """
        source paper 2025-05-06
        source other 2025-05-08 version_of=paper change=retraction
        plan   - scheduled CT+ 2025-05-09
        day    2025-05-08 occurred CT+ 2025-05-08 event=printing source=third
        """
    )
    other = corpus.sources["other"]
    taken = msgspec.structs.replace(other.published, from_="day")
    sources = {**corpus.sources, "other": msgspec.structs.replace(other, published=taken)}
    corpus = replace(corpus, sources=sources)
    assert_equal_to_deleting(corpus, LONG_AFTER)
    support = event_support(corpus, "visit", LONG_AFTER)
    assert support is not None
    assert [(it.origin, it.effect) for it in support.falls] == [
        ("paper", Loss.VANISHES),
        ("said-day", Loss.FLIPS),
    ]


def test_the_origins_say_who_spoke_and_come_in_the_order_of_what_would_fall():
    corpus, day = bundled(), knowledge_steps(bundled())[-1].day
    listed = by_origin(corpus, day, supports(corpus, day))
    assert [(it.origin, it.speaker, it.record) for it in listed[:4]] == [
        ("kjd-kim-unlikely", "korea-joongang-daily", OnRecord.DOCUMENT),
        ("kd-ambassador", "korea-daily", OnRecord.DOCUMENT),
        ("kd-kremlin", "kremlin", OnRecord.ON_RECORD),
        ("kjd-several", "several-sources", OnRecord.ANONYMOUS),
    ]
    fallen = [it.count(Loss.VANISHES) + it.count(Loss.FLIPS) for it in listed]
    assert fallen == sorted(fallen, reverse=True)
