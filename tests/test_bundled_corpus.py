"""What the bundled corpus must hold, beyond what the checks of every corpus ask."""

import hashlib
import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

import seeds
from model.asof.contest import Rule
from model.asof.knowledge import knowledge_steps
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.word import Passed, Word
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.vocabulary import (
    Basis,
    ConflictKind,
    EntityType,
    Factuality,
    OnRecord,
    Point,
    Reliability,
    Status,
)
from model.dates.civil import day_number
from model.dates.edtf import parse
from model.quotes.span import TextSpan

FOLDER = Path(seeds.__file__).parent
GUIDE = (FOLDER / "README.md").read_text("utf-8")
VICTORY_DAY = day_number(2025, 5, 9)
LONG_AFTER = day_number(2030, 1, 1)

SHA256 = {
    "kjd-kim-unlikely": "f9f9e9311cdb4f86297c606558eb95cf0204392cc5a38c6d9c3dcefdf3ba774f",
    "kd-ambassador": "55f17a5dc797647abdca0a03fe4c2852a7bdeb9392aad53fb24bac66898d0ffa",
}

# Capitals matter: "May" is a month, "may" is not. A unit makes "this" a date word, and an ordinal too.
DATE_WORDS = re.compile(
    r"""
      \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b
    | \b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.
    | \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
    | \b(?:1[0-9]|2[01])[0-9]{2}\b
    | \b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|tenth)\s(?:year|anniversary|Victory\sDay)\b
    | \b(?:[Ll]ast|[Tt]his|[Nn]ext)\s(?:day|week|month|quarter|year|decade|century)\b
    """,
    re.VERBOSE,
)

DATE_WORDS_OF = {
    "kjd-kim-unlikely": "April|May|Wednesday|May|2015|70th anniversary|this year|June|2024|Dec.|June|March|March|"
    "March|Wednesday|December|2026",
    "kd-ambassador": "80th anniversary|May|2025|May|80th Victory Day|May|last month|This year|fourth year|May|May|"
    "this year|January|February|August|September|May",
}

# Words that join one quote to the next and say nothing themselves.
JOINTS = {
    *("although", "and", "as", "but", "despite", "however"),
    *("including", "instead", "meanwhile", "still", "that", "well"),
}


@cache
def corpus() -> Corpus:
    return load_corpus(FOLDER)


def spans_of(source: str, furniture: bool) -> list[TextSpan]:
    """The spans of a source's claims, statements and left-out passages, with its furniture or without."""
    anchors = corpus().anchors
    claims = [anchors.claims[claim.id] for claim in corpus().claims.values() if claim.source == source]
    said = [anchors.statements[each.id] for each in corpus().statements.values() if each.source == source]
    return [
        *claims,
        *said,
        *anchors.left_out[source],
        *(anchors.furniture[source] if furniture else ()),
    ]


def inside(start: int, end: int, spans: list[TextSpan]) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def state(event: str, *day: int) -> EventState:
    found = event_state(corpus(), event, day_number(*day))
    assert found is not None
    return found


@pytest.mark.parametrize("source", SHA256)
def test_stored_texts_are_those_that_were_curated(source: str):
    data = (FOLDER / "sources" / f"{source}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256[source]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("on Wednesday, May 7, 2025", ["Wednesday", "May", "2025"]),
        ("the Dec. 3 incident of last month", ["Dec.", "last month"]),
        ("its fourth year, the 80th anniversary", ["fourth year", "80th anniversary"]),
        ("Kim may go; their third interaction; 13 countries", []),
    ],
)
def test_date_words_are_recognised(words: str, found: list[str]):
    assert DATE_WORDS.findall(words) == found


@pytest.mark.parametrize("source", SHA256)
def test_every_date_word_is_claimed_or_left_out_with_a_reason(source: str):
    text, curated = corpus().texts[source], spans_of(source, furniture=False)
    furniture = list(corpus().anchors.furniture[source])
    words = [match for match in DATE_WORDS.finditer(text) if not inside(*match.span(), furniture)]
    assert "|".join(match.group() for match in words) == DATE_WORDS_OF[source]
    assert [match for match in words if not inside(*match.span(), curated)] == []


@pytest.mark.parametrize("source", SHA256)
def test_every_word_is_quoted_or_furniture_but_for_joints(source: str):
    spans = spans_of(source, furniture=True)
    loose = [m.group() for m in re.finditer(r"\w+", corpus().texts[source]) if not inside(*m.span(), spans)]
    assert {word.lower() for word in loose} <= JOINTS


def test_titles_fit_and_are_of_narrow_characters():
    for event in corpus().events.values():
        assert cell_len(event.title) <= 38, event.title
        assert not set(event.title) & set("‘’“”–—…·"), event.title


def test_short_names_fit_their_column():
    for entity in corpus().entities.values():
        assert cell_len(entity.short or entity.name) <= 11, entity.id


def test_every_entity_plays_a_part():
    records = corpus()
    used = {source.publisher for source in records.sources.values()}
    used |= {event.place for event in records.events.values() if event.place}
    used |= {hop.who for statement in records.statements.values() for hop in statement.chain}
    for claim in records.claims.values():
        used |= {name for name in (claim.entity, claim.office) if name}
        for holders in claim.roles.values():
            used |= {holders} if isinstance(holders, str) else set(holders)
    assert set(records.entities) - used == set()


def test_strands_hold_all_events():
    for event in corpus().events.values():
        top = event
        while top.part_of:
            top = corpus().events[top.part_of]
        assert top.type == "strand", event.id


def test_offices_are_held_by_people_and_people_are_no_offices():
    for claim in corpus().claims.values():
        if claim.office:
            assert corpus().entities[claim.office].type is EntityType.OFFICE, claim.id
            assert claim.entity is not None
            assert corpus().entities[claim.entity].type is EntityType.PERSON, claim.id


def test_nothing_on_or_after_victory_day_is_claimed_to_have_occurred():
    for claim in corpus().claims.values():
        if claim.status is Status.OCCURRED and claim.date and claim.date.edtf:
            latest = parse(claim.date.edtf).latest
            assert latest is not None, claim.id
            assert latest < VICTORY_DAY, claim.id


def test_no_event_of_victory_day_or_later_ever_comes_to_have_an_outcome():
    ahead = 0
    for event in corpus().claims_of_event:
        final = event_state(corpus(), event, LONG_AFTER)
        assert final is not None
        if final.date is not None and (final.date.latest is None or final.date.latest >= VICTORY_DAY):
            ahead += 1
            assert final.rule is not Rule.OUTCOME, event
            assert final.word_at(LONG_AFTER) is not Word.OCCURRED, event
    assert ahead > 15


def test_only_the_kremlin_its_aide_and_two_agencies_spoke_to_the_world():
    public = [statement for statement in corpus().statements.values() if statement.public]
    assert {statement.chain[0].who for statement in public} == {"kremlin", "yuri-ushakov", "tass", "kcna"}
    assert all(statement.on is not None for statement in public)


def test_what_the_kremlin_and_its_aide_said_has_one_origin():
    said = [each for each in corpus().statements.values() if each.chain[0].who in {"kremlin", "yuri-ushakov"}]
    assert len(said) > 5
    assert {each.origin or each.id for each in said} == {"kd-kremlin"}


def test_no_date_is_inherited_from_what_was_said_later():
    records = corpus()
    heirs = [claim for claim in records.claims.values() if claim.date and claim.date.from_ in records.claims]
    assert len(heirs) > 20
    for claim in heirs:
        assert claim.date is not None
        assert claim.date.from_ is not None
        origin = records.claims[claim.date.from_]
        assert saying(records, origin).visible <= saying(records, claim).visible, claim.id


def test_knowledge_came_on_four_days():
    days = [(2025, 3, 22), (2025, 4, 30), (2025, 5, 5), (2025, 5, 6)]
    assert [step.day for step in knowledge_steps(corpus())] == [day_number(*day) for day in days]


def test_in_march_only_the_meeting_of_the_photo_was_known():
    day = day_number(2025, 3, 22)
    known = [event for event in corpus().claims_of_event if event_state(corpus(), event, day)]
    assert known == ["kim-meets-shoigu"]


def test_on_30_april_a_delegation_was_scheduled_and_choe_only_expected_to_lead_it():
    delegation = state("delegation-7-10-may", 2025, 4, 30)
    assert (delegation.word, delegation.chosen.claim.id) == (Word.SCHEDULED, "kjd-delegation")
    led = {item.word for item in delegation.claims if item.claim.roles.get("leader") == "choe-ryong-hae"}
    assert led == {Word.EXPECTED}
    assert state("kim-attends", 2025, 4, 30).word is Word.NOT_EXPECTED
    assert state("kim-decides", 2025, 4, 30).word is Word.BELIEVED
    assert event_state(corpus(), "ambassador-represents", day_number(2025, 4, 30)) is None


def test_on_5_may_an_ambassador_was_confirmed_and_neither_choe_nor_the_delegation_superseded():
    ambassador = state("ambassador-represents", 2025, 5, 5)
    assert (ambassador.word, ambassador.rule) == (Word.CONFIRMED, Rule.PREFERENCE)
    assert (ambassador.chosen.said.speaker, ambassador.origins) == ("yuri-ushakov", 1)
    delegation = state("delegation-7-10-may", 2025, 5, 5)
    assert (delegation.word, delegation.conflicts) == (
        Word.SCHEDULED,
        ("how-firm-the-delegation", "who-represents"),
    )
    assert not any(item.fallen for item in delegation.claims)
    assert state("kim-attends", 2025, 5, 5).word is Word.DENIED
    assert state("troops-march", 2025, 5, 5).word is Word.DENIED


def test_on_6_may_choe_is_superseded_by_the_words_of_the_paper_that_tells_of_a_shift():
    delegation = state("delegation-7-10-may", 2025, 5, 6)
    by = {item.claim.id: item.superseded_by for item in delegation.claims if item.fallen}
    assert by == dict.fromkeys(("kjd-led-by-choe", "kjd-choe-most-likely"), ("kd-shift",))
    assert (delegation.word, delegation.chosen.claim.id) == (Word.SCHEDULED, "kjd-delegation")


def test_what_unnamed_sources_said_of_the_delegation_and_its_leader_is_one_origin():
    delegation = state("delegation-7-10-may", 2025, 4, 30)
    assert {item.said.origin for item in delegation.claims} == {"kjd-several"}


def test_what_tass_reports_of_others_speaking_goes_back_to_tass():
    statements = state("kremlin-statements", 2025, 5, 6)
    assert {item.said.origin for item in statements.claims} == {"kd-ambassador", "kd-tass"}


def test_the_conflicts_say_in_what_they_differ_where_that_is_not_whether_it_is_so():
    points = {
        it.id: it.point for it in corpus().conflicts.values() if it.kind is not ConflictKind.NOT_THE_SAME
    }
    assert points["who-represents"] is Point.WHO
    assert points["why-kim-stays-away"] is Point.WHY
    assert points["choe-office"] is Point.NAME
    for conflict in corpus().conflicts.values():
        if conflict.kind is ConflictKind.LABEL:
            assert conflict.point is Point.NAME, conflict.id


def test_after_the_day_what_was_to_be_and_nobody_denied_is_due():
    day = day_number(2025, 5, 10)
    of_the_day = [
        found
        for event in corpus().claims_of_event
        if (found := event_state(corpus(), event, day))
        and found.date is not None
        and found.date.single_day == VICTORY_DAY
    ]
    words = {found.event: found.word_at(day) for found in of_the_day}
    denied = {event for event, word in words.items() if word is Word.DENIED}
    assert denied == {"kim-attends", "troops-march"}
    unknown = {found.event for found in of_the_day if found.passed_at(day) is Passed.UNKNOWN}
    assert {(event, words[event]) for event in unknown} == {
        ("choe-attends", Word.NOT_EXPECTED),
        ("tracy-attends", Word.UNCONFIRMED),
    }
    assert {word for event, word in words.items() if event not in denied | unknown} == {Word.DUE}
    assert len(words) > 5


def test_readings_are_given_for_all_claims_of_a_conflict_and_fit_their_column():
    for conflict in corpus().conflicts.values():
        assert set(conflict.readings) == set(conflict.claims), conflict.id
        assert max(map(cell_len, conflict.readings.values())) <= 30, conflict.id


def test_a_preference_begins_with_its_reason_in_a_few_words():
    for conflict in corpus().conflicts.values():
        if conflict.preferred:
            assert cell_len(conflict.reason.partition(".")[0]) <= 40, conflict.id


def test_the_examples_of_the_guide_stand_in_the_corpus():
    files = [path.read_text("utf-8") for path in (*FOLDER.glob("*.toml"), *FOLDER.glob("sources/*.toml"))]
    examples = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(examples) > 8
    for example in examples:
        assert any(example in text for text in files), example


@pytest.mark.parametrize(
    "vocabulary", [EntityType, Basis, OnRecord, Status, Factuality, ConflictKind, Reliability]
)
def test_the_guide_explains_every_word_of_a_vocabulary(vocabulary: type[StrEnum]):
    assert [word.value for word in vocabulary if f"`{word.value}`" not in GUIDE] == []


def test_the_guide_lists_every_role_event_type_and_kind_of_furniture_in_use():
    records = corpus()
    used = {role for claim in records.claims.values() for role in claim.roles}
    used |= {event.type for event in records.events.values()}
    used |= {each.kind for pieces in records.furniture.values() for each in pieces}
    assert [word for word in sorted(used) if f"`{word}`" not in GUIDE] == []
