"""What a search has found, by kind, each hit with its context."""

from collections.abc import Iterator
from itertools import groupby

from model.asof.saying import saying
from model.asof.visible import VisibleClaim, visible_claim
from model.dates.wording import short_form
from model.index.archive import Archive
from model.index.found import MOST_OF_A_KIND, Found, Hit, Kind
from model.quotes.span import Span as TextSpan
from tui.cards.contested import sign_look
from tui.cards.layout import columns, heading
from tui.scene import Scene
from tui.selection import Place, Selection
from tui.text.line import BLANK, MUTE, TEXT, Line, Look, Span, Target
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.wrap import wrap_text
from tui.views.view import CursorView

NAMES = {
    Kind.NAME: "names",
    Kind.EVENT: "events",
    Kind.CLAIM: "quotes of claims",
    Kind.TEXT: "elsewhere in the sources",
}
"""What the hits of each kind are called."""

_BEFORE = 24
"""Cells of context before the first word found, where it stands far inside a text."""

_DATE, _WHO, _TYPE = 11, 11, 12


class SearchView(CursorView):
    """The hits of the last search: moving selects them, and the other panes follow."""

    name = "search"

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.found: Found | None = None
        self._entries: list[Target] = []
        self._hit_at: dict[int, Hit] = {}

    def show(self, found: Found | None) -> None:
        """List other hits, or none."""
        self.found = found
        self._entries = [target_of(hit) for hit in self._hits]
        self._reached = None

    def title(self, scene: Scene, width: int) -> tuple[str, str]:
        """What was searched for, and which hit of how many is selected."""
        entry, total = self.entry_of(scene.selection), len(self._hits)
        typed = scene.phrases.plain(self.found.typed) if self.found is not None else ""
        which = f"{entry + 1} of {self.total} " if entry is not None else f"{self.total} " if total else ""
        return f'Search "{typed}"' if typed else "Search", which

    @property
    def total(self) -> str:
        """How many hits there are; `+` where not all are listed."""
        return f"{len(self._hits)}{'+' if self.found is not None and self.found.more else ''}"

    def made_from(self, scene: Scene) -> object:
        """The hits, as said on the day."""
        return scene.phrases, scene.found

    def entries(self) -> list[Target]:
        """The hits."""
        return self._entries

    def leads_to(self, now: Selection) -> str:
        """A hit in a text opens in the source, others on their card."""
        entry = self.entry_of(now)
        in_text = entry is not None and self._hits[entry].kind in (Kind.CLAIM, Kind.TEXT)
        return "source" if in_text else "detail"

    def fits(self, entry: Target, now: Selection) -> bool:
        """Whether what is selected is what was found."""
        if entry.kind == "text":
            return now.place is not None and entry == Target("text", _name(now.place))
        if entry.kind == "claim":
            return now.place is None and now.quote == entry.id
        return now.place is None and now.card == entry

    def lines(self, scene: Scene, width: int) -> list[Line]:
        """The hits under the name of their kind, or a sentence on why there are none."""
        self._hit_at = {}
        if self.found is None or not self._hits:
            return [Line((Span(row, MUTE),)) for row in wrap_text(self._nothing(), width - 1)]
        lines: list[Line] = []
        for kind, group in groupby(self._hits, key=lambda hit: hit.kind):
            hits = list(group)
            number = f"the first {MOST_OF_A_KIND}" if kind in self.found.more else str(len(hits))
            lines += [BLANK] if lines else []
            lines.append(heading(NAMES[kind], number))
            self._hit_at |= dict(enumerate(hits, len(lines)))
            lines += [Line((), target_of(hit)) for hit in hits]
        if self.found.hidden:
            hidden = f"{'+' if self.found.hidden >= MOST_OF_A_KIND else ''}"
            words = f"{self.found.hidden}{hidden} more under events that the filter leaves out"
            lines += [BLANK, heading("", words)]
        return lines

    def drawn(self, number: int, line: Line, scene: Scene, width: int) -> Line:
        """A hit, where one stands on the line."""
        hit = self._hit_at.get(number)
        return self._line(hit, scene.phrases, width) if hit is not None else line

    @property
    def _hits(self) -> tuple[Hit, ...]:
        return self.found.hits if self.found is not None else ()

    def _nothing(self) -> str:
        if self.found is None or not self.found.typed.strip():
            return "Type words: names, titles, quotes and the sources are searched. by:ushakov lists what he says."
        if not self.found.finder.words and ":" not in self.found.typed:
            return "There is no letter or digit to look for."
        hidden = self.found.hidden
        under = f" {counted(hidden, 'hit')} stand under events that the filter leaves out." if hidden else ""
        return f"Nothing that was known by this day is found.{under}"

    def _line(self, hit: Hit, phrases: Phrases, width: int) -> Line:
        makers = {
            Kind.NAME: self._name,
            Kind.EVENT: self._event,
            Kind.CLAIM: self._claim,
            Kind.TEXT: self._text,
        }
        before = list(makers[hit.kind](hit, phrases))
        room = width - sum(cells + 1 for *_, cells in before)
        text = phrases.plain(hit.text) if hit.kind in (Kind.NAME, Kind.EVENT) else _context(hit, phrases)
        return columns([*before, (text, TEXT, max(10, room))], phrases.signs.cut, target_of(hit))

    def _name(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        yield "", TEXT, 1
        yield phrases.corpus.entities[hit.ref].type.value, MUTE, _TYPE

    def _event(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        state = phrases.state(hit.ref)
        assert state is not None, "only events of the timeline are found"
        word = state.word_at(phrases.day)
        yield "", TEXT, 1
        yield short_form(state.date, phrases.year), TEXT, _DATE
        yield phrases.signs.of(word, state.chosen.claim.status), Look(ROLES[word]), 1

    def _claim(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        item = self._visible(hit.ref, phrases)
        yield "", TEXT, 1
        yield phrases.short_name(item.said.speaker), MUTE, _WHO
        yield phrases.signs.of(item.word, item.claim.status), sign_look(item), 1

    def _text(self, hit: Hit, phrases: Phrases) -> Iterator[tuple[str, Look, int]]:
        yield "", TEXT, 1
        yield phrases.short_name(phrases.corpus.sources[hit.source].publisher), MUTE, _WHO + 2

    @staticmethod
    def _visible(claim: str, phrases: Phrases) -> VisibleClaim:
        record = phrases.corpus.claims[claim]
        return visible_claim(phrases.corpus, record, saying(phrases.corpus, record), phrases.day)


def target_of(hit: Hit) -> Target:
    """What a hit leads to."""
    if hit.kind is Kind.TEXT:
        first = hit.places[0] if hit.places else TextSpan(0, len(hit.text))
        start = hit.span.start + first.start
        return Target("text", _name(Place(hit.source, start, hit.span.start + first.end)))
    kinds = {Kind.NAME: "entity", Kind.EVENT: "event", Kind.CLAIM: "claim"}
    return Target(kinds[hit.kind], hit.ref)


def _name(place: Place) -> str:
    return f"{place.source}:{place.start}:{place.end}"


def _context(hit: Hit, phrases: Phrases) -> str:
    """The text from a little before the first word found on."""
    first = hit.places[0].start if hit.places else 0
    if first <= _BEFORE:
        return phrases.safe(hit.text)
    begin = hit.text.rfind(" ", 0, first - _BEFORE // 2) + 1 or first
    return f"{phrases.signs.cut} {phrases.safe(hit.text[begin:])}"
