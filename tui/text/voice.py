"""Whose words a quote is: `unnamed, 30 Apr, probable: "likely"`, in the same words wherever one is lit."""

from model.asof.saying import saying
from model.corpus.records import Claim
from tui.text.phrases import Phrases


def voice(claim: Claim, phrases: Phrases) -> str:
    """Who says it, when, how surely, and the source's own word for that."""
    return voices(claim, phrases)[0]


def voices(claim: Claim, phrases: Phrases) -> tuple[str, ...]:
    """The same in ever fewer words: without the source's own, without the day, at last the speaker alone."""
    said = saying(phrases.corpus, claim)
    who, day, level = phrases.short_name(said.speaker), phrases.said_on(said), phrases.level(claim)
    whose = f"{who}, own words" if said.own_voice else who
    return f"{whose}, {day}, {phrases.sure(claim)}", f"{whose}, {day}, {level}", f"{who}, {level}", who
