"""On the card of an event: what it rests on, and would not stand without."""

from model.asof.falls import Fall, Loss
from model.asof.state import EventState
from model.asof.support import event_support
from tui.cards.layout import labelled
from tui.text.falling import becomes
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.target import ClaimTarget

_SAID = 2
"""How many origins are named; an event seldom rests on more."""


def resting_lines(state: EventState, phrases: Phrases, width: int) -> list[Line]:
    """A line for each origin without which the event would vanish, or stand otherwise; each leads to its sentence."""
    support = event_support(phrases.corpus, state.event, phrases.day)
    falls = [it for it in support.falls if it.effect is not Loss.WEAKENS] if support is not None else []
    lines: list[Line] = []
    for fall in falls[:_SAID]:
        words = f"on {_speaker(fall, state, phrases)}: {becomes(fall, phrases.year)} without it"
        label = "rests" if not lines else ""
        lines += labelled(label, words, width, phrases.signs.cut, ClaimTarget(fall.claim), 1)
    return lines


def _speaker(fall: Fall, state: EventState, phrases: Phrases) -> str:
    """Who says of the event what goes back to an origin: on one card, the one that it is said to be backed by."""
    for item in reversed(state.claims):
        if item.said.origin == fall.origin and not item.said.own_voice and not item.fallen:
            if item.word is state.chosen.word:
                return phrases.name(item.said.speaker)
    return phrases.origin(fall.origin)
