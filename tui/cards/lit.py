"""Whose words are lit in the source: where a card says it, and which of its lines is that claim's."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.asof.saying import saying
from model.asof.visible import visible_claim
from tui.cards.contested import sign_look
from tui.cards.layout import LABEL
from tui.text.line import MUTE, Line, Look, Span
from tui.text.phrases import Phrases
from tui.text.shown import cut
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget, EventTarget
from tui.text.voice import voice

_WIDTH_WITH_WORD = 60
"""The width of a card from which on it says, too, what that claim says of the event."""


@dataclass(frozen=True, slots=True)
class LitPlace:
    """Where the lines of a card say whose words are lit: before the line `at`, or in its place.

    The card speaks of the claim `own`: where that is the lit one, it says so by itself. From the line `claims` on it
    lists its claims.
    """

    at: int
    claims: int
    own: str | None = None
    replaces: bool = False


NOWHERE = LitPlace(-1, 0)
"""Of a card whose own lines say who says what."""


def with_lit(
    lines: list[Line], place: LitPlace, lit: str | None, phrases: Phrases, width: int
) -> tuple[list[Line], int]:
    """The lines of a card with that of whose words are lit, and its number; -1 where there is none."""
    if place.at < 0 or lit is None or lit == place.own:
        return lines, -1
    rest = lines[place.at + place.replaces :]
    return [*lines[: place.at], lit_line(lit, phrases, width), *rest], place.at


def lit_line(lit: str, phrases: Phrases, width: int) -> Line:
    """`lit     ◊ unnamed, 30 Apr, probable: "likely"` for a claim whose quote is lit; it leads to the quote."""
    claim = phrases.corpus.claims[lit]
    item = visible_claim(phrases.corpus, claim, saying(phrases.corpus, claim), phrases.day)
    sign = Span(f"{phrases.signs.of(item.word, claim.status)} ", sign_look(item))
    words = voice(claim, phrases)
    word = f"  {item.word.value}" if width >= _WIDTH_WITH_WORD and claim.event is not None else ""
    if f'"{item.word.value}"' in words:
        # It says so itself, in this very word.
        word = ""
    said = Span(cut(words, width - LABEL - sign.cells - len(word), phrases.signs.cut))
    look = MUTE if item.fallen else Look(ROLES[item.word])
    spans = (Span(f"{'lit':{LABEL}}", MUTE), sign, said, Span(word, look))
    return Line(tuple(span for span in spans if span.text), ClaimTarget(lit))


def line_of(
    lit: str | None, lines: Sequence[Line], place: LitPlace, said_at: int, height: int, phrases: Phrases
) -> int:
    """The line of a card that is the lit claim's: one of the first `height` lines that leads to it, else one below.

    Among its claims rather than elsewhere; where no line leads to it, its event's; else the one that says whose words
    are lit, which is `said_at`. -1 where none is.
    """
    if lit is None:
        return -1
    event, quote = phrases.corpus.claims[lit].event, ClaimTarget(lit)
    own = [n for n, line in enumerate(lines) if line.target == quote and n != said_at]
    if not own:
        of_event = EventTarget(event) if event is not None else None
        return next((n for n, line in enumerate(lines) if of_event and line.target == of_event), said_at)
    ordered = sorted(own, key=lambda n: (n < place.claims, not lines[n].text.startswith(" "), n))
    # What speaks of the claim from its beginning is not left for a line further below.
    below = own[0] if lit == place.own else ordered[0]
    return next((n for n in ordered if n < height), below)
