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
    backing = [it.said for it in state.claims if it.word is state.chosen.word and not it.fallen]
    of_origin = [it for it in backing if it.origin == fall.origin and not it.own_voice]
    return phrases.name(of_origin[-1].speaker) if of_origin else phrases.origin(fall.origin)
