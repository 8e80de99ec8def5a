"""Who takes part in an event, and where it is: the part of its card that leads on to cards of entities."""

from model.asof.entity import add_part, holders
from model.asof.state import EventState
from model.asof.visible import VisibleClaim
from tui.cards.layout import columns, heading, widest
from tui.cards.parts import part_words
from tui.text.line import BLANK, MUTE, NAME, TEXT, Line
from tui.text.phrases import Phrases
from tui.text.target import EntityTarget

_SURE, _MOST_NAME = 13, 30


def people_lines(state: EventState, phrases: Phrases, width: int) -> list[Line]:
    """Everyone and everything with a role in a claim that could be known, once, with all its roles."""
    parts: dict[str, dict[str, VisibleClaim]] = {}
    for item in state.claims:
        for role in item.claim.roles:
            for entity in holders(item.claim, role):
                add_part(parts.setdefault(entity, {}), role, item)
    if not parts:
        return []
    told = {name: part_words(roles, state.chosen.claim, phrases) for name, roles in parts.items()}
    room = max(12, width - 2 - widest((sure for _, sure in told.values()), _SURE) - 1)
    persons = (_person(entity, words, sure, room, phrases) for entity, (words, sure) in told.items())
    return [BLANK, heading("people and places"), *persons]


def _person(entity: str, words: str, sure: str, room: int, phrases: Phrases) -> Line:
    named = min(_MOST_NAME, room // 2)
    row = [
        ("", TEXT, 1),
        (phrases.name(entity), NAME, named),
        (words, TEXT, room - named - 1),
        (sure, MUTE, 0),
    ]
    return columns(row, phrases.signs.cut, EntityTarget(entity))
