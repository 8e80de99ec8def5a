"""Search and filter on the screen: what is typed shows at once, what is hidden is said, Esc undoes."""

from dataclasses import replace

import pytest
from textual.events import Paste
from textual.widgets import Input

from model.asof.saying import saying
from model.corpus.quoted import wording
from model.dates.calendar import day_from_text
from model.index.archive import Archive
from tests.readers import reader_of
from tests.tui.conftest import Archives, Opened
from tests.tui.contexts import context_of
from tests.tui.looking import SIZES, bar, focused, main_screen, pane_text, press, selection, settle, shown
from tui.actions.select import select
from tui.state.scene import Search
from tui.state.selection import Selection
from tui.state.selector import Selector
from tui.text.target import ClaimTarget, EntityTarget, EventTarget, TextTarget
from tui.views.registry import keys_to


async def write(pilot, text: str) -> None:
    """Type a text into the prompt."""
    await press(pilot, *text)


@pytest.mark.parametrize("size", SIZES)
async def test_hits_are_listed_while_one_types_and_the_first_is_shown_everywhere(opened: Opened, size):
    async with opened(*size) as pilot:
        await press(pilot, "slash")
        await write(pilot, "vucic")
        assert "1 of 4" in pane_text(pilot, "timeline")
        assert "Aleksandar Vučić" in pane_text(pilot, "timeline")
        assert "Aleksandar Vučić" in pane_text(pilot, "detail")
        await press(pilot, "enter", "j")
        assert selection(pilot).event == "leaders-meet-putin"
        assert focused(pilot) == "timeline"


async def test_esc_in_the_prompt_leaves_all_as_it_was(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "3")
        before = main_screen(pilot).scene
        await press(pilot, "slash")
        await write(pilot, "vucic")
        await press(pilot, "escape")
        assert main_screen(pilot).scene == before
        assert focused(pilot) == "source"


async def test_n_walks_hits_from_any_pane_and_opens_places_in_the_source(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash")
        await write(pilot, "brics")
        await press(pilot, "enter", "escape", "3")
        place = selection(pilot).place
        assert place is not None
        assert "BRICS" in pane_text(pilot, "source")
        await press(pilot, "n")
        assert "last hit" in bar(pilot, "footer")


async def test_nothing_found_is_said_with_what_may_have_been_meant(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash")
        await write(pilot, "parades")
        await press(pilot, "enter")
        assert 'Nothing is found for "parades", did you mean "parade"?' in bar(pilot, "footer")
        assert main_screen(pilot).scene.viewed.name == "timeline"


async def test_without_a_search_n_says_how_to_begin_one(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "n")
        assert "/ begins a search" in bar(pilot, "footer")


@pytest.mark.parametrize("typed", ["[", '"', "-", "and"])
async def test_nonsense_in_a_prompt_harms_nothing(opened: Opened, typed: str):
    async with opened(80, 24) as pilot:
        for key in ("slash", "f"):
            await press(pilot, key)
            await write(pilot, typed)
            await press(pilot, "enter", "escape", "escape")
        assert pilot.app.is_running
        assert "53 events" in bar(pilot, "header")


async def test_a_filter_hides_says_so_and_an_empty_one_shows_all_again(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:ushakov")
        await press(pilot, "enter")
        assert "8 of 53 events, filter: by:ushakov" in bar(pilot, "header")
        assert "Kim Jong-un attends" not in pane_text(pilot, "timeline")
        await press(pilot, "f", "ctrl+u", "enter")
        assert "53 events" in bar(pilot, "header")
        assert "filter" not in bar(pilot, "header")


@pytest.mark.parametrize("width", [60, 72, 80, 100, 160])
async def test_at_every_width_the_header_says_that_something_is_hidden(opened: Opened, width: int):
    async with opened(width, 24) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:ushakov")
        await press(pilot, "enter")
        assert "8 of 53" in bar(pilot, "header")
        assert "filter" in bar(pilot, "header")


async def test_a_filter_that_matches_nothing_says_so_and_esc_clears_it(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "f")
        await write(pilot, "zzz")
        await press(pilot, "enter")
        assert "No event matches the filter zzz. esc clears it" in pane_text(pilot, "timeline")
        await press(pilot, "j", "enter", "escape", "escape", "escape")
        assert "53 events" in bar(pilot, "header")


async def test_a_wrong_filter_is_not_taken_and_stays_to_be_mended(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "f")
        await write(pilot, "whom:x")
        await press(pilot, "enter")
        assert focused(pilot) not in ("timeline", "detail", "source")
        await press(pilot, "escape")
        assert "53 events" in bar(pilot, "header")


async def test_tab_completes_and_down_picks(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:ush")
        await press(pilot, "tab", "enter")
        assert "by:yuri-ushakov" in bar(pilot, "header") or "8 of 53" in bar(pilot, "header")
        await press(pilot, "f", "ctrl+u")
        await write(pilot, "has:")
        await press(pilot, "down", "enter", "enter")
        assert "of 53" in bar(pilot, "header")


async def test_a_filter_is_saved_under_its_name_and_found_again(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:ushakov as:aide")
        await press(pilot, "enter")
        assert "saved as @aide" in bar(pilot, "footer")
        await press(pilot, "f", "ctrl+u")
        await write(pilot, "@aide")
        await press(pilot, "enter")
        assert "8 of 53" in bar(pilot, "header")


async def test_an_event_outside_the_filter_is_shown_on_its_card_and_the_row_stays(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:ushakov")
        await press(pilot, "enter")
        before = selection(pilot).event
        main_screen(pilot).answer(lambda: select(shown(pilot), shown(pilot).selector.event("kim-attends")))
        await settle(pilot)
        now = selection(pilot)
        assert now.event == before
        assert now.card == EventTarget("kim-attends")


async def test_a_filter_stays_while_the_day_changes(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "f")
        await write(pilot, "by:kremlin")
        await press(pilot, "enter", "comma", "comma")
        assert "0 of 33 events, filter: by:kremlin" in bar(pilot, "header")
        await press(pilot, "full_stop", "full_stop")
        assert "filter: by:kremlin" in bar(pilot, "header")


async def test_views_show_who_is_met_in_what_the_filter_leaves(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("entities"))
        assert "Russia" in pane_text(pilot, "timeline")
        await press(pilot, "j", "enter")
        assert selection(pilot).card is not None
        await press(pilot, "escape", "escape", "escape", "f")
        await write(pilot, "by:ushakov")
        await press(pilot, "enter", *keys_to("company"))
        assert "1 pair" in pane_text(pilot, "timeline")


async def test_each_entry_of_the_company_can_be_reached_though_events_repeat(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("company"))
        seen = []
        for _ in range(12):
            await press(pilot, "j")
            seen.append(next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›")))
        assert len(set(seen)) > 10


async def test_what_was_found_is_found_anew_on_each_day(opened: Opened):
    async with opened(120, 40, as_of="2025-03-22") as pilot:
        await press(pilot, "slash", *"kim", "enter")
        before = pane_text(pilot, "timeline")
        await press(pilot, "full_stop")
        assert "as of Wed 30 Apr 2025" in bar(pilot, "header")
        assert pane_text(pilot, "timeline") != before
        await press(pilot, "comma")
        assert pilot.app.is_running


@pytest.mark.parametrize(("day", "is_out"), [("2025-05-05", False), ("2025-05-06", True)])
def test_a_passage_is_shown_from_the_day_on_which_its_document_came_out(
    archive_at: Archives, day: str, is_out: bool
):
    archive = archive_at(day)
    corpus, first = archive.corpus, day_from_text("2025-05-05")
    # What the Kremlin said aloud was known before the article that quotes it.
    known = (it for it in corpus.claims_in_source["kd-ambassador"] if saying(corpus, it).visible <= first)
    passage = Selection(
        "kim-attends", EntityTarget("kim-jong-un"), next(known).id, TextTarget("kd-ambassador", 9, 20)
    )
    selector = Selector(
        archive.known(day_from_text(day)), reader_of(archive), archive.begun(day_from_text(day))
    )
    for selection_then in (selector.as_known(passage), selector.on_another_day(passage)):
        assert selection_then.quote == passage.quote
        assert (selection_then.place is not None) == is_out


async def test_lags_follow_a_saved_filter_that_is_another_now(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("lags"))
        seen = []
        for typed in ("by:ushakov as:k", "@k", "who:putin as:k", "@k"):
            await press(pilot, "f", "ctrl+u", *typed, "enter")
            seen.append(pane_text(pilot, "timeline"))
        assert seen[0] == seen[1]
        assert seen[2] == seen[3]
        assert seen[1] != seen[3]


async def test_the_axis_of_the_lanes_has_only_days_of_events_that_are_shown(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "v")
        whole = pane_text(pilot, "timeline").splitlines()[1]
        await press(pilot, "f", *"has:conflict", "enter")
        assert pane_text(pilot, "timeline").splitlines()[1] != whole


async def test_what_cannot_be_seen_is_left_out_of_what_is_typed(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash")
        field = pilot.app.screen.query_one(Input)
        await pilot.app.on_event(Paste("Usha\u00adkov\u200b\ufeff \u202ekim\nx"))
        assert field.value == "Ushakov kim x"
        assert field.cursor_position == len(field.value)


VIEWS_OF_COUNTS = ("entities", "company", "grid")


async def counted_views(pilot) -> dict[str, str]:
    """What the views say that count over all events."""
    said = {}
    for view in VIEWS_OF_COUNTS:
        while shown(pilot).scene.viewed.name != view:
            await press(pilot, "v")
        said[view] = pane_text(pilot, "timeline")
    return said


async def filtered(pilot, *filters: str) -> None:
    """Narrow by one filter after the other."""
    for text in filters:
        # What stands in the prompt is the filter that is in force.
        await press(pilot, "f", "end", "ctrl+u", *text, "enter")


async def test_a_filter_saved_anew_under_its_name_shows_its_events_in_every_view(opened: Opened):
    async with opened(120, 40) as pilot:
        await filtered(pilot, "by:ushakov as:x", "@x")
        before = await counted_views(pilot)
        await filtered(pilot, "who:putin as:x", "@x")
        after, header = await counted_views(pilot), bar(pilot, "header")
    async with opened(120, 40) as pilot:
        await filtered(pilot, "who:putin")
        assert await counted_views(pilot) == after != before
        assert bar(pilot, "header") == header


async def test_the_header_shows_the_filter_as_it_was_read_last(opened: Opened):
    async with opened(160, 40) as pilot:
        for text in ("by:ushakov who:putin", "who:putin by:ushakov"):
            await filtered(pilot, text)
            assert text in bar(pilot, "header"), "equal filters may be written in two ways"


def lines_of_hits(archive: Archive, words: str, width: int) -> dict[str, str]:
    """The lines of claims found by a search, by the claim."""
    now = context_of(archive)
    now = now.of(replace(now.scene, sought=Search(words)))
    view = now.views["search"]
    content = view.lines(now, width)  # type: ignore[attr-defined]
    drawn = {line.target: view.drawn(n, line, now, width).text for n, line in enumerate(content)}  # type: ignore[attr-defined]
    return {target.claim: text for target, text in drawn.items() if isinstance(target, ClaimTarget)}


@pytest.mark.parametrize("width", [78, 98, 118])
def test_hits_of_one_sentence_can_be_told_apart(archive: Archive, width: int):
    for words in ("kremlin", "this will be", "analysts", "formalize", "pyongyang", "assembly"):
        found = lines_of_hits(archive, words, width)
        assert len({*found.values()}) == len(found) > 0


@pytest.mark.parametrize("width", [60, 78, 118])
def test_an_excerpt_has_all_that_there_is_room_for_around_what_was_found(archive: Archive, width: int):
    claims = archive.corpus.claims
    for words in ("kremlin", "parade", "moscow"):
        for claim, text in lines_of_hits(archive, words, width).items():
            assert words in text.lower(), text
            free = width - len(text.rstrip())
            _, cut_off, excerpt = text.partition("⋯ ")
            if cut_off and not text.rstrip().endswith("⋯"):
                # What is left out before it would not have had room.
                quote = wording(claims[claim])
                left_out = quote[: quote.index(excerpt.rstrip())].split()
                assert free < len(left_out[-1]) + 1, text
