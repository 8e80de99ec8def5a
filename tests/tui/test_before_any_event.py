"""A corpus without events: its first document is there to be read, and without any, what brings one in is said."""

from pathlib import Path

import pytest

from model.corpus.corpus import Corpus
from model.index.archive import open_archive
from model.index.values import AsOf
from tests.odd.corpora import CORPORA, Folder
from tests.tui.curated import curating
from tests.tui.looking import bar, pane_text, press, selection
from tui.app import DprkTui
from tui.state.first import first_scene
from tui.state.selection import Selection
from tui.text.target import SourceTarget
from tui.views.registry import keys_to

TODAY = 20240
SIZES = pytest.mark.parametrize("size", [(30, 8), (80, 24), (120, 40)])


def app(corpus: Corpus) -> DprkTui:
    return DprkTui(open_archive(corpus, None, TODAY))


@pytest.mark.parametrize("name", ["no claim", "no claim and no day", "no event"])
async def test_the_first_document_is_shown(tmp_path: Path, name: str):
    corpus = CORPORA[name]().load(tmp_path / "corpus")
    async with app(corpus).run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert "zeppelin" in pane_text(pilot, "source")
        assert isinstance(selection(pilot).card, SourceTarget)
        await press(pilot, "j", "k", "3", "j", "escape", "comma", "full_stop", "t", "t")
        assert "zeppelin" in pane_text(pilot, "source")


async def test_so_is_one_that_nobody_has_curated(tmp_path: Path):
    folder = Folder()
    folder.files["sources/bare.txt"] = "A zeppelin, and nobody has read of it yet."
    corpus = folder.load(tmp_path / "corpus")
    async with app(corpus).run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "A zeppelin, and nobody has read of it yet." in pane_text(pilot, "source")


async def test_the_keys_to_the_first_claim_are_named(tmp_path: Path):
    folder = tmp_path / "corpus"
    CORPORA["no claim"]().load(folder)
    async with curating(folder) as pilot:
        await press(pilot)
        said = " ".join(pane_text(pilot, "timeline").split())
        assert "3 goes into the source, s marks a sentence there, i makes a claim of it." in said
        assert "who printed it" not in said


async def test_one_stays_in_the_document_that_one_has_gone_to(tmp_path: Path):
    folder = Folder().source("A zeppelin.").source("Two.", name="other", published="2025-05-01")
    corpus = folder.source("Three.", name="third", published="2025-05-01").load(tmp_path / "corpus")
    async with app(corpus).run_test(size=(120, 40)) as pilot:
        await press(pilot, *keys_to("sources"))
        while selection(pilot).card != SourceTarget("third"):
            await press(pilot, "j")
        for step in ("comma", "full_stop"):
            await press(pilot, step)
            assert selection(pilot).card == SourceTarget("third")


@SIZES
async def test_without_any_document_it_is_said_what_brings_one_in(tmp_path: Path, size: tuple[int, int]):
    corpus = Folder().load(tmp_path / "corpus")
    async with app(corpus).run_test(size=size) as pilot:
        await press(pilot, "3")
        assert "dprk-tui add-source" in " ".join(pane_text(pilot, "source").split())
        assert bar(pilot, "footer")


def test_before_the_first_day_no_document_is_shown(tmp_path: Path):
    archive = open_archive(CORPORA["no claim"]().load(tmp_path / "corpus"), None, TODAY)
    when = AsOf(archive.steps[0].day - 1)
    assert first_scene(archive, when).selection == Selection()


def test_a_filter_that_hides_all_brings_no_document(tmp_path: Path):
    archive = open_archive(CORPORA["one of everything"]().load(tmp_path / "corpus"), None, TODAY)
    query = archive.read("zzz", archive.default)
    assert first_scene(archive, AsOf(archive.default.day, query)).selection == Selection()
