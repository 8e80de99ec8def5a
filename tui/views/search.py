"""What a search has found, by kind, each hit with its context."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from model.asof.questions import question_view
from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.asof.word import Word
from model.index.features import Feature
from model.index.found import MOST_OF_A_KIND, Found, Hit, Kind
from model.index.values import TimelineRow
from tui.cards.contested import sign_look
from tui.cards.layout import columns, heading
from tui.cards.question import QUESTION_LOOKS
from tui.state.context import Context
from tui.state.scene import Scene
from tui.state.selection import Selection
from tui.text import event_date
from tui.text.line import BLANK, MUTE, TEXT, Line, Look, Span
from tui.text.phrases import DRAFT, Phrases, counted
from tui.text.shown import cells
from tui.text.signs import ROLES
from tui.text.target import Target
from tui.text.wrap import wrap_text
from tui.views.hits import hit_of, reached, target_of, total_of
from tui.views.view import ListedView

NAMES = {
    Kind.NAME: "names",
    Kind.EVENT: "events",
    Kind.QUESTION: "questions",
    Kind.CLAIM: "quotes of claims",
    Kind.TEXT: "elsewhere in the sources",
    Kind.ROW: "rows, coded elsewhere",
    Kind.DRAFT: "drafts",
}
"""What the hits of each kind are called."""

_ROWS = (Kind.EVENT, Kind.ROW)
"""Hits that are a row of the timeline."""

_BEFORE = 24
"""Cells of context before the first word found, where it stands far inside a text."""

_WHO, _TYPE = 11, 12

_DRAFT = 14
"""Cells for the longest: a draft of a conflict or a question."""

_LEAST = 12
"""The fewest cells of a quote that stand beside what its claim is of."""


class SearchView(ListedView):
    """The hits of the search: moving selects them, and the other panes follow."""

    name = "search"
    about = "what was searched for, and where it is found"
    words = ("find", "hits")
    footer = ("help", "move", "hits", "search", "open", "back")

    def __init__(self) -> None:
        super().__init__()
        self._hit_at: dict[int, Hit] = {}
        # Claims of which lines look the same: what they are of is said beside them.
        self._alike: frozenset[str] = frozenset()
        self._dates = event_date.CELLS
        self._rows: dict[str, TimelineRow] = {}

    def title(self, ctx: Context, width: int) -> tuple[str, str]:
        """What was searched for, and which hit of how many is selected."""
        if ctx.scene.sought is None:
            return "Search", ""
        entry, total = self.entry_of(ctx), total_of(ctx.found)
        which = f"{entry + 1} of {total} " if entry is not None else f"{total} " if _hits(ctx) else ""
        return f'Search "{ctx.phrases.plain(ctx.scene.sought.words)}"', which

    def walked(self, ctx: Context) -> bool:
        """Hits are a view of what was searched for, and of nothing where nothing was."""
        return ctx.scene.sought is not None

    def made_from(self, ctx: Context) -> object:
        """The hits, as said on the day."""
        sought = ctx.scene.sought
        return ctx.scene.when, sought and (sought.words, sought.begun)

    def entries(self, ctx: Context) -> list[Target]:
        """The hits."""
        return [target_of(hit) for hit in _hits(ctx)]

    def entry_of(self, ctx: Context) -> int | None:
        """The selected hit."""
        return hit_of(ctx)

    def reached(self, ctx: Context, entry: int) -> tuple[Scene, Selection]:
        """The scene with the cursor on a hit, and the selection that this leads to."""
        return reached(ctx, entry)

    def leads_to(self, ctx: Context) -> str:
        """A hit in a text opens in the source, others on their card."""
        entry = self.entry_of(ctx)
        hit = _hits(ctx)[entry] if entry is not None else None
        in_text = hit is not None and (
            hit.kind in (Kind.CLAIM, Kind.TEXT) or hit.draft in ("claim", "source")
        )
        return "source" if in_text else "detail"

    def lines(self, ctx: Context, width: int) -> list[Line]:
        """The hits under the name of their kind, or a sentence on why there are none."""
        self._hit_at = {}
        self._alike = frozenset()
        found = ctx.found
        if found is None or not found.hits:
            return [Line((Span(row, MUTE),)) for row in wrap_text(_nothing(ctx, found), width - 1)]
        dated = ctx.reader.rows_among([hit.ref for hit in found.hits if hit.kind in _ROWS])
        self._rows = {row.event: row for row in dated}
        self._dates = event_date.cells_of(dated, ctx.phrases.year, width)
        self._alike = self._looking_alike(found.hits, ctx.phrases, width)
        lines: list[Line] = []
        for kind, group in groupby(found.hits, key=lambda hit: hit.kind):
            hits = list(group)
            number = f"the first {MOST_OF_A_KIND}" if kind in found.more else str(len(hits))
            if found.counting and hits[-1] is found.hits[-1]:
                # Others of this kind may be found yet.
                number = f"{len(hits)}+"
            lines += [BLANK] if lines else []
            coded = kind is Kind.EVENT and Feature.ROWS in ctx.archive.features
            lines.append(heading("rows" if coded else NAMES[kind], number))
            self._hit_at |= dict(enumerate(hits, len(lines)))
            lines += [Line((), target_of(hit)) for hit in hits]
        if found.hidden:
            hidden = f"{'+' if found.hidden >= MOST_OF_A_KIND else ''}"
            words = f"{found.hidden}{hidden} more under events that the filter leaves out"
            lines += [BLANK, heading("", words)]
        return lines

    def drawn(self, number: int, line: Line, ctx: Context, width: int) -> Line:
        """A hit, where one stands on the line."""
        hit = self._hit_at.get(number)
        return self._line(hit, ctx.phrases, width) if hit is not None else line

    def _line(self, hit: Hit, phrases: Phrases, width: int) -> Line:
        makers = {
            Kind.NAME: self._name,
            Kind.EVENT: self._event,
            Kind.QUESTION: self._question,
            Kind.CLAIM: self._claim,
            Kind.TEXT: self._text,
            Kind.ROW: self._event,
            Kind.DRAFT: self._draft,
        }
        before = list(makers[hit.kind](hit, phrases))
        room = width - sum(taken + 1 for *_, taken in before)
        after: list[tuple[str, Look, int]] = []
        if hit.kind is Kind.CLAIM and hit.ref in self._alike:
            words = _about(hit, phrases)
            about = max(1, min(cells(words), room - _LEAST - 1))
            after, room = [(words, MUTE, about)], room - about - 1
        row = self._rows.get(hit.ref) if hit.kind in _ROWS else None
        # Of a coded row any cell may have been found: what it is called is said beside that.
        coded = row is not None and row.word is Word.CODED
        if coded and row is not None and row.title != hit.text:
            words = phrases.plain(row.title)
            about = max(1, min(cells(words), room // 2))
            after, room = [(words, MUTE, about)], room - about - 1
        text = (
            phrases.plain(hit.text)
            if (hit.kind in (Kind.NAME, Kind.EVENT, Kind.QUESTION) and not coded) or hit.draft == "event"
            else _context(hit, phrases, max(10, room))
        )
        return columns([*before, (text, TEXT, max(10, room)), *after], phrases.signs.cut, target_of(hit))

    def _looking_alike(self, hits: Iterable[Hit], phrases: Phrases, width: int) -> frozenset[str]:
        """The claims whose lines say the same as another's: only of such whose quotes overlap can they."""
        claims = sorted(
            (hit for hit in hits if hit.kind is Kind.CLAIM), key=lambda it: (it.source, it.span.start)
        )
        near: set[Hit] = set()
        longest: Hit | None = None
        for hit in claims:
            if longest is not None and longest.source == hit.source and hit.span.start < longest.span.end:
                near |= {longest, hit}
            if longest is None or longest.source != hit.source or hit.span.end > longest.span.end:
                longest = hit
        seen: dict[str, list[str]] = {}
        for hit in near:
            seen.setdefault(self._line(hit, phrases, width).text, []).append(hit.ref)
        return frozenset(ref for refs in seen.values() if len(refs) > 1 for ref in refs)

    def _name(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        yield "", TEXT, 1
        yield phrases.corpus.entities[hit.ref].type.value, MUTE, _TYPE

    def _event(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        row = self._rows[hit.ref]
        yield "", TEXT, 1
        yield event_date.in_row(row, phrases.year, self._dates), TEXT, self._dates
        yield phrases.signs.of(row.word, row.status), Look(ROLES[row.word]), 1

    def _question(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        view = question_view(phrases.corpus, phrases.corpus.questions[hit.ref], phrases.day)
        yield "", TEXT, 1
        yield view.word, QUESTION_LOOKS[view.state], _TYPE

    def _claim(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        item = self._visible(hit.ref, phrases)
        yield "", TEXT, 1
        yield phrases.short_name(item.said.speaker), MUTE, _WHO
        yield phrases.signs.of(item.word, item.claim.status), sign_look(item), 1

    def _text(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        yield "", TEXT, 1
        source = phrases.corpus.sources.get(hit.source)
        yield phrases.short_name(source.publisher) if source is not None else DRAFT, MUTE, _WHO + 2

    def _draft(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        yield "", TEXT, 1
        yield f"{DRAFT} {hit.draft}", MUTE, _DRAFT

    @staticmethod
    def _visible(claim: str, phrases: Phrases) -> VisibleClaim:
        record = phrases.corpus.claims[claim]
        return visible_claim(phrases.corpus, record, saying(phrases.corpus, record), phrases.day)


def _hits(ctx: Context) -> tuple[Hit, ...]:
    found = ctx.found
    return found.hits if found is not None else ()


def _nothing(ctx: Context, found: Found | None) -> str:
    if found is None or ctx.scene.sought is None:
        if Feature.CLAIMS not in ctx.archive.features:
            return "Type words: all columns are searched."
        return (
            "Type words: names, titles, quotes and the sources are searched. by:ushakov lists what he says."
        )
    if not found.finder.words and ":" not in ctx.scene.sought.words:
        return "There is no letter or digit to look for."
    if found.counting:
        return "Still counting: nothing is found yet."
    hidden = found.hidden
    under = f" {counted(hidden, 'hit')} stand under events that the filter leaves out." if hidden else ""
    return f"Nothing that was known by this day is found.{under}"


def _about(hit: Hit, phrases: Phrases) -> str:
    """What the claim of a hit is of: an event, else who is called something."""
    claim = phrases.corpus.claims[hit.ref]
    return phrases.title(claim.event) if claim.event is not None else phrases.name(claim.entity or "")


def _context(hit: Hit, phrases: Phrases, room: int) -> str:
    """The text in `room` cells: all of it, or as much around the first word found as there is room for.

    It is begun at a word, and not so far in that cells stay empty behind it. The word found is seen whole if it can be.
    """
    text = phrases.safe(hit.text)
    first, end = (hit.places[0].start, hit.places[0].end) if hit.places else (0, 0)

    def is_seen(begin: int, room: int) -> bool:
        # A cell is for the sign that more follows.
        return cells(phrases.safe(hit.text[begin:end])) < room

    if cells(text) <= room or (first <= _BEFORE and is_seen(0, room)):
        return text
    begin = hit.text.rfind(" ", 0, max(first - _BEFORE // 2, 0)) + 1 or first
    while begin < first and not is_seen(begin, room - 2):
        begin = hit.text.find(" ", begin, first) + 1 or first
    room -= 2 + cells(phrases.safe(hit.text[begin:]))
    while begin > 0:
        # Word by word further to the left, as long as all that follows has room.
        earlier = hit.text.rfind(" ", 0, begin - 1) + 1
        room -= cells(phrases.safe(hit.text[earlier:begin]))
        if room < 0:
            break
        begin = earlier
    return f"{phrases.signs.cut} {phrases.safe(hit.text[begin:])}" if begin else text
