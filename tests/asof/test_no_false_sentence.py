"""What is said of an event is what one visible claim says, or is said to be otherwise; and ids decide only ties."""

import random
from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from model.asof.conflict import conflict_view
from model.asof.contest import Rule
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.visible import claim_date
from model.asof.word import OPEN, Passed, Word, word_of
from model.corpus.corpus import Corpus
from model.corpus.records import Claim, Conflict, Dated
from model.corpus.vocabulary import CONTESTING, Factuality, Status
from tests.drawn_texts import FIRST_DAY, LAST_DAY, plain
from tests.effort import examples
from tests.strategies import corpora

FEW = examples(80)
some_day = st.integers(FIRST_DAY - 5, LAST_DAY + 30)


def states(corpus: Corpus, day: int) -> list[EventState]:
    found = (event_state(corpus, event, day) for event in corpus.claims_of_event)
    return [state for state in found if state is not None]


@FEW
@given(corpora(plain), some_day)
def test_word_date_speaker_and_certainty_are_those_of_a_visible_claim(corpus: Corpus, day: int):
    for state in states(corpus, day):
        claim = corpus.claims[state.chosen.claim.id]
        said = saying(corpus, claim)
        assert claim.event == state.event
        assert said.visible <= day
        assert state.chosen.said == said
        own = word_of(claim, claim_date(claim), said)
        assert state.word in {own, Word.SUPERSEDED}
        assert (state.word is Word.SUPERSEDED) == all(item.superseded_by for item in state.claims)
        dating = corpus.claims[state.dated_by.id]
        assert saying(corpus, dating).visible <= day
        assert dating.event == state.event
        assert state.date == claim_date(dating)
        assert state.borrows == (state.date != claim_date(claim))


@FEW
@given(corpora(plain), some_day)
def test_plain_occurred_is_certain_and_believed_lies_behind_who_said_so(corpus: Corpus, day: int):
    for state in states(corpus, day):
        claim, said = state.chosen.claim, state.chosen.said
        if state.word in {Word.OCCURRED, Word.REPORTEDLY}:
            assert claim.status is Status.OCCURRED
            assert (state.word is Word.OCCURRED) == (claim.factuality is Factuality.CERTAIN)
        if state.word in {Word.BELIEVED, Word.NOT_BELIEVED}:
            assert state.chosen.date is not None
            assert state.chosen.date.latest is not None
            assert said.earliest is not None
            assert state.chosen.date.latest <= said.earliest


@FEW
@given(corpora(plain), some_day)
def test_an_outcome_has_no_date_that_is_later_than_its_saying(corpus: Corpus, day: int):
    for state in states(corpus, day):
        if state.chosen.claim.status is not Status.OCCURRED or state.date is None:
            continue
        said = state.chosen.said
        latest = said.latest if said.latest is not None else said.estimate
        if state.dated_by is not state.chosen.claim:
            assert state.date.earliest is None or state.date.earliest <= latest


@FEW
@given(corpora(plain), some_day)
def test_time_adds_only_to_what_can_still_come_out(corpus: Corpus, day: int):
    for state in states(corpus, day):
        passed = state.passed_at(day)
        if passed is None:
            continue
        assert state.word in OPEN
        assert state.date is not None
        assert (passed is Passed.UNANSWERED) == (state.date.latest is None)
        last = state.date.latest if state.date.latest is not None else state.date.earliest
        assert last is not None
        assert last < day


@FEW
@given(corpora(plain), some_day)
def test_what_contests_an_event_has_two_readings_and_one_of_its_claims(corpus: Corpus, day: int):
    for state in states(corpus, day):
        own = {item.claim.id for item in state.claims}
        for name in state.conflicts:
            view = conflict_view(corpus, corpus.conflicts[name], day)
            assert view.conflict.kind in CONTESTING
            assert len(view.readings) > 1
            assert own & {item.claim.id for reading in view.readings for item in reading.claims}
            for reading in view.readings:
                assert len({item.claim.factuality.negative for item in reading.claims}) == 1
                assert not reading.preferred or not reading.superseded


def renamed(corpus: Corpus, names: dict[str, str]) -> Corpus:
    """The corpus with other ids of its claims."""

    def date(it: Dated | None) -> Dated | None:
        if it is None or it.from_ not in names:
            return it
        return msgspec.structs.replace(it, from_=names[it.from_])

    def claim(it: Claim) -> Claim:
        relations = {
            name: tuple(names[other] for other in getattr(it, name))
            for name in ("supersedes", "contradicts", "corroborates", "resolves", "explains")
        }
        return msgspec.structs.replace(it, id=names[it.id], date=date(it.date), **relations)

    def conflict(it: Conflict) -> Conflict:
        return msgspec.structs.replace(
            it,
            claims=tuple(names[name] for name in it.claims),
            preferred=names[it.preferred] if it.preferred else None,
            readings={names[name]: words for name, words in it.readings.items()},
        )

    return replace(
        corpus,
        claims={names[it.id]: claim(it) for it in corpus.claims.values()},
        conflicts={it.id: conflict(it) for it in corpus.conflicts.values()},
        anchors=replace(
            corpus.anchors, claims={names[name]: span for name, span in corpus.anchors.claims.items()}
        ),
    )


@FEW
@given(corpora(plain), some_day, st.randoms(use_true_random=False))
def test_other_ids_change_nothing_but_ties(corpus: Corpus, day: int, chance: random.Random):
    ids = list(corpus.claims)
    names = dict(zip(ids, chance.sample(ids, len(ids)), strict=True))
    other = renamed(corpus, names)
    for state in states(corpus, day):
        again = event_state(other, state.event, day)
        assert again is not None
        assert again.rule is state.rule
        if state.rule is not Rule.ID:
            assert again.chosen.claim.id == names[state.chosen.claim.id]
            assert (again.word, again.conflicts) == (state.word, state.conflicts)
            assert (again.origins, again.sources) == (state.origins, state.sources)
        assert len(again.claims) == len(state.claims)
