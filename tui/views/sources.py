"""The sources: every document in the order of publication, with what is claimed in it."""

from model.asof.saying import published
from model.corpus.records import Source
from model.dates.edtf import parse
from model.dates.wording import short_form
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import columns, heading, room_for_titles, widest, with_title
from tui.state.context import Context
from tui.text.event_date import most_cells
from tui.text.line import MUTE, NAME, TEXT, Line, Look
from tui.text.phrases import Phrases
from tui.text.target import SourceTarget, Target
from tui.views.view import CursorView

_DATE, _PUBLISHER, _SHORT, _CLAIMS, _EVENTS = 12, 22, 12, 6, 6

_WITH_NAMES = 72
"""The width from which on publishers have their names in full."""


class SourcesView(CursorView):
    """One line for each document that is known, the earliest first; those without claims too, and drafts last."""

    name = "sources"
    about = "the documents, and how much is claimed in each"
    words = ("documents", "articles", "texts")
    needs = Feature.CLAIMS
    footer = ("help", "move", "search", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._counted_for: tuple[Archive, AsOf] | None = None
        self._counts: dict[str, tuple[int, int]] = {}

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which document of how many is selected."""
        entry, total = self.entry_of(ctx), len(self.entries(ctx))
        return "Sources", f"{entry + 1} of {total} " if entry is not None else f"{total} "

    def entries(self, ctx: Context) -> list[Target]:
        """The documents."""
        return [SourceTarget(name) for name in (*self._counted(ctx), *_drafts(ctx))]

    def nearest(self, ctx: Context) -> int:
        """The one that is shown."""
        shown = SourceTarget(ctx.source_shown or "")
        entries = self.entries(ctx)
        return entries.index(shown) if shown in entries else 0

    def _counted(self, ctx: Context) -> dict[str, tuple[int, int]]:
        """The documents by the day of publication, each with its claims and the events that these are of.

        Under a filter, claims of the events that it leaves in count, and documents with none are left out.
        """
        when, corpus, shown = ctx.scene.when, ctx.corpus, ctx.reader.position_of
        if self._counted_for != (ctx.archive, when):
            self._counted_for, self._counts = (ctx.archive, when), {}
            for source in sorted(corpus.sources.values(), key=lambda it: (published(corpus, it), it.id)):
                claims = corpus.claims_in_source.get(source.id, ())
                if when.narrowed:
                    claims = tuple(claim for claim in claims if shown(claim.event) is not None)
                if claims or not when.narrowed:
                    events = {claim.event for claim in claims} - {None}
                    self._counts[source.id] = len(claims), len(events)
        return self._counts

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the documents."""
        counts = self._counted(ctx)
        if not counts and not _drafts(ctx):
            return [heading("", "No source is known to tell of the events that are shown.")]
        sources, phrases = ctx.corpus.sources, ctx.phrases
        days = {name: _day(sources[name], phrases, most_cells(width)) for name in counts}
        dates = widest(days.values(), _DATE)
        room = _PUBLISHER if width >= _WITH_NAMES else _SHORT
        title = room_for_titles(width, dates, room, _CLAIMS, _EVENTS)
        head = [("published", MUTE, dates), ("publisher", MUTE, room), ("title", MUTE, title)]
        rows = [columns([*head, *_numbers("claims", "events")], ctx.signs.cut)]
        for name, day in days.items():
            line = _line(sources[name], (day, TEXT, dates), counts[name], phrases, room, title)
            called = phrases.plain(sources[name].title)
            rows += with_title(line, called, TEXT, title, width, ctx.signs.cut)
        for name in _drafts(ctx):
            telling = ctx.telling(name)
            called = telling.plain(telling.corpus.sources[name].title)
            line = _draft(name, telling, dates, room, title)
            rows += with_title(line, called, MUTE, title, width, ctx.signs.cut)
        return rows


def _drafts(ctx: Context) -> tuple[str, ...]:
    """The documents that are only begun; a filter is for what stands."""
    return ctx.drafts.sources if not ctx.scene.when.narrowed else ()


def _draft(name: str, phrases: Phrases, dates: int, room: int, title: int) -> Line:
    source = phrases.corpus.sources[name]
    row = [
        ("draft", MUTE, dates),
        ((phrases.name if room == _PUBLISHER else phrases.short_name)(source.publisher), MUTE, room),
        (phrases.plain(source.title), MUTE, title),
    ]
    return columns(row, phrases.signs.cut, SourceTarget(name))


def _day(source: Source, phrases: Phrases, cells: int) -> str:
    """When it was published, in at most `cells` cells."""
    if source.id in phrases.corpus.printed_later:
        return "later"
    if source.published.edtf is None:
        return "?"
    if best := source.published.best:
        # Where it can have been any of several days, it counts as of the curator's best estimate: so it stands here.
        return f"{short_form(parse(best), phrases.year, cells - 1)}?"
    return short_form(parse(source.published.edtf), phrases.year, cells)


def _line(
    source: Source,
    day: tuple[str, Look, int],
    counts: tuple[int, int],
    phrases: Phrases,
    room: int,
    title: int,
) -> Line:
    """A document behind its day, with how many claims and events it has."""
    claims, events = counts
    name = phrases.name if room == _PUBLISHER else phrases.short_name
    row = [
        day,
        (name(source.publisher), NAME, room),
        (phrases.plain(source.title), TEXT, title),
        *_numbers(str(claims) if claims else "none", str(events)),
    ]
    return columns(row, phrases.signs.cut, SourceTarget(source.id))


def _numbers(claims: str, events: str) -> list[tuple[str, Look, int]]:
    return [(f"{claims:>{_CLAIMS}}", TEXT, _CLAIMS), (f"{events:>{_EVENTS}}", TEXT, _EVENTS)]
