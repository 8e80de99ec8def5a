"""The line above the panes: corpus, as-of date, counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from model.asof.knowledge import Step
from model.corpus.codes import Severity
from model.dates.wording import day_medium, day_named
from model.index.features import Feature
from tui.cards.finding import LOOKS
from tui.state.context import Context
from tui.state.layout import SINGLE_BELOW_HEIGHT, SPLIT_WIDTH, STACKED_WIDTH
from tui.text import event_date
from tui.text.left_out import alert_forms
from tui.text.line import BOLD, FOCUSED, KEY, MUTE, Line, Look, Role, Span, between, cut_spans
from tui.text.numbers import coded_words, laid_words, noun, rows_words, total_words
from tui.text.phrases import counted
from tui.text.shown import cut
from tui.widgets.follower import Follower

_Form = tuple[list[Span], list[Span]]
"""What stands at the left of the header, and at its right."""

_FILTER, _LONG_FILTER = 24, 40
"""Cells that a filter has at least in the header, where it is as long, and on a wide screen: all else gives way."""

_LESS = 10
"""Fewer cells that it has at least on a small screen."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of what stands out among the events, each as it stands in the header; nothing where there is none."""

    due: list[Span]
    unanswered: list[Span]
    contested: list[Span]
    conflicts: list[Span]


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
        """The longest of the header's forms that fits: what matters least goes first.

        A filter has the cells that are left then.
        """
        alerts, room = self._alerts(), _LONG_FILTER if width >= SPLIT_WIDTH else _FILTER
        for at, (left, right) in enumerate(self._ordered(self._forms(room), alerts)):
            used = sum(span.cells for span in (*left, *right)) + 3
            if used <= width:
                longer = self._ordered(self._forms(room + width - used), alerts)
                left, right = next(islice(longer, at, None))
                return [between((Span(" "), *left), right, width, " ", self.signs.cut)]
        left, _ = self._forms(room)[-1]
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
        """`3 errors left out: !`: what is wrong with the corpus, and the key that shows it; the longest form first.

        Before all, what of a table cannot be read now: no number is that of all of it then.
        """
        archive = self.ctx.archive
        if archive.table is not None:
            # Imported here: no start of a corpus needs it.
            from tui.text.missing import missing_forms

            if missing := missing_forms(archive.table.tables):
                return [[Span(words, LOOKS[Severity.ERROR])] for words in missing]
        corpus = archive.corpus
        look = LOOKS[Severity.ERROR if corpus.errors else Severity.WARNING]
        key = self.ctx.key("findings")
        return [[Span(f"{words}: ", look), Span(key, KEY)] for words in corpus.derived(alert_forms)]

    def _forms(self, room: int) -> list[_Form]:
        """What the header may say, the most first; a filter in at most `room` cells."""
        return self._small_forms(room) if self._says_place else self._roomy_forms(room)

    def _small_forms(self, room: int) -> list[_Form]:
        """Those that say which event of how many is selected, or how many the filter leaves in."""
        title, mark, numbers = self._title(), self._mark(), self._numbers()
        short = self._as_of(day_medium(self.ctx.scene.when.day))
        place, filtered = [Span(f"  {self._place()}", MUTE)], []
        if self.ctx.scene.when.narrowed:
            left_in, words = self._filtered(room - _LESS)
            filtered = [Span(f"  {left_in}, filter: ", MUTE), Span(words, KEY)]
            place = [Span(f"  {left_in}, filter", KEY)]
        said = filtered or place
        return [
            ([*title, *short], [*mark, *numbers.due, *numbers.unanswered, *numbers.contested, *said]),
            ([*title, *short], [*mark, *numbers.due, *numbers.contested, *said]),
            *([(short, [*mark, *said]), (short, [*mark, *place]), (short, mark)] if mark else []),
            ([*title, *short], [*numbers.due, *numbers.contested, *said]),
            ([*title, *short], [*numbers.due, *said]),
            (short, [*numbers.due, *said]),
            (short, said),
            ([*title, *short], place),
            (short, place),
            (short, []),
        ]

    def _roomy_forms(self, room: int) -> list[_Form]:
        """Those of a screen on which the timeline's title says which event is selected."""
        archive, reader, when = self.ctx.archive, self.ctx.reader, self.ctx.scene.when
        title, mark, numbers, count = self._title(), self._mark(), self._numbers(), self._count(room)
        long, short = self._as_of(day_named(when.day)), self._as_of(day_medium(when.day))
        step = [Span(f" step {reader.step} of {len(archive.steps)}", MUTE)] if reader.step else []
        brief = [Span(f" step {reader.step}/{len(archive.steps)}", MUTE)] if reader.step else []
        news = [Span(words, MUTE) for words in self._news()]
        begins = [[*title, *long, *step, *news[:kept]] for kept in range(len(news), -1, -1)]
        few = [*mark, *count, *numbers.due, *numbers.contested]
        more = [*mark, *count, *numbers.due, *numbers.unanswered, *numbers.contested]
        hiding = count if when.narrowed else []
        passed = [*mark, *hiding, *numbers.due, *numbers.contested]
        laid_due = [*mark, *(hiding or self._few_words()), *numbers.due]
        laid = [*laid_due, *numbers.contested]
        return [
            *((begin, [*more, *numbers.conflicts]) for begin in begins if numbers.unanswered),
            *((begin, [*few, *numbers.conflicts]) for begin in begins),
            *((begin, few) for begin in begins),
            ([*title, *long, *brief], few),
            ([*title, *long], few),
            ([*title, *short], few),
            # How many rows lie under the events stays, in fewer words: else they would seem to be gone.
            *([([*title, *short], it) for it in (laid, laid_due)] if when.layered else []),
            ([*title, *long, *step], passed),
            ([*title, *long], passed),
            # What a filter has left in matters more than of which corpus it is.
            *([(long, passed), (short, passed)] if hiding else []),
            ([*title, *long], [*mark, *hiding]),
            ([*title, *short], [*mark, *hiding]),
            ([*title, *short], hiding),
            (short, hiding),
            ([*title, *short], []),
        ]

    def _title(self) -> list[Span]:
        return [Span(self.phrases.plain(self.ctx.archive.corpus.info.title), BOLD), Span("   ")]

    def _numbers(self) -> "_Numbers":
        counts, when = self.ctx.reader.counts, self.ctx.scene.when
        has_claims = Feature.CLAIMS in self.ctx.archive.features
        # Events are contested; what they are contested in is counted as the list of conflicts does.
        differing = len(self.ctx.archive.conflicts(when))
        return _Numbers(
            due=[Span(f"{counts.due} due  ", Look(Role.DUE))] if counts.due else [],
            unanswered=[Span(f"{counts.unanswered} unanswered  ", Look(Role.DUE))]
            if counts.unanswered
            else [],
            contested=[Span(f"{counts.contested} contested", MUTE)] if has_claims else [],
            conflicts=[Span(f"  {counted(differing, 'conflict')}", MUTE)] if differing else [],
        )

    def _count(self, room: int) -> list[Span]:
        """How many events there are and, under a filter, of how many: what is hidden is always said."""
        counts, when = self.ctx.reader.counts, self.ctx.scene.when
        features = self.ctx.archive.features
        if not when.narrowed:
            return [Span(f"{rows_words(counts.events, features)}{self._laid()}  ", MUTE)]
        left_in, words = self._filtered(room)
        # With rows among the events there is no room for what they are called twice.
        left_in += (
            laid_words(counts) if when.layered else f" {noun(features)}{'' if counts.known == 1 else 's'}"
        )
        return [Span(f"{left_in}, filter: ", MUTE), Span(f"{words}  ", KEY)]

    def _few_words(self) -> list[Span]:
        """`53 events + 339 rows`."""
        counts, features = self.ctx.reader.counts, self.ctx.archive.features
        return [Span(f"{rows_words(counts.events, features)}{laid_words(counts)}  ", MUTE)]

    def _filtered(self, room: int) -> tuple[str, str]:
        """`8 of 53`, and the filter in at most `room` cells."""
        counts, when = self.ctx.reader.counts, self.ctx.scene.when
        events = f"{counts.events:,}" if when.layered else total_words(counts)
        shown = f"{events} of {counts.known_events:,}"
        return shown, cut(self.phrases.plain(when.query.text), room, self.signs.cut)

    def _laid(self) -> str:
        """` + 339 coded rows`: those that stand among the events, where any may."""
        return f" + {coded_words(self.ctx.reader.counts)}" if self.ctx.scene.when.layered else ""

    def _place(self) -> str:
        reader = self.ctx.reader
        position = reader.position_of(self.selection.event)
        return f"{position + 1:,}/{total_words(reader.counts)}" if position is not None else ""

    def _mark(self) -> list[Span]:
        """`mark 9 May`: the event from which the rows count days."""
        row = self.ctx.reader.row_of(self.ctx.scene.mark)
        if row is None:
            return []
        return [Span("mark ", MUTE), Span(f"{event_date.in_row(row, self.phrases.year, None)}  ", KEY)]

    def _as_of(self, day: str) -> list[Span]:
        moved = self.ctx.scene.when.day != self.ctx.archive.latest_day
        words = f"as of {day}"
        # In the same cells, whichever it is.
        return [Span(f" {words} ", FOCUSED if moved else KEY)]

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
            return _rows_came(step)
        return [_came(step), *superseded, *estimated]


def _rows_came(step: Step) -> list[str]:
    """What a step of a table is one for: new rows, or what a newer download of it changed."""
    if not step.superseded:
        return [f", {counted(step.claims, 'new row')}"]
    over = f"{step.superseded} gone or changed"
    return [f", {step.claims} new or changed", f", {over}"] if step.claims else [f", {over}"]


def _came(step: Step) -> str:
    """What a step is one for: new claims, else documents that came after these, else what curators asked or sought."""
    if step.claims:
        return f", {counted(step.claims, 'new claim')}"
    if step.documents or not (step.asked or step.searched or step.superseded):
        return f", {counted(step.documents, 'document')} printed"
    asked = f", {counted(step.asked, 'question')} asked" if step.asked else ""
    return asked or (f", {counted(step.searched, 'search', 'searches')} in vain" if step.searched else "")
