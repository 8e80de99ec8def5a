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
        words = f"on {_whose(fall, state, phrases)}: {becomes(fall, phrases.year)} without it"
        label = "rests" if not lines else ""
        lines += labelled(label, words, width, phrases.signs.cut, ClaimTarget(fall.claim), 2)
    return lines


def _whose(fall: Fall, state: EventState, phrases: Phrases) -> str:
    """The origin by its name, as in the list of origins, with who says it of the event where that is another."""
    spoken = (
        it.said.speaker
        for it in reversed(state.claims)
        if it.said.origin == fall.origin
        and it.word is state.chosen.word
        and not (it.said.own_voice or it.fallen)
    )
    speaker = next(spoken, None)
    return phrases.origin(fall.origin) if speaker is None else phrases.origin_through(fall.origin, speaker)
