"""What part someone has in an event, and how surely, where that is not as sure as the event itself."""

from collections.abc import Mapping

from model.asof.entity import PLACE
from model.asof.visible import VisibleClaim
from model.asof.word import Word
from model.corpus.records import Claim
from tui.text.phrases import Phrases


def part_words(parts: Mapping[str, VisibleClaim], chosen: Claim, phrases: Phrases) -> tuple[str, str]:
    """The parts in words, and how sure all of them are; where they differ in that, it stands beside each.

    `parts` are each with the claim that says most of it, `chosen` is the claim that decides the event.
    """
    sure = {part: _sureness(part, item, chosen, phrases) for part, item in parts.items()}
    names = {part: part.replace("-", " ") for part in parts}
    if len({*sure.values()}) == 1:
        return ", ".join(names.values()), next(iter(sure.values()))
    return ", ".join(f"{name} ({sure[part]})" if sure[part] else name for part, name in names.items()), ""


def word_said(item: VisibleClaim, shown: Word) -> str:
    """The word of who speaks of an event, where it is another than the one shown; and whether that has fallen."""
    parts = [item.word.value] if item.word is not shown else []
    return ", ".join(
        [*parts, *(["superseded" if item.superseded_by else "retracted"] if item.fallen else [])]
    )


def _sureness(part: str, item: VisibleClaim, chosen: Claim, phrases: Phrases) -> str:
    if item.fallen:
        return "superseded" if item.superseded_by else "retracted"
    if part == PLACE or item.claim.factuality is chosen.factuality:
        return ""
    return phrases.level(item.claim)
