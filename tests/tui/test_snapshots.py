"""How the screen looks: few pictures, of states that a person meets first. What it says is tested as text elsewhere."""

from functools import partial
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.index.archive import Archive, open_archive
from tests.benchmarks.many_events import write_corpus
from tests.broken import broken
from tests.tui.conftest import Archives
from tests.tui.looking import SIZES, enter_line, press, settle
from tui.app import DprkTui
from tui.text.signs import ASCII, UNICODE
from tui.views.registry import keys_to


async def to_the_end(pilot) -> None:
    await press(pilot, "end")


async def to_a_person(pilot) -> None:
    await press(pilot, "enter")
    await enter_line(pilot, "Choe Ryong-hae")


async def into_the_source(pilot) -> None:
    await press(pilot, "3", "right_square_bracket", "right_square_bracket")


async def to_the_help(pilot) -> None:
    await press(pilot, "question_mark")


async def to_a_conflict(pilot) -> None:
    await press(pilot, "j", "j", "j", "j", "c", "l")


async def to_the_conflicts(pilot) -> None:
    await press(pilot, "j", "j", "j", "j", *keys_to("conflicts"))


async def to_an_unknown_name(pilot) -> None:
    await press(pilot, "colon", *"gird", "enter")


async def to_the_signs(pilot) -> None:
    await press(pilot, "colon", *"signs", "enter")


async def to_the_lags(pilot) -> None:
    await press(pilot, *keys_to("lags"))


async def to_what_is_due(pilot) -> None:
    await press(pilot, "t", "u", "u")


async def into_the_card(pilot) -> None:
    await press(pilot, "j", "j", "j", "j", "enter", "z")


async def to_hits(pilot) -> None:
    await settle(pilot)
    await press(pilot, "slash", *"choe ryong hae", "enter", "j", "j")


async def to_the_facets(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"by:", "down", "down")


async def to_a_filtered_timeline(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"by:ushakov", "enter")


async def to_a_wrong_filter(pilot) -> None:
    await settle(pilot)
    await press(pilot, "f", *"who:puttin")


async def to_the_entities(pilot) -> None:
    await press(pilot, *keys_to("entities"), "j", "j")


async def to_the_company(pilot) -> None:
    await press(pilot, *keys_to("company"), "j")


async def to_the_grid(pilot) -> None:
    await press(pilot, *keys_to("grid"))


FINDING = {
    "search": to_hits,
    "facets": to_the_facets,
    "filtered": to_a_filtered_timeline,
    "wrong-filter": to_a_wrong_filter,
    "entities": to_the_entities,
    "company": to_the_company,
    "grid": to_the_grid,
    "unknown-name": to_an_unknown_name,
    "signs": to_the_signs,
}

STATES = {
    "opening": settle,
    "end": to_the_end,
    "a-person": to_a_person,
    "source-in-focus": into_the_source,
    "help": to_the_help,
}
"""What a person meets first: at every size."""

KNOWN = {
    "conflict": to_a_conflict,
    "conflicts": to_the_conflicts,
    "lags": to_the_lags,
    "due": to_what_is_due,
    "whole-card": into_the_card,
}
"""What was known when, and by whom: at the two sizes at which everything must hold."""


ALL_SIZES = [(60, 20), *SIZES, (160, 50)]


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_screen(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=STATES[state], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", KNOWN)
def test_what_was_known(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=KNOWN[state], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", FINDING)
def test_finding(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=FINDING[state], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_findings(snap_compare, tmp_path: Path, size: tuple[int, int]):
    broken(tmp_path / "corpus")
    archive = open_archive(load_corpus(tmp_path / "corpus"), None, today=20240, folder="corpus")
    keys = ["exclamation_mark", *"jjjj"]
    assert snap_compare(DprkTui(archive), press=keys, terminal_size=size)


CHANGES = {"changed": [*"30 april", "enter"], "changed-and-due": [*"6 may to 20 may", "enter"]}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", CHANGES)
def test_changes(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    app = DprkTui(archive_at(), UNICODE)
    keys = ["equals_sign", *CHANGES[state]]
    assert snap_compare(app, run_before=partial(then, keys=keys), terminal_size=size)


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-05", "2025-05-10"])
def test_as_of(snap_compare, archive_at: Archives, as_of: str):
    assert snap_compare(DprkTui(archive_at(as_of), UNICODE), terminal_size=(120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["light", "terminal", "plain"])
def test_theme(snap_compare, archive_at: Archives, theme: str, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), UNICODE, theme=theme), terminal_size=size)


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ascii_without_colour(snap_compare, archive_at: Archives, size: tuple[int, int]):
    assert snap_compare(DprkTui(archive_at(), ASCII, theme="plain"), terminal_size=size)


STRIPS = {"days": ["plus"], "years": ["minus"]}
LANES = {
    "days": ["v"],
    "months": ["v", "minus"],
    "by-status-from-a-mark": ["x", "v", "b", "b", "b"],
    "folded": ["v", "minus", "S"],
}
AT_TEN_THOUSAND = {
    "strip": ["minus"],
    "lanes": ["v", "minus"],
    "folded-lanes": ["v", "minus", "minus", "S"],
}


@pytest.mark.parametrize("size", [(80, 30), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STRIPS)
def test_strip(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    app = DprkTui(archive_at(), UNICODE)
    assert snap_compare(app, run_before=partial(then, keys=STRIPS[state]), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", LANES)
def test_lanes(snap_compare, archive_at: Archives, state: str, size: tuple[int, int]):
    app = DprkTui(archive_at(), UNICODE)
    assert snap_compare(app, run_before=partial(then, keys=LANES[state]), terminal_size=size)


def test_lanes_in_ascii_without_colour(snap_compare, archive_at: Archives):
    app = DprkTui(archive_at(), ASCII, theme="plain")
    assert snap_compare(app, run_before=partial(then, keys=["v"]), terminal_size=(120, 40))


def test_a_mark(snap_compare, archive_at: Archives):
    app = DprkTui(archive_at(), UNICODE)
    assert snap_compare(app, run_before=partial(then, keys=["x", "j"]), terminal_size=(80, 24))


def test_the_reading_beside_the_prompt(snap_compare, archive_at: Archives):
    app = DprkTui(archive_at(), UNICODE)
    assert snap_compare(app, run_before=into_the_prompt, terminal_size=(80, 24))


@pytest.fixture(scope="module")
def ten_thousand(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder: Path = tmp_path_factory.mktemp("many") / "corpus"
    return open_archive(load_corpus(write_corpus(folder)), None, today=0)


@pytest.mark.xdist_group("ten thousand")
@pytest.mark.parametrize("state", AT_TEN_THOUSAND)
def test_ten_thousand_events(snap_compare, ten_thousand: Archive, state: str):
    app = DprkTui(ten_thousand, UNICODE)
    assert snap_compare(app, run_before=partial(then, keys=AT_TEN_THOUSAND[state]), terminal_size=(120, 40))


async def into_the_prompt(pilot) -> None:
    await settle(pilot)
    await press(pilot, "colon", *"next friday")


async def then(pilot, keys: list[str]) -> None:
    await press(pilot, *keys)
