"""Words of a million letters: they are shown as far as the screen goes, and cost the terminal no more than others."""

from pathlib import Path

from tests.cli.running import run
from tests.hostile.harmless import foreign
from tests.hostile.test_stream import Reader
from tests.tui.small_corpus import small_corpus
from tui.text.phrases import LONGEST, Phrases
from tui.text.signs import UNICODE

WORD = "x" * 1_000_000


def test_a_screen_shows_the_beginning_and_print_all_of_it(tmp_path: Path):
    small_corpus(tmp_path / "long", ["2025-05-01"], WORD)
    reader = Reader(tmp_path / "long", 120, 40)
    reader.sees("2", "enter open")
    reader.press("zj")
    reader.sees("3", "enter its event")
    heard = reader.leave()
    assert foreign(heard) == set()
    assert 0 < len(heard) < 100_000
    printed = run("print", tmp_path / "long").stdout
    assert printed.count(WORD.encode()) >= 2, "nothing is cut in data: title and quote"


def test_what_is_cut_is_cut_between_letters_and_marked(tmp_path: Path):
    letter = "e" + "\u0301" * 3
    corpus = small_corpus(tmp_path / "marks", ["2025-05-01"], letter * (LONGEST // 3))
    for longest in range(90, 100):
        shown = Phrases(corpus, UNICODE, 0, longest).safe(letter * 100)
        letters = shown.removesuffix("⋯").split("e")[1:]
        assert shown.endswith("⋯")
        assert all(len(marks) == 3 for marks in letters), "a letter keeps its marks"
