"""What changed from a day to a day, on the screen: asked for, walked, stepped on in, and left again."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.asof.change_words import HEADINGS, so_many
from model.asof.changes import BY_TIME, ChangeKind, Difference
from model.corpus.quoted import wording
from model.dates.calendar import day_from_text
from model.dates.wording import day_medium
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from tests.effort import some
from tests.odd.corpora import CORPORA
from tests.tui.conftest import Archives, Opened
from tests.tui.driving import text_of
from tests.tui.looking import (
    answer,
    bar,
    lit_text,
    main_screen,
    pane_text,
    press,
    selection,
    shown,
    squeezed,
)
from tui.app import DprkTui
from tui.text.signs import ASCII, UNICODE, Signs
from tui.text.target import ConflictTarget

SHOW = "equals_sign"
BY_DAY = ["no source", "one of everything", "unfinished", "long names", "Korean", "ages apart"]
SIZES = some([(120, 40), (60, 20), (30, 8)], [(200, 60), (120, 40), (80, 24), (60, 20), (30, 8)])


def day(text: str) -> int:
    return day_from_text(text)


def expected(archive: Archive, first: str, last: str) -> tuple[Difference, ...]:
    return archive.changes(day(first), AsOf(day(last)))


async def ask(pilot: Pilot[None], words: str) -> None:
    """Press the key, and type what is asked for."""
    await press(pilot, SHOW, *words, "enter")


def title(pilot: Pilot[None]) -> str:
    return pane_text(pilot, "timeline").splitlines()[0].strip()


def listed(pilot: Pilot[None]) -> list[str]:
    """What the first pane says below its title."""
    return [row[1:].strip() for row in pane_text(pilot, "timeline").splitlines()[1:] if row.strip()]


async def test_it_asks_from_when_and_says_from_when_to_when_and_how_many(opened: Opened, archive: Archive):
    number = len(expected(archive, "2025-04-30", "2025-05-05"))
    async with opened(120, 40) as pilot:
        await press(pilot, SHOW)
        assert answer(pilot) == "› 5 May to 6 May 2025", "nothing typed is the step before"
        await press(pilot, *"30 April to 5 May")
        assert answer(pilot) == "› 30 Apr to 5 May 2025"
        await press(pilot, "enter")
        assert re.fullmatch(rf"Changes 30 Apr to 5 May 2025 +╌+ 1 of {number}", title(pilot))
        assert "as of Mon 5 May 2025" in bar(pilot, "header")
        row = next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›"))
        assert " ".join(row.split()) == "›⊖ not expected ↦ ✗ denied Kim Jong-un attends Victory Day Kremlin"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Changes 5 May to 6 May 2025"),
        ("30 april", "Changes 30 Apr to 6 May 2025"),
        ("april", "Changes 30 Apr to 6 May 2025"),
        ("-1w", "Changes 29 Apr to 6 May 2025"),
        ("2024", "Changes 31 Dec 2024 to 6 May 2025"),
        ("5 may to 20 may", "Changes 5 May to 20 May 2025"),
        ("7-10 may", "Changes 7 May to 10 May 2025"),
    ],
)
async def test_days_are_typed_as_at_the_colon(opened: Opened, typed: str, said: str):
    async with opened(120, 40) as pilot:
        await ask(pilot, typed)
        assert title(pilot).startswith(said)


@pytest.mark.parametrize(
    ("typed", "wrong", "right"),
    [
        ("nonsense", '"nonsense" is no date', "try 9 may, 2025-05 or last wednesday."),
        (
            "6 may",
            "6 May 2025 is not before 6 May 2025",
            "type a day before 6 May 2025, or from a day to a day",
        ),
        (
            "10 may",
            "10 May 2025 is not before 6 May 2025",
            "type a day before 6 May 2025, or from a day to a day",
        ),
        (
            "5 may to 30 april",
            "5 May 2025 is not before 30 Apr 2025",
            "type a day before 30 Apr 2025, or from a day to a day",
        ),
    ],
)
async def test_nonsense_and_a_later_first_day_are_said_in_a_sentence(
    opened: Opened, typed: str, wrong: str, right: str
):
    async with opened(120, 40) as pilot:
        before = main_screen(pilot).scene
        await press(pilot, SHOW, *typed)
        assert answer(pilot) == wrong
        await press(pilot, "enter")
        assert answer(pilot) == right
        await press(pilot, "escape")
        assert main_screen(pilot).scene == before


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_opens_its_sentence(opened: Opened, archive: Archive, size: tuple[int, int]):
    changes = expected(archive, "2025-04-30", "2025-05-06")
    async with opened(*size) as pilot:
        await ask(pilot, "30 april")
        for number, change in enumerate(changes):
            now = shown(pilot)
            assert now.view.entry_of(now) == number  # type: ignore[attr-defined]
            row = next(row for row in pane_text(pilot, "timeline").splitlines() if row.startswith("›"))
            assert len(row.strip()) > 3
            if change.conflict is not None:
                assert selection(pilot).card == ConflictTarget(change.conflict)
            else:
                assert selection(pilot).quote == change.claim
            if size == (120, 40) and change.conflict is None:
                quote = wording(archive.corpus.claims[change.claim])
                assert squeezed(quote)[:40] in lit_text(pilot)
            await press(pilot, "j")


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_has_its_heading_and_its_number(
    opened: Opened, archive: Archive, size: tuple[int, int]
):
    changes = expected(archive, "2025-04-30", "2025-05-06")
    kinds = [it.kind for it in changes]
    seen: set[str] = set()
    async with opened(*size) as pilot:
        await ask(pilot, "30 april")
        for _ in changes:
            seen.update(row[1:].strip() for row in pane_text(pilot, "timeline").splitlines())
            await press(pilot, "j")
        for kind in ChangeKind:
            heading = f"{HEADINGS[kind]}  {so_many(kind, kinds.count(kind))}"
            assert any(row.startswith(heading[: size[0] - 3]) for row in seen) == (kind in kinds), kind
        if size[0] < 72:
            assert any("30 Apr to 6 May" in row and f"{len(changes)} changes" in row for row in seen)


@pytest.mark.parametrize("way_out", ["escape", SHOW])
async def test_it_stays_until_it_is_left_and_leads_back_to_where_one_was(opened: Opened, way_out: str):
    async with opened(120, 40) as pilot:
        await press(pilot, "j", "j", "2")
        before = main_screen(pilot).scene
        await ask(pilot, "30 april")
        await press(pilot, "j", "j", "k", "x", "z", "z")
        assert title(pilot).startswith("Changes 30 Apr to 6 May 2025")
        await press(pilot, way_out)
        after = main_screen(pilot).scene
        assert (after.selection, after.stance, after.viewed.name) == (
            before.selection,
            before.stance,
            "timeline",
        )


async def test_the_later_day_follows_as_one_steps_and_the_first_stays(opened: Opened, archive: Archive):
    async with opened(120, 40) as pilot:
        await ask(pilot, "30 april to 5 may")
        await press(pilot, "full_stop")
        number = len(expected(archive, "2025-04-30", "2025-05-06"))
        assert title(pilot).startswith("Changes 30 Apr to 6 May 2025")
        assert title(pilot).endswith(f" {number}")
        await press(pilot, "t")
        assert title(pilot).startswith("Changes 30 Apr to 1 Jun 2025")
        assert "Newly due" in pane_text(pilot, "timeline") or "Turned" in pane_text(pilot, "timeline")
        await press(pilot, "t", "comma", "comma")
        assert "Changes are told from a day to a later one: 30 Apr 2025 is not after" in " ".join(
            listed(pilot)
        )
        await press(pilot, "full_stop")
        assert title(pilot).startswith("Changes 30 Apr to 5 May 2025")


async def marked(pilot: Pilot[None]) -> set[str]:
    """The titles of the rows of the timeline that are marked as changed by the step just taken."""
    context = shown(pilot)
    return set(context.changed)


async def test_right_after_a_step_on_it_shows_that_step_and_the_events_that_are_marked(archive_at: Archives):
    archive = archive_at("2025-04-30")
    async with DprkTui(archive, UNICODE).run_test(size=(120, 40)) as pilot:
        await press(pilot, "full_stop")
        changed = await marked(pilot)
        await press(pilot, SHOW)
        assert title(pilot).startswith("Changes 30 Apr to 5 May 2025")
        lines = [it for it in expected(archive, "2025-04-30", "2025-05-05") if it.kind not in BY_TIME]
        assert title(pilot).endswith(f" of {len(expected(archive, '2025-04-30', '2025-05-05'))}")
        listed = {event for it in lines for event in it.events}
        assert changed
        # A conflict is of all its events; newly marked are those of which something else is told, or which it contests.
        assert {event for it in lines if it.conflict is None for event in it.events} <= changed <= listed


async def test_right_after_a_step_back_it_shows_what_the_step_had_brought_on_which_one_is(opened: Opened):
    """What is marked then is what later days have: of that nothing is told."""
    async with opened(120, 40) as pilot:
        await press(pilot, "comma", SHOW)
        assert title(pilot).startswith("Changes 30 Apr to 5 May 2025")
        assert "as of Mon 5 May 2025" in bar(pilot, "header")
        await press(pilot, SHOW, "comma", "comma", SHOW)
        assert not re.search(r"[56] May", title(pilot))


async def test_once_one_has_moved_on_it_asks_again(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "comma", "j", SHOW)
        assert answer(pilot) == "› 30 Apr to 5 May 2025"


async def test_under_a_filter_only_what_meets_it_is_told_and_the_title_says_so(
    opened: Opened, archive: Archive
):
    async with opened(120, 40) as pilot:
        await press(pilot, "f", *"parade", "enter")
        await ask(pilot, "30 april")
        when = main_screen(pilot).scene.when
        lines = archive.changes(day("2025-04-30"), when)
        every = expected(archive, "2025-04-30", "2025-05-06")
        assert 0 < len(lines) < len(every)
        assert set(lines) <= set(every)
        assert title(pilot).startswith("Changes 30 Apr to 6 May 2025, filter: parade")
        assert title(pilot).endswith(f"of {len(lines)}")
        shown_here = archive.at(when).position_of
        assert all(any(shown_here(event) is not None for event in it.events) for it in lines)


async def test_where_nothing_changed_that_is_said(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "f", *"tumen", "enter")
        await ask(pilot, "5 may")
        said = " ".join(listed(pilot))
        assert said.startswith(
            "Nothing changed in what meets the filter: all stands as it did on 5 May 2025."
        )


async def test_zooming_keeps_plus_and_minus_and_gives_up_the_key(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "plus")
        assert "A cell is a day" in bar(pilot, "footer")
        await press(pilot, "minus")
        assert "A cell is a month" in bar(pilot, "footer")
        before = main_screen(pilot).scene.strip
        await press(pilot, SHOW, "escape")
        assert main_screen(pilot).scene.strip == before


async def test_without_its_own_signs_the_arrow_is_ascii(opened: Opened):
    async with opened(80, 24, signs=ASCII) as pilot:
        await ask(pilot, "30 april")
        assert "not expected -> x denied" in pane_text(pilot, "timeline")
        assert pane_text(pilot, "timeline").isascii()


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("odd", some(BY_DAY, [*CORPORA]))
async def test_odd_corpora_are_told_at_every_size(tmp_path: Path, odd: str, signs: Signs):
    archive = open_archive(CORPORA[odd]().load(tmp_path / "corpus"), None, today=day("2025-07-01"))
    # By day one set of signs has every other size.
    for size in some(SIZES[signs is ASCII :: 2], SIZES):
        async with opened_on(archive, size, signs) as pilot:
            for typed in ("", "2024", "1 may to 2 may", "-44"):
                await press(pilot, SHOW, *typed, "enter", "escape")
                await press(
                    pilot, SHOW, *typed, "enter", "j", "j", "G", "enter", "1", "comma", "full_stop", "t"
                )
                assert text_of(pilot).strip()
                await press(pilot, *["escape"] * 4)


@asynccontextmanager
async def opened_on(archive: Archive, size: tuple[int, int], signs: Signs) -> AsyncIterator[Pilot[None]]:
    async with DprkTui(archive, signs).run_test(size=size) as pilot:
        await press(pilot)
        yield pilot


def test_the_first_day_of_all_is_the_eve_of_the_first_step(archive: Archive):
    first = archive.steps[0].day
    assert archive.day_before(first) == first - 1
    assert day_medium(archive.day_before(archive.steps[1].day)) == day_medium(first)


async def test_a_brief_written_from_here_opens_with_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with opened(120, 40) as pilot:
        await ask(pilot, "30 april to 5 may")
        await press(pilot, "X", *"here.md", "enter", "escape", "X", *"there.md", "enter")
    assert "## What changed, 30 Apr to 5 May 2025" in (tmp_path / "here.md").read_text()
    assert "What changed" not in (tmp_path / "there.md").read_text()
