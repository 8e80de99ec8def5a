"""How what a speaker said of days to come came out, as counts."""

from typing import Any

import pytest
from hypothesis import given

from model.asof.came_out import CameOut, Tally, speaker_tally
from model.asof.knowledge import knowledge_steps
from model.asof.known import known_by
from model.asof.saying import saying
from model.asof.state import event_state
from model.asof.visible import VisibleClaim, visible_claims
from model.corpus.corpus import Corpus
from model.dates.edtf import Edtf
from tests.asof.cases import day
from tests.asof.oracle import candidates_of, is_outcome
from tests.effort import examples
from tests.handmade import corpus_of
from tests.histories import histories
from tests.strategies import corpora

CAME = "came  2025-05-12  occurred  CT+  2025-05-09  by=tass"
DENIED = "not  2025-05-12  denied  CT-  2025-05-09  by=tass"
CANCELLED = "off  2025-05-07  cancelled  CT-  2025-05-09  by=tass"


def tally(lines: str, when: str = "2025-05-20", who: str = "kremlin") -> Tally:
    found = speaker_tally(corpus_of(lines), who, day(when))
    assert found is not None
    return found.all


def became(forecast: str, *others: str, when: str = "2025-05-20") -> list[str]:
    """What became of what the Kremlin said on 5 May."""
    lines = "\n".join((f"said  2025-05-05  {forecast}  by=kremlin", *others))
    return [it.came_out.value for it in tally(lines, when).forecasts]


@pytest.mark.parametrize(
    ("forecast", "others", "came_out"),
    [
        ("scheduled CT+ 2025-05-09", (), "open"),
        ("scheduled CT+ 2025-05-09", (CAME,), "as said"),
        ("confirmed CT+ 2025-05-09", (DENIED,), "otherwise"),
        ("expected PR+ 2025-05-09", (CANCELLED,), "otherwise"),
        ("expected PR- 2025-05-09", (CAME,), "otherwise"),
        ("speculated PS- 2025-05-09", (DENIED,), "as said"),
        ("denied CT- 2025-05-09", (CAME,), "otherwise"),
        ("denied CT- 2025-05-09", (), "open"),
        ("denied CT- 2025-05-09", (DENIED,), "as said"),
        # It came, and not when it was said that it would; and the other way round.
        ("scheduled CT+ 2025-05-08", (CAME,), "otherwise"),
        ("expected PR- 2025-05-08", (CAME,), "as said"),
        ("scheduled CT+ 2025-05-07/2025-05-10", (CAME,), "as said"),
        ("scheduled CT+ 2025-05-08~", (CAME,), "as said"),
        ("scheduled CT+ -", (CAME,), "as said"),
        # Who only reports, probably, leaves it open.
        ("scheduled CT+ 2025-05-09", (CAME.replace("CT+", "PR+"),), "open"),
        # Who denies it beforehand says how it will be, not how it was.
        ("scheduled CT+ 2025-05-09", (DENIED.replace("2025-05-12", "2025-05-06"),), "open"),
        # So does the speaker himself, in the same breath.
        ("scheduled CT+ 2025-05-09", ("own  2025-05-12  occurred  CT+  2025-05-09  origin=said",), "open"),
        ("scheduled CT+ 2025-06-01", (), "ahead"),
        ("scheduled CT+ -", (), "ahead"),
        ("scheduled CT+ 2025-06-01", (CANCELLED.replace("2025-05-09", "2025-06-01"),), "otherwise"),
    ],
)
def test_what_becomes_of_one(forecast: str, others: tuple[str, ...], came_out: str):
    assert became(forecast, *others) == [came_out]


@pytest.mark.parametrize(
    "forecast",
    [
        "occurred CT+ 2025-05-04",
        "ongoing CT+ 2025-05-01/2025-05-30",
        "unconfirmed Uu 2025-05-09",
        "no-comment Uu 2025-05-09",
        "scheduled CT+ 2025-05-09 condition=said",
        "expected PR+ 2025-05-01",
        "denied CT- 2025-05-01",
    ],
)
def test_what_is_no_forecast(forecast: str):
    assert tally(f"said  2025-05-05  {forecast}  by=kremlin").words == "no record"


def test_it_is_open_from_the_day_after_and_no_day_before():
    forecast = "scheduled CT+ 2025-05-09"
    assert became(forecast, when="2025-05-09") == ["ahead"]
    assert became(forecast, when="2025-05-10") == ["open"]
    assert became(forecast, CAME, when="2025-05-11") == ["open"]
    assert became(forecast, CAME, when="2025-05-12") == ["as said"]


def test_what_was_superseded_was_said_all_the_same():
    lines = """
    first   2025-05-01  expected   PR+  2025-05-09  by=kremlin
    second  2025-05-06  denied     CT-  2025-05-09  by=kremlin supersedes=first
    """
    assert tally(lines + DENIED).words == "said 2, due 2, as said 1, otherwise 1, open 0"


def test_what_was_retracted_was_perhaps_never_said():
    lines = """
    said  2025-05-05  scheduled  CT+  2025-05-09  by=kremlin source=paper
    source  paper  2025-05-06
    source  mended  2025-05-08  version_of=paper change=retraction
    """
    assert tally(lines, "2025-05-07").said == 1
    assert tally(lines, "2025-05-08").words == "no record"


def test_the_same_said_twice_by_one_origin_is_one_forecast_by_its_surest_claim():
    lines = """
    one    2025-05-01  expected   PR+  2025-05-09  by=kremlin
    again  2025-05-02  scheduled  CT+  2025-05-09  by=kremlin origin=one
    else   2025-05-03  scheduled  CT+  2025-05-09  by=kremlin
    """
    found = speaker_tally(corpus_of(lines), "kremlin", day("2025-05-20"))
    assert found is not None
    assert [it.claim.id for it in found.all.forecasts] == ["again", "else"]
    assert found.all.words == "said 2, due 2, as said 0, otherwise 0, open 2"
    assert [(name, it.said) for name, it in found.origins.items()] == [("said-one", 1), ("said-else", 1)]


def test_the_counts_are_said_with_their_n_and_none_is_no_record():
    lines = """
    a  2025-05-01  scheduled  CT+  2025-05-09  by=kremlin
    b  2025-05-01  scheduled  CT+  2025-05-10  by=kremlin event=other
    c  2025-05-01  expected   PR-  2025-05-09  by=kremlin event=third
    d  2025-05-01  scheduled  CT+  2025-07-01  by=kremlin event=fourth
    came   2025-05-12  occurred  CT+  2025-05-09  by=tass
    came3  2025-05-12  occurred  CT+  2025-05-09  by=tass event=third
    """
    assert tally(lines).words == "said 4, due 3, as said 1, otherwise 1, open 1"
    assert tally(lines, who="tass").words == "no record"
    assert speaker_tally(corpus_of(lines), "nobody", day("2025-05-20")) is None


FORECASTS = {"scheduled", "confirmed", "expected", "speculated"}


def oracle(corpus: Corpus, entity: str, when: int) -> dict[tuple[str, str, bool], str]:
    """The definition, claim by claim: what became of each origin's word on each event, each way."""
    found: dict[tuple[str, str, bool], tuple[Any, ...]] = {}
    for event in corpus.events:
        items = visible_claims(corpus, event, when)
        state = event_state(corpus, event, when)
        for item in items:
            claim = item.claim
            if item.said.speaker != entity or item.retracted_by or claim.condition is not None:
                continue
            date = item.date or (state.date if state else None)
            if claim.status.value not in FORECASTS and (
                claim.status.value not in {"denied", "cancelled"} or date is None
            ):
                continue
            end = None if date is None else date.latest if date.latest is not None else date.earliest
            if end is not None and item.said.earliest is not None and item.said.earliest >= end:
                continue
            assert state is not None
            sure = ["CT", "PR", "PS"].index(claim.factuality.value[:2])
            key = (item.said.origin, event, claim.factuality.value.endswith("-"))
            row = (sure, item.said.estimate, claim.id, item, date)
            if key not in found or row[:3] < found[key][:3]:
                found[key] = row
    return {key: _became(corpus, key[1], when, *row[3:]) for key, row in found.items()}


def _became(corpus: Corpus, event: str, when: int, item: VisibleClaim, date: Edtf | None) -> str:
    state = event_state(corpus, event, when)
    assert state is not None
    chosen = state.chosen
    tells = (
        not chosen.fallen
        and chosen.claim.factuality.value.startswith("CT")
        and chosen.said.origin != item.said.origin
        and is_outcome(candidates_of(state.claims), chosen)
    )
    if tells:
        came = chosen.claim.status.value == "occurred"
        dates = [it for it in (item.date, state.date) if it is not None and not it.qualified]
        if came and len(dates) == 2:
            days = [set(range(max(_low(it), -(10**6)), min(_high(it), 10**6) + 1, 1)) for it in dates]
            came = bool(days[0] & days[1])
        says = not item.claim.factuality.value.endswith("-")
        return "as said" if came == says else "otherwise"
    past = date is not None and date.latest is not None and date.latest < when
    return "open" if past else "ahead"


def _low(date: Edtf) -> int:
    return date.earliest if date.earliest is not None else 700_000


def _high(date: Edtf) -> int:
    return date.latest if date.latest is not None else 800_000


@examples(150)
@given(histories() | corpora())
def test_an_oracle_agrees_on_drawn_corpora(corpus: Corpus):
    days = [step.day for step in knowledge_steps(corpus)]
    for when in [*days, *([days[-1] + 30] if days else [])]:
        for entity in corpus.entities:
            found = speaker_tally(corpus, entity, when)
            speaks = any(
                it.event is not None
                and saying(corpus, it).speaker == entity
                and saying(corpus, it).visible <= when
                for it in corpus.claims.values()
            )
            assert (found is not None) == speaks
            if found is None:
                continue
            told = {
                (
                    it.said.origin,
                    it.claim.event,
                    it.claim.factuality.negative,
                ): it.came_out.value
                for it in found.all.forecasts
            }
            assert told == oracle(corpus, entity, when)
            counts = [found.all.of(way) for way in CameOut]
            assert (sum(counts), found.all.due) == (found.all.said, sum(counts[:3]))
            for way in CameOut:
                assert sum(it.of(way) for it in found.origins.values()) == found.all.of(way)
            # Of what came later it tells nothing.
            known = speaker_tally(known_by(corpus, when), entity, when)
            assert known is not None
            assert known.all.words == found.all.words
