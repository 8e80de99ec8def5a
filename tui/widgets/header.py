"""The line above the panes: corpus, as-of date, counts."""

from collections.abc import Iterator

from model.asof.knowledge import Step
from model.corpus.codes import Severity
from model.dates.wording import day_medium, day_named
from model.index.features import Feature
from tui.cards.finding import LOOKS
from tui.state.context import Context
from tui.state.layout import SINGLE_BELOW_HEIGHT, STACKED_WIDTH
from tui.text import event_date
from tui.text.left_out import alert_forms
from tui.text.line import BOLD, FOCUSED, KEY, MUTE, Line, Look, Role, Span, between, cut_spans
from tui.text.numbers import rows_words, shown_words, total_words
from tui.text.phrases import counted
from tui.text.shown import cut
from tui.widgets.follower import Follower

_Form = tuple[list[Span], list[Span]]
"""What stands at the left of the header, and at its right."""

_FILTER = 24
"""The most cells of a filter in the header."""


class Header(Follower):
    """Corpus, as-of date, step; counts at the right. What does not fit goes, the as-of date never."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="header")

    def made_from(self, ctx: Context) -> object:
        """Moving changes nothing but the place, where that is said here."""
        scene = ctx.scene
        place = scene.selection.event if self._says_place else None
        # The same filter may be written in two ways.
        return scene.when, scene.when.query.text, scene.mark, place, ctx.news

    @property
    def _says_place(self) -> bool:
        """Whether the timeline's title, which says the place, has given way to tabs."""
        width, height = self.app.size
        return width < STACKED_WIDTH or height < SINGLE_BELOW_HEIGHT

    def lines(self, width: int, height: int) -> list[Line]:
        """The longest of the header's forms that fits: what matters least goes first."""
        forms, alerts = self._forms(), self._alerts()
        for left, right in self._ordered(forms, alerts):
            if sum(span.cells for span in (*left, *right)) + 3 <= width:
                return [between((Span(" "), *left), right, width, " ", self.signs.cut)]
        left, _ = forms[-1]
        return [Line(cut_spans((Span(" "), *left), width, self.signs.cut))]

    @staticmethod
    def _ordered(forms: list[_Form], alerts: list[list[Span]]) -> Iterator[_Form]:
        """The forms with what is wrong at their end; before that is a bare number, all else has gone."""
        for tried in (alerts[:-1], alerts[-1:]):
            for left, right in forms:
                for alert in tried:
                    yield left, [*right, Span("  " if right else ""), *alert]
        yield from forms

    def _alerts(self) -> list[list[Span]]:
        """`3 errors left out: !`: what is wrong with the corpus, and the key that shows it; the longest form first."""
        corpus = self.ctx.archive.corpus
        look = LOOKS[Severity.ERROR if corpus.errors else Severity.WARNING]
        key = self.ctx.key("findings")
        return [[Span(f"{words}: ", look), Span(key, KEY)] for words in corpus.derived(alert_forms)]

    def _forms(self) -> list[_Form]:
        archive, reader, when = self.ctx.archive, self.ctx.reader, self.ctx.scene.when
        counts = reader.counts
        title = [Span(self.phrases.plain(archive.corpus.info.title), BOLD), Span("    ")]
        long, short = self._as_of(day_named(when.day)), self._as_of(day_medium(when.day))
        step = [Span(f"  step {reader.step} of {len(archive.steps)}", MUTE)] if reader.step else []
        news = [Span(words, MUTE) for words in self._news()]
        has_claims = Feature.CLAIMS in archive.features
        contested = [Span(f"{counts.contested} contested", MUTE)] if has_claims else []
        mark = self._mark()
        due = [Span(f"{counts.due} due  ", Look(Role.DUE))] if counts.due else []
        open_ended = [Span(f"{counts.unanswered} unanswered  ", Look(Role.DUE))] if counts.unanswered else []
        numbers = [*mark, *self._count(), *due, *contested]
        more = [*mark, *self._count(), *due, *open_ended, *contested]
        # Events are contested; what they are contested in is counted as the list of conflicts does.
        differing = len(archive.conflicts(when))
        conflicts = [Span(f"  {counted(differing, 'conflict')}", MUTE)] if differing else []
        hiding = self._count() if when.narrowed else []
        if self._says_place:
            place = [Span(f"  {self._place()}", MUTE)]
            if when.narrowed:
                place = [Span(f"  {total_words(counts)} of {counts.known:,}, filter", KEY)]
            return [
                ([*title, *short], [*mark, *due, *open_ended, *contested, *place]),
                ([*title, *short], [*mark, *due, *contested, *place]),
                *([(short, [*mark, *place]), (short, mark)] if mark else []),
                ([*title, *short], [*due, *contested, *place]),
                ([*title, *short], place),
                (short, place),
                (short, []),
            ]
        return [
            *(
                ([*title, *long, *step, *news[:kept]], [*more, *conflicts])
                for kept in range(len(news), -1, -1)
                if open_ended
            ),
            *(
                ([*title, *long, *step, *news[:kept]], [*numbers, *conflicts])
                for kept in range(len(news), -1, -1)
            ),
            *(([*title, *long, *step, *news[:kept]], numbers) for kept in range(len(news), -1, -1)),
            ([*title, *short, *step], numbers),
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
        counts, when = self.ctx.reader.counts, self.ctx.scene.when
        features = self.ctx.archive.features
        if not when.narrowed:
            return [Span(f"{rows_words(counts.total, features)}  ", MUTE)]
        words = cut(self.phrases.plain(when.query.text), _FILTER, self.signs.cut)
        return [
            Span(f"{shown_words(counts, features)}, filter: ", MUTE),
            Span(f"{words}  ", KEY),
        ]

    def _place(self) -> str:
        reader = self.ctx.reader
        position = reader.position_of(self.selection.event)
        return f"{position + 1:,}/{total_words(reader.counts)}" if position is not None else ""

    def _mark(self) -> list[Span]:
        """`mark 9 May`: the event from which the rows count days."""
        row = self.ctx.reader.row_of(self.ctx.scene.mark)
        if row is None:
            return []
        return [Span("mark ", MUTE), Span(f"{event_date.in_row(row, self.phrases.year)}  ", KEY)]

    def _as_of(self, day: str) -> list[Span]:
        moved = self.ctx.scene.when.day != self.ctx.archive.latest_day
        words = f"as of {day}"
        return [Span(f" {words} ", FOCUSED)] if moved else [Span(words, KEY)]

    def _news(self) -> list[str]:
        """What became known at this step, or how long ago that was: parts, the first one matters most."""
        number, day = self.ctx.reader.step, self.ctx.scene.when.day
        if not number:
            return []
        step = self.ctx.archive.steps[number - 1]
        if day > step.day:
            return [f", {counted(day - step.day, 'day')} ago"]
        if number == 1:
            return []
        superseded = [f", {step.superseded} superseded"] if step.superseded else []
        estimated = [", day estimated"] if step.estimated else []
        if Feature.ROWS in self.ctx.archive.features:
            return [f", {counted(step.claims, 'new row')}"]
        return [_came(step), *superseded, *estimated]


def _came(step: Step) -> str:
    """What a step is one for: new claims, else documents that came after these, else what curators asked or sought."""
    if step.claims:
        return f", {counted(step.claims, 'new claim')}"
    if step.documents or not (step.asked or step.searched or step.superseded):
        return f", {counted(step.documents, 'document')} printed"
    asked = f", {counted(step.asked, 'question')} asked" if step.asked else ""
    return asked or (f", {counted(step.searched, 'search', 'searches')} in vain" if step.searched else "")
