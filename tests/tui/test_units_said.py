"""Numbers say of what they are, and names that several have tell them apart."""

import os
import re
from pathlib import Path

import pytest

from model.asof.origin import origin_name
from model.corpus.vocabulary import CONTESTING
from model.index.archive import Archive, open_archive
from model.query.values import first_origins
from tests.handmade import corpus_of
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import bar, press, shown
from tui.cli.supports import support_lines
from tui.settings.config import data_folder
from tui.text.conflict_words import quarrels_words
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.views.conflicts import ConflictsView
from tui.views.entities import EntitiesView

ALIKE = corpus_of("""
    one    2025-05-01  occurred  CT+  2025-04-30  by=tass source=paper
    two    2025-05-01  occurred  CT+  2025-04-30  event=talks by=tass source=wire
    third  2025-05-01  occurred  CT+  2025-04-30  event=feast by=tass source=wire
    alone  2025-05-01  occurred  CT+  2025-04-30  event=march by=kremlin
    hint   2025-05-01  expected  PR+  2025-05-09  event=visit by=russia footing=anonymous
    entity russia country
    source wire 2025-05-04
""")
"""Three origins of one speaker, two of them in one document."""


def keys_of(text: str) -> list[str]:
    names = {":": "colon", "-": "minus"}
    return [names.get(letter, letter) for letter in text]


def test_origins_of_one_name_are_told_apart_by_where_they_stand():
    values = first_origins(ALIKE)
    names = [it.name for it in values.values()]
    assert len({*names}) == len(names)
    assert sum(it.startswith("tass") for it in names) == 3
    assert "kremlin" in names, "a name that one origin alone has is enough"
    assert {origin_name(ALIKE, it) for it in values} == {*names}
    phrases = Phrases(ALIKE, UNICODE, 10**6)
    assert {phrases.origin(it) for it in values} == {*names}


def test_who_has_a_name_and_speaks_by_nobody_named_is_not_called_unnamed():
    archive = open_archive(ALIKE, None, today=0)
    lines = [*support_lines(archive, Phrases(ALIKE, UNICODE, archive.default.day), brief=True)]
    (line,) = [it for it in lines if it.startswith("without russia")]
    assert "(no speaker" in line


def test_the_list_of_conflicts_says_how_many_of_them_are_quarrels(archive: Archive):
    ctx = context_of(archive)
    title, number = ConflictsView().title(ctx, 120)
    conflicts = archive.conflicts(archive.default)
    quarrels = sum(it.kind in CONTESTING for it in conflicts)
    assert title == f"Conflicts: {quarrels} quarrels, {len(conflicts) - quarrels} told apart"
    assert number.strip().endswith(str(len(conflicts)))
    assert quarrels_words(()) == ""


def test_entities_say_how_many_are_met_in_events_as_the_grid_has_them(archive: Archive):
    ctx = context_of(archive)
    _, number = EntitiesView().title(ctx, 120)
    assert number.strip().endswith(f"{len(ctx.reader.mentions.ways())} in events")


@pytest.mark.parametrize(("width", "whole"), [(60, True), (80, True), (100, True), (160, True)])
async def test_the_header_says_which_filter_it_is(opened: Opened, width: int, whole: bool):
    async with opened(width, 24 if width > 60 else 20) as pilot:
        await press(pilot, "f")
        await press(pilot, *keys_of("within:source"))
        await press(pilot, "enter")
        header = bar(pilot, "header")
        assert "11 of 53" in header
        assert "filter: within:source" in header
        assert width == 60 or "7 contested" in header


async def test_a_filter_has_the_cells_that_are_left(opened: Opened):
    typed = "strand:strand-north-korea-in-moscow"
    async with opened(120, 40) as pilot:
        await press(pilot, "f")
        await press(pilot, *keys_of(typed))
        await press(pilot, "enter")
        assert f"filter: {typed}" in bar(pilot, "header")


async def test_what_is_due_is_said_where_there_is_room_on_a_small_screen(opened: Opened):
    async with opened(60, 20, as_of="2025-05-20") as pilot:
        await press(pilot)
        assert "12 due" in bar(pilot, "header")


@pytest.mark.parametrize("view", ["lags", "conflicts", "entities", "support"])
async def test_without_titles_the_tabs_say_which_of_how_many(opened: Opened, view: str):
    async with opened(60, 20) as pilot:
        await press(pilot, "colon", *view, "enter", "j")
        number = shown(pilot).view.title(shown(pilot), 60)[1].strip()
        assert re.match(r"\d+ of \d+", number)
        assert bar(pilot, "tabs").rstrip().endswith(number)
        await press(pilot, "escape", "escape")
        assert "of" not in bar(pilot, "tabs").split()


def test_no_test_finds_the_home_of_whoever_runs_it():
    assert Path.home().parents[1].name.startswith("dprk-tui-tests-")
    assert data_folder().parents[1] == Path.home().parent
    assert os.environ["HOME"] == str(Path.home())
