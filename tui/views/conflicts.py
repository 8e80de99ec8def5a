"""The conflicts: where sources differ, since when, inside one document or between, and how each stands."""

from functools import lru_cache
from itertools import groupby

from model.asof.conflict_list import ListedConflict
from model.asof.known import KEPT
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import columns, heading, widest
from tui.state.context import Context
from tui.text.conflict_words import HEADINGS, kind_of, place_of, point_of, since, verdict
from tui.text.line import BLANK, MUTE, TEXT, Line
from tui.text.phrases import Phrases, counted
from tui.text.target import ConflictTarget, Target
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

_SINCE, _KIND = 7, 13
_ROOMY = 68
"""The width from which on kind and point have a column, and there is room for who decides it."""


class ConflictsView(CursorView):
    """Two lines or three for each conflict, what is open first; conflicts are walked in this order."""

    name = "conflicts"
    about = "where sources differ, and how each stands"
    words = ("contested", "contradictions", "differences", "disagreements")
    needs = Feature.CLAIMS
    footer = ("help", "move", "conflict", "open", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which conflict of how many is selected."""
        entry, total = self.entry_of(ctx), len(_listed(ctx))
        return "Conflicts", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def entries(self, ctx: Context) -> list[Target]:
        """The conflicts."""
        return [ConflictTarget(it.conflict.id) for it in _listed(ctx)]

    def depth(self, width: int) -> int:
        """The first line of a conflict leads to it; what it is, where, and how it stands is under it."""
        return 2 if width >= _ROOMY else 3

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
    first = [
        (since(it, phrases), TEXT, room),
        (kind_of(it), MUTE, _KIND),
        (phrases.plain(it.conflict.topic), TEXT, rest),
    ]
    second = [
        ("", TEXT, room),
        (point_of(it), MUTE, _KIND),
        (f"{place_of(it, phrases)}; {verdict(it, phrases)}", MUTE, rest),
    ]
    return [columns(first, mark, ConflictTarget(it.conflict.id)), columns(second, mark)]


def _narrow(it: ListedConflict, phrases: Phrases, room: int, width: int) -> list[Line]:
    mark, rest = phrases.signs.cut, max(width - room - 1, 8)
    first = [(since(it, phrases), TEXT, room), (phrases.plain(it.conflict.topic), TEXT, rest)]
    said = f"{kind_of(it)} {point_of(it)}", place_of(it, phrases)
    return [
        columns(first, mark, ConflictTarget(it.conflict.id)),
        *(columns([("", TEXT, room), (words, MUTE, rest)], mark) for words in said),
    ]


def _listed(ctx: Context) -> list[ListedConflict]:
    return _listed_for(ctx.archive, ctx.scene.when)


@lru_cache(maxsize=KEPT)
def _listed_for(archive: Archive, when: AsOf) -> list[ListedConflict]:
    return archive.listed_conflicts(when)
