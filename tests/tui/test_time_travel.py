"""Moving in time: by days, months and years, by words at the prompt, and by days counted from a mark."""

import re

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from model.index.archive import Archive
from tests.readers import reader_of
from tests.tui.conftest import Archives, Opened
from tests.tui.looking import SIZES, answer, bar, pane_text, press, selection, settle
from tui.app import DprkTui
from tui.prompt.line import AnswerLine
from tui.state.outcome import MOST_TYPED


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Open the prompt and type."""
    await press(pilot, "colon", *words)


async def go_to(pilot: Pilot[None], words: str) -> str | None:
    """Type a day, press Enter; the event that is selected then."""
    await type_in(pilot, words)
    await press(pilot, "enter")
    return selection(pilot).event


def day_of(archive: Archive, event: str | None) -> int | None:
    position = reader_of(archive).position_of(event or "")
    return reader_of(archive).days.day_at(position) if position is not None else None


@pytest.mark.parametrize(("forward", "back"), [("d", "D"), ("m", "M"), ("y", "Y")])
async def test_time_keys_go_through_every_day_month_year_and_back(opened: Opened, forward: str, back: str):
    async with opened(120, 40) as pilot:
        await press(pilot, "g")
        there = [selection(pilot).event]
        while "No later" not in bar(pilot, "footer"):
            await press(pilot, forward)
            there.append(selection(pilot).event)
        assert there[-1] == there[-2]
        await press(pilot, *[back] * (len(there) - 2))
        assert selection(pilot).event == there[0]
        await press(pilot, back)
        assert "No earlier" in bar(pilot, "footer")


async def test_from_what_is_undated_d_says_that_nothing_is_later(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "G", "d")
        assert "No later day has an event" in bar(pilot, "footer")
        await press(pilot, "D")
        assert selection(pilot).event == "bridge-completion"


async def test_the_prompt_reads_words_from_the_selected_events_earliest_day(opened: Opened):
    async with opened(120, 40) as pilot:
        assert selection(pilot).event == "delegation-7-10-may"
        await type_in(pilot, "last wednesday")
        assert answer(pilot) == "› 30 Apr 2025, a Wednesday"
        await press(pilot, "enter")
        assert "30 Apr" in next(row for row in pane_text(pilot, "timeline").splitlines() if row[0] == "›")
        assert await go_to(pilot, "june 2024") == "putin-visits-north-korea"
        await type_in(pilot, "+3d")
        assert answer(pilot) == "› 4 Jun 2024, a Tuesday"


async def test_where_nothing_is_the_prompt_goes_to_what_is_nearest_and_says_how_far_that_is(opened: Opened):
    async with opened(120, 40) as pilot:
        first = selection(pilot)
        assert await go_to(pilot, "1945") == "delegation-2015"
        assert "Nothing is in 1945. Nothing is nearer than this, 69 years after it." in bar(pilot, "footer")
        await press(pilot, "left_curly_bracket")
        assert selection(pilot) == first


async def test_where_something_lasts_over_the_day_that_is_said(opened: Opened, archive: Archive):
    async with opened(120, 40) as pilot:
        await go_to(pilot, "15 july 2024")
        assert "this lasts until then, or lies around it" in bar(pilot, "footer")
        assert selection(pilot).event == "military-cooperation"


async def test_ambiguous_words_show_their_readings_and_tab_takes_one_after_the_other(opened: Opened):
    async with opened(120, 40) as pilot:
        await type_in(pilot, "8/9/1948")
        assert answer(pilot) == "› 8 Sep 1948   tab: 9 Aug 1948"
        await press(pilot, "tab")
        assert (pilot.app.screen.query_one(Input).value, answer(pilot)) == (
            "1948-08-09",
            "› 9 Aug 1948, a Monday",
        )
        await press(pilot, "tab")
        assert answer(pilot) == "› 8 Sep 1948, a Wednesday"
        await press(pilot, "shift+tab")
        assert answer(pilot) == "› 9 Aug 1948, a Monday"


async def test_a_day_without_a_year_may_be_meant_of_the_year_that_it_is_now(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "g")
        await type_in(pilot, "9 may")
        assert answer(pilot) == "› 9 May 2015   tab: 9 May 2025"
        await press(pilot, "tab", "enter")
        assert selection(pilot).event == "ambassador-represents"
        await type_in(pilot, "9 may")
        assert answer(pilot) == "› 9 May 2025, a Friday"
        await press(pilot, "escape", "g")
        await type_in(pilot, "+3d")
        assert "tab" not in answer(pilot)


@pytest.mark.parametrize("words", ["q", "q!", "quit"])
async def test_what_ends_vi_at_a_colon_ends_this_too(opened: Opened, words: str):
    async with opened(80, 24) as pilot:
        await type_in(pilot, words)
        assert answer(pilot) == "› quit"
        await press(pilot, "enter")
        assert pilot.app._exit


async def test_tab_changes_nothing_where_there_is_one_reading_or_none(opened: Opened):
    async with opened(120, 40) as pilot:
        for words in ("9 may 2025", "nonsense", "99 may"):
            await type_in(pilot, words)
            await press(pilot, "tab")
            assert pilot.app.screen.query_one(Input).value == words
            await press(pilot, "escape")


async def test_as_of_takes_the_same_words_counted_from_the_as_of_day(opened: Opened):
    async with opened(120, 40) as pilot:
        await type_in(pilot, "asof -1d")
        assert answer(pilot) == "› as of 5 May 2025, a Monday"
        await press(pilot, "enter")
        assert "as of Mon 5 May 2025" in bar(pilot, "header")
        await go_to(pilot, "as of april 2025")
        assert "as of Wed 30 Apr 2025" in bar(pilot, "header"), "what could be known in April, at its end"


async def test_nonsense_says_what_could_be_typed_and_moves_nothing(opened: Opened):
    async with opened(120, 40) as pilot:
        before = selection(pilot)
        await type_in(pilot, "nonsense")
        assert answer(pilot) == '"nonsense" is no day and no name'
        await press(pilot, "enter")
        assert selection(pilot) == before
        await press(pilot, "escape")
        await type_in(pilot, "kim 9")
        assert '"kim 9" is no date' in answer(pilot)
        await press(pilot, "enter")
        assert answer(pilot).startswith("try 9 may, ")
        assert bar(pilot, "footer").startswith(" ? help")
        assert selection(pilot) == before
        await press(pilot, "ctrl+u", *"30 april", "enter")
        assert selection(pilot) != before


@pytest.mark.parametrize("length", [150, 10_240])
async def test_endless_input_at_the_prompt_is_bounded_and_goes_nowhere(opened: Opened, length: int):
    async with opened(120, 40) as pilot:
        before = selection(pilot)
        await press(pilot, "colon")
        field = pilot.app.screen.query_one(Input)
        field.post_message(Paste("9" * length))
        await settle(pilot)
        assert len(field.value) == (length if length <= MOST_TYPED else 0)
        await press(pilot, "enter")
        assert bool(pilot.app.screen.query(AnswerLine)) == (length <= MOST_TYPED)
        if length <= MOST_TYPED:
            assert answer(pilot) == "a date has at most 64."
        assert selection(pilot) == before


async def test_hostile_words_at_the_prompt_are_shown_and_obeyed_by_nobody(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "colon")
        pilot.app.screen.query_one(Input).insert_text_at_cursor("[red]x[/] \x9b31m")
        await settle(pilot)
        assert "\x9b" not in answer(pilot)
        assert "[red]x[/]" in answer(pilot)


def distances(pilot: Pilot[None]) -> list[str]:
    """What the rows say after their titles, from the first on."""
    rows = pane_text(pilot, "timeline").splitlines()[1:]
    found = (
        re.search(r"(~?[+-]?\d+( to [+-]?\d+)? d( or (earlier|later))?|mark)(?=\s|$)", row) for row in rows
    )
    return [it[0] for it in found if it is not None]


async def test_x_counts_every_rows_days_from_the_event_and_x_on_it_no_longer(opened: Opened):
    async with opened(120, 60) as pilot:
        unmarked = pane_text(pilot, "timeline")
        await press(pilot, "x")
        assert "mark 7-10 May" in bar(pilot, "header")
        shown = distances(pilot)
        assert shown[shown.index("mark") - 1] == "-1 d or earlier", "by 6 May is not known to the day"
        following = shown[shown.index("mark") + 1 :][:4]
        assert following == ["-3 to +3 d", "-2 to +1 d", "+2 d or earlier", "-1 to +2 d"], (
            "it lasts four days"
        )
        assert "-343 to -7 d" in shown, "a window of months is coarse"
        await press(pilot, "x", *"jjjj", "x")
        assert "mark 9 May" in bar(pilot, "header")
        assert distances(pilot).count("0 d") > 5
        assert "~0 d" in distances(pilot), "c. 9 May is not known to the day"
        assert "-1 d" in distances(pilot), "8 May to 9 May"
        await press(pilot, "x", *"kkkk", "x")
        await press(pilot, "j", "x")
        assert "mark 7-10 May" in bar(pilot, "header")
        assert distances(pilot).index("mark") == shown.index("mark") + 1
        await press(pilot, "x", "k")
        assert "mark" not in bar(pilot, "header")
        assert pane_text(pilot, "timeline") == unmarked


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (40, 12)])
async def test_a_distance_leaves_date_sign_and_contested_whole(opened: Opened, size: tuple[int, int]):
    async with opened(*size) as pilot:
        before = [row[:16] for row in pane_text(pilot, "timeline").splitlines()[1:]]
        contested = pane_text(pilot, "timeline").count("⇄")
        await press(pilot, "x")
        assert [row[:16] for row in pane_text(pilot, "timeline").splitlines()[1:]] == before
        assert pane_text(pilot, "timeline").count("⇄") == contested
        assert "mark" in bar(pilot, "header")


async def test_what_has_no_date_cannot_be_marked(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "G", "x")
        assert "no date to count days from" in bar(pilot, "footer")
        assert "mark" not in bar(pilot, "header")


async def test_a_mark_that_was_not_known_yet_is_silent_and_comes_back(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "x", "comma", "comma", "comma")
        assert "mark" not in bar(pilot, "header")
        await press(pilot, "t", "t")
        assert "mark 7-10 May" in bar(pilot, "header")


async def test_an_empty_timeline_answers_every_time_key(archive_at: Archives):
    async with DprkTui(archive_at("2025-01-01")).run_test(size=(120, 40)) as pilot:
        await press(pilot, *"dDmMyYx+-vhlsSbB+-")
        await go_to(pilot, "9 may")
        assert selection(pilot).event is None
