"""What is only begun: it is seen dimmed beside the rest, with the word *draft*, and decides nothing."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.corpus.corpus import Corpus
from model.index.archive import open_archive
from model.index.found import Kind
from model.index.values import AsOf
from tests.odd.corpora import CORPORA, Folder, claim, event, on
from tests.tui.contexts import context_of
from tests.tui.looking import focused, pane_text, press, selection, shown
from tui.app import DprkTui
from tui.cards.begun import DECIDING_NOTHING, NO_QUOTE
from tui.cards.source import NOT_CURATED, ONLY_BEGUN
from tui.text.target import ConflictTarget, EventTarget, SourceTarget
from tui.views.registry import keys_to

TODAY = 20240

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)])


@pytest.fixture
def unfinished(tmp_path: Path) -> Corpus:
    return CORPORA["unfinished"]().load(tmp_path / "corpus")


@asynccontextmanager
async def looking(
    corpus: Corpus, size: tuple[int, int] = (120, 40), day: int | None = None
) -> AsyncIterator[Pilot[None]]:
    archive = open_archive(corpus, day, TODAY)
    async with DprkTui(archive).run_test(size=size) as pilot:
        await press(pilot)
        yield pilot


@SIZES
async def test_a_text_that_nobody_has_curated_is_among_the_sources_and_can_be_read(
    unfinished: Corpus, size: tuple[int, int]
):
    async with looking(unfinished, size) as pilot:
        await press(pilot, *keys_to("sources"), "g", "j")
        assert selection(pilot).card == SourceTarget("bare")
        row = next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›"))
        assert re.match(r"›draft +not given(?: yet)? +bare", row)
        assert "A zeppelin, and nobody has read of it yet." in pane_text(pilot, "source")
        await press(pilot, "enter")
        assert ONLY_BEGUN in " ".join(pane_text(pilot, "detail").split())
        assert NOT_CURATED in pane_text(pilot, "detail")
        await press(pilot, "3", "j", "k", "w", "escape", "comma", "full_stop", "right_square_bracket")


@SIZES
async def test_drafts_stand_at_the_end_of_their_events_card_and_lead_to_their_quotes(
    unfinished: Corpus, size: tuple[int, int]
):
    async with looking(unfinished, size) as pilot:
        await press(pilot, "enter", "z", "G")
        rows = pane_text(pilot, "detail").splitlines()
        text = "\n".join(rows)
        assert re.search(rf"3 drafts +{DECIDING_NOTHING}", text)
        assert re.search(r'draft denied +Who, own words +"it was not"', text)
        assert re.search(rf"draft +Who, own words +{NO_QUOTE}", text)
        assert re.search(r"draft conflict +q", text)
        await press(pilot, "k", "enter")
        assert focused(pilot) == "source"
        place = selection(pilot).place
        assert place is not None
        assert unfinished.texts["s"][place.start : place.end] == "it was not"


@SIZES
async def test_drafts_of_events_stand_after_all_rows_and_are_in_no_count(
    unfinished: Corpus, size: tuple[int, int]
):
    async with looking(unfinished, size) as pilot:
        text = pane_text(pilot, "timeline")
        assert "1 of 1" in text or size == (80, 24)
        rows = [" ".join(row.split()) for row in text.splitlines() if "draft" in row]
        assert rows == ["1 draft", "1 Jun 2025 draft new"]
        await press(pilot, "j")
        assert selection(pilot).card == EventTarget("new")
        assert selection(pilot).event == "e"
        marked = next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›"))
        assert "draft" in marked
        await press(pilot, "enter")
        card = pane_text(pilot, "detail")
        assert re.search(r"draft +Sun 1 June 2025", card)
        assert re.search(r'draft scheduled +Who, own words +"weather"', card)
        await press(pilot, "enter")
        assert focused(pilot) == "source"
        await press(pilot, "escape", "escape", "1", "g")
        assert selection(pilot).card == EventTarget("e")
        await press(pilot, "G")
        assert selection(pilot).card == EventTarget("new")


async def test_where_nothing_stands_yet_what_is_begun_is_shown(tmp_path: Path):
    corpus = (
        Folder(events=event("e", "It"))
        .source(
            "so it is", claim("c", "so it is", f'event = "e"\ndraft = true\n{on("2025-06-01")}', "scheduled")
        )
        .load(tmp_path / "corpus")
    )
    async with looking(corpus) as pilot:
        assert re.search(r"1 Jun 2025 +draft +It", pane_text(pilot, "timeline"))
        await press(
            pilot,
            "j",
            "k",
            "enter",
            "enter",
            "escape",
            "escape",
            "comma",
            "full_stop",
            "slash",
            "escape",
            "C",
        )
        await press(pilot, "j")
        assert selection(pilot).card == EventTarget("e")


async def test_a_filter_is_for_what_stands(unfinished: Corpus):
    async with looking(unfinished) as pilot:
        await press(pilot, "f", *"status:occurred", "enter")
        assert "draft" not in pane_text(pilot, "timeline")


async def test_a_text_that_nobody_has_curated_is_found_by_its_words(unfinished: Corpus):
    async with looking(unfinished) as pilot:
        await press(pilot, "slash", *"nobody has read", "enter")
        assert re.search(r"draft +A zeppelin, and nobody has read", pane_text(pilot, "timeline"))
        assert "A zeppelin, and nobody has read of it yet." in pane_text(pilot, "source")
        await press(pilot, "enter", "escape", "n", "N", "escape")


async def test_a_draft_is_as_unknown_as_anything_else_before_its_day(unfinished: Corpus):
    async with looking(unfinished) as pilot:
        await press(pilot, "comma")
        assert "new" not in pane_text(pilot, "timeline")
        await press(pilot, "2", "z")
        assert "it was not" not in pane_text(pilot, "detail")


def test_drafts_change_no_state_no_step_and_no_count(tmp_path: Path, unfinished: Corpus):
    it = CORPORA["one of everything"]().load(tmp_path / "other")
    with_drafts, without = open_archive(unfinished, None, TODAY), open_archive(it, None, TODAY)
    assert with_drafts.at(with_drafts.default).counts == without.at(without.default).counts
    assert with_drafts.steps == without.steps
    assert {it.id for it in unfinished.events.values()} == {"e", "strand", "alone"}


async def test_the_finding_of_a_text_that_nobody_has_curated_leads_to_it(unfinished: Corpus):
    number = next(n for n, it in enumerate(unfinished.findings) if it.code == "F013")
    async with looking(unfinished) as pilot:
        await press(pilot, "exclamation_mark", *"j" * number)
        assert "A zeppelin, and nobody has read of it yet." in pane_text(pilot, "source")
        assert "source bare, a draft" in pane_text(pilot, "detail")
        await press(pilot, "enter", "enter")
        assert selection(pilot).card == SourceTarget("bare")


async def test_the_finding_of_a_draft_leads_to_the_card_that_it_is_on(unfinished: Corpus):
    for record, card in (("begun", EventTarget("e")), ("new", EventTarget("new"))):
        number = next(n for n, it in enumerate(unfinished.findings) if it.record == record)
        async with looking(unfinished) as pilot:
            await press(pilot, "exclamation_mark", *"j" * number, "enter", "enter")
            assert selection(pilot).card == card


@SIZES
async def test_a_draft_of_a_conflict_has_a_card_that_leads_to_its_claims(
    unfinished: Corpus, size: tuple[int, int]
):
    async with looking(unfinished, size) as pilot:
        await press(pilot, "enter", "z", "G", "enter")
        assert selection(pilot).card == ConflictTarget("q")
        if size == (80, 24):
            await press(pilot, "2", "z")
        text = pane_text(pilot, "detail")
        assert "draft of a conflict" in text
        assert "only begun: deciding nothing" in " ".join(text.split())
        assert re.search(r"1 claim\b", text)
        await press(pilot, "h", "l", "G", "enter")
        assert selection(pilot).quote == "yes"


async def test_the_finding_of_a_draft_of_a_conflict_leads_to_its_card(unfinished: Corpus):
    number = next(n for n, it in enumerate(unfinished.findings) if it.record == "q")
    async with looking(unfinished) as pilot:
        await press(pilot, "exclamation_mark", *"j" * number, "enter", "enter")
        assert selection(pilot).card == ConflictTarget("q")
        await press(pilot, "comma", "full_stop", "t", "o", "escape", "escape")


@SIZES
async def test_a_search_finds_drafts_behind_all_else_and_leads_to_them(
    unfinished: Corpus, size: tuple[int, int]
):
    async with looking(unfinished, size) as pilot:
        await press(pilot, "slash", *"new")
        rows = [row.split() for row in pane_text(pilot, "timeline").splitlines()[1:3]]
        assert rows == [["drafts", "1"], ["›", "draft", "event", "new"]]
        await press(pilot, "enter", "enter")
        assert selection(pilot).card == EventTarget("new")
        await press(pilot, "slash", *"was not")
        found = shown(pilot).found
        assert found is not None
        # The text of the source has these words too, whoever quotes them.
        assert [it.kind for it in found.hits] == [Kind.CLAIM, Kind.TEXT, Kind.DRAFT]
        assert (found.hits[2].draft, found.hits[2].ref) == ("claim", "undo")
        await press(pilot, "enter", "j", "j", "enter")
        place = selection(pilot).place
        assert focused(pilot) == "source"
        assert place is not None and unfinished.texts["s"][place.start : place.end] == "it was not"


def test_no_draft_is_found_under_a_filter_nor_by_a_term_nor_before_its_day(unfinished: Corpus):
    archive = open_archive(unfinished, None, TODAY)
    ctx = context_of(archive)

    def drafts(typed: str, when: AsOf = archive.default) -> list[str]:
        return [it.ref for it in ctx.of(replace(ctx.scene, when=when)).find(typed).hits if it.draft]

    assert drafts("new") == ["new"] and drafts("bare") == ["bare"] and drafts("was not") == ["undo"]
    assert not drafts("by:who not")
    assert not drafts("was -not")
    assert not drafts(
        "was not", replace(archive.default, query=archive.read("status:occurred", archive.default))
    )
    assert not drafts("was not", AsOf(archive.steps[0].day - 1))
