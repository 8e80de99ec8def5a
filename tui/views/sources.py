"""The sources: every document in the order of publication, with what is claimed in it."""

from model.asof.saying import published
from model.corpus.records import Source
from model.dates.edtf import parse
from model.dates.wording import short_form
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from tui.cards.layout import columns, heading
from tui.state.context import Context
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
        room = _PUBLISHER if width >= _WITH_NAMES else _SHORT
        title = max(width - _DATE - room - _CLAIMS - _EVENTS - 4, 8)
        head = [("published", MUTE, _DATE), ("publisher", MUTE, room), ("title", MUTE, title)]
        rows = [columns([*head, *_numbers("claims", "events")], ctx.signs.cut)]
        sources = ctx.corpus.sources
        rows += [_line(sources[name], counts[name], ctx.phrases, room, title) for name in counts]
        return rows + [_draft(name, ctx.telling(name), room, title) for name in _drafts(ctx)]


def _drafts(ctx: Context) -> tuple[str, ...]:
    """The documents that are only begun; a filter is for what stands."""
    return ctx.drafts.sources if not ctx.scene.when.narrowed else ()


def _draft(name: str, phrases: Phrases, room: int, title: int) -> Line:
    source = phrases.corpus.sources[name]
    row = [
        ("draft", MUTE, _DATE),
        ((phrases.name if room == _PUBLISHER else phrases.short_name)(source.publisher), MUTE, room),
        (phrases.plain(source.title), MUTE, title),
    ]
    return columns(row, phrases.signs.cut, SourceTarget(name))


def _line(source: Source, counts: tuple[int, int], phrases: Phrases, room: int, title: int) -> Line:
    day = "?"
    if source.id in phrases.corpus.printed_later:
        day = "later"
    elif source.published.edtf is not None:
        best, dated = source.published.best, parse(source.published.edtf)
        # Where it can have been any of several days, it counts as of the curator's best estimate: so it stands here.
        day = f"{short_form(parse(best), phrases.year)}?" if best else short_form(dated, phrases.year)
    claims, events = counts
    name = phrases.name if room == _PUBLISHER else phrases.short_name
    row = [
        (day, TEXT, _DATE),
        (name(source.publisher), NAME, room),
        (phrases.plain(source.title), TEXT, title),
        *_numbers(str(claims) if claims else "none", str(events)),
    ]
    return columns(row, phrases.signs.cut, SourceTarget(source.id))


def _numbers(claims: str, events: str) -> list[tuple[str, Look, int]]:
    return [(f"{claims:>{_CLAIMS}}", TEXT, _CLAIMS), (f"{events:>{_EVENTS}}", TEXT, _EVENTS)]
