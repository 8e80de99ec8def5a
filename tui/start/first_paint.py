"""The first picture, before Textual is there to draw it.

Importing Textual takes most of the start. The timeline is known before that, and a few escape codes show it: the eye
begins to read some 200 ms earlier, and Textual then draws over it, cell for cell the same.
"""

from collections.abc import Callable, Sequence

from model.asof.begun import DraftEvent
from model.index.archive import Archive
from model.index.protocol import Reader
from tui.state.layout import ROOMY_HEIGHT, Layout
from tui.state.scene import Scene
from tui.terminal.capabilities import colours
from tui.text.line import Line, Look, Role
from tui.text.numbers import timeline_title
from tui.text.phrases import Phrases
from tui.text.signs import Signs
from tui.text.titles import title_line
from tui.theme.palettes import PALETTES
from tui.views.rows import Rows

_ANSI = {"ansi_cyan": "36", "ansi_yellow": "33", "ansi_red": "31", "ansi_magenta": "35", "ansi_default": "39"}


def picture_of(archive: Archive, signs: Signs, scene: Scene, theme: str) -> Callable[[int, int], str]:
    """From columns and rows to the picture: the timeline, or nothing where there is no room for it."""
    phrases = Phrases(archive.known(scene.when.day), signs, scene.when.day)
    reader, event = archive.at(scene.when), scene.selection.event
    # A filter is for what stands.
    drafts = [] if scene.when.narrowed else [*archive.begun(scene.when.day).events.values()]

    def picture_in(width: int, height: int) -> str:
        if Layout.of(width, height).too_small:
            return ""
        return picture(reader, phrases, event, theme, width, height, drafts)

    return picture_in


def picture(
    reader: Reader,
    phrases: Phrases,
    event: str | None,
    theme: str,
    width: int,
    height: int,
    drafts: Sequence[DraftEvent] = (),
) -> str:
    """The escape codes that show the timeline where it will stand in a terminal of that size."""
    ink = _Ink(theme)
    layout = Layout.of(width, height)
    columns, rows = layout.timeline(width, height)
    position = reader.position_of(event)
    drawn = Rows(reader, phrases, columns, gaps=height >= ROOMY_HEIGHT, drafts=drafts)
    top = drawn.top_around(position or 0, rows)
    lines = drawn.lines(top, rows, position or 0)
    if not layout.tabbed:
        title = timeline_title(reader.counts, position, drawn.year_at(top))
        lines.insert(0, title_line(*title, True, columns, phrases.signs))
    written = ["\x1b[?25l", ink.ground, "\x1b[2J"]
    first = layout.first_row + 1
    written += [f"\x1b[{number};1H{ink.line(line)}" for number, line in enumerate(lines, first)]
    return "".join([*written, "\x1b[0m"])


class _Ink:
    """SGR codes for the looks of a theme."""

    def __init__(self, theme: str) -> None:
        self._palette = PALETTES[theme]
        self._true = colours() > 256
        self._own = theme in ("terminal", "plain")
        self.ground = f"\x1b[{self._colour('ground', 48)}m"

    def line(self, line: Line) -> str:
        """A line of spans."""
        return "".join(f"\x1b[{self._codes(span.look)}m{span.text}" for span in line.spans)

    def _codes(self, look: Look) -> str:
        codes = ["0", self._colour(look.role, 38), self._colour("ground", 48)]
        dim = self._own and look.role in (Role.MUTE, Role.RULE)
        strong = look.bold or (self._own and look.role is Role.ACCENT)
        for code, on in (
            ("1", strong),
            ("2", dim),
            ("4", look.underline),
            ("7", look.reverse),
            ("9", look.strike),
        ):
            codes += [code] if on else []
        return ";".join(codes)

    def _colour(self, role: str, plane: int) -> str:
        colour = self._palette[role]
        if colour in _ANSI:
            return str(int(_ANSI[colour]) + plane - 38)
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        if self._true:
            return f"{plane};2;{red};{green};{blue}"
        return f"{plane};5;{_of_256(red, green, blue)}"


def _of_256(red: int, green: int, blue: int) -> int:
    """The nearest of xterm's 256 colours: of the grey ramp where there is hardly a hue, else of the cube."""
    if max(red, green, blue) - min(red, green, blue) < 24:
        grey = round(((red + green + blue) / 3 - 8) / 10)
        return 232 + min(max(grey, 0), 23) if grey < 24 else 231
    r, g, b = (round(max(value - 55, 0) / 40) if value > 47 else 0 for value in (red, green, blue))
    return 16 + 36 * r + 6 * g + b
