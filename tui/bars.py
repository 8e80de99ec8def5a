"""The lines above and below the panes: header and footer."""

from textual.reactive import reactive

from model.dates.wording import day_medium, day_named, short_form
from model.index.archive import Archive
from tui.commands.every import footer_hints
from tui.layout import SINGLE_BELOW_HEIGHT, STACKED_WIDTH
from tui.panes.base import Follower
from tui.scene import Scene
from tui.seam.widget import LinesWidget
from tui.text.line import BOLD, FOCUSED, KEY, MUTE, Line, Look, Role, Span, between, cut_spans
from tui.text.phrases import counted
from tui.text.shown import cut
from tui.text.signs import Signs

_FILTER = 24
"""The most cells of a filter in the header."""


class Header(Follower):
    """Corpus, as-of date, step; counts at the right. What does not fit goes, the as-of date never."""

    def __init__(self, archive: Archive, scene: Scene) -> None:
        super().__init__(scene, id="header")
        self._archive = archive

    def made_from(self, scene: Scene) -> object:
        """Moving changes nothing but the place, where that is said here."""
        return scene.phrases, scene.mark, scene.selection.event if self._says_place else None

    @property
    def _says_place(self) -> bool:
        """Whether the timeline's title, which says the place, has given way to tabs."""
        width, height = self.app.size
        return width < STACKED_WIDTH or height < SINGLE_BELOW_HEIGHT

    def lines(self, width: int, height: int) -> list[Line]:
        """The longest of the header's forms that fits: what matters least goes first."""
        for form in self._forms():
            left, right = form
            if sum(span.cells for span in (*left, *right)) + 3 <= width:
                return [between((Span(" "), *left), right, width, " ", self.signs.cut)]
        left, right = form
        return [Line(cut_spans((Span(" "), *left), width, self.signs.cut))]

    def _forms(self) -> list[tuple[list[Span], list[Span]]]:
        timeline = self._archive.timeline
        title = [Span(self.phrases.plain(self._archive.corpus.info.title), BOLD), Span("    ")]
        long, short = self._as_of(day_named(timeline.day)), self._as_of(day_medium(timeline.day))
        step = [Span(f"  step {timeline.step} of {len(self._archive.steps)}", MUTE)] if timeline.step else []
        news = [Span(words, MUTE) for words in self._news()]
        contested = [Span(f"{timeline.contested} contested", MUTE)]
        mark = self._mark()
        due = [Span(f"{timeline.due} due  ", Look(Role.DUE))] if timeline.due else []
        counts = [*mark, *self._count(), *due, *contested]
        hiding = self._count() if timeline.filter else []
        if self._says_place:
            place = [Span(f"  {self._place()}", MUTE)]
            if timeline.filter:
                place = [Span(f"  {timeline.total} of {timeline.known}, filter", KEY)]
            return [
                ([*title, *short], [*mark, *due, *contested, *place]),
                *([(short, [*mark, *place]), (short, mark)] if mark else []),
                ([*title, *short], [*due, *contested, *place]),
                ([*title, *short], place),
                (short, place),
                (short, []),
            ]
        return [
            *(([*title, *long, *step, *news[:kept]], counts) for kept in range(len(news), -1, -1)),
            ([*title, *short, *step], counts),
            ([*title, *long, *step], [*mark, *hiding, *due, *contested]),
            ([*title, *long], [*mark, *hiding, *due, *contested]),
            ([*title, *long], [*mark, *hiding]),
            ([*title, *short], [*mark, *hiding]),
            ([*title, *short], hiding),
            (short, hiding),
            ([*title, *short], []),
        ]

    def _count(self) -> list[Span]:
        """How many events there are and, under a filter, of how many: what is hidden is always said."""
        timeline = self._archive.timeline
        if not timeline.filter:
            return [Span(f"{counted(timeline.total, 'event')}  ", MUTE)]
        words = cut(self.phrases.plain(timeline.filter), _FILTER, self.signs.cut)
        return [
            Span(f"{timeline.total} of {counted(timeline.known, 'event')}, filter: ", MUTE),
            Span(f"{words}  ", KEY),
        ]

    def _place(self) -> str:
        timeline = self._archive.timeline
        position = timeline.position_of(self.selection.event)
        return f"{position + 1}/{timeline.total}" if position is not None else ""

    def _mark(self) -> list[Span]:
        """`mark 9 May`: the event from which the rows count days."""
        assert self.scene is not None
        row = self._archive.timeline.row_of(self.scene.mark)
        if row is None:
            return []
        return [Span("mark ", MUTE), Span(f"{short_form(row.date, self.phrases.year)}  ", KEY)]

    def _as_of(self, day: str) -> list[Span]:
        moved = self._archive.timeline.day != self._archive.latest_day
        words = f"as of {day}"
        return [Span(f" {words} ", FOCUSED)] if moved else [Span(words, KEY)]

    def _news(self) -> list[str]:
        """What became known at this step, or how long ago that was: parts, the first one matters most."""
        timeline = self._archive.timeline
        if not timeline.step:
            return []
        step = self._archive.steps[timeline.step - 1]
        if timeline.day > step.day:
            return [f", {counted(timeline.day - step.day, 'day')} ago"]
        if timeline.step == 1:
            return []
        superseded = [f", {step.superseded} superseded"] if step.superseded else []
        estimated = [", day estimated"] if step.estimated else []
        return [f", {counted(step.claims, 'new claim')}", *superseded, *estimated]


class Footer(LinesWidget):
    """The keys of where one is, or a message until the next key."""

    place: reactive[str] = reactive("timeline", repaint=False)
    """The place whose keys act."""
    note: reactive[str] = reactive("", repaint=False)
    """A sentence that takes the footer."""

    def __init__(self, signs: Signs, read_only: bool = False) -> None:
        super().__init__(signs, id="footer")
        self._read_only = read_only

    def watch_place(self) -> None:
        """Show the place's keys."""
        self.redraw()

    def watch_note(self) -> None:
        """Show the message, or the keys again."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Whole hints only; those that do not fit go from the right."""
        if self.note:
            return [Line((Span(" "), Span(self.note)))]
        spans: list[Span] = []
        used = 0
        for keys, label in footer_hints(self.place, self._read_only):
            hint = [Span(" " if not spans else "   "), Span(keys, KEY), Span(f" {label}", MUTE)]
            used += sum(span.cells for span in hint)
            if used > width:
                break
            spans += hint
        return [Line(tuple(spans))]
