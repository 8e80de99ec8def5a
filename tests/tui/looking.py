"""Looking at a running app as a person does: what its panes say, what is lit, what is selected."""

import re
from collections.abc import Iterable

from rich.segment import Segment
from textual.pilot import Pilot

from tests.tui.driving import settle as settle
from tests.tui.driving import strike as strike
from tui.screen import MainScreen
from tui.seam.widget import LinesWidget
from tui.state.context import Context
from tui.state.selection import Selection
from tui.text.line import LIT, Line
from tui.widgets.pane import Pane

SIZES = [(80, 24), (120, 40)]
"""The two sizes, in cells, at which everything must hold."""


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the app has come to rest after the one before, or after its start."""
    await settle(pilot)
    for key in keys:
        strike(pilot, key)
        await settle(pilot)


async def enter_line(pilot: Pilot[None], pattern: str) -> None:
    """In the card, go down to the line that matches `pattern` and enter it; fails where there is no such line."""
    for _ in range(200):
        if any(re.match(rf"› {{1,3}}{pattern}", line) for line in pane_text(pilot, "detail").splitlines()):
            await press(pilot, "enter")
            return
        await press(pilot, "j")
    raise AssertionError(f"no line like {pattern!r} can be entered:\n{pane_text(pilot, 'detail')}")


def main_screen(pilot: Pilot[None]) -> MainScreen:
    """The main screen, whatever stands over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def shown(pilot: Pilot[None]) -> Context:
    """What is shown: the context that everything on the main screen is bound to."""
    context = main_screen(pilot).context
    assert context is not None
    return context


def selection(pilot: Pilot[None]) -> Selection:
    """What is selected."""
    return main_screen(pilot).scene.selection


def focused(pilot: Pilot[None]) -> str:
    """The name of the pane that has the focus."""
    widget = pilot.app.focused
    return widget.id or "" if widget else ""


def pane(pilot: Pilot[None], name: str) -> Pane:
    """A pane by its name: timeline, detail or source."""
    return pilot.app.screen_stack[0].query_one(f"#{name}", Pane)


def rows(widget: LinesWidget) -> list[str]:
    """The rows of a widget as they stand on the screen."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def pane_text(pilot: Pilot[None], name: str) -> str:
    """All that a pane says, its title first, without the blanks at the ends of rows."""
    return "\n".join(row.rstrip() for row in rows(pane(pilot, name)))


def answer(pilot: Pilot[None]) -> str:
    """What the prompt says beside what is typed."""
    (row,) = rows(pilot.app.screen.query_one("#answer", LinesWidget))
    return row.strip()


def bar(pilot: Pilot[None], name: str) -> str:
    """The text of the header or the footer."""
    (row,) = rows(pilot.app.screen_stack[0].query_one(f"#{name}", LinesWidget))
    return row


def lit_text(pilot: Pilot[None]) -> str:
    """What is lit in the source, without its spaces: a line break stands for some of them."""
    source = pane(pilot, "source")
    ground = source.style_of(LIT).bgcolor
    segments: Iterable[Segment] = (part for y in range(source.size.height) for part in source.render_line(y))
    return squeezed("".join(part.text for part in segments if part.style and part.style.bgcolor == ground))


def lit_on_last_row(pilot: Pilot[None]) -> bool:
    """Whether the lit text runs on below the pane."""
    source = pane(pilot, "source")
    ground = source.style_of(LIT).bgcolor
    last = source.render_line(source.size.height - 1)
    return any(part.style and part.style.bgcolor == ground for part in last)


def squeezed(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s", "", text)


def texts(lines: Iterable[Line]) -> list[str]:
    """Lines as plain text, without the blanks at their ends."""
    return [line.text.rstrip() for line in lines]
