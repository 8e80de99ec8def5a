"""Who held an office, from when till when, as a source says it."""

from model.asof.known import known_by
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of
from tests.tui.carded import entity_card_of
from tui.text.phrases import Phrases
from tui.text.signs import ASCII

CORPUS = corpus_of("""
    entity  chair  office
    new   2025-05-01  ongoing   CT+  2019-04/..       entity=choe  office=chair  supersedes=old
    old   2025-04-01  ongoing   CT+  2014-04/2019-04  entity=kim   office=chair
    none  2025-05-01  ongoing   CT+  -                entity=pak   office=chair
""")


def card(entity: str, day: str) -> list[str]:
    number = day_from_text(day)
    known = known_by(CORPUS, number)
    phrases = Phrases(known, ASCII, number)
    return [line.text.rstrip() for line in entity_card_of(known, entity, phrases, 80).full()]


def test_the_holders_of_an_office_stand_in_the_order_of_their_years():
    held = [line.split()[0] for line in card("chair", "2025-06-01") if "<" in line and ":" in line]
    assert held == ["kim:", "choe:", "pak:"]


def test_a_label_says_from_when_till_when_and_what_took_its_place():
    lines = card("kim", "2025-06-01")
    at = next(number for number, line in enumerate(lines) if "<old>" in line)
    below = [" ".join(line.split()) for line in lines[at + 1 : at + 4]]
    assert any(line.startswith("dated Apr 2014-Apr 2019") for line in below)
    assert "superseded by kremlin, 1 May" in below


def test_as_of_a_day_before_nothing_has_taken_its_place():
    lines = card("kim", "2025-04-30")
    assert any("Apr 2014-Apr 2019" in line for line in lines)
    assert not any("superseded" in line for line in lines)
    assert not any("choe" in line for line in card("chair", "2025-04-30"))
