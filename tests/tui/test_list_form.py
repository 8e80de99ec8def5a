"""A list as printed is entered on the screen: of what is marked, by keyboard, at both sizes."""

import tomllib
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.tui.curated import copied, curating, field_names, fill, go_to
from tests.tui.driving import text_of
from tests.tui.looking import SIZES, bar, pane_text, press, selection, shown
from tui.text.target import ListTarget

FILE = "sources/kd-ambassador.toml"
MARKED = ["slash", *"countries sending troops include", "enter", "3", "s"]
"""To the sentence that names them, which is marked then."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_written_of_the_names_that_are_marked_and_its_card_is_shown(
    folder: Path, size: tuple[int, int]
):
    before = (folder / FILE).read_bytes()
    async with curating(folder, *size) as pilot:
        await press(pilot, *MARKED, "P")
        assert {"kind", "event", "closed", "entry-1", "entry-2", "entry-3", "entry-4", "id"} == {
            *field_names(pilot)
        }
        await fill(pilot, "closed", "yes")
        await fill(pilot, "kind", "troops")
        await go_to(pilot, "entry-4")
        assert "one more" in text_of(pilot)
        await press(pilot, "enter")
        name = "kd-ambassador-troops"
        assert f"Written: {name}." in bar(pilot, "footer")
        assert selection(pilot).card == ListTarget(name)
        assert "Myanmar" in pane_text(pilot, "detail") or shown(pilot).scene.stance.pane == "source"
        await press(pilot, "Z")
        assert (folder / FILE).read_bytes() == before


async def test_a_name_is_added_and_one_taken_out_while_one_types(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, *MARKED, "P")
        await fill(pilot, "entry-2", "")
        await fill(pilot, "entry-4", "Nowhere")
        await press(pilot, "enter")
        assert "not in what is marked" in text_of(pilot)
        await fill(pilot, "entry-4", "")
        await press(pilot, "enter")
    rows = tomllib.loads((folder / FILE).read_text("utf-8"))["list"]
    written = next(row for row in rows if row["id"] == "kd-parade-units")
    assert [it["entity"] for it in written["entries"]] == ["china", "myanmar"]
    assert not load_corpus(folder).errors


async def test_esc_writes_nothing_and_without_a_mark_it_says_what_to_do(folder: Path):
    before = (folder / FILE).read_bytes()
    async with curating(folder) as pilot:
        await press(pilot, *MARKED, "P", "escape")
        assert "Nothing was written." in bar(pilot, "footer")
        await press(pilot, "escape", "escape", "P")
        assert "P" in bar(pilot, "footer") or "mark" in bar(pilot, "footer").lower()
    assert (folder / FILE).read_bytes() == before
