"""The card of a finding: the whole sentence, what it is about and where that stands, its cause and its remedy."""

from collections.abc import Callable

from model.asof.begun import Begun
from model.corpus.codes import CODES, Severity
from model.corpus.corpus import Corpus
from model.corpus.findings import Finding
from tui.cards.layout import labelled
from tui.state.about import record_of
from tui.text.card_names import card_name
from tui.text.line import BLANK, BOLD, Line, Look, Role, Span
from tui.text.phrases import Phrases
from tui.text.target import (
    CardTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    ListTarget,
    QuestionTarget,
    SourceTarget,
)
from tui.text.wrap import wrap_text

LOOKS = {Severity.ERROR: Look(Role.NO), Severity.WARNING: Look(Role.DUE), Severity.NOTE: Look(Role.MUTE)}
"""How each severity looks."""

_CARDS: dict[str, Callable[[str], CardTarget]] = {
    "event": EventTarget,
    "entity": EntityTarget,
    "source": SourceTarget,
    "conflict": ConflictTarget,
    "question": QuestionTarget,
    "list": ListTarget,
}
"""The kinds of records that have a card of their own."""

_MOST = 12
"""The most lines of a cause, a remedy, a path."""


class FindingCard:
    """The card of a finding, given by its place among those of the corpus, for one width.

    `whole` is all of the corpus, whatever the day, and `folder` where it lies; `begun` is what was only begun
    on the day.
    """

    def __init__(
        self, finding: int, phrases: Phrases, whole: Corpus, begun: Begun, folder: str, width: int
    ) -> None:
        self._finding = phrases.corpus.findings[finding]
        self._phrases = phrases
        self._whole = whole
        self._begun = begun
        self._folder = folder
        self._width = width

    def full(self) -> list[Line]:
        """The whole card."""
        finding, code = self._finding, CODES[self._finding.code]
        sentence = wrap_text(self._phrases.safe(finding.message), self._width)
        return [
            *(Line((Span(row, BOLD),)) for row in sentence),
            *self._about(),
            *self._labelled("at", self._phrases.safe(place_in(self._folder, finding))),
            BLANK,
            *self._labelled("code", f"{code.id} {code.name}"),
            *self._labelled("cause", code.cause),
            *self._labelled("remedy", code.remedy),
        ]

    def _about(self) -> list[Line]:
        """The record, which leads to its card where it has one; else why it has none."""
        finding = self._finding
        if not finding.record:
            return []
        target = record_of(finding, self._phrases.corpus, self._phrases.day, self._begun)
        is_draft = self._begun.is_draft(finding.kind, finding.record)
        named = f"{finding.kind} {self._phrases.safe(finding.record)}"
        words = f"{named}, {self._name() if target is not None and not is_draft else self._why_not()}"
        return labelled(
            "about", words.removesuffix(", "), self._width, self._phrases.signs.cut, target, _MOST
        )

    def _name(self) -> str:
        """What the record says or is called."""
        finding, phrases = self._finding, self._phrases
        kind = _CARDS.get(finding.kind)
        if kind is not None:
            return card_name(kind(finding.record), phrases)
        return f'"{phrases.quote(phrases.corpus.claims[finding.record])}"' if finding.kind == "claim" else ""

    def _why_not(self) -> str:
        finding, whole = self._finding, self._whole
        if any(it.kind == finding.kind and it.record.id == finding.record for it in whole.drafts):
            return "a draft"
        kept = {
            "claim": whole.claims,
            "statement": whole.statements,
            "list": whole.lists,
            "source": whole.sources,
            "event": whole.events,
            "entity": whole.entities,
            "conflict": whole.conflicts,
        }
        if finding.record not in kept.get(finding.kind, ()):
            return "left out until that is mended"
        if finding.kind == "event" and not whole.claims_of_event.get(finding.record):
            return f"{self._phrases.plain(whole.events[finding.record].title)}: no claim speaks of it yet"
        return "of which nothing was known yet as of this day"

    def _labelled(self, label: str, value: str) -> list[Line]:
        return labelled(label, value, self._width, self._phrases.signs.cut, most=_MOST)


def place_in(folder: str, finding: Finding) -> str:
    """Where a finding stands, as one opens it in an editor: `folder/sources/a.toml:12:3`."""
    at = f":{finding.line}:{finding.column}" if finding.line else ""
    return f"{folder}{'/' if folder and not folder.endswith('/') else ''}{finding.file}{at}"
