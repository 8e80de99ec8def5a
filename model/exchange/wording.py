"""How documents for people say who said something, when, how surely, and how a date is known."""

from model.asof.saying import ALWAYS, Saying, saying
from model.asof.state import EventState
from model.asof.sureness import sure_words
from model.asof.visible import VisibleClaim
from model.corpus.corpus import Corpus
from model.corpus.records import Dated
from model.corpus.vocabulary import BASIS_WORDS, Factuality, OnRecord
from model.dates.edtf import parse
from model.dates.wording import bounds_form, day_medium, medium_form
from model.exchange.laid_out import Wording, ours, quoted
from model.exchange.visible import visible

_FOOTINGS = {
    OnRecord.ON_RECORD: "on record",
    OnRecord.OFFICIAL: "officially, in writing",
    OnRecord.DOCUMENT: "in writing",
    OnRecord.ANONYMOUS: "unnamed",
}


def speaker(corpus: Corpus, said: Saying) -> str:
    """`Yuri Ushakov, on record`; `Korea Daily, in its own words`."""
    name = visible(corpus.entities[said.speaker].name)
    if said.own_voice:
        return f"{name}, in its own words"
    # "several unnamed sources, unnamed" would say it twice.
    return name if "unnamed" in name.lower() else f"{name}, {_FOOTINGS[said.record]}"


def route(corpus: Corpus, said: Saying) -> str:
    """By way of whom it reached the document, whose publisher is left out: `to reporters, by way of TASS`."""
    hops = said.hops[:-1]
    if not hops:
        return ""
    first, rest = hops[0], hops[1:]
    words = []
    if first.was_told:
        words.append(f"to {visible(corpus.entities[first.who].name)}")
    else:
        rest = hops
    if rest:
        words.append(f"by way of {', '.join(visible(corpus.entities[hop.who].name) for hop in rest)}")
    return ", ".join(words)


def day_of_saying(said: Saying) -> str:
    """`5 May 2025`; `5-7 May 2025, estimated 6 May 2025`; `day not given`."""
    if said.on is None:
        return "day not given"
    words = bounds_form(said.on)
    if said.on.single_day is None and said.estimate != ALWAYS:
        words += f", estimated {day_medium(said.estimate)}"
    return words


def sureness(item: VisibleClaim, language: str) -> Wording:
    """`probable: "likely"`: the level, which way, and the source's own word, in its language; never a percentage."""
    claim = item.claim
    words = sure_words(claim, item.said)
    if claim.factuality is Factuality.UNDERSPECIFIED:
        # In a sentence, what is not said has to be named.
        words += " how sure"
    return _with_words(words, claim.hedge, language)


def dated(date: Dated, language: str) -> Wording:
    """A date and how it is known: `5-7 May 2025 (the document's own date: "May 7, 2025"; estimated 6 May 2025)`."""
    words = bounds_form(parse(date.edtf)) if date.edtf is not None else "no date"
    estimated = f"; estimated {medium_form(parse(date.best))}" if date.best is not None else ""
    return ours(f"{words} ("), *basis(date, language), ours(f"{estimated})")


def dated_by(corpus: Corpus, state: EventState) -> str:
    """`dated by Korea Daily`: who says on which day, where the claim that gives the word does not; else empty."""
    if not state.borrows:
        return ""
    return f"dated by {visible(corpus.entities[saying(corpus, state.dated_by).speaker].name)}"


def basis(date: Dated, language: str) -> Wording:
    """How a date is known, with the source's own words in its language."""
    return _with_words(BASIS_WORDS[date.basis], date.words, language)


def _with_words(words: str, of_source: str | None, language: str) -> Wording:
    if not of_source:
        return (ours(words),)
    return ours(f"{words}: "), quoted(visible(of_source), visible(language))
