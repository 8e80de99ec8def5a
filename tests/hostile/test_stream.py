"""In a real terminal: whatever a corpus holds, all that is written is text and the program's own sequences."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, ROOT
from tests.hostile.corpus import hostile_corpus
from tests.hostile.harmless import foreign
from tests.hostile.payloads import EYE, PAYLOADS, TERMINAL
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal
from tui.text.shown import typeable

FOLDER = "corpus \x1b]0;PWNED\x07\x9b2J\u202e[bold]"
"""The name of the folder is hostile too."""

PASTES = ["\x9b2J\x9d0;PWNED\x9c", "\u202etxt.exe\u200b", "[bold]x[/] [@click=app.quit]", "\x7f\x08"]
"""What somebody may be led to paste into a line of the program's own."""


class Reader:
    """Somebody who goes through everything, and waits for an answer to each key."""

    def __init__(self, folder: Path, width: int, height: int, *options: str) -> None:
        self.terminal = Terminal([*PROGRAM, str(folder), *options], width, height, ROOT)
        self.wide = width >= 72
        self.terminal.wait(lambda: self.terminal.has("?  keys and"), "the footer")

    def press(self, keys: str) -> None:
        """Press keys none of which takes back the one before, and wait after each until something has been drawn.

        What is drawn may still be due to the key before; two that cancel out would then draw nothing at all.
        """
        for key in keys:
            self._press(key)

    def _press(self, key: str) -> None:
        before = len(self.terminal.heard)
        self.terminal.send(key)
        self.terminal.wait(lambda: len(self.terminal.heard) > before, f"an answer to {key!r}")

    def sees(self, keys: str, words: str) -> None:
        """Send keys, and wait until some row of the screen holds the words."""
        self.terminal.send(keys)
        self.terminal.wait(lambda: self.terminal.has(words), f"{words!r} after {keys!r}")

    def leave(self) -> str:
        """Quit; returns all that the program has written."""
        self.terminal.send("q")
        assert self.terminal.close() == 0
        return self.terminal.heard


def walk(reader: Reader) -> None:
    """Through rows, cards, quotes, conflicts, help, palette and prompt."""
    last = len(PAYLOADS)
    reader.sees("\x1b[F", f"{last} of {last}" if reader.wide else f"{last}/{last}")
    reader.press("k" * (last - 1))
    reader.sees("2", "[ ] quotes")
    reader.press("jjj\r{")
    reader.press("1ccccc")
    reader.sees("3", "[ ] quotes")
    reader.press("]]]]]]")
    reader.press("1vvv")
    lags = "said before" if reader.wide else "1 Lags"
    reader.sees("?", "Keys here")
    reader.sees("q", lags)
    reader.sees("\x10", "What to do?")
    reader.sees("quit", "Quit.")
    reader.sees("\x1b", lags)


@pytest.mark.parametrize(
    ("width", "height", "options"), [(120, 40, ()), (80, 24, ("--ascii",)), (50, 14, ())]
)
def test_no_sequence_of_a_files_making_reaches_the_terminal(
    tmp_path: Path, width: int, height: int, options: tuple[str, ...]
):
    hostile_corpus(tmp_path / FOLDER)
    reader = Reader(tmp_path / FOLDER, width, height, *options)
    walk(reader)
    assert reader.terminal.screen.title == reader.terminal.screen.icon_name == ""
    heard = reader.leave()
    assert foreign(heard) == set()
    assert left_changed(heard) == set()
    assert "<U+001B>" in heard
    assert "<U+202E>" in heard


@pytest.mark.parametrize("paste", PASTES)
def test_what_is_pasted_is_no_sequence_either(tmp_path: Path, paste: str):
    hostile_corpus(tmp_path / "corpus", PAYLOADS[:3])
    reader = Reader(tmp_path / "corpus", 100, 30)
    reader.sees(":", "asof 2025-05-01")
    reader.sees(f"\x1b[200~{paste}\x1b[201~end", "end")
    assert reader.terminal.has(typeable(paste)[:20])
    # Of the last one a mere word is left, which may have been meant as a name.
    reader.sees("\r", "one of these names" if paste == PASTES[-1] else "try 9 may")
    reader.sees("\x1b", "help   / search")
    reader.sees("\x10", "What to do?")
    reader.sees(f"\x1b[200~{paste}\x1b[201~end", "end")
    reader.sees("\x1b", "Timeline 2025")
    assert foreign(reader.leave()) == set()


def test_a_payload_written_as_it_is_would_be_found():
    drawn = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[1;1H\x1b[1mtext\x1b[0m\x1b[?1049l\x1b[?25h"
    assert foreign(drawn) == set()
    for payload in (*TERMINAL, *EYE[:3]):
        assert foreign(drawn + payload), repr(payload)


@pytest.mark.parametrize("options", [(), ("--read-only",)])
@pytest.mark.parametrize("payload", TERMINAL)
def test_what_a_settings_file_or_an_option_puts_into_the_prompt_is_no_sequence(
    tmp_path: Path, payload: str, options: tuple[str, ...]
):
    hostile_corpus(tmp_path / "corpus", PAYLOADS[:3])
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "dprk-tui" / "filters.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    name = json.dumps(payload).replace("\x7f", "\\u007f")
    settings.write_text(f'[filters]\n{name} = "by:nobody"\n', "utf-8")
    reader = Reader(tmp_path / "corpus", 100, 30, f'--filter=-"x{payload}"'.replace("\0", ""), *options)
    reader.sees("f", "filter -")
    reader.sees("\x15@", "@")
    reader.sees("\x1b", "Timeline")
    assert foreign(reader.leave()) == set()
