"""What is only begun, as it stands on cards: dimmed, with the word *draft*, deciding nothing."""

from collections.abc import Iterable

from model.asof.begun import Begun, DraftLine
from model.corpus.corpus import Corpus
from model.corpus.records import Conflict
from model.dates.wording import long_form
from model.index.layered.linked import LinkedTable
from tui.cards.layout import columns, heading, labelled
from tui.cards.linked_rows import linked_lines
from tui.cards.notes import note_lines
from tui.text.line import BLANK, MUTE, Line, Look, Span
from tui.text.phrases import DRAFT, Phrases, counted
from tui.text.target import (
    CardTarget,
    ClaimTarget,
    ConflictTarget,
    EntityTarget,
    EventTarget,
    QuestionTarget,
    SourceTarget,
    Target,
    TextTarget,
)

DECIDING_NOTHING = "deciding nothing"
"""What is said of drafts where they stand beside the rest."""

NO_QUOTE = "no quote yet"
"""What stands in place of the quote that a draft does not have."""

_DRAFT, _WHAT, _WHO = 7, 12, 22


class DraftLines:
    """The lines of drafts on the card of what they are of, for one width.

    `standing` is the corpus without them and `phrases` tell of that with them, both as of the same day.
    """

    def __init__(self, begun: Begun, standing: Corpus, phrases: Phrases, width: int) -> None:
        self._begun = begun
        self._standing = standing
        self._phrases = phrases
        self._width = width

    def of(self, card: CardTarget) -> list[Line]:
        """The block of drafts at the end of a card; nothing where there are none."""
        begun = self._begun
        match card if begun.drafts else None:
            case EventTarget(event):
                planned = begun.planned("event", event, self._phrases.safe)
                return self._block(begun.of_event(event), begun.conflicts_of(event), planned)
            case QuestionTarget(question):
                return self._block((), (), begun.planned("question", question, self._phrases.safe))
            case EntityTarget(entity):
                return self._block(begun.about(entity))
            case SourceTarget(source):
                return self._block(begun.in_source(source))
            case _:
                return []

    def event_card(self, event: str, rows: Iterable[LinkedTable] = ()) -> list[Line]:
        """The card of an event that is a draft, or of which only drafts speak; `rows` are those it is linked to."""
        found, phrases, width = self._begun.events[event], self._phrases, self._width
        record, cut = found.event, phrases.signs.cut
        lines = [Line((Span(f"{DRAFT}  {long_form(found.date)}", MUTE),))]
        lines += labelled("", f"only begun: {DECIDING_NOTHING}", width, cut)
        if record.place is not None:
            lines += labelled("place", phrases.name(record.place), width, cut, self._entity(record.place))
        if record.part_of is not None:
            lines += labelled("part of", phrases.title(record.part_of), width, cut)
        lines += self.of(EventTarget(event))
        return [*lines, *linked_lines(rows, phrases, width), *note_lines([record], phrases, width)]

    def conflict_card(self, conflict: str) -> list[Line]:
        """The card of a conflict that is a draft: what is known of its claims, each leading to its words."""
        begun, phrases, width = self._begun, self._phrases, self._width
        record, cut = begun.conflicts[conflict], phrases.signs.cut
        # Of one that names a single claim yet, what it says beside that may be of another day.
        placed = begun.corpus.conflicts.get(conflict)
        lacks_kind = placed is None or begun.lacks("conflict", conflict, "kind")
        kind = record.kind.value if not lacks_kind else ""
        lines = [Line((Span(f"{DRAFT}  {kind}".rstrip(), MUTE),))]
        lines += labelled("", f"only begun: {DECIDING_NOTHING}", width, cut)
        lines += labelled("topic", phrases.plain(record.topic), width, cut)
        claims = begun.claims_of(conflict)
        lines += [BLANK, heading(counted(len(claims), "claim"), "", MUTE)]
        for claim, line in claims:
            row = [
                (DRAFT if begun.is_draft("claim", claim.id) else "", MUTE, _DRAFT - 2),
                (line.what, MUTE, _WHAT),
                (said_by(line, phrases), MUTE, _WHO),
                (words_of(line, phrases), MUTE, 0),
            ]
            stands = claim.id in self._standing.claims
            lines.append(columns(row, cut, ClaimTarget(claim.id) if stands else self._place_of(line)))
        return [*lines, *note_lines([placed] if placed is not None else [], phrases, width)]

    def _entity(self, entity: str) -> Target | None:
        return EntityTarget(entity) if entity in self._standing.entities else None

    def _block(
        self, drafts: Iterable[DraftLine], conflicts: Iterable[Conflict] = (), planned: Iterable[str] = ()
    ) -> list[Line]:
        lines = [*map(self._line, drafts), *map(self._conflict, conflicts), *map(self._search, planned)]
        return [BLANK, heading(counted(len(lines), DRAFT), DECIDING_NOTHING, MUTE), *lines] if lines else []

    def _conflict(self, conflict: Conflict) -> Line:
        row = [*self._what("conflict"), (self._phrases.plain(conflict.topic), MUTE, 0)]
        return columns(row, self._phrases.signs.cut, ConflictTarget(conflict.id))

    def _search(self, words: str) -> Line:
        return columns([*self._what("search"), (words, MUTE, 0)], self._phrases.signs.cut)

    def _line(self, draft: DraftLine) -> Line:
        """What it is, whose, and its words, to which it leads."""
        who, words = said_by(draft, self._phrases), words_of(draft, self._phrases)
        row = [*self._what(draft.what), (who, MUTE, _WHO), (words, MUTE, 0)]
        return columns(row, self._phrases.signs.cut, self._place_of(draft))

    def _place_of(self, draft: DraftLine) -> Target | None:
        """Where its words can be read."""
        if draft.span is None or not self._is_open(draft.source):
            return None
        return TextTarget(draft.source, draft.span.start, draft.span.end)

    def _what(self, what: str) -> list[tuple[str, Look, int]]:
        return [(f"  {DRAFT}", MUTE, _DRAFT), (what, MUTE, _WHAT)]

    def _is_open(self, source: str) -> bool:
        """Whether more of a document can be read on the day than what is known to have been said in public."""
        if source in self._standing.sources:
            return source not in self._standing.printed_later
        return source in self._begun.sources and source not in self._phrases.corpus.printed_later


def said_by(draft: DraftLine, phrases: Phrases) -> str:
    """Who says what is only begun."""
    return phrases.name(draft.who) + (", own words" if draft.own_voice else "")


def words_of(draft: DraftLine, phrases: Phrases) -> str:
    """The words of it, in quotes, or that there are none yet."""
    return f'"{phrases.safe(draft.words)}"' if draft.words is not None else NO_QUOTE
