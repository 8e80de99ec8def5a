"""What rests on whom: each origin, with the events that would vanish, flip or weaken if it had said nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.asof.falls import Fall, Loss, OriginSupport
from model.asof.saying import saying
from model.index.archive import Archive
from model.index.features import Feature
from model.index.values import AsOf
from model.query.spelling import quoted
from tui.cards.contested import footing_of
from tui.cards.layout import columns, widest
from tui.state.beside import SUPPORT, Task
from tui.state.context import Context
from tui.state.scene import Scene
from tui.text import event_date
from tui.text.falling import becomes, units_told
from tui.text.line import MUTE, NAME, TEXT, Line, Look, Span
from tui.text.phrases import Phrases
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, OriginTarget, Target
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

_RECORD, _SAID, _COUNT, _WORD, _AFTER = 10, 7, 6, 12, 22

_WITH_RECORD, _WITH_WORDS, _WITH_DATES = 56, 72, 96
"""The widths from which on it is said how an origin speaks, then when, with the word of events, then a date after."""

_SMALL_COUNT, _SMALL_AFTER = 4, 15

_HEADS = {
    Loss.VANISHES: ("vanish", "van."),
    Loss.FLIPS: ("flip", "flip"),
    Loss.WEAKENS: ("weaken", "weak"),
}
"""What becomes of so many events, where there is room and where there is not."""


_Cell = tuple[str, Look]


@dataclass(frozen=True, slots=True)
class SupportEntry:
    """A line that can be chosen: an origin, counted from 1, or, with a `fall`, an event that would fall without it."""

    number: int
    of: OriginSupport
    fall: Fall | None
    target: Target


class SupportView(CursorView):
    """One line for each origin, those first without which most would fall; what would is unfolded below it."""

    name = "support"
    about = "what rests on whom, and what would fall without them"
    words = ("rests", "leg", "origins", "voice", "backing")
    needs = Feature.CLAIMS
    footer = ("help", "move", "unfold", "open", "view", "back")

    def __init__(self) -> None:
        super().__init__()
        self._found_for: tuple[Archive, AsOf] | None = None
        self._found: list[OriginSupport] | None = None
        self._listed_for: tuple[object, ...] = ()
        self._entries: list[SupportEntry] = []

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What the view shows, and which origin of how many is selected."""
        found = self._origins(ctx)
        if found is None:
            return "Support: what rests on whom", ""
        entry, listed = self.entry_of(ctx), self._listed(ctx)
        if entry is None:
            return "Support: what rests on whom", f"{len(found)} origins "
        return "Support: what rests on whom", f"{listed[entry].number} of {len(found)} origins "

    def waits(self, ctx: Context) -> Task | None:
        """Until it is known what all events rest on."""
        return SUPPORT if ctx.supports is None else None

    def made_from(self, ctx: Context) -> object:
        """Day and filter, what is unfolded, and how far the work has come."""
        return ctx.scene.when, ctx.scene.viewed.unfolded, self.waits(ctx), ctx.working

    def term(self, ctx: Context) -> str:
        """The filter of what would fall without the origin with the cursor, or of all that it speaks of."""
        entry = self.entry_of(ctx)
        if entry is None:
            return ""
        of = self._listed(ctx)[entry].of
        falls = of.count(Loss.VANISHES) + of.count(Loss.FLIPS)
        return f"{'leg' if falls else 'origin'}:{quoted(of.origin)}"

    def entries(self, ctx: Context) -> list[Target]:
        """The sentences that the origins and their events are best read in."""
        return [entry.target for entry in self._listed(ctx)]

    def fits(self, entry: Target, ctx: Context) -> bool:
        """Whether the sentence is the one that is lit."""
        return isinstance(entry, ClaimTarget | OriginTarget) and ctx.selection.quote == entry.claim

    def entry_of(self, ctx: Context) -> int | None:
        """The entry whose sentence is lit, else the first origin on which the selected event rests."""
        found, event = super().entry_of(ctx), ctx.selection.event
        if found is not None:
            return found
        entries = enumerate(self._listed(ctx))
        return next((at for at, it in entries if any(fall.event == event for fall in it.of.falls)), None)

    def followed(self, ctx: Context) -> Scene:
        """Where nothing listed has to do with what is selected, the first sentence is."""
        if self.entry_of(ctx) is not None or not self._listed(ctx):
            return ctx.scene
        scene, selection = self.reached(ctx, 0)
        return replace(scene, selection=selection)

    def aside(self, ctx: Context, by: int) -> Scene | str | None:
        """The selected origin unfolded, or folded."""
        entry, listed, viewed = self.entry_of(ctx), self._listed(ctx), ctx.scene.viewed
        if entry is None:
            return "There is no origin here."
        of = listed[entry].of
        if not of.falls:
            return "Nothing rests on it alone: without it, all would stand as it does."
        if (of.origin in viewed.unfolded) == (by > 0):
            return f"It is {'unfolded' if by > 0 else 'folded'} already."
        first = next(number for number, it in enumerate(listed) if it.of is of)
        folded = replace(viewed, unfolded=viewed.unfolded ^ {of.origin}, entry=first)
        scene, selection = self.reached(ctx.of(replace(ctx.scene, viewed=folded)), first)
        return replace(scene, selection=selection)

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """What the columns are, then the origins, each with its events where it is unfolded."""
        found = self._origins(ctx)
        if found is None:
            done, total = ctx.working or (0, len(ctx.corpus.claims_of_event))
            return _told(f"Working it out: {done:,} of {total:,} events.", width)
        if not found:
            return _told("Nothing is known that could rest on anybody.", width)
        listed, unfolded = self._listed(ctx), ctx.scene.viewed.unfolded
        table = _Table(ctx.phrases, width, found, [entry.fall for entry in listed if entry.fall is not None])
        lines = [table.head()]
        for entry in listed:
            lines.append(table.line(entry))
            if entry.fall is None and entry.of.origin in unfolded:
                lines += _indented(units_told(entry.of), width)
        return lines

    def _origins(self, ctx: Context) -> list[OriginSupport] | None:
        """The origins as of the scene's day; under a filter, those of the events that it leaves in. None: not yet."""
        when = ctx.scene.when
        if self._found is None or self._found_for != (ctx.archive, when):
            events = ctx.supports
            self._found = ctx.archive.origins(when, events) if events is not None else None
            self._found_for = ctx.archive, when
        return self._found

    def _listed(self, ctx: Context) -> list[SupportEntry]:
        found, unfolded = self._origins(ctx) or [], ctx.scene.viewed.unfolded
        if self._listed_for != (self._found_for, len(found), unfolded):
            self._listed_for = self._found_for, len(found), unfolded
            self._entries = [
                entry
                for number, of in enumerate(found, 1)
                for entry in _entries(number, of, of.origin in unfolded)
            ]
        return self._entries


def _told(sentence: str, width: int) -> list[Line]:
    return [Line((Span(row, MUTE),)) for row in wrap_text(sentence, width)]


def _indented(sentence: str, width: int) -> list[Line]:
    return [Line((Span(f"  {row}", MUTE),)) for row in wrap_text(sentence, width - 2)]


def _entries(number: int, of: OriginSupport, unfolded: bool) -> Iterator[SupportEntry]:
    yield SupportEntry(number, of, None, OriginTarget(of.origin, of.claim))
    if unfolded:
        yield from (SupportEntry(number, of, fall, ClaimTarget(fall.claim)) for fall in of.falls)


class _Table:
    """The lines of some origins, for one width; `falls` are the events among them."""

    def __init__(
        self, phrases: Phrases, width: int, origins: Sequence[OriginSupport], falls: Sequence[Fall]
    ) -> None:
        self._phrases = phrases
        self._cut = phrases.signs.cut
        self._speaks, self._worded = width >= _WITH_RECORD, width >= _WITH_WORDS
        self._count = _COUNT if self._speaks else _SMALL_COUNT
        self._brief = width < _WITH_DATES
        self._after = _SMALL_AFTER if self._brief else _AFTER
        self._said = widest(map(self._said_on, origins), _SAID) if self._worded else 0
        taken = len(Loss) * (self._count + 1)
        taken += (_RECORD + 1 if self._speaks else 0) + (self._said + 1 if self._worded else 0)
        self._name = max(8, width - taken)
        self._date = event_date.cells_of((it.now for it in falls), phrases.year, width)
        self._title = max(8, width - self._after - 5 - (_WORD + self._date + 2 if self._worded else 0))

    def head(self) -> Line:
        """What the columns are."""
        counts = [(_HEADS[effect][0 if self._speaks else 1], MUTE) for effect in Loss]
        return self._row([("without whom, of events", MUTE), ("record", MUTE), ("said", MUTE)], counts, None)

    def line(self, entry: SupportEntry) -> Line:
        """An origin with how many events would fall, or one of these."""
        if entry.fall is not None:
            return self._event(entry.fall, entry.target)
        of, phrases = entry.of, self._phrases
        counts = [(str(count), TEXT if count else MUTE) for count in map(of.count, Loss)]
        whose = [
            (phrases.origin(of.origin), NAME),
            (footing_of(of.speaker, of.record, phrases), TEXT),
            (self._said_on(of), MUTE),
        ]
        return self._row(whose, counts, entry.target)

    def _said_on(self, of: OriginSupport) -> str:
        corpus = self._phrases.corpus
        return self._phrases.said_on(saying(corpus, corpus.claims[of.claim]))

    def _row(self, whose: Sequence[_Cell], counts: Iterable[_Cell], target: Target | None) -> Line:
        widths = (self._name, _RECORD if self._speaks else 0, self._said)
        row = [(*cell, width) for cell, width in zip(whose, widths, strict=True) if width]
        row += [(f"{text:>{self._count}}", look, self._count) for text, look in counts]
        return columns(row, self._cut, target)

    def _event(self, fall: Fall, target: Target) -> Line:
        phrases, now = self._phrases, fall.now
        look = Look(ROLES[now.word])
        row = [("", TEXT, 1), (phrases.signs.of(now.word, phrases.corpus.claims[now.claim].status), look, 1)]
        if self._worded:
            date = event_date.in_row(now, phrases.year, self._date)
            row += [(now.word.value, look, _WORD), (date, TEXT, self._date)]
        row.append((phrases.title(fall.event), TEXT, self._title))
        after = becomes(fall, phrases.year, self._after - 2, self._brief)
        row.append((f"{phrases.signs.chain} {after}", TEXT, self._after))
        return columns(row, self._cut, target)
