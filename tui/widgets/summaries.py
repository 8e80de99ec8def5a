"""What stands in for the panes that a small terminal has no room for: summaries below."""

from textual.reactive import reactive

from model.asof.word import Word
from tui.cards.coded import ELSEWHERE, place_words
from tui.document.names import source_names
from tui.state.context import Context
from tui.state.scene import PANES
from tui.text.card_names import card_name
from tui.text.line import KEY, MUTE, Line, Look, Role, Span, bold, cut_spans
from tui.text.numbers import total_words
from tui.text.phrases import DRAFT, Phrases
from tui.text.shown import cells
from tui.text.signs import ROLES
from tui.text.target import (
    ConflictTarget,
    EntityTarget,
    FindingTarget,
    ListTarget,
    QuestionTarget,
    RowTarget,
    SourceTarget,
)
from tui.text.voice import voice
from tui.widgets.follower import Follower

_NAMED = (EntityTarget, ConflictTarget, ListTarget, SourceTarget, FindingTarget, QuestionTarget)
"""The cards whose name says it."""

_WORTH_READING = 24
"""Cells of a quote that are worth more than the name of its document."""


class Summaries(Follower):
    """A row for each pane that is not on the screen: what it holds."""

    pane: reactive[str] = reactive("timeline", repaint=False)
    """The pane on the screen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, id="summaries")

    def watch_pane(self) -> None:
        """Follow the focus."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The two panes that are not on the screen, each with the key that leads to it."""
        rows = {"timeline": self._timeline, "detail": self._event, "source": self._source}
        lines = []
        for number, pane in enumerate(PANES, 1):
            if pane != self.pane:
                spans = (Span(f" {number} ", KEY), *rows[pane](self.phrases))
                lines.append(Line(cut_spans(spans, width, self.signs.cut)))
        return lines

    def _timeline(self, phrases: Phrases) -> list[Span]:
        event = self.selection.event
        reader = self.ctx.reader
        row = reader.row_of(event)
        if row is None:
            return []
        place = f"{row.position + 1} of {total_words(reader.counts)}"
        return [Span(f"{place}  ", MUTE), Span(phrases.plain(row.title))]

    def _event(self, phrases: Phrases) -> list[Span]:
        """`◉ confirmed by Yuri Ushakov, 5 May, certain`, and whether that is contested."""
        card, event = self.selection.card, self.selection.event
        if isinstance(card, RowTarget):
            look = Look(ROLES[Word.CODED])
            return [Span(Word.CODED.value, bold(look)), Span(f"  {ELSEWHERE.partition(': ')[2]}", MUTE)]
        if isinstance(card, _NAMED):
            return [Span(card_name(card, self.ctx.naming(card)))]
        if card is not None and self.ctx.is_draft(card):
            return [Span(f"{DRAFT}  {card_name(card, self.ctx.naming(card))}", MUTE)]
        state = phrases.state(event) if event is not None else None
        if state is None:
            return []
        word, chosen = state.word_at(phrases.day), state.chosen
        look = Look(ROLES[word])
        said = f" by {phrases.name(chosen.said.speaker)}, {phrases.said_on(chosen.said)}"
        passed = phrases.passed_briefly(state)
        spans = [
            Span(f"{self.signs.of(word, chosen.claim.status)} ", look),
            Span(word.value, bold(look)),
            Span(f"{f', {passed},' if passed else ''}{said}, {phrases.level(chosen.claim)}"),
        ]
        if state.conflicts:
            spans = list(cut_spans(spans, self.size.width - 3 - 2, self.signs.cut))
            gap = self.size.width - 3 - 2 - sum(cells(span.text) for span in spans)
            spans.append(Span(f"{' ' * gap}{self.signs.contested}", Look(Role.CONTEST, bold=True)))
        return spans

    def _source(self, phrases: Phrases) -> list[Span]:
        """Whose words are lit, and where, or the document that is shown without any."""
        lit, place = self.selection.lit, self.selection.place
        if isinstance(self.selection.card, RowTarget) and (table := self.ctx.archive.table) is not None:
            name = self.selection.card.row
            row = table.coded(name)
            return [
                Span(place_words(row, table.of(name).meta, phrases)),
                Span(f"  {phrases.safe(row.raw)}", MUTE),
            ]
        if lit is None:
            return (
                [Span(source_names(place.source, self.ctx.telling(place.source))[0], MUTE)] if place else []
            )
        claim = phrases.corpus.claims[lit]
        *_, document, _ = source_names(claim.source, phrases)
        whose, words = voice(claim, phrases), f'  "{phrases.quote(claim)}"'
        roomy = self.size.width - 3 - cells(whose) - cells(document) >= _WORTH_READING
        return [Span(whose), Span(f"{f'  {document}' if roomy else ''}{words}", MUTE)]
