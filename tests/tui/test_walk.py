"""A walk through the program in a real terminal, as a person would take it at two sizes."""

import re
import sys
from functools import partial
from pathlib import Path

import pytest

from model.corpus.corpus import Corpus
from model.corpus.quoted import as_quote
from model.corpus.records import Claim
from model.index.archive import Archive
from model.index.values import TimelineRow
from tests.readers import reader_of
from tests.tui.looking import squeezed
from tests.tui.terminal import Terminal
from tui.text.shown import folded
from tui.theme.themes import THEMES

ROOT = Path(__file__).parents[2]
LIT = THEMES[0].variables["role-lit-ground"].removeprefix("#")
END, HOME, ENTER, ESCAPE, BACK = "\x1b[F", "\x1b[H", "\r", "\x1b", "{"

INSTALLED = [str(Path(sys.executable).with_name("dprk-tui"))]
AS_MODULE = [sys.executable, "-m", "tui"]

WALKS = [
    pytest.param(INSTALLED, 80, 24, id="installed, 80x24"),
    pytest.param(AS_MODULE, 120, 40, id="module, 120x40"),
]


class Walker:
    """Someone who looks at the terminal and knows the corpus."""

    def __init__(self, terminal: Terminal, corpus: Corpus) -> None:
        self.terminal = terminal
        self.corpus = corpus

    def sees_event(self, row: TimelineRow) -> bool:
        """The row is marked, the card is the event's, and the quote of the claim that decides is lit."""
        return self.sees_row(row) and self.sees_card(folded(row.title)) and self.sees_quote(row.claim)

    def sees_row(self, row: TimelineRow) -> bool:
        """The row is the one that is marked; the card, which stands below, marks a line of its own."""
        marked = [line for line in self.terminal.rows if line.startswith("›") and "╎" not in line]
        return len(marked) == 1 and folded(row.title)[:20] in marked[0]

    def sees_card(self, title: str) -> bool:
        """A pane has this title."""
        return any(
            f" {title} " in line and "╌" in line.partition(f" {title} ")[2][:3] for line in self.terminal.rows
        )

    def sees_quote(self, claim: str) -> bool:
        """All that is lit is the quote, or its beginning down to the last row above the footer."""
        # The strip, in the second row, lights where the event lies in time.
        lit = self.terminal.on_ground(LIT)[2:]
        shown, quote = squeezed("".join(lit)), squeezed(as_quote(self.corpus.claims[claim].quote).exact)
        return shown == quote or bool(shown and quote.startswith(shown) and lit[-2])

    def goes_to(self, keys: str, row: TimelineRow) -> None:
        """Press keys, and wait until the three panes show the event."""
        self.terminal.send(keys)
        self.terminal.wait(lambda: self.sees_event(row), f"{row.event} after {keys!r}")

    def goes_down_to(self, words: str) -> None:
        """Go down in the card until the line that begins with `words` is marked."""
        while not self.marked_in_card().startswith(words):
            before = self.marked_in_card()
            self.terminal.send("j")
            self.waits_for_another_line(before)

    def waits_for_another_line(self, before: str) -> None:
        """Wait until another line of the card is marked; while a screen is half drawn, none may be."""
        self.terminal.wait(lambda: self.marked_in_card() not in ("", before), f"a line after {before!r}")

    def marked_in_card(self) -> str:
        """The line of the card that is marked: left of the divider, or over the whole width where it is alone."""
        found = [re.match(r"›(.*?)\s*╎", line) for line in self.terminal.rows]
        if not any("╎" in line for line in self.terminal.rows):
            found = [re.match(r"›(.*)", line) for line in self.terminal.rows]
        return next((match[1].strip() for match in found if match), "")

    def goes_on_to_another_event(self, claim: Claim) -> str:
        """In the source, light one quote after the other until one speaks of another event; returns that event."""
        in_text = self.corpus.claims_in_source[claim.source]
        for further in in_text[in_text.index(claim) + 1 :]:
            self.terminal.send("]")
            self.terminal.wait(partial(self.sees_quote, further.id), f"the quote of {further.id}")
            if further.event not in (None, claim.event):
                return further.event or ""
        raise AssertionError(f"after {claim.id} its source speaks of no other event")


@pytest.mark.parametrize(("command", "width", "height"), WALKS)
def test_a_walk_through_everything(archive: Archive, command: list[str], width: int, height: int):
    terminal = Terminal(command, width, height, ROOT)
    walker = Walker(terminal, archive.corpus)
    timeline = reader_of(archive)
    rows = timeline.rows(0, timeline.counts.total)

    terminal.wait(
        lambda: walker.sees_event(rows[timeline.counts.first_ahead]), "the first event that is still ahead"
    )
    assert terminal.in_alternate_screen
    assert not terminal.cursor_shown
    walker.goes_to(END, rows[-1])
    walker.goes_to(HOME, rows[0])
    for row in rows[1:]:
        walker.goes_to("j", row)
    for row in reversed(rows[timeline.counts.first_ahead : -1]):
        walker.goes_to("k", row)

    # Into the card, down to a person, in; then back to the event.
    delegation = folded(rows[timeline.counts.first_ahead].title)
    terminal.send(ENTER)
    terminal.wait(lambda: terminal.has("esc back"), "the keys of the card")
    walker.goes_down_to("Choe Ryong-hae  ")
    terminal.send(ENTER)
    terminal.wait(lambda: walker.sees_card("Choe Ryong-hae"), "the card of Choe Ryong-hae")
    assert terminal.has("in 2 events")
    assert terminal.has("attendee"), "the event in which he is said to attend"
    terminal.send(BACK)
    terminal.wait(lambda: walker.sees_card(delegation), "the event again")

    # In the source, a further quote leads to its event.
    terminal.send(ESCAPE)
    terminal.wait(lambda: terminal.has("q quit"), "the keys of the timeline: out is as far as in was")
    walker.goes_to("k", rows[timeline.counts.first_ahead - 1])
    walker.goes_to("j", rows[timeline.counts.first_ahead])
    terminal.send("3")
    terminal.wait(lambda: terminal.has("enter its event"), "the keys of the source")
    event = walker.goes_on_to_another_event(archive.corpus.claims[rows[timeline.counts.first_ahead].claim])
    terminal.send(ENTER)
    (row,) = [row for row in rows if row.event == event]
    terminal.wait(
        lambda: walker.sees_row(row) and walker.sees_card(folded(row.title)), f"{event} by its quote"
    )

    terminal.send("?")
    terminal.wait(lambda: terminal.has("Keys here"), "the help")
    terminal.send("q")
    terminal.wait(lambda: not terminal.has("Keys here"), "the panes again")
    terminal.send("q")
    assert terminal.close() == 0
    assert not terminal.in_alternate_screen
    assert terminal.cursor_shown


def test_keys_that_come_before_the_program_is_up_are_obeyed_once_it_is():
    terminal = Terminal(AS_MODULE, 120, 40, ROOT)
    terminal.send("jj/kim\rn")
    terminal.wait(lambda: terminal.has("hit 2 of"), "the second hit")
    terminal.send("q")
    assert terminal.close() == 0


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("jj/choe\rjj", "3 of 9"),
        ("/choe\r:30 april\r/kim\rnn", "hit 3 of"),
        (":nonsense\r\x15asof 2025-05-01\rvvv", "said before"),
    ],
)
def test_prompts_in_a_burst_get_what_is_theirs_and_no_more(keys: str, shows: str):
    terminal = Terminal(AS_MODULE, 120, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send(keys)
    terminal.wait(lambda: terminal.has(shows), shows)
    terminal.send("q")
    assert terminal.close() == 0


def test_what_comes_after_q_is_for_nobody():
    terminal = Terminal(AS_MODULE, 120, 40, ROOT)
    terminal.wait(lambda: terminal.has("keys and signs"), "the footer")
    terminal.send("jjqq/kim\rX:1\r")
    assert terminal.close() == 0


def test_keys_that_come_in_one_burst_are_all_obeyed(archive: Archive):
    terminal = Terminal(AS_MODULE, 120, 40, ROOT)
    walker = Walker(terminal, archive.corpus)
    first = reader_of(archive).counts.first_ahead
    before, after = reader_of(archive).rows(first, 1)[0], reader_of(archive).rows(first + 5, 1)[0]
    terminal.wait(lambda: walker.sees_event(before), "the first event that is still ahead")
    walker.goes_to("jjjjj", after)
    walker.goes_to("kkkkk", before)
    terminal.send("q")
    assert terminal.close() == 0
