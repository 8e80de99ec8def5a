"""On every odd corpus every view, card and prompt can be walked through, and any key pressed anywhere."""

import random
from itertools import cycle, product
from pathlib import Path

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from tests.effort import NIGHTLY, some, tireless
from tests.odd.corpora import CORPORA
from tests.odd.storm import PHRASES, VIEWS, every_place, keys, press_all
from tests.tui.looking import SIZES
from tui.app import DprkTui

pytestmark = tireless

TODAY = day_from_text("2025-06-01")

PLACES = some([(0, "1")], [*product(range(VIEWS), "123")])
"""Where every key is pressed."""

EVERY = 1 if NIGHTLY else 5
AT = {odd: at for at, odd in enumerate(CORPORA)}
"""By day a corpus has every fifth phrase, the next corpus those after these: each is typed on a fifth of them."""

KEYS_EACH, ALL = (2500, [*product(CORPORA, SIZES)]) if NIGHTLY else (80, [*zip(CORPORA, cycle(SIZES))])
"""Keys pressed on one corpus at one size, in any order, and which those are."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where briefs and citations may be written."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def opened(odd: str, folder: Path) -> Archive:
    return open_archive(CORPORA[odd]().load(folder / "corpus"), None, today=TODAY)


@pytest.mark.parametrize("odd", CORPORA)
async def test_every_place_is_walked_on_a_corpus_that_is_odd(here: Path, odd: str):
    async with DprkTui(opened(odd, here)).run_test(size=(120, 40)) as pilot:
        await press_all(pilot, every_place(PLACES, PHRASES[AT[odd] % EVERY :: EVERY]))


@pytest.mark.parametrize(("odd", "size"), ALL)
async def test_keys_in_any_order_end_nothing(here: Path, odd: str, size: tuple[int, int]):
    async with DprkTui(opened(odd, here)).run_test(size=size) as pilot:
        assert await press_all(pilot, keys(random.Random(f"{odd} {size}"), KEYS_EACH)) >= KEYS_EACH
