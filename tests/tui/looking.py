"""Looking at a running app as a person does: what its panes say, what is lit, what is selected."""

import re
import unicodedata
from collections.abc import Iterable

from rich.segment import Segment
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from tests.tui.rest import settle as settle
from tui.panes.base import Pane
from tui.screen import MainScreen
from tui.seam.widget import LinesWidget
from tui.selection import Selection
from tui.text.line import LIT, Line

SIZES = [(80, 24), (120, 40)]
"""The two sizes, in cells, at which everything must hold."""


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the app has come to rest after the one before, or after its start."""
    await settle(pilot)
    for key in keys:
        strike(pilot, key)
        await settle(pilot)


def strike(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each with what it types, and wait for nothing: the next one may come before all is done.

    A key is a name of Textual's, or the character that it types.
    """
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(Key(name, _typed_by(key)))


def _typed_by(key: str) -> str | None:
    if len(key) == 1:
        return key
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return None


async def enter_line(pilot: Pilot[None], pattern: str) -> None:
    """In the card, go down to the line that matches `pattern` and enter it; fails where there is no such line."""
    for _ in range(200):
        if any(re.match(rf"› {{1,3}}{pattern}", line) for line in pane_text(pilot, "detail").splitlines()):
            await press(pilot, "enter")
            return
        await press(pilot, "j")
    raise AssertionError(f"no line like {pattern!r} can be entered:\n{pane_text(pilot, 'detail')}")


def selection(pilot: Pilot[None]) -> Selection:
    """What is selected."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen.selection


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
