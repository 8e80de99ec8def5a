"""The conflicts: where sources differ, since when, inside one document or between, and how each stands."""

from functools import lru_cache
from itertools import chain, groupby, repeat

from model.asof.conflict_list import ListedConflict
from model.asof.known import KEPT
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import columns, heading, widest
from tui.state.context import Context
from tui.text.conflict_words import (
    HEADINGS,
    kind_of,
    place_of,
    point_of,
    quarrels_words,
    since,
    verdict,
)
from tui.text.line import BLANK, MUTE, TEXT, Line
from tui.text.phrases import Phrases, counted
from tui.text.target import ConflictTarget, Target
from tui.text.wrap import wrap_at_most, wrap_text
from tui.views.view import CursorView

_SINCE, _KIND = 7, 13
_ROOMY = 68
"""The width from which on kind and point have a column, and there is room for who decides it."""

_MOST = 3
"""The most lines of what a conflict is of, or how it stands."""


class ConflictsView(CursorView):
    """A few lines for each conflict, what is open first; conflicts are walked in this order."""

    name = "conflicts"
    about = "where sources differ, and how each stands"
    words = ("contested", "contradictions", "differences", "disagreements")
    needs = Feature.CLAIMS
    footer = ("help", "move", "conflict", "open", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which conflict of how many is selected."""
        entry, listed = self.entry_of(ctx), _listed(ctx)
        words = quarrels_words(it.conflict for it in listed)
        number = f"{entry + 1} of {len(listed)} " if entry is not None else f"{len(listed)} "
        return f"Conflicts: {words}" if words else "Conflicts", number

    def entries(self, ctx: Context) -> list[Target]:
        """The conflicts."""
        return [ConflictTarget(it.conflict.id) for it in _listed(ctx)]

    def nearest(self, ctx: Context) -> int:
        """The one that `c` leads to from what is selected."""
        return ctx.selector.conflict_of_card(ctx.selection, [it.conflict.id for it in _listed(ctx)])

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The conflicts by how they stand, under a heading that says so and how many they are."""
        listed, roomy = _listed(ctx), width >= _ROOMY
        if not listed:
            under = " in the events that are shown" if ctx.scene.when.narrowed else ""
            return [
                heading("", row) for row in wrap_text(f"No sources differ as of this day{under}.", width - 2)
            ]
        room = widest((since(it, ctx.phrases) for it in listed), _SINCE)
        lines: list[Line] = []
        for standing, group in groupby(listed, key=lambda it: it.standing):
            found = list(group)
            lines += [BLANK] if lines else []
            lines.append(
                heading(HEADINGS[standing] if roomy else standing.value, counted(len(found), "conflict"))
            )
            for it in found:
                lines += (_roomy if roomy else _narrow)(it, ctx.phrases, room, width)
        return lines


def _roomy(it: ListedConflict, phrases: Phrases, room: int, width: int) -> list[Line]:
    mark, rest = phrases.signs.cut, max(width - room - _KIND - 2, 8)
    said = wrap_at_most(f"{place_of(it, phrases)}; {verdict(it, phrases)}", rest, _MOST, mark)
    first = [
        (since(it, phrases), TEXT, room),
        (kind_of(it), MUTE, _KIND),
        (phrases.plain(it.conflict.topic), TEXT, rest),
    ]
    points = chain((point_of(it),), repeat(""))
    under = (
        [("", TEXT, room), (point, MUTE, _KIND), (row, MUTE, rest)]
        for point, row in zip(points, said, strict=False)
    )
    return [columns(first, mark, ConflictTarget(it.conflict.id)), *(columns(row, mark) for row in under)]


def _narrow(it: ListedConflict, phrases: Phrases, room: int, width: int) -> list[Line]:
    mark, rest = phrases.signs.cut, max(width - room - 1, 8)
    topic, *more = wrap_at_most(phrases.plain(it.conflict.topic), rest, _MOST, mark)
    first = [(since(it, phrases), TEXT, room), (topic, TEXT, rest)]
    said = [f"{kind_of(it)} {point_of(it)}", *wrap_at_most(place_of(it, phrases), rest, _MOST, mark)]
    under = [*((words, TEXT) for words in more), *((words, MUTE) for words in said)]
    return [
        columns(first, mark, ConflictTarget(it.conflict.id)),
        *(columns([("", TEXT, room), (words, look, rest)], mark) for words, look in under),
    ]


def _listed(ctx: Context) -> list[ListedConflict]:
    return _listed_for(ctx.archive, ctx.scene.when)


@lru_cache(maxsize=KEPT)
def _listed_for(archive: Archive, when: AsOf) -> list[ListedConflict]:
    return archive.listed_conflicts(when)
