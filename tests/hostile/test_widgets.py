"""Every widget that shows text is shown hostile text, at every state it has: nothing harmful is on the screen."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus, load_files
from model.index.archive import Archive, open_archive
from tests.effort import some, tireless
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import harmful
from tests.hostile.payloads import PAYLOADS
from tests.tui.looking import press
from tui.app import DprkTui
from tui.screen import MainScreen
from tui.seam.widget import LinesWidget
from tui.text.signs import ASCII, UNICODE, Signs
from tui.widgets.follower import Follower
from tui.widgets.layered_source import LayeredSourcePane
from tui.widgets.pane import Pane
from tui.widgets.raw import RawPane

WALK = (
    ["home"], *([["j"]] * len(PAYLOADS)), *([["u"]] * 2), ["t"], ["2", "z", "end", "home"],
    *([["j", "enter", "e", "2"]] * 8), *([["c"]] * 6),
    ["escape", "v", "s", "b", "s", "b", "s", "v", "end", "v", "end", "v", "end", "v", "end", "escape", "3", "home"],
    *([["right_square_bracket"]] * 20), ["end", "pageup", "enter"], ["comma", "comma"], ["full_stop"],
    ["1", "colon", "u"], ["escape"], ["f", "w", "h", "o", "colon"], ["down", "down"], ["escape"],
    ["f", "b", "y", "colon"], ["escape"], ["slash", "u", "0"], ["enter"], ["j", "j", "n"], *([["escape"]] * 3),
    ["home", "3", "s", "i"], *([["down"]] * 14), ["escape", "escape", "escape", "i"], *([["down"]] * 10),
    ["escape", "escape", "percent_sign", "right_square_bracket"], ["percent_sign"],
    ["1", "question_mark", "pagedown"], ["escape", "ctrl+p", "e", "v"], ["escape"],
)  # fmt: skip
"""Keys that lead through every card, quote, conflict and help page, many of them with each payload in sight."""

BASES = {LinesWidget, Follower, Pane}

OF_TABLES = {RawPane, LayeredSourcePane}
"""What only a table of coded rows has: tests/tui/test_tables.py and test_layer.py show hostile cells in it."""


def kinds(base: type[LinesWidget] = LinesWidget) -> Iterator[type[LinesWidget]]:
    """Every kind of widget that shows lines, bases aside."""
    for kind in base.__subclasses__():
        yield from kinds(kind)
        if kind not in BASES:
            yield kind


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return hostile_corpus(tmp_path_factory.mktemp("hostile") / "corpus")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    hostile_corpus(folder)
    loaded = load_files(folder)
    return open_archive(loaded.corpus, None, 800_000, str(folder), loaded.files)


async def walked(pilot: Pilot[None]) -> dict[type, str]:
    """All that each kind of widget has said on the walk."""
    said: dict[type, str] = {}
    for keys in WALK:
        await press(pilot, *keys)
        for screen in pilot.app.screen_stack:
            for widget in screen.query(LinesWidget):
                rows = "".join(widget.render_line(y).text for y in range(widget.size.height))
                said[type(widget)] = said.get(type(widget), "") + rows
    assert isinstance(pilot.app.screen, MainScreen)
    return said


SIZES = [(160, 50), (80, 24), (50, 20)]


@tireless
@pytest.mark.parametrize(
    ("size", "signs"),
    some([*zip(SIZES, (UNICODE, ASCII, UNICODE), strict=True)], [*product(SIZES, (UNICODE, ASCII))]),
)
async def test_nothing_harmful_is_on_the_screen(archive: Archive, size: tuple[int, int], signs: Signs):
    async with DprkTui(archive, signs).run_test(size=size) as pilot:
        said = await walked(pilot)
    everything = "".join(said.values())
    assert harmful(everything) == set()
    assert everything.isascii() == signs.ascii_only
    assert set(said) == set(kinds()) - OF_TABLES, "a kind of widget that this walk does not lead to"
    for spelled_out in ("<U+001B>", "<U+009B>", "<U+202E>", "<U+200B>", "<U+0000>", "[bold red]", "<script>"):
        assert spelled_out in everything


@pytest.mark.parametrize("header", ["claim", "event", "conflict"])
async def test_what_is_only_begun_is_nothing_but_text_either(tmp_path: Path, header: str):
    folder = tmp_path / "corpus"
    hostile_corpus(folder)
    for file in folder.rglob("*.toml"):
        opened = f"[[{header}]]\n"
        file.write_bytes(file.read_bytes().replace(opened.encode(), f"{opened}draft = true\n".encode()))
    app = DprkTui(open_archive(load_corpus(folder), None, today=0))
    async with app.run_test(size=(120, 40)) as pilot:
        said = ""
        for keys in (
            ["home"],
            *([["j"]] * len(PAYLOADS)),
            ["2", "z", "end"],
            ["escape"],
            ["1", "end", "enter"],
        ):
            await press(pilot, *keys)
            for widget in pilot.app.screen.query(LinesWidget):
                said += "".join(widget.render_line(y).text for y in range(widget.size.height))
        assert "draft" in said
        assert harmful(said) == set()
