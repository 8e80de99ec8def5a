"""Of what nothing is made is lit in its source, and walked from gap to gap."""

from pathlib import Path

import pytest

from model.curate.deletion import deletion_of
from model.curate.saving import save
from tests.tui.curated import copied, curating, read_anew
from tests.tui.looking import main_screen, pane_text, press, selection

KJD = "sources/kjd-kim-unlikely.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


def with_a_gap(folder: Path) -> None:
    text = (folder / KJD).read_text("utf-8")
    start = text.index('[[claim]]\nid = "kjd-reason-debut"')
    (folder / KJD).write_text(text[:start] + text[text.index("[[claim]]", start + 9) :], "utf-8")


async def test_of_what_nothing_is_made_is_lit_and_walked(folder: Path):
    with_a_gap(folder)
    async with curating(folder) as pilot:
        await press(pilot, "3", "percent_sign")
        assert "not used:" in pane_text(pilot, "source")
        await press(pilot, "right_square_bracket")
        assert "gap 1 of" in pane_text(pilot, "source")
        marked = main_screen(pilot).scene.marking
        assert marked is not None
        assert marked.taken
        await press(pilot, "percent_sign")
        assert "claim " in pane_text(pilot, "source")
        assert main_screen(pilot).scene.gaps is None


async def test_gaps_are_lit_in_the_source_that_was_asked_of_alone(folder: Path):
    with_a_gap(folder)
    async with curating(folder) as pilot:
        await press(pilot, "3", "percent_sign", "right_square_bracket")
        assert main_screen(pilot).scene.place == "gaps"
        await press(pilot, "1", *["j"] * 4)
        assert selection(pilot).quote is not None
        assert main_screen(pilot).now().source_shown == "kd-ambassador"
        await press(pilot, "3")
        assert main_screen(pilot).scene.gaps is None
        assert main_screen(pilot).scene.marking is None
        assert main_screen(pilot).scene.place == "source"


async def test_gaps_go_with_their_document(folder: Path):
    with_a_gap(folder)
    async with curating(folder) as pilot:
        await press(pilot, "3", "percent_sign", "right_square_bracket")
        save(folder, deletion_of(folder, "source", "kjd-kim-unlikely").changes)
        await read_anew(pilot)
        assert main_screen(pilot).scene.gaps is None
        assert main_screen(pilot).scene.marking is None
        await press(pilot, "right_square_bracket", "i", "L", "escape")


async def test_once_a_gap_is_set_aside_nothing_is_marked_and_the_walk_goes_on_from_there(folder: Path):
    with_a_gap(folder)
    async with curating(folder) as pilot:
        await press(pilot, "3", "percent_sign", "right_square_bracket")
        gaps = [it.span for it in main_screen(pilot).now().gaps]
        marked = main_screen(pilot).scene.marking
        assert marked is not None
        assert len(gaps) > 1
        await press(pilot, "L", *"no news", "enter")
        scene = main_screen(pilot).scene
        assert (scene.marking, scene.passed) == (None, marked.end)
        await press(pilot, "right_square_bracket")
        left = [it.span for it in main_screen(pilot).now().gaps if it.span.start >= marked.end]
        now = main_screen(pilot).scene.marking
        assert (now.span if now is not None else None) == (left[0] if left else None)
