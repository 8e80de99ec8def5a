"""What changed from a day to the one that things are shown as of."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from model.asof.change_words import HEADINGS, so_many
from model.asof.changes import Difference
from model.asof.known import KEPT
from model.dates.wording import day_medium, day_short, days_words
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import heading
from tui.state.context import Context
from tui.text.line import BLANK, MUTE, Line, Span
from tui.text.phrases import counted
from tui.text.target import Target
from tui.text.wrap import wrap_text
from tui.views.change_lines import ChangeLines, target_of
from tui.views.hits import fits
from tui.views.revised_lines import ShownRows, revised_between, revised_lines
from tui.views.view import CursorView

_WITH_YEAR = 48
"""The width from which on the title has room for a year."""


class ChangesView(CursorView):
    """A line for each change, under its kind. It stays until it is left: the later day follows as one steps."""

    name = "changes"
    about = "what changed from a day to a day"
    words = ("since", "changed", "news", "diff", "difference")
    footer = ("help", "move", "as of", "open", "changes", "back")

    def __init__(self) -> None:
        super().__init__()
        self._at: dict[int, Difference] = {}
        self._drawn: ChangeLines | None = None

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """From when to when, under which filter, and which change of how many is selected."""
        entry, number = self.entry_of(ctx), len(self.entries(ctx))
        total = f"{number}{'+' if any(it.rows.more for it in _rows(ctx)) else ''}"
        which = f"{entry + 1} of {total} " if entry is not None else f"{total} "
        return f"Changes {_days(ctx, width)}", which

    def walked(self, ctx: Context) -> bool:
        """It has a key of its own."""
        return False

    def made_from(self, ctx: Context) -> object:
        """Both days, and the filter."""
        return ctx.scene.when, since_of(ctx), ctx.layout.tabbed

    def entries(self, ctx: Context) -> list[Target]:
        """What the changes lead to."""
        rows = [target for it in _rows(ctx) for target in it.targets]
        return rows if _is_table(ctx) else [*_found(ctx).targets, *rows]

    def fits(self, entry: Target, ctx: Context) -> bool:
        """Whether it is the lit sentence, or the open conflict."""
        return fits(entry, ctx.selection)

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The changes under the names of their kinds, each drawn once it is in sight."""
        self._at, self._drawn = {}, None
        number = len(self.entries(ctx))
        if not number:
            return [Line((Span(row, MUTE),)) for row in wrap_text(nothing_changed(ctx), width - 1)]
        lines: list[Line] = []
        if ctx.layout.tabbed:
            # No title stands above it there.
            lines.append(heading(_days(ctx, width), counted(number, "change"), MUTE))
        changes = _found(ctx).changes if not _is_table(ctx) else ()
        self._drawn = ChangeLines(changes, ctx.phrases, width)
        for kind, group in groupby(changes, key=lambda it: it.kind):
            found = list(group)
            lines += [BLANK] if self._at else []
            lines.append(heading(HEADINGS[kind], so_many(kind, len(found))))
            self._at |= dict(enumerate(found, len(lines)))
            lines += [Line((), target_of(it)) for it in found]
        for rows in _rows(ctx):
            lines += [BLANK] if self._at or len(lines) > 1 else []
            lines += revised_lines(rows, since_of(ctx), ctx, width)
        return lines

    def drawn(self, number: int, line: Line, ctx: Context, width: int) -> Line:
        """A change, where one stands on the line."""
        change = self._at.get(number)
        return self._drawn.line(change) if change is not None and self._drawn is not None else line


def since_of(ctx: Context) -> int:
    """The first day of the view: the one that was asked for, else the step before."""
    asked = ctx.scene.viewed.since
    return asked if asked is not None else ctx.archive.day_before(ctx.scene.when.day)


def nothing_changed(ctx: Context) -> str:
    """Why there is no line."""
    first, day = since_of(ctx), ctx.scene.when.day
    if first >= day:
        return (
            f"Changes are told from a day to a later one: {day_medium(day)} is not after {day_medium(first)}."
        )
    under = " in what meets the filter" if ctx.scene.when.narrowed else ""
    return f"Nothing changed{under}: all stands as it did on {day_medium(first)}."


def _days(ctx: Context, width: int) -> str:
    """From when to when, and under which filter."""
    first, when, year = since_of(ctx), ctx.scene.when, ctx.phrases.year
    words = days_words(first, when.day)
    if width < _WITH_YEAR:
        words = f"{day_short(first, year)} to {day_short(when.day, year)}"
    return words + (f", filter: {ctx.phrases.plain(when.query.text)}" if when.narrowed else "")


@dataclass(frozen=True)
class _Found:
    """The changes of a view."""

    changes: tuple[Difference, ...]

    @cached_property
    def targets(self) -> list[Target]:
        """What each leads to."""
        return [target_of(it) for it in self.changes]


def _is_table(ctx: Context) -> bool:
    """Whether it is of a table alone: under a corpus, what changed is of the events."""
    return Feature.CLAIMS not in ctx.archive.features


def _rows(ctx: Context) -> tuple[ShownRows, ...]:
    return revised_between(ctx.archive, since_of(ctx), ctx.scene.when)


def _found(ctx: Context) -> _Found:
    return _between(ctx.archive, since_of(ctx), ctx.scene.when)


@lru_cache(maxsize=KEPT)
def _between(archive: Archive, first: int, when: AsOf) -> _Found:
    return _Found(archive.changes(first, when) if first < when.day else ())
