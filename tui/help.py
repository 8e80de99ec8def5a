"""The help screen: the keys of where one is, and what the signs mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from model.asof.word import Word
from tui.commands import Command, commands_in
from tui.panes.base import LinesWidget
from tui.text.line import BLANK, BOLD, FOCUSED, KEY, MUTE, Line, Look, Span
from tui.text.signs import ROLES, Signs

_KEYS = 23

_SIGNS: tuple[tuple[Word, str], ...] = (
    (Word.OCCURRED, "it happened, a source says"),
    (Word.ONGOING, "it is going on"),
    (Word.CONFIRMED, "a plan, confirmed"),
    (Word.SCHEDULED, "a plan, announced"),
    (Word.EXPECTED, "probable, someone says"),
    (Word.SPECULATED, "possible, someone says"),
    (Word.UNCONFIRMED, "nobody says whether"),
    (Word.NOT_EXPECTED, "probably not"),
    (Word.DENIED, "denied"),
    (Word.CANCELLED, "called off"),
    (Word.DUE, "its day has passed; no source says what happened"),
    (Word.SUPERSEDED, "replaced by a later claim, and kept"),
)


class HelpText(LinesWidget, can_focus=True):
    """Keys, signs, marks; scrolls where it is longer than the screen."""

    def __init__(self, pane: str, signs: Signs) -> None:
        super().__init__(signs, id="help")
        self._top = 0
        self._text = [*_keys(pane), *_signs(signs), *_marks(signs)]

    def lines(self, width: int, height: int) -> list[Line]:
        """A title, the help from `top` on, how to leave."""
        self._top = max(0, min(self._top, len(self._text) - (height - 2)))
        shown = self._text[self._top : self._top + height - 2]
        shown += [BLANK] * (height - 2 - len(shown))
        title = Line((Span(" Keys here, and signs ", FOCUSED),))
        more = "" if self._top + height - 2 >= len(self._text) else "   j k  more"
        return [title, *shown, Line((Span(" esc", KEY), Span(f" back{more}", MUTE)))]

    def scroll_by(self, lines: int) -> None:
        """Show what is further down or up."""
        self._top += lines
        self.redraw()


class HelpScreen(ModalScreen[None]):
    """Help over the whole screen; any of the ways out leads back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Back", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("pagedown,ctrl+d,ctrl+f", "scroll(10)", "Page down", show=False),
        Binding("pageup,ctrl+u,ctrl+b", "scroll(-10)", "Page up", show=False),
    ]

    def __init__(self, pane: str, signs: Signs) -> None:
        super().__init__()
        self._pane = pane
        self._signs = signs

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield HelpText(self._pane, self._signs)

    def action_scroll(self, lines: int) -> None:
        """Scroll the help."""
        self.query_one(HelpText).scroll_by(lines)


def _keys(pane: str) -> list[Line]:
    """The commands that act in a pane, by group."""
    lines: list[Line] = []
    group = ""
    for command in commands_in(pane):
        if command.group != group:
            group = command.group
            lines.append(Line((Span(f" {group}", BOLD),)))
        lines.append(_key_line(command))
    return lines


def _key_line(command: Command) -> Line:
    also = f" {command.also}" if command.also else ""
    keys = Span(f"   {command.keys}", KEY), Span(f"{also:{_KEYS - len(command.keys)}} ", MUTE)
    return Line((*keys, Span(command.help)))


def _signs(signs: Signs) -> list[Line]:
    lines = [Line((Span(" Signs", BOLD),))]
    for word, meaning in _SIGNS:
        look = Look(ROLES[word])
        lines.append(Line((Span(f"   {signs.by_word[word]} {word.value:{_KEYS - 2}} ", look), Span(meaning))))
    return lines


def _marks(signs: Signs) -> list[Line]:
    meanings = (
        (signs.selected, "selected; in the card, where the cursor stands"),
        (signs.new, "something new was known, or replaced, at this step"),
        (signs.contested, "sources differ"),
        (signs.cut, "cut: there is more than fits"),
        ("2", "at the end of a row: so many independent origins"),
    )
    lines = [Line((Span(" Marks", BOLD),))]
    return lines + [Line((Span(f"   {mark:{_KEYS}} ", KEY), Span(meaning))) for mark, meaning in meanings]
