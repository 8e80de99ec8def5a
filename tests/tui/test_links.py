"""The three panes follow one selection, whoever changes it."""

import pytest

from model.asof.entity import entity_claims
from model.asof.visible import visible_claims
from model.corpus.corpus import Corpus
from model.corpus.quoted import as_quote
from model.index.archive import Archive
from tests.readers import reader_of
from tests.tui.conftest import Archives, Opened
from tests.tui.looking import (
    SIZES,
    bar,
    enter_line,
    focused,
    lit_on_last_row,
    lit_text,
    pane_text,
    press,
    selection,
    squeezed,
)
from tui.text.shown import folded
from tui.text.target import EntityTarget, EventTarget

DELEGATION, AMBASSADOR = "delegation-7-10-may", "ambassador-represents"


def quote_of(corpus: Corpus, claim: str | None) -> str:
    assert claim is not None
    return squeezed(as_quote(corpus.claims[claim].quote).exact)


async def test_it_opens_on_the_first_event_that_is_still_ahead(archive: Archive, opened: Opened):
    (row,) = reader_of(archive).rows(reader_of(archive).counts.first_ahead, 1)
    async with opened(120, 40) as pilot:
        assert selection(pilot).event == row.event
        assert focused(pilot) == "timeline"


@pytest.mark.parametrize("size", SIZES)
async def test_at_every_event_the_card_and_the_lit_quote_follow(archive: Archive, opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, "home")
        for row in reader_of(archive).rows(0, reader_of(archive).counts.total):
            now = selection(pilot)
            assert (now.event, now.card, now.quote) == (row.event, EventTarget(row.event), row.claim)
            title = folded(row.title)
            assert pane_text(pilot, "detail").startswith(f" {title} ╌")
            (chosen,) = [line for line in pane_text(pilot, "timeline").splitlines() if line.startswith("›")]
            assert title[:20] in chosen
            quote, lit = quote_of(archive.corpus, row.claim), lit_text(pilot)
            assert lit
            assert lit == quote or (quote.startswith(lit) and lit_on_last_row(pilot)), row.event
            await press(pilot, "j")
        assert selection(pilot).event == row.event, "j at the end stays there"


async def test_home_and_end_go_to_the_ends(archive: Archive, opened: Opened):
    first, last = (
        reader_of(archive).rows(0, 1)[0].event,
        reader_of(archive).rows(reader_of(archive).counts.total - 1, 1)[0].event,
    )
    async with opened(80, 24) as pilot:
        for key, event in (("end", last), ("home", first), ("G", last), ("g", first)):
            await press(pilot, key)
            assert selection(pilot).event == event
        await press(pilot, "k")
        assert selection(pilot).event == first


@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("ctrl+d", "ctrl+u"), ("ctrl+f", "ctrl+b")])
async def test_pages_go_down_and_up_again(archive: Archive, opened: Opened, down: str, up: str):
    async with opened(80, 24) as pilot:
        await press(pilot, "home", down)
        position = reader_of(archive).position_of(selection(pilot).event or "")
        assert position is not None
        assert 1 < position < 12
        await press(pilot, up)
        assert reader_of(archive).position_of(selection(pilot).event or "") == 0


async def test_entering_a_participant_shows_its_card_and_a_quote_about_it(corpus: Corpus, opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "enter")
        assert focused(pilot) == "detail"
        await enter_line(pilot, "Choe Ryong-hae")
        now = selection(pilot)
        assert now.card == EntityTarget("choe-ryong-hae")
        assert now.event == DELEGATION, "the row stays"
        assert corpus.claims[now.quote or ""] in entity_claims(corpus, "choe-ryong-hae", 10**9)
        assert lit_text(pilot) == quote_of(corpus, now.quote)
        assert focused(pilot) == "detail", "focus stays where it is"
        assert pane_text(pilot, "detail").splitlines()[0].split()[:2] == ["Choe", "Ryong-hae"]


async def test_an_event_on_the_card_of_a_person_can_be_entered(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "enter")
        await enter_line(pilot, "Choe Ryong-hae")
        await enter_line(pilot, ".* Choe Ryong")
        now = selection(pilot)
        assert now.event == "choe-attends"
        assert now.card == EventTarget("choe-attends")
        (chosen,) = [line for line in pane_text(pilot, "timeline").splitlines() if line.startswith("›")]
        assert "Choe Ryong-hae attends" in chosen


@pytest.mark.parametrize("key", ["left_curly_bracket", "ctrl+o", "backspace"])
async def test_back_leads_where_one_was_and_forward_again(opened: Opened, key: str):
    async with opened(120, 40) as pilot:
        start = selection(pilot)
        await press(pilot, "2")
        await enter_line(pilot, "Choe Ryong-hae")
        person = selection(pilot)
        await press(pilot, key)
        assert selection(pilot).event == start.event
        assert selection(pilot).card == start.card
        await press(pilot, "right_curly_bracket")
        assert selection(pilot) == person


async def test_at_the_ends_of_history_the_footer_says_so_until_the_next_key(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "2", "1")
        before = selection(pilot)
        keys = bar(pilot, "footer")
        for key in ("left_curly_bracket", "right_curly_bracket"):
            await press(pilot, key)
            assert selection(pilot) == before
            assert bar(pilot, "footer").strip().startswith("Nothing ")
        await press(pilot, "z", "z")
        assert bar(pilot, "footer") == keys


async def test_escape_backs_out_one_level_at_a_time(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "2")
        await enter_line(pilot, "Choe Ryong-hae")
        await press(pilot, "escape")
        assert selection(pilot).card == EventTarget(DELEGATION)
        assert focused(pilot) == "detail"
        await press(pilot, "escape")
        assert focused(pilot) == "timeline"
        before = selection(pilot)
        await press(pilot, "escape")
        assert (selection(pilot), focused(pilot)) == (before, "timeline")
        assert "q quits" in bar(pilot, "footer")


async def test_moving_over_the_claims_of_a_card_lights_their_quotes(archive: Archive, opened: Opened):
    corpus = archive.corpus
    claims = {item.claim.id for item in visible_claims(corpus, DELEGATION, reader_of(archive).when.day)}
    seen = set()
    async with opened(120, 40) as pilot:
        await press(pilot, "2")
        for _ in range(30):
            await press(pilot, "j")
            now = selection(pilot)
            assert now.card == EventTarget(DELEGATION), "lighting a quote leaves the card"
            assert lit_text(pilot) == quote_of(corpus, now.quote)
            seen.add(now.quote)
    assert claims <= seen


async def test_brackets_walk_the_quotes_of_the_card_newest_first(archive: Archive, opened: Opened):
    shown = visible_claims(archive.corpus, DELEGATION, reader_of(archive).when.day)
    order = [item.claim.id for item in shown]
    async with opened(120, 40) as pilot:
        for _ in order:
            await press(pilot, "left_square_bracket")
        walked = [selection(pilot).quote]
        for _ in order[1:]:
            await press(pilot, "right_square_bracket")
            walked.append(selection(pilot).quote)
        assert walked == order
        await press(pilot, "right_square_bracket")
        assert selection(pilot).quote == order[-1]
        assert "the last quote of the card" in bar(pilot, "footer")


@pytest.mark.parametrize("size", SIZES)
async def test_a_quote_in_the_source_leads_to_its_event(archive: Archive, opened: Opened, size):
    corpus = archive.corpus
    async with opened(*size) as pilot:
        await press(pilot, "3")
        start = selection(pilot)
        in_text = [claim.id for claim in corpus.claims_in_source[corpus.claims[start.quote or ""].source]]
        for step in range(1, 6):
            await press(pilot, "right_square_bracket")
            now = selection(pilot)
            assert now.quote == in_text[in_text.index(start.quote or "") + step]
            assert (now.event, now.card) == (start.event, start.card), "reading leaves row and card"
        await press(pilot, "enter")
        claim = corpus.claims[now.quote or ""]
        assert claim.event is not None
        assert claim.event != start.event
        now = selection(pilot)
        assert (now.event, now.card, now.quote) == (claim.event, EventTarget(claim.event), claim.id)
        assert focused(pilot) == "source"
        (chosen,) = [line for line in pane_text(pilot, "timeline").splitlines() if line.startswith("›")]
        assert folded(corpus.events[claim.event].title)[:20] in chosen


async def test_the_source_is_walked_to_both_of_its_ends(archive: Archive, opened: Opened):
    corpus = archive.corpus
    async with opened(120, 40) as pilot:
        await press(pilot, "3")
        source = corpus.claims[selection(pilot).quote or ""].source
        quotes = [claim.id for claim in corpus.claims_in_source[source]]
        for key, end in (("right_square_bracket", -1), ("left_square_bracket", 0)):
            for _ in quotes:
                await press(pilot, key)
            assert selection(pilot).quote == quotes[end]
            assert "quote of the document" in bar(pilot, "footer")
            number = len(quotes) if end else 1
            assert f" {number} of {len(quotes)}" in pane_text(pilot, "source").splitlines()[0]


async def test_tab_and_numbers_go_to_panes(opened: Opened):
    async with opened(120, 40) as pilot:
        for key, name in (
            ("tab", "detail"), ("tab", "source"), ("tab", "timeline"), ("shift+tab", "source"),
            ("2", "detail"), ("1", "timeline"), ("3", "source"),
        ):  # fmt: skip
            await press(pilot, key)
            assert focused(pilot) == name


async def test_moving_focus_does_not_change_what_is_selected(opened: Opened):
    async with opened(120, 40) as pilot:
        before = selection(pilot)
        await press(pilot, "tab", "tab", "tab", "shift+tab", "2", "z", "z", "question_mark", "escape")
        assert selection(pilot) == before


async def test_what_was_not_yet_known_is_on_no_pane(archive_at: Archives, opened: Opened):
    archive = archive_at("2025-04-30")
    timeline, corpus = reader_of(archive), archive.corpus
    async with opened(120, 40, as_of="2025-04-30") as pilot:
        assert AMBASSADOR not in {row.event for row in timeline.rows(0, timeline.counts.total)}
        await press(pilot, "home")
        for row in timeline.rows(0, timeline.counts.total):
            assert selection(pilot).event == row.event
            assert corpus.claims[selection(pilot).quote or ""].source == "kjd-kim-unlikely"
            assert "Ushakov" not in pane_text(pilot, "detail")
            assert "Korea Daily" not in pane_text(pilot, "detail")
            await press(pilot, "j")


async def test_before_anything_was_known_every_key_is_harmless(opened: Opened):
    async with opened(80, 24, as_of="2020-01-01") as pilot:
        await press(pilot, "j", "k", "end", "home", "pagedown", "enter", "enter", "j", "G", "enter")
        await press(pilot, "tab", "right_square_bracket", "enter", "j", "escape", "z", "z", "backspace")
        assert selection(pilot).event is None
        assert "0 events" in bar(pilot, "header")
