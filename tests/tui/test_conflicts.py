"""Conflicts: walked with c and C, shown side by side, each quote a way to its sentence."""

from functools import partial
from itertools import zip_longest

import pytest

from model.asof.conflict import about_entity, conflict_view, conflicts_as_of
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from tests.readers import reader_of
from tests.tui.carded import entity_card_of
from tests.tui.conftest import Archives, Opened
from tests.tui.looking import (
    SIZES,
    bar,
    focused,
    lit_text,
    main_screen,
    pane_text,
    press,
    selection,
    settle,
    squeezed,
)
from tui.actions.select import select
from tui.cards.conflict import SIDE_BY_SIDE, ConflictCard
from tui.text.line import BOLD, HEDGE, Line
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import ClaimTarget, ConflictTarget, EventTarget


@pytest.mark.parametrize("size", SIZES)
async def test_c_walks_every_conflict_and_comes_round(opened: Opened, archive_at: Archives, size):
    archive = archive_at()
    names = [it.id for it in conflicts_as_of(archive.corpus, reader_of(archive).when.day)]
    async with opened(*size) as pilot:
        walked = []
        for _ in names:
            await press(pilot, "c")
            card = selection(pilot).card
            assert isinstance(card, ConflictTarget)
            assert archive.corpus.conflicts[card.conflict].topic in pane_text(pilot, "detail")
            walked.append(card.conflict)
        assert sorted(walked) == sorted(names)
        assert "c C" in bar(pilot, "footer")
        await press(pilot, "C")
        assert selection(pilot).card == ConflictTarget(walked[-2])
        assert focused(pilot) == "detail"


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_contested_event_its_own_conflict_comes_first_and_esc_leads_back(opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, "j", "j", "j", "j", "c")
        assert "Who represents North Korea on 9 May" in pane_text(pilot, "detail").splitlines()[0]
        await press(pilot, "escape")
        assert selection(pilot).card == EventTarget("ambassador-represents")


async def test_a_quote_of_a_conflict_opens_its_sentence(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j", "c", "j", "enter")
        assert focused(pilot) == "source"
        assert "wouldattend" in squeezed(lit_text(pilot))


def columns(lines: list[Line]) -> list[str]:
    """What stands in each column below the table, squeezed; of a card without columns, all of it as one."""
    texts = [line.text for line in lines]
    start = next((number for number, text in enumerate(texts) if text.startswith("In their words")), None)
    if start is None:
        return [squeezed("".join(texts))]
    rows = [text[14:].split("╎") for text in texts[start + 1 :] if text[:13].isspace()]
    return [squeezed("".join(column)) for column in zip_longest(*rows, fillvalue="")]


@pytest.mark.parametrize("day", ["2025-04-30", "2025-05-05", "2025-05-06"])
@pytest.mark.parametrize("width", [40, 78, 90, 118, 160])
def test_every_reading_of_every_conflict_can_be_read_in_full(corpus: Corpus, day: str, width: int):
    number = day_from_text(day)
    phrases = Phrases(corpus, UNICODE, number)
    for conflict in conflicts_as_of(corpus, number):
        view = conflict_view(corpus, conflict, number)
        for reading in view.readings:
            own = [ClaimTarget(item.claim.id) for item in reading.claims]
            lines = ConflictCard(view, phrases, width, lit=own[0].claim).full()
            assert max(line.cells for line in lines) <= width
            found = columns(lines)
            for item in reading.claims:
                assert item.said.visible <= number
                quote = squeezed(phrases.quote(item.claim))
                assert any(quote in column for column in found), item.claim.id
            targets = [line.target for line in lines if line.target]
            assert targets == own if width >= SIDE_BY_SIDE else set(own) <= set(targets)


def test_the_words_that_tell_readings_apart_stand_out(corpus: Corpus):
    day = day_from_text("2025-05-06")
    view = conflict_view(corpus, corpus.conflicts["who-represents"], day)
    lines = ConflictCard(view, Phrases(corpus, UNICODE, day), 118, lit="kd-ushakov-ambassador").full()
    lit = [span.text.strip() for line in lines for span in line.spans if span.look == HEDGE]
    stands = [span.text.strip() for line in lines for span in line.spans if span.look == BOLD]
    assert lit == ["ambassador would attend"]
    assert {"limited to", "ambassador-level official"} <= set(stands)


async def test_h_and_l_go_from_reading_to_reading_and_say_where_they_end(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j", "c", "l")
        assert selection(pilot).quote == "kjd-choe-most-likely"
        assert "candidate" in pane_text(pilot, "detail")
        await press(pilot, "j")
        assert selection(pilot).quote == "kjd-led-by-choe"
        await press(pilot, "l")
        assert "last reading" in bar(pilot, "footer")
        await press(pilot, "h", "h", "h")
        assert "first reading" in bar(pilot, "footer")
        assert selection(pilot).event == "ambassador-represents"
    async with opened(120, 40) as pilot:
        await press(pilot, "l")
        assert "Nothing stands side by side here" in bar(pilot, "footer")


def test_a_preference_counts_only_when_every_claim_of_the_conflict_could_be_known(corpus: Corpus):
    for conflict in corpus.conflicts.values():
        for day in ("2025-04-30", "2025-05-05", "2025-05-06"):
            view = conflict_view(corpus, conflict, day_from_text(day))
            shown = {item.claim.id for reading in view.readings for item in reading.claims}
            preferred = [reading for reading in view.readings if reading.preferred]
            whole = shown == set(conflict.claims)
            assert len(preferred) == (1 if whole and conflict.preferred else 0)
            assert not preferred or view.readings[0] is preferred[0]


async def test_where_no_sources_differ_c_says_so(opened: Opened):
    async with opened(80, 24, as_of="2025-03-22") as pilot:
        await press(pilot, "c")
        assert "No sources differ" in bar(pilot, "footer")


async def test_the_verdict_can_be_scrolled_to_where_it_has_no_room(opened: Opened):
    async with opened(80, 20) as pilot:
        await press(pilot, "j", "j", "j", "j", "c")
        assert "more lines" in pane_text(pilot, "detail")
        await press(pilot, "G")
        assert "No source here says what happened on 9 May." in pane_text(pilot, "detail")
        assert "more lines" not in pane_text(pilot, "detail")


async def test_a_conflict_is_not_shown_as_of_a_day_on_which_it_was_none(opened: Opened):
    async with opened(120, 40) as pilot:
        shown: set[str] = set()
        while "Which ambassador it is" not in pane_text(pilot, "detail") and len(shown) < 30:
            await press(pilot, "c")
            shown.add(pane_text(pilot, "detail"))
        await press(pilot, "l", "c", "comma", "left_curly_bracket")
        assert "5 May 2025" in bar(pilot, "header")
        assert "Sin Hong-chol" not in pane_text(pilot, "detail")


@pytest.mark.parametrize("size", SIZES)
async def test_an_entitys_card_has_the_conflicts_about_it_and_c_leads_to_the_first(opened: Opened, size):
    async with opened(*size, as_of="2025-05-07") as pilot:
        for entity in ("choe-ryong-hae", "spa-chair", "sergei-shoigu"):
            screen = main_screen(pilot)
            now = screen.now()
            screen.answer(partial(select, now, now.selector.entity(now.selection, entity)))
            await settle(pilot)
            known = screen.now().corpus
            own = about_entity(known, entity, screen.now().scene.when.day)
            card = entity_card_of(known, entity, screen.now().phrases, 58)
            leads = [it.target for it in card.full() if isinstance(it.target, ConflictTarget)]
            assert leads == [ConflictTarget(it.id) for it in own] != []
            await press(pilot, "c")
            assert selection(pilot).card == leads[0]
            await press(pilot, "escape")


def test_every_conflict_over_a_label_is_on_the_card_of_whom_it_is_about(archive_at: Archives):
    corpus = archive_at().corpus
    for conflict in conflicts_as_of(corpus, day_from_text("2025-06-01")):
        about = {corpus.claims[name].entity for name in conflict.claims} - {None}
        for entity in about:
            assert conflict in about_entity(corpus, entity or "", day_from_text("2025-06-01"))
