"""The help screen: the keys of where one is, and what the signs mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from model.asof.word import Passed, Word
from model.index.features import Feature
from tui.commands.command import Command
from tui.commands.command_list import CommandList
from tui.seam.bindings import bind
from tui.seam.widget import NOTCH, LinesWidget
from tui.text.counts import bar_of
from tui.text.explained import COUNTS, COUNTS_OF_ROWS, SIGNS, SIGNS_OF_ROWS
from tui.text.line import BLANK, BOLD, FOCUSED, KEY, MUTE, Line, Look, Span
from tui.text.shown import cells, fit
from tui.text.signs import ROLES, Signs
from tui.text.wrap import wrap_text

END = 10_000
"""More lines than any help has."""

_KEYS = 23

_HERE: dict[str, dict[int | float | str, str]] = {
    **{id: {1: "back"} for id in ("back", "open", "quit")},
    "help": {"keys": "back"},
    "next-pane": {1: "jump(1)", -1: "jump(-1)"},
    "move": {1: "scroll(1)", -1: "scroll(-1)"},
    "page": {1: "page(1)", -1: "page(-1)"},
    "half-page": {0.5: "page(0.5)", -0.5: "page(-0.5)"},
    "ends": {-1: f"scroll({-END})", 1: f"scroll({END})"},
}
"""For a command of the main screen, what each of its ways does here."""

_BY = "by:kremlin is what is said in its name; who speaks of the same, as Ushakov, says other words, and is offered."


class HelpText(LinesWidget, can_focus=True):
    """Keys, signs, marks, names, numbers; scrolls where it is longer than the screen."""

    def __init__(
        self, commands: CommandList, here: Sequence[Command], signs: Signs, at_signs: bool = False
    ) -> None:
        super().__init__(signs, id="help")
        self._commands = commands
        self._top = 0
        claims = Feature.CLAIMS in commands.features
        self._blocks = {
            "keys": _keys(here),
            "signs": _signs(signs, claims),
            "marks": _marks(signs) if claims else _marks_of_rows(signs),
            "names": _names(commands),
            "numbers": [*_counts(COUNTS), *_filters()] if claims else _counts(COUNTS_OF_ROWS),
        }
        self._starts = [0]
        self._at_end = False
        # The lines of a page: one of the last stays in sight.
        self._page = 1
        # Which block is to be brought to the top, once it is known how high the others are.
        self._wanted: int | None = 1 if at_signs else None

    def lines(self, width: int, height: int) -> list[Line]:
        """A title, the help from `top` on, how to leave."""
        blocks = [[line for entry in block for line in entry.lines(width)] for block in self._blocks.values()]
        text = [line for block in blocks for line in block]
        self._starts = [sum(map(len, blocks[:number])) for number in range(len(blocks))]
        if self._wanted is not None:
            self._top, self._wanted = self._starts[self._wanted], None
        self._top = max(0, min(self._top, len(text) - (height - 2)))
        self._at_end = self._top + height - 2 >= len(text)
        self._page = max(1, height - 3)
        shown = text[self._top : self._top + height - 2]
        shown += [BLANK] * (height - 2 - len(shown))
        title = Line((Span(" Keys here, and signs ", FOCUSED),))
        keys = self._commands.keys
        more = "" if self._at_end else f"   {keys['move']}  more"
        hints = Span(f" {keys['back'].split()[0]}", KEY), Span(f" back{more}", MUTE)
        jump = Span(f"   {keys['next pane']}", KEY), Span(f" {self._next()}", MUTE)
        return [title, *shown, Line((*hints, *(jump if len(text) > height - 2 else ())))]

    def jump(self, by: int) -> None:
        """Bring the next block to the top, or the one before, and round again."""
        here = self._here() if self._wanted is None else self._wanted
        self._wanted = (here + by) % len(self._blocks)
        self.redraw()

    def _here(self) -> int:
        """The last block that has begun at the top; at the end of all, the last of them."""
        if self._at_end:
            return len(self._blocks) - 1
        return max(number for number, start in enumerate(self._starts) if start <= self._top)

    def _next(self) -> str:
        return [*self._blocks][(self._here() + 1) % len(self._blocks)]

    def wheel(self, by: int) -> None:
        """Scroll."""
        self.scroll_by(by * NOTCH)

    def turn(self, pages: float) -> None:
        """Show what is a page further down or up, or half of one."""
        self.scroll_by(int(self._page * pages))

    def scroll_by(self, lines: int) -> None:
        """Show what is further down or up."""
        self._top += lines
        self.redraw()


class HelpScreen(ModalScreen[None]):
    """Help over the whole screen; any of the ways out leads back."""

    def __init__(
        self, commands: CommandList, here: Sequence[Command], signs: Signs, at_signs: bool = False
    ) -> None:
        super().__init__()
        bind(self, _bindings(commands))
        # Kept, not looked up: a key may come while the screen is still coming, or already going.
        self._text = HelpText(commands, here, signs, at_signs)

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield self._text

    def action_back(self) -> None:
        """Leave; a second key of the same burst finds the screen gone already."""
        if self.is_current:
            self.dismiss()

    def action_jump(self, by: int) -> None:
        """Go to the next block of the help."""
        self._text.jump(by)

    def action_page(self, pages: float) -> None:
        """Turn pages of the help."""
        self._text.turn(pages)

    def action_scroll(self, lines: int) -> None:
        """Scroll the help."""
        self._text.scroll_by(lines)


def _bindings(commands: CommandList) -> list[Binding]:
    """The keys in force, those that go anywhere or leave anything; of those that quit, one is left to do that."""
    # With priority, as those of the main screen: see `tui.commands.binding`.
    return [
        Binding(",".join(way.keys[:1] if id == "quit" else way.keys), here[way.by], show=False, priority=True)
        for id, here in _HERE.items()
        for way in commands.of_id(id).ways
    ]


@dataclass(frozen=True)
class _Entry:
    """A heading, or what is explained (in `look`, with `also` beside it) and its meaning."""

    name: str
    look: Look
    also: str = ""
    meaning: str = ""

    def lines(self, width: int) -> list[Line]:
        """Name and meaning in two columns or, where that would cut the meaning, one under the other."""
        if not self.meaning:
            return [Line((Span(f" {self.name}", self.look),))]
        room = _KEYS - cells(self.name)
        name = Span(f"   {self.name}", self.look), Span(fit(f" {self.also}", max(room, 1), ""), MUTE)
        if 3 + _KEYS + 1 + cells(self.meaning) <= width:
            return [Line((*name, Span(f" {self.meaning}")))]
        return [Line(name), *(Line((Span(f"     {row}"),)) for row in wrap_text(self.meaning, width - 6))]


def _keys(commands: Sequence[Command]) -> list[_Entry]:
    """Commands by group."""
    entries: list[_Entry] = []
    for group, members in groupby(commands, key=lambda one: one.group):
        entries.append(_Entry(group, BOLD))
        entries += [_Entry(one.keys, KEY, one.also, one.help) for one in members]
    return entries


def _names(commands: CommandList) -> list[_Entry]:
    """What is done by its name, from anywhere."""
    named = [_Entry(f":{it.name}", KEY, "", it.help) for it in commands.named if not it.lacking]
    return [_Entry(f"Names, after {commands.of_id('go-to').keys}", BOLD), *named]


def _signs(signs: Signs, claims: bool) -> list[_Entry]:
    entries = [_Entry("Signs", BOLD)]
    for word, meaning in SIGNS if claims else SIGNS_OF_ROWS:
        sign = signs.by_word.get(word, signs.by_word[Word.EXPECTED])
        entries.append(_Entry(f"{sign} {word.value}", Look(ROLES[word]), "", meaning))
    return entries


def _counts(counts: Iterable[tuple[str, str]]) -> list[_Entry]:
    return [_Entry("Numbers", BOLD), *(_Entry(name, KEY, "", meaning) for name, meaning in counts)]


def _filters() -> list[_Entry]:
    """The terms of the filter, which searches take too."""
    # Imported here: no start needs it.
    from model.query.vocabulary import KEYS

    terms = [
        _Entry(f"{key}:", KEY, "", f"{about}. {_BY}" if key == "by" else about) for key, about in KEYS.items()
    ]
    return [_Entry("Filters: what keeps events", BOLD), *terms]


def _marks_of_rows(signs: Signs) -> list[_Entry]:
    """The marks in a table of coded rows."""
    meanings = (
        (signs.selected, "selected; in the card, where the cursor stands"),
        (signs.new, "has become known by this step, or by the steps just taken"),
        (signs.changed, "after a step back: says something else, or is gone, on the day that one came from"),
        (signs.cut, "cut: there is more than fits"),
        ("c. 9 May", "about 9 May; no date in a row: as in the row above"),
        (f"{signs.divider} 24 days", "a gap: so long nothing happened"),
        ("+24 d", "so many days from the marked row; ~ where a date is not one full day"),
        (signs.lasts * 3, "in the lanes: it lasts"),
        (signs.rule * 3, "in the lanes: once, some time within; the sign is on the last day"),
    )
    return [_Entry("Marks", BOLD), *(_Entry(mark, KEY, "", meaning) for mark, meaning in meanings)]


def _marks(signs: Signs) -> list[_Entry]:
    meanings = (
        (signs.selected, "selected; in the card, where the cursor stands"),
        (signs.lit, "in the card: its words are lit in the source"),
        (signs.new, "something new was known, or replaced, at this step"),
        (signs.changed, "changed by the step just taken"),
        (signs.contested, "sources differ"),
        (signs.turned, "from what it was to what it is, in what changed"),
        (signs.cut, "cut: there is more than fits"),
        (Passed.UNKNOWN.value, "its day has passed too, and its word stays: nobody had counted on it"),
        ("sounds certain", "how sure an unnamed voice is, for which nobody answers"),
        ("2", "at the end of a row: so many independent origins"),
        ("6 May?", "a day of saying that is the curator's estimate"),
        ("(9 May)", "dated by another claim than the one that gives the word"),
        ("c. 9 May", "about 9 May; no date in a row: as in the row above"),
        (f"{signs.divider} 24 days", "a gap: so long nothing happened"),
        ("+24 d", "so many days from the marked event; ~ where a date is only about, or perhaps, that"),
        ("+11 to +40 d", "the same where a date is more than one day; in few cells +11..+40 d"),
        ("-1 d or earlier", "the same of a date that is open; in few cells <=-1 d"),
        (
            "".join(bar_of(count, 1, signs.ascii_only) for count in (0, 1, 2, 4, 7)),
            "over the panes: none to many events",
        ),
        (signs.lasts * 3, "in the lanes: it lasts"),
        (signs.rule * 3, "in the lanes: once, some time within; the sign is on the last day"),
    )
    return [_Entry("Marks", BOLD), *(_Entry(mark, KEY, "", meaning) for mark, meaning in meanings)]
