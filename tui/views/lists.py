"""The lists as printed: by their kinds, the newest first, each with what is different from the one before."""

from functools import lru_cache

from model.asof.known import KEPT
from model.asof.list_words import complete_words, kind_words, summary
from model.asof.lists import ListView, lists_as_of
from model.dates.wording import short_form
from model.index.archive import Archive
from model.index.features import Feature
from tui.cards.layout import columns, heading
from tui.state.context import Context
from tui.text.line import BLANK, MUTE, TEXT, Line
from tui.text.phrases import Phrases, counted
from tui.text.target import ListTarget, Target
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

NO_LIST = "No list had been printed by this day."
"""What is said where there is none."""

_DATE, _NAMES, _COMPLETE = 11, 9, 20

_ROOMY = 68
"""The width from which on who prints it and whether it is complete have columns of their own."""


class ListsView(CursorView):
    """Two lines for each list that a document prints; a filter leaves in those of the events that it leaves in."""

    name = "lists"
    about = "who is named, in which order, and what changed"
    words = ("attendance", "funeral", "committee", "presidium", "order", "rank")
    needs = Feature.CLAIMS
    footer = ("help", "move", "as of", "open", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which list of how many is selected."""
        entry, total = self.entry_of(ctx), len(_listed(ctx))
        return "Lists as printed", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def walked(self, ctx: Context) -> bool:
        """Where no document prints any, there are no lists to go by."""
        return bool(ctx.corpus.lists)

    def entries(self, ctx: Context) -> list[Target]:
        """The lists, under their kinds."""
        return [ListTarget(it.printed.id) for it in _listed(ctx)]

    def depth(self, width: int) -> int:
        """The first line of a list leads to it; how it differs from the one before is under it."""
        return 2 if width >= _ROOMY else 3

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The lists under the name of their kind."""
        lines: list[Line] = []
        kind = ""
        for it in _listed(ctx):
            if it.printed.kind != kind:
                kind = it.printed.kind
                lines += [BLANK] if lines else []
                lines.append(heading(kind_words(it.printed)))
            lines += _list(it, ctx.phrases, width)
        return lines or [heading("", row) for row in wrap_text(NO_LIST, width - 2)]


def _listed(ctx: Context) -> list[ListView]:
    """The lists as of the scene's day, those of a kind together; under a filter, those of events that it leaves in."""
    when, place = ctx.scene.when, ctx.reader.position_of
    found = _as_of(ctx.archive, when.day)
    if not when.narrowed:
        return [*found]
    return [it for it in found if it.printed.event is not None and place(it.printed.event) is not None]


@lru_cache(maxsize=KEPT)
def _as_of(archive: Archive, day: int) -> tuple[ListView, ...]:
    """The kinds in the order of their newest lists."""
    found = lists_as_of(archive.known(day), day)
    kinds = list(dict.fromkeys(it.printed.kind for it in found))
    return tuple(sorted(found, key=lambda it: kinds.index(it.printed.kind)))


def _list(view: ListView, phrases: Phrases, width: int) -> list[Line]:
    printed, mark = view.printed, phrases.signs.cut
    of = phrases.title(printed.event) if printed.event is not None else ""
    printer = phrases.source(printed.source)
    date = (short_form(view.dated.date, phrases.year, _DATE), TEXT, _DATE)
    names = counted(len(view.names), "name")
    target = ListTarget(printed.id)
    rest = max(8, width - _DATE - 1)
    against = f"against the one before: {summary(view)}" if view.before is not None else summary(view)
    if view.dated.retracted is not None:
        against = f"retracted; {against}"
    if width >= _ROOMY:
        room = max(8, rest - _NAMES - 1 - _COMPLETE - 1)
        what = f"{of}, {printer}" if of else printer
        row = [date, (names, TEXT, _NAMES), (complete_words(printed), MUTE, _COMPLETE), (what, TEXT, room)]
        return [columns(row, mark, target), columns([("", TEXT, _DATE), (against, MUTE, rest)], mark)]
    said = f"{names}, {complete_words(printed)}"
    return [
        columns([date, (of or printer, TEXT, rest)], mark, target),
        columns([("", TEXT, _DATE), (said, MUTE, rest)], mark),
        columns([("", TEXT, _DATE), (summary(view), MUTE, rest)], mark),
    ]
