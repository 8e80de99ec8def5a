"""The cards of events and entities, as text."""

import re
from dataclasses import replace

import msgspec
import pytest
from rich.cells import cell_len

from model.asof.entity import holders
from model.asof.saying import saying
from model.asof.state import EventState, event_state
from model.asof.word import Passed, Word
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import Reliability
from model.dates.calendar import day_from_text
from tests.tui.carded import entity_card_of
from tests.tui.looking import texts
from tui.cards.event import SHORT, EventCard
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE, Signs
from tui.text.target import (
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    FilterTarget,
    FindingTarget,
    ListTarget,
    OriginTarget,
    QuestionTarget,
    RawTarget,
    RowTarget,
    SourceTarget,
    Target,
    TextTarget,
    UnopenedTarget,
)

DAYS = ["2025-04-30", "2025-05-05", "2025-05-06", "2025-05-10"]
WIDE = 100


def state_of(corpus: Corpus, event: str, day: str) -> EventState:
    state = event_state(corpus, event, day_from_text(day))
    assert state is not None, f"{event} has no visible claim on {day}"
    return state


def card(
    corpus: Corpus, event: str, day: str, width: int = WIDE, signs: Signs = UNICODE, whole: bool = False
) -> EventCard:
    return EventCard(state_of(corpus, event, day), Phrases(corpus, signs, day_from_text(day)), width, whole)


def entity_card(
    corpus: Corpus, entity: str, day: str, width: int = WIDE, signs: Signs = UNICODE
) -> list[Line]:
    number = day_from_text(day)
    return entity_card_of(corpus, entity, Phrases(corpus, signs, number), width).full()


def states(corpus: Corpus, day: str) -> list[EventState]:
    found = (event_state(corpus, event, day_from_text(day)) for event in corpus.events)
    return [state for state in found if state is not None]


def label(lines: list[Line], name: str) -> str:
    """The value beside a label, on as many lines as it takes."""
    rows = texts(lines)
    (at,) = [number for number, row in enumerate(rows) if row.startswith(f"{name} ")]
    value = [rows[at][8:]]
    while rows[at + 1].startswith(" " * 8):
        at += 1
        value.append(rows[at].strip())
    return " ".join(value)


def block(lines: list[Line], begins: str) -> list[Line]:
    """The lines under a heading, down to the next blank line."""
    rows = texts(lines)
    start = next(number for number, row in enumerate(rows) if row.startswith(begins)) + 1
    end = next((number for number, row in enumerate(rows) if number >= start and not row), len(rows))
    return lines[start:end]


def test_the_ambassador_is_confirmed_on_the_word_of_a_named_man(corpus: Corpus):
    lines = card(corpus, "ambassador-represents", "2025-05-05").full(quotes=True)
    assert texts(lines)[0] == "◉ confirmed    Fri 9 May 2025"
    assert label(lines, "who").startswith("Yuri Ushakov, ")
    assert label(lines, "who").endswith(", on record")
    assert label(lines, "said").startswith("5 May 2025 to reporters › TASS › ")
    assert label(lines, "sure") == 'certain: "would attend"'
    assert label(lines, "backed").startswith("1 origin, ")
    assert label(lines, "dated").startswith("printed, completed from context: ")


def test_what_is_superseded_is_struck_and_also_said_in_words(corpus: Corpus):
    day = day_from_text("2025-05-06")
    lines = card(corpus, "delegation-7-10-may", "2025-05-06").full(quotes=False)
    claims = {item.claim.id: item for item in state_of(corpus, "delegation-7-10-may", "2025-05-06").claims}
    gone = {ClaimTarget(name) for name, item in claims.items() if item.superseded_by}
    assert len(gone) >= 2
    # A reading of another event's claim stands on the card as well, by the conflict that holds both.
    gone |= {ClaimTarget("kd-choe-speculated")}
    for line in (line for line in lines if isinstance(line.target, ClaimTarget)):
        assert any(span.look.strike for span in line.spans) == (line.target in gone), line.text
    said = [row.strip() for row in texts(lines) if row.strip().startswith("superseded by Korea Daily")]
    assert len(said) == len(claims.keys() & {it.claim for it in gone})
    readings = block(lines, "⇄ contested")
    assert all(line.text.rstrip().endswith("superseded") for line in readings
               if line.target in gone)  # fmt: skip
    assert event_state(corpus, "ambassador-represents", day) is not None


def test_contested_readings_stand_under_their_topic_the_chosen_one_first_and_bold(corpus: Corpus):
    state = state_of(corpus, "ambassador-represents", "2025-05-05")
    (name,) = [name for name in state.conflicts if state.chosen.claim.id in corpus.conflicts[name].claims]
    lines = card(corpus, "ambassador-represents", "2025-05-05").full(quotes=False)
    readings = block(lines, f"⇄ contested  {corpus.conflicts[name].topic}")
    assert len(readings) >= 2
    assert readings[0].target == ClaimTarget(state.chosen.claim.id)
    bold = [any(span.look.bold for span in line.spans) for line in readings]
    assert bold == [True] + [False] * (len(readings) - 1)


def test_who_has_a_part_in_a_claim_that_stands_is_not_called_superseded(corpus: Corpus):
    state = state_of(corpus, "delegation-7-10-may", "2025-05-06")
    people = block(card(corpus, "delegation-7-10-may", "2025-05-06").full(quotes=False), "people")
    gone = {line.target for line in people if line.target and line.text.rstrip().endswith("superseded")}
    standing = {EntityTarget(entity) for item in state.claims if not item.superseded_by
                for role in item.claim.roles for entity in holders(item.claim, role)}  # fmt: skip
    assert gone == {EntityTarget("choe-ryong-hae")}
    assert gone & standing == set()


def test_before_the_kremlin_spoke_the_delegation_had_no_superseded_claim(corpus: Corpus):
    rows = texts(card(corpus, "delegation-7-10-may", "2025-04-30").full(quotes=True))
    assert rows[0].startswith("◦ scheduled ")
    assert not any("superseded" in row for row in rows)
    assert any(re.match(r"  30 Apr\??\s+◊ expected ", row) for row in rows)


@pytest.mark.parametrize(
    ("event", "day", "date", "last_day", "last"),
    [
        ("ambassador-represents", "2025-05-10", "Fri 9 May 2025", "9 May", "confirmed, 5 May 2025, by Yuri Ushakov"),
        (
            "delegation-7-10-may", "2025-05-11", "7-10 May 2025", "10 May",
            "scheduled, 30 Apr 2025, by several unnamed sources",
        ),
    ],
)  # fmt: skip
def test_a_due_event_says_that_its_day_has_passed_and_what_was_last_said(
    corpus, event, day, date, last_day, last
):
    lines = card(corpus, event, day).full(quotes=False)
    first, sentence, *rest = texts(lines)
    assert first == f"◷ due          {date}"
    assert re.fullmatch(
        rf"Its last day, {last_day}( 2025)?, has passed\. No source here says what happened\.", sentence
    )
    assert label(lines, "last") == last
    assert not any(row.startswith(("who ", "said ")) for row in rest)


def test_polarity_makes_the_word_not_the_status_alone(corpus: Corpus):
    rows = texts(card(corpus, "kim-attends", "2025-04-30").full(quotes=False))
    assert rows[0].startswith("⊖ not expected ")
    assert any("probably not" in row for row in rows)


@pytest.mark.parametrize("day", DAYS)
def test_every_visible_claim_is_on_its_events_card_with_its_quote(corpus: Corpus, day: str):
    phrases = Phrases(corpus, UNICODE, day_from_text(day))
    for state in states(corpus, day):
        lines = EventCard(state, phrases, 1000, whole=True).full(quotes=True)
        listed = block(lines, f"{len(state.claims)} claim")
        listed_targets = [line.target for line in listed if line.target]
        assert listed_targets == [ClaimTarget(item.claim.id) for item in state.claims]
        for item in state.claims:
            assert any(f'"{phrases.quote(item.claim)}"' in line.text for line in listed)


def is_there(corpus: Corpus, target: Target) -> bool:
    """Whether a line of a card leads to a record of the corpus."""
    match target:
        case EventTarget(event):
            return event in corpus.events
        case SourceTarget(source):
            return source in corpus.sources
        case EntityTarget(entity):
            return entity in corpus.entities
        case ConflictTarget(conflict):
            return conflict in corpus.conflicts
        case ClaimTarget(claim) | OriginTarget(claim=claim):
            return claim in corpus.claims
        case QuestionTarget(question):
            return question in corpus.questions
        case ListTarget(name):
            return name in corpus.lists
        case FindingTarget(finding):
            return finding < len(corpus.findings)
        case TextTarget() | RowTarget() | RawTarget() | UnopenedTarget() | FilterTarget():
            return False


@pytest.mark.parametrize("width", [40, 58, 78, 160])
@pytest.mark.parametrize("day", DAYS)
def test_lines_that_name_something_can_be_entered_and_lead_to_what_there_is(
    corpus: Corpus, day: str, width: int
):
    for state in states(corpus, day):
        lines = card(corpus, state.event, day, width).full(quotes=True)
        targets = [line.target for line in lines if line.target]
        assert all(is_there(corpus, target) for target in targets)
        roles = {entity for item in state.claims for held in item.claim.roles.values()
                 for entity in ([held] if isinstance(held, str) else held)}  # fmt: skip
        assert roles <= {target.entity for target in targets if isinstance(target, EntityTarget)}


@pytest.mark.parametrize("width", [58, 78, 160])
@pytest.mark.parametrize("day", DAYS)
def test_the_columns_of_a_card_are_aligned_and_fit(corpus: Corpus, day: str, width: int):
    for state in states(corpus, day):
        lines = block(
            card(corpus, state.event, day, width, whole=True).full(quotes=False), f"{len(state.claims)} claim"
        )
        rows = [line.text for line in lines if line.target]
        assert {row[9] for row in rows} == {" "}
        assert all(row[10] in "∙►◉◦◊◌?⊖✗⊘↳" for row in rows)
        assert max(cell_len(row.rstrip()) for row in rows) <= width + 4, (
            "only how sure may be cut by the pane"
        )


@pytest.mark.parametrize("day", DAYS)
def test_the_short_card_has_five_lines_and_the_same_facts(corpus: Corpus, day: str):
    for state in states(corpus, day):
        short, full = (texts(lines) for lines in (card(corpus, state.event, day).short(),
                                                  card(corpus, state.event, day).full(False)))  # fmt: skip
        assert len(short) <= SHORT
        passed = state.passed_at(day_from_text(day))
        keeps_its_word = passed is not None and passed is not Passed.DUE
        assert short[0].startswith(full[0])
        assert (passed or "") in short[0] if keeps_its_word else short[0] == full[0]
        assert short[-1].startswith(("⇄ contested  by ", "backed "))


def test_the_short_card_says_who_says_otherwise(corpus: Corpus):
    last = card(corpus, "ambassador-represents", "2025-05-05").short()[-1]
    assert re.match(r"⇄ contested  by \S.*, 30 Apr\??: ", last.text)
    assert isinstance(last.target, ClaimTarget)
    chosen = state_of(corpus, "ambassador-represents", "2025-05-05").chosen
    assert saying(corpus, corpus.claims[last.target.claim]).origin != chosen.said.origin


@pytest.mark.parametrize("day", DAYS)
def test_the_card_of_an_entity_names_it_as_printed(corpus: Corpus, day: str):
    for entity in corpus.entities.values():
        lines = entity_card(corpus, entity.id, day, width=1000)
        assert texts(lines)[0] == f"type    {entity.type.value}"
        named = label([*lines, Line()], "named")
        assert all(Phrases(corpus, UNICODE, 0).safe(name) in named for name in (entity.name, *entity.aliases))


def test_a_person_has_offices_apart_from_himself(corpus: Corpus):
    lines = entity_card(corpus, "choe-ryong-hae", "2025-05-06")
    offices = block(lines, "offices and labels")
    labels = [line.text for line in offices if isinstance(line.target, ClaimTarget)]
    assert any("Standing Committee Chair" in text for text in labels)
    assert any("president of the" in text for text in labels)
    led = {line.target for line in offices if isinstance(line.target, EntityTarget)}
    assert len(led) == 1, "different labels of one office"
    (office,) = led
    held = texts(entity_card(corpus, office.entity, "2025-05-06"))
    assert any("Choe Ryong-hae: Standing Committee Chair" in row for row in held)
    assert any("Kim Yong-nam: " in row for row in held)


def test_the_events_of_a_person_are_only_those_that_could_be_known(corpus: Corpus):
    early = block(entity_card(corpus, "choe-ryong-hae", "2025-04-30"), "takes part in 1 event")
    assert [line.target for line in early if line.target] == [EventTarget("delegation-7-10-may")]
    late = block(entity_card(corpus, "choe-ryong-hae", "2025-05-06"), "takes part in 2 events")
    events = [EventTarget("delegation-7-10-may"), EventTarget("choe-attends")]
    assert [line.target for line in late if line.target] == events


def test_company_can_be_entered(corpus: Corpus):
    company = block(entity_card(corpus, "vladimir-putin", "2025-05-06"), "with")
    assert company
    assert {type(line.target) for line in company if line.target} == {EntityTarget}
    assert all(re.search(r"[1-9][0-9]* events?$", line.text) for line in company)


@pytest.mark.parametrize("day", DAYS)
def test_in_ascii_every_card_is_ascii(corpus: Corpus, day: str):
    lines = [
        line
        for state in states(corpus, day)
        for line in card(corpus, state.event, day, signs=ASCII).full(True)
    ]
    lines += [line for entity in corpus.entities for line in entity_card(corpus, entity, day, signs=ASCII)]
    assert [line.text for line in lines if not line.text.isascii()] == []


@pytest.mark.parametrize("day", DAYS)
def test_of_a_single_claim_the_card_at_a_glance_says_it_once_and_leads_to_its_sentence(
    corpus: Corpus, day: str
):
    single = [
        state
        for state in states(corpus, day)
        if len(state.claims) == 1 and state.word_at(day_from_text(day)) is not Word.DUE
    ]
    assert single
    for state in single:
        lines = card(corpus, state.event, day).full(quotes=False)
        assert not any(line.text.startswith("1 claim ") for line in lines)
        (said,) = [line for line in lines if line.text.startswith("said ")]
        assert said.target == ClaimTarget(state.claims[0].claim.id)


def test_the_history_says_what_the_event_was_taken_for_at_each_day(corpus: Corpus):
    lines = block(card(corpus, "kim-attends", "2025-05-06").full(quotes=False), "history")
    rungs = [line.text.split() for line in lines if line.target]
    assert [(rung[0], rung[1], rung[3]) for rung in rungs] == [("30", "Apr", "not"), ("5", "May", "denied")]
    before = card(corpus, "kim-attends", "2025-04-30").full(quotes=False)
    assert not any(line.text.startswith("history") for line in before), "a history of one day is none"


def test_the_card_says_how_far_the_document_is_to_be_trusted_where_that_is_judged(corpus: Corpus):
    sources = {
        name: msgspec.structs.replace(source, reliability=Reliability.B)
        for name, source in corpus.sources.items()
    }
    judged = replace(corpus, sources=sources)
    for one, said in ((corpus, []), (judged, ["reliability B, usually reliable"])):
        lines = texts(card(one, "choe-attends", "2025-05-06", width=50, whole=True).full(quotes=False))
        assert [line.strip() for line in lines if "reliab" in line] == said
