"""What decides whether, and how, the timeline opens on a terminal."""

from tests.cli.running import PROGRAM, ROOT
from tests.tui.terminal import Terminal

ASCII_LOCALE = ["LC_ALL=C", "PYTHONUTF8=0", "PYTHONCOERCECLOCALE=0"]


def test_a_terminal_that_is_not_utf8_gets_ascii():
    terminal = Terminal(["env", *ASCII_LOCALE, *PROGRAM], 80, 24, ROOT)
    terminal.wait(lambda: terminal.in_alternate_screen and "enter" in terminal.rows[-1], "the footer")
    assert [row for row in terminal.rows if not row.isascii() or "\\u" in row] == []
    terminal.send("q")
    assert terminal.close() == 0


def test_where_the_screen_could_not_be_drawn_the_listing_is_printed():
    for streams in ("2>/dev/null", "2>&-", "</dev/null", "<&-"):
        terminal = Terminal(["bash", "-c", f'"$@" {streams}', "bash", *PROGRAM], 200, 100, ROOT)
        assert terminal.close() == 0
        assert not terminal.in_alternate_screen
        assert "Korea JoongAng Daily]" in terminal.heard, streams
