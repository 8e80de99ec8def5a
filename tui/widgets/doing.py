"""What a pane is asked to do, as it stands with what is scrolled and laid out in it."""

from textual.screen import Screen

from tui.state.outcome import EnterPane, MovePane, OpenLine, PaneEffect, PutCursor, Say, SeekQuote, StartMark
from tui.text.target import Target
from tui.widgets.card import DetailPane
from tui.widgets.pane import Pane
from tui.widgets.source import SourcePane


def done_in(screen: Screen[None], focused: Pane, effect: PaneEffect) -> Target | Say | None:
    """Let the focused pane, or the one that is meant, do it; gives what it has come to, or why to nothing."""
    match effect:
        case MovePane(by):
            return focused.move(by)
        case EnterPane() | OpenLine():
            return focused.entered()
        case StartMark():
            return screen.query_one(SourcePane).to_mark()
        case SeekQuote():
            screen.query_one(SourcePane).seek()
        case PutCursor(line):
            screen.query_one(DetailPane).go_to(line)
        case _:
            raise TypeError(f"no pane does {effect}")
    return None
