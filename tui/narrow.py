"""What stands in for the panes that a small terminal has no room for: tabs above, summaries below."""

from textual.reactive import reactive

from model.index.archive import Archive
from tui.commands.command import PANES
from tui.commands.every import key
from tui.panes.base import Follower
from tui.scene import Scene
from tui.seam.widget import LinesWidget
from tui.text.line import FOCUSED, KEY, MUTE, TEXT, Line, Look, Role, Span, bold, cut_spans
from tui.text.phrases import Phrases
from tui.text.shown import cells
from tui.text.signs import ROLES, Signs


class Tabs(Follower):
    """The three panes in one row, the one on the screen in a block: what the first one shows, and the second."""

    pane: reactive[str] = reactive("timeline", repaint=False)
    """The pane on the screen."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, id="tabs")

    def made_from(self, scene: Scene) -> object:
        """The names."""
        return self._names(scene)

    def watch_pane(self) -> None:
        """Follow the focus."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """` 1 Timeline   2 Event   3 Source`, closer together where there is no room for that."""
        assert self.scene is not None
        names = [f"{number} {name}" for number, name in enumerate(self._names(self.scene), 1)]
        looks = [FOCUSED if pane == self.pane else MUTE for pane in PANES]
        tabs = [(f" {name} ", look) for name, look in zip(names, looks, strict=True)]
        if sum(len(words) for words, _ in tabs) >= width:
            # Neighbours share the blank between them.
            ends = ["", *(" " for _ in names[1:])]
            tabs = [(f"{end}{name}", look) for end, name, look in zip(ends, names, looks, strict=True)]
        else:
            tabs.insert(0, (" ", TEXT))
        return [Line(tuple(Span(words, look) for words, look in tabs))]

    @staticmethod
    def _names(scene: Scene) -> tuple[str, str, str]:
        card = scene.selection.card
        return scene.view.capitalize(), (card.kind if card is not None else "event").capitalize(), "Source"


class Summaries(Follower):
    """A row for each pane that is not on the screen: what it holds."""

    pane: reactive[str] = reactive("timeline", repaint=False)
    """The pane on the screen."""

    def __init__(self, archive: Archive, scene: Scene) -> None:
        super().__init__(scene, id="summaries")
        self._archive = archive

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
        position = self._archive.timeline.position_of(event)
        if event is None or position is None:
            return []
        place = f"{position + 1} of {self._archive.timeline.total}"
        return [Span(f"{place}  ", MUTE), Span(phrases.title(event))]

    def _event(self, phrases: Phrases) -> list[Span]:
        """`◉ confirmed by Yuri Ushakov, 5 May, certain`, and whether that is contested."""
        card, event = self.selection.card, self.selection.event
        if card is not None and card.kind != "event":
            return [Span(phrases.card_name(card.kind, card.id))]
        state = phrases.state(event) if event is not None else None
        if state is None:
            return []
        word, chosen = state.word_at(phrases.day), state.chosen
        look = Look(ROLES[word])
        said = f" by {phrases.name(chosen.said.speaker)}, {phrases.said_on(chosen.said)}"
        level = phrases.level(chosen.claim.factuality)
        spans = [
            Span(f"{self.signs.of(word, chosen.claim.status)} ", look),
            Span(word.value, bold(look)),
            Span(f"{said}, {level}"),
        ]
        if state.conflicts:
            spans = list(cut_spans(spans, self.size.width - 3 - 2, self.signs.cut))
            gap = self.size.width - 3 - 2 - sum(cells(span.text) for span in spans)
            spans.append(Span(f"{' ' * gap}{self.signs.contested}", Look(Role.CONTEST, bold=True)))
        return spans

    def _source(self, phrases: Phrases) -> list[Span]:
        quote = self.selection.quote
        if quote is None:
            return []
        claim = phrases.corpus.claims[quote]
        publisher = phrases.short_name(phrases.corpus.sources[claim.source].publisher)
        return [Span(f'{publisher}  "{phrases.quote(claim)}"', MUTE)]


class TooSmall(LinesWidget):
    """What is said where nothing can be shown."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(signs, id="too-small")

    def lines(self, width: int, height: int) -> list[Line]:
        """The size that is needed, and the way out."""
        words = "30x8 or larger, please"
        return [
            Line((Span(words if width >= len(words) else "30x8!"),)),
            Line((Span(key("quit"), KEY), Span(" quit", MUTE))),
        ]
