"""Stepping through what was known when: the screen shows what `print --as-of` prints, and finds its way back."""

import re

import pytest
from textual.pilot import Pilot

from model.asof.lag import lags
from model.corpus.corpus import Corpus
from model.corpus.quoted import as_quote
from model.dates.calendar import day_from_text
from model.index.archive import Archive
from model.index.values import AsOf
from tests.readers import reader_of
from tests.tui.conftest import Archives, Opened
from tests.tui.looking import answer, bar, lit_text, pane, pane_text, press, rows, selection, shown, squeezed
from tui.cli.listing import event_line
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.views.registry import keys_to


def shown_events(pilot: Pilot[None]) -> list[str]:
    """Every row of the timeline as `print` says it, from the scene that the screen shows."""
    ctx = shown(pilot)
    assert ctx.reader.when.day == ctx.phrases.day
    return [event_line(row, ctx.phrases) for row in ctx.reader.rows(0, ctx.reader.counts.total)]


def printed(archive: Archive) -> list[str]:
    reader = reader_of(archive)
    phrases = Phrases(archive.corpus, UNICODE, reader.when.day)
    return [event_line(row, phrases) for row in reader.rows(0, reader.counts.total)]


async def test_at_every_step_the_timeline_is_what_print_prints(opened: Opened, archive_at: Archives):
    days = ["2025-05-06", "2025-05-05", "2025-04-30", "2025-03-22"]
    async with opened(120, 40) as pilot:
        for day in days[1:]:
            await press(pilot, "comma")
            assert shown_events(pilot) == printed(archive_at(day))
        await press(pilot, "comma")
        assert "Nothing was known before" in bar(pilot, "footer")
        for day in reversed(days[:-1]):
            await press(pilot, "full_stop")
            assert shown_events(pilot) == printed(archive_at(day))
        await press(pilot, "full_stop")
        assert "Nothing was said later" in bar(pilot, "footer")


async def test_a_step_back_and_forward_again_is_the_same_screen_but_for_the_marks_of_change(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j")
        panes = ("timeline", "detail", "source")
        before = [pane_text(pilot, name) for name in panes]
        await press(pilot, "comma")
        assert "*" in pane_text(pilot, "timeline")
        assert "step 3 of 4" in bar(pilot, "header")
        await press(pilot, "full_stop")
        after = [pane_text(pilot, name) for name in panes]
        marked = {(was, now) for was, now in zip("".join(before), "".join(after), strict=True) if was != now}
        assert {now for _, now in marked} == {"*"}


async def test_t_goes_to_today_where_plans_are_due_and_back_to_the_latest_day(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "t")
        assert "as of Sun 1 Jun 2025" in bar(pilot, "header")
        assert "due" in bar(pilot, "header")
        await press(pilot, "g", "u")
        first = selection(pilot).event
        await press(pilot, "u")
        second = selection(pilot).event
        assert first != second
        await press(pilot, "U")
        assert selection(pilot).event == first
        await press(pilot, "t")
        assert "as of Tue 6 May 2025" in bar(pilot, "header")


async def test_where_nothing_is_due_u_says_so(opened: Opened):
    async with opened(120, 40, as_of="2025-03-22") as pilot:
        await press(pilot, "u")
        assert "No event is due" in bar(pilot, "footer")


async def test_u_says_which_it_is_of_how_many_that_are_due_then_of_those_unanswered(opened: Opened):
    async with opened(80, 24, as_of="2025-05-20") as pilot:
        await press(pilot, "g")
        said = []
        for _ in range(16):
            await press(pilot, "u")
            said.append(bar(pilot, "footer").strip())
        assert said[:12] == [f"due: {number} of 12" for number in range(1, 13)]
        assert said[12:15] == [f"unanswered: {number} of 3" for number in range(1, 4)]
        assert said[15] == "No later event is due, or unanswered."


async def test_where_nothing_is_due_but_something_is_unanswered_u_says_both(opened: Opened):
    async with opened(80, 24, as_of="2025-05-06") as pilot:
        await press(pilot, "u")
        assert bar(pilot, "footer").strip() == "No event is due as of this day; unanswered: 1 of 3"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_header_counts_what_is_due_beside_what_stood_there_before(
    opened: Opened, size: tuple[int, int]
):
    async with opened(*size, as_of="2025-05-20") as pilot:
        header = bar(pilot, "header")
        assert "12 due" in header
        assert "53 events" in header or "/53" in header


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40)])
async def test_the_as_of_date_keeps_its_place_and_its_weekday_while_one_steps(
    opened: Opened, size: tuple[int, int]
):
    async with opened(*size) as pilot:
        headers = [bar(pilot, "header")]
        for _ in range(2):
            await press(pilot, "comma")
            headers.append(bar(pilot, "header"))
        assert len({it.index("as of") for it in headers}) == 1
        assert len({bool(re.search("as of (Mon|Tue|Wed)", it)) for it in headers}) == 1


async def test_what_is_selected_stays_where_it_was_known_and_else_the_next_event_ahead_is(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j", "comma")
        assert selection(pilot).event == "ambassador-represents"
        await press(pilot, "comma")
        assert selection(pilot).event == "delegation-7-10-may"


async def test_of_a_document_that_was_printed_later_the_source_shows_what_had_been_said_of_it(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "j", "j")
        assert "printed later" not in pane_text(pilot, "source")
        await press(pilot, "comma")
        shown = pane_text(pilot, "source")
        assert "printed later" in shown
        assert "of 14" in shown
        assert "according to the\n   Kremlin." in shown
        await press(pilot, "3", "G")
        shown = pane_text(pilot, "source")
        assert shown.rstrip().endswith("the rest was printed later")
        assert "\n   \u22ef\n" in shown
        assert "Chinese President Xi Jinping" not in shown


@pytest.mark.parametrize("day", ["2025-04-30", "2025-05-05"])
def test_changed_events_are_those_whose_rows_differ(archive_at: Archives, day: str):
    archive = archive_at()
    before = {row.event: (row.word, row.claim) for row in reader_of(archive).rows(0, 999)}
    reader = archive.at(AsOf(day_from_text(day)))
    changed = reader.changed_since(archive.default)
    rows = reader.rows(0, 999)
    assert {row.event for row in rows if before.get(row.event) != (row.word, row.claim)} <= changed
    assert changed < {row.event for row in rows}


async def test_what_a_step_has_changed_is_marked_until_one_moves_on(opened: Opened):
    def marked(pilot: Pilot[None]) -> bool:
        return any(row[1:2] == UNICODE.changed for row in rows(pane(pilot, "timeline")))

    async with opened(120, 40) as pilot:
        assert not marked(pilot)
        await press(pilot, "comma")
        assert marked(pilot)
        await press(pilot, "tab", "shift+tab")
        assert marked(pilot)
        await press(pilot, "j")
        assert not marked(pilot)


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Open the prompt and type."""
    await press(pilot, "colon", *words)


async def test_the_prompt_goes_to_a_day_and_says_what_is_wrong_with_others(opened: Opened):
    async with opened(120, 40) as pilot:
        await type_in(pilot, "asof 2025-05-01")
        await press(pilot, "enter")
        assert "as of Thu 1 May 2025" in bar(pilot, "header")
        assert "step 2 of 4, 1 day ago" in bar(pilot, "header")
        await type_in(pilot, "asof 2025-13-01")
        await press(pilot, "enter")
        assert "as of Thu 1 May 2025" in bar(pilot, "header")
        assert answer(pilot) == "months are 01 to 12."
        await press(pilot, "ctrl+u", *"nonsense")
        assert '"nonsense" is no day and no name' in answer(pilot)
        await press(pilot, "enter", "ctrl+u", *"asof")
        await press(pilot, "escape")
        assert "as of Thu 1 May 2025" in bar(pilot, "header")


async def test_the_lags_show_the_longest_forecast_first_and_each_line_leads_to_its_sentence(
    opened: Opened, corpus: Corpus
):
    async with opened(120, 80) as pilot:
        await press(pilot, *keys_to("lags"), "g")
        rows = pane_text(pilot, "timeline").splitlines()
        assert rows[1].strip().startswith("Forecasts: said so many days before")
        found = lags(corpus, shown(pilot).scene.when.day)
        distances = [(it.apart if it.days >= 0 else it.apart.reversed).counted(14) for it in found]
        told = [row[1:15].strip() for row in rows[2:] if re.match(r".{14}\S? ?\d+ [A-Z][a-z]{2}", row)]
        assert len(told) > 30
        assert told == distances[: len(told)]
        assert "Completion of the Tumen" in rows[2]
        assert selection(pilot).quote == "kjd-bridge-completion"
        await press(pilot, "j", "k", "G")
        assert "Reports: so many days after" in pane_text(pilot, "timeline")
        quote = selection(pilot).quote
        assert quote is not None
        assert quote in corpus.claims
        assert lit_text(pilot) == squeezed(as_quote(corpus.claims[quote].quote).exact)


async def test_the_lags_are_left_as_they_were_entered(opened: Opened):
    async with opened(120, 40) as pilot:
        before = pane_text(pilot, "timeline")
        await press(pilot, "V", "escape")
        assert pane_text(pilot, "timeline") == before
        await press(pilot, "V", "enter", "escape", "v")
        assert pane_text(pilot, "timeline") == before


async def test_the_entered_card_says_the_reason_and_unfolds_the_chain(opened: Opened):
    async with opened(120, 60) as pilot:
        await press(pilot, "j", "j", "j", "j", "enter", "z")
        card = pane_text(pilot, "detail")
        assert "why     confirmed: Ushakov, on record, 5 May" in card
        assert "1 Yuri Ushakov" in card
        assert "2 reporters" in card
        assert "3 TASS" in card
        assert "4 Korea Daily" in card
        assert "the date rests on" in card
