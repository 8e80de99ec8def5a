"""What part someone has in an event, and how surely, where that is not as sure as the event itself."""

from collections.abc import Mapping

from model.asof.entity import PLACE, SPEAKS
from model.asof.visible import VisibleClaim
from model.corpus.records import Claim
from tui.text.phrases import Phrases

_UNDOUBTED = frozenset({PLACE, SPEAKS})
"""The parts that no claim is more or less sure of."""


def part_words(parts: Mapping[str, VisibleClaim], chosen: Claim, phrases: Phrases) -> tuple[str, str]:
    """The parts in words, and how sure all of them are; where they differ in that, it stands beside each.

    `parts` are each with the claim that says most of it, `chosen` is the claim that decides the event.
    """
    sure = {part: _sureness(part, item, chosen, phrases) for part, item in parts.items()}
    names = {part: part.replace("-", " ") for part in parts}
    if len({*sure.values()}) == 1:
        return ", ".join(names.values()), next(iter(sure.values()))
    return ", ".join(f"{name} ({sure[part]})" if sure[part] else name for part, name in names.items()), ""


def _sureness(part: str, item: VisibleClaim, chosen: Claim, phrases: Phrases) -> str:
    if item.fallen:
        return "superseded" if item.superseded_by else "retracted"
    if part in _UNDOUBTED or item.claim.factuality is chosen.factuality:
        return ""
    return phrases.level(item.claim)
