"""The figures that the claims of an event give, side by side."""

from collections.abc import Sequence

from model.asof.visible import VisibleClaim
from model.corpus.records import Amount
from model.exchange.amounts import amount_words, counted_thing
from tui.cards.layout import columns, heading, widest
from tui.text.line import BLANK, MUTE, STRUCK, TEXT, Line
from tui.text.phrases import Phrases
from tui.text.target import ClaimTarget

_LEAST, _MOST, _SAID = 8, 30, 7


def amount_lines(claims: Sequence[VisibleClaim], phrases: Phrases, width: int) -> list[Line]:
    """A line for each figure, those of one thing under each other, newest saying first; it leads to its sentence."""
    groups: dict[str, list[tuple[Amount, VisibleClaim]]] = {}
    for item in claims:
        for amount in item.claim.amounts:
            groups.setdefault(counted_thing(amount), []).append((amount, item))
    if not groups:
        return []
    figures = [amount_words(amount, phrases.safe) for group in groups.values() for amount, _ in group]
    room = min(widest(figures, _LEAST), max(_LEAST, width // 2))
    name = min(widest(groups, _LEAST), _MOST, max(_LEAST, width // 3))
    said = widest((phrases.said_on(it.said) for group in groups.values() for _, it in group), _SAID)
    lines = [BLANK, heading("figures", "newest first")]
    for what, group in groups.items():
        label = what
        for amount, item in group:
            row = [
                (f"  {label}", MUTE, 2 + name),
                (amount_words(amount, phrases.safe), STRUCK if item.fallen else TEXT, room),
                (phrases.said_on(item.said), MUTE, said),
                (phrases.brief_who(item.said), MUTE, 0),
            ]
            lines.append(columns(row, phrases.signs.cut, ClaimTarget(item.claim.id)))
            label = ""
    return lines
