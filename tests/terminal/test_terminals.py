"""On every terminal: it is sent only what it can do, and nothing of what is said gets lost. Its screen is captured."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import PROGRAM, ROOT, WHICH
from tests.tui.modes import left_changed
from tests.tui.terminal import Terminal

TERMINALS = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "truecolor-light": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "0;15"},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "256-light": {"TERM": "xterm-256color", "COLORTERM": "", "COLORFGBG": "0;15"},
    "tmux-256color": {"TERM": "tmux-256color", "COLORTERM": ""},
    "screen": {"TERM": "screen", "COLORTERM": ""},
    "linux": {"TERM": "linux", "COLORTERM": ""},
    "vt100": {"TERM": "vt100", "COLORTERM": ""},
    "no-color": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"},
    "unheard-of": {"TERM": "unheard-of", "COLORTERM": ""},
}

PENS = {"truecolor": "true", "256": "indexed", "tmux": "indexed", "no": "none", "vt100": "none"}
"""The richest kind of colour that a terminal may be sent; by the first part of its name, else the sixteen."""

ERASES = {"xterm-256color", "linux"}
"""The terminals of which terminfo says that they have ECH and erase in the pen's ground."""

_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_KINDS = (
    ("true", r"[34]8;2;"),
    ("indexed", r"[34]8;5;"),
    ("sixteen", r"(?:^|;)(?:[34][0-7]|9[0-7]|10[0-7])(?:;|$)"),
)


def colours(heard: str) -> str:
    """The richest kind of colour in what was written."""
    pens = _SGR.findall(heard)
    return next((kind for kind, shape in _KINDS if any(re.search(shape, pen) for pen in pens)), "none")


def walked(name: str) -> Terminal:
    """The program on that terminal, as it stands after a few keys."""
    terminal = Terminal(PROGRAM, 80, 24, ROOT, **TERMINALS[name])
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send("j3")
    # The help lies over all, and when it goes, all is drawn in one frame.
    terminal.send("?")
    terminal.wait(lambda: terminal.has("Keys here"), "the help")
    terminal.send("\x1b")
    terminal.wait(lambda: terminal.has("enter its event"), "the keys of the source")
    return terminal


@pytest.mark.parametrize("name", TERMINALS)
def test_a_terminal_is_sent_what_it_can_do(snapshot: SnapshotAssertion, name: str):
    terminal = walked(name)
    rows = [row.rstrip() for row in terminal.picture_at_end("q")]
    assert left_changed(terminal.heard) == set()
    wanted = PENS.get(name.partition("-")[0], "sixteen")
    assert colours(terminal.heard) == wanted
    assert bool(re.search(r"\x1b\[\d+X", terminal.heard)) == (TERMINALS[name]["TERM"] in ERASES)
    assert "\n".join(rows) == snapshot


@pytest.mark.parametrize("name", ["linux", "vt100"])
def test_a_console_whose_font_holds_few_signs_gets_ascii(name: str):
    assert "".join(walked(name).picture_at_end("q")).isascii()


def test_every_terminal_says_the_same_words():
    def words(name: str) -> list[str]:
        return re.findall(r"[A-Za-z]{3,}", " ".join(walked(name).picture_at_end("q")))

    assert words("no-color") == words("truecolor") == words("screen")


def test_a_dumb_terminal_gets_the_listing():
    terminal = Terminal(PROGRAM, 200, 60, ROOT, TERM="dumb")
    assert terminal.close() == 0
    assert "\x1b" not in terminal.heard
    assert terminal.heard.startswith(f"{WHICH.decode().strip()}\r\nas of ")
