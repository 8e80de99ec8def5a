"""What changed until the day of a brief, as its first part: by kind, each with who says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from model.asof.change_words import HEADINGS, about, change_words
from model.asof.changes import ChangeKind, Difference
from model.asof.saying import saying
from model.dates.wording import days_words, medium_form
from model.exchange.extract import Extract
from model.exchange.laid_out import Words, curators, ours, quoted
from model.exchange.visible import visible
from model.exchange.wording import day_of_saying, speaker


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One change: what it is of, its date (empty: it has none), in what it changed, who says so, and the claim."""

    title: str
    date: str
    words: Words
    says: str
    claim: str


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """What changed: from when to when, and the lines of each kind under what they are called."""

    days: str
    kinds: tuple[tuple[str, tuple[ChangedLine, ...]], ...]

    @property
    def heading(self) -> str:
        """What stands over it."""
        return f"What changed, {self.days}"

    @property
    def lines(self) -> Iterator[ChangedLine]:
        """All lines, in order."""
        return (line for _, lines in self.kinds for line in lines)


NOTHING = "Nothing changed."
"""What is said where there is no line."""


def changed(extract: Extract) -> ChangedPart | None:
    """What changed, where a first day is given; None where none is."""
    if extract.since is None:
        return None
    groups = groupby(extract.changes, key=lambda it: it.kind)
    kinds = tuple((HEADINGS[kind], tuple(_line(extract, it) for it in found)) for kind, found in groups)
    return ChangedPart(days_words(extract.since, extract.scope.day), kinds)


def _line(extract: Extract, change: Difference) -> ChangedLine:
    corpus = extract.corpus
    said = saying(corpus, corpus.claims[change.claim])
    return ChangedLine(
        title=visible(about(corpus, change)),
        date=medium_form(change.after.date) if change.after is not None else "",
        words=_words(extract, change),
        says=f"{speaker(corpus, said)}, {day_of_saying(said)}",
        claim=change.claim,
    )


def _words(extract: Extract, change: Difference) -> Words:
    """In what it changed: in the words of the source where that is a name as printed, of the curator a reading."""
    corpus, claim = extract.corpus, extract.corpus.claims[change.claim]
    words = change_words(corpus, change, extract.scope.day, visible, "→")
    if change.kind is ChangeKind.ABOUT and claim.label:
        return quoted(words, visible(corpus.sources[claim.source].language))
    return curators(words) if change.kind is ChangeKind.SETTLED else ours(words)
