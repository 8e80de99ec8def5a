"""The inbox: documents that nobody has read yet, with how much there is to read."""

from dataclasses import replace
from functools import lru_cache

from model.asof.known import KEPT
from model.corpus.records import Source
from model.index.archive import Archive
from model.index.features import Feature
from tui.cards.layout import columns, heading, room_for_titles, with_title
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text.line import MUTE, NAME, TEXT, Line
from tui.text.target import SourceTarget, Target
from tui.views.view import CursorView

_GOT, _PUBLISHER, _SHORT, _WORDS = 11, 22, 12, 9

_WITH_NAMES = 72
"""The width from which on publishers have their names in full."""

NOTHING_UNREAD = "Something is claimed in every document."
"""What is said where there is nothing to read."""


class InboxView(CursorView):
    """One line for each document in which nothing is claimed, drafts among them, in the order in which they came."""

    name = "inbox"
    about = "documents in which nothing is claimed yet"
    words = ("unread",)
    needs = Feature.CLAIMS
    footer = ("help", "move", "open", "change", "view", "back")

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which document of how many is selected."""
        entry, total = self.entry_of(ctx), len(_unread(ctx))
        return "Inbox", f"{entry + 1} of {total} unread " if entry is not None else f"{total} unread "

    def walked(self, ctx: Context) -> bool:
        """Where everything has been read, there is no inbox to go by."""
        return bool(_unread(ctx))

    def entries(self, ctx: Context) -> list[Target]:
        """The documents."""
        return [SourceTarget(it.id) for it in _unread(ctx)]

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the documents."""
        unread = _unread(ctx)
        if not unread:
            return [heading("", NOTHING_UNREAD)]
        room = _PUBLISHER if width >= _WITH_NAMES else _SHORT
        title = room_for_titles(width, _GOT, room, _WORDS)
        head = [("obtained", MUTE, _GOT), ("publisher", MUTE, room), ("title", MUTE, title)]
        rows = [columns([*head, (f"{'words':>{_WORDS}}", MUTE, _WORDS)], ctx.signs.cut)]
        for source in unread:
            called = ctx.telling(source.id).plain(source.title)
            rows += with_title(_line(ctx, source, room, title), called, TEXT, title, width, ctx.signs.cut)
        return rows

    def followed(self, ctx: Context) -> Scene:
        """Where none of them is selected, the first one is."""
        if self.entry_of(ctx) is not None or not self.entries(ctx):
            return ctx.scene
        scene, selection = self.reached(ctx, 0)
        return replace(scene, selection=selection)

    def leads_to(self, ctx: Context) -> str:
        """To the text, to be read."""
        return "source"


def _unread(ctx: Context) -> tuple[Source, ...]:
    """The documents that can be read as of the day and in which nothing is claimed, not even in drafts."""
    return _unread_on(ctx.archive, ctx.scene.when.day)


@lru_cache(maxsize=KEPT)
def _unread_on(archive: Archive, day: int) -> tuple[Source, ...]:
    whole, known = archive.whole, archive.known(day)
    there = [*(it for it in known.sources if it not in known.printed_later), *archive.begun(day).sources]
    found = [whole.sources[it] for it in dict.fromkeys(there) if not whole.claims_in_source.get(it)]
    return tuple(sorted(found, key=lambda it: (it.retrieved or "", it.id)))


def _line(ctx: Context, source: Source, room: int, title: int) -> Line:
    phrases = ctx.telling(source.id)
    name = phrases.name if room == _PUBLISHER else phrases.short_name
    count = f"{len(phrases.corpus.texts[source.id].split()):,}"
    row = [
        (phrases.plain((source.retrieved or "?")[:10]), TEXT, _GOT),
        (name(source.publisher), NAME, room),
        (phrases.plain(source.title), TEXT, title),
        (f"{count:>{_WORDS}}", TEXT, _WORDS),
    ]
    return columns(row, phrases.signs.cut, SourceTarget(source.id))
