"""By keyboard alone, in a real terminal: all that one person claims, a sentence, its citation, a brief."""

import base64
import re
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM
from tests.tui.looking import SIZES, squeezed
from tests.tui.terminal import Terminal
from tui.theme.themes import THEMES

LIT = THEMES[0].variables["role-lit-ground"].removeprefix("#")
"""The ground of the lit quote in the dark theme."""


class Listening(Terminal):
    """A terminal that keeps what was sent to its clipboard (OSC 52)."""

    clipboard = ""

    def feed(self, text: str) -> None:
        """Show what came, and keep what is for the clipboard."""
        for found in re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", text):
            self.clipboard = base64.b64decode(found).decode()
        super().feed(re.sub(r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", "", text))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_from_the_start_to_a_brief_of_what_ushakov_said(tmp_path: Path, size: tuple[int, int]):
    terminal = Listening(PROGRAM, *size, tmp_path)
    terminal.wait(lambda: terminal.has("?  keys"), "the timeline")

    # Every claim that he made.
    terminal.send("/")
    terminal.wait(lambda: terminal.has("type words"), "the prompt")
    terminal.send("by:ushakov ambassador")
    terminal.wait(lambda: terminal.has("1 hit"), "his one claim of an ambassador")
    terminal.send("\x7f" * len(" ambassador"))
    terminal.wait(lambda: terminal.has("9 hits"), "all his claims")
    terminal.send("\r")
    terminal.wait(lambda: terminal.has("enter  open"), "the list")

    # Its sentence in the article.
    terminal.send("\r")
    sentence = "policyaideYuriUshakovtoldreportersthataNorthKoreanambassador"
    terminal.wait(lambda: sentence in squeezed("".join(terminal.on_ground(LIT))), "the lit sentence")

    # Copied with its citation.
    terminal.send("w")
    terminal.wait(lambda: terminal.clipboard, "the clipboard")
    assert terminal.clipboard.startswith(
        '"According to TASS, Kremlin foreign policy aide Yuri Ushakov told reporters'
    )
    assert "Said by Yuri Ushakov, on record, 5 May 2025, to reporters, by way of TASS." in terminal.clipboard
    terminal.wait(lambda: terminal.has("sent to the terminal's clipboard"), "what became of it")

    # A brief of just those events.
    terminal.send("f")
    terminal.wait(lambda: terminal.has("What has to hold?"), "the filter's prompt")
    terminal.send("by:ush\t")
    terminal.wait(lambda: terminal.has("by:yuri-ushakov"), "the completed name")
    terminal.send("\r")
    # The prompt has said the number too: only the header says what the filter is.
    terminal.wait(lambda: terminal.has("filter: by:yuri"), "the filtered timeline")
    terminal.send("X")
    terminal.wait(lambda: terminal.has("brief to"), "the prompt for a file")
    terminal.send("ushakov.md\r")
    terminal.wait(lambda: terminal.has("8 of 53 events written to"), "that it was written")
    terminal.send("q")
    assert terminal.close() == 0

    brief = (tmp_path / "ushakov.md").read_text("utf-8")
    assert "8 of 53 events known by 6 May 2025: the filter by:yuri-ushakov leaves out 45." in brief
    assert brief.count("\n### ") > 8
    assert '[^kd-ushakov-ambassador]: "According to TASS' in brief
