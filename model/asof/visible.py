"""A claim as seen on a day: its word, and what supersedes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.asof.retraction import retracted_by, retractions
from model.asof.saying import Saying, saying
from model.asof.word import Word, unconditional, word_of
from model.corpus.corpus import Corpus
from model.corpus.possible import edtf_of
from model.corpus.records import Claim
from model.dates.edtf import Edtf


@dataclass(frozen=True, slots=True)
class VisibleClaim:
    """A claim that could be known, with what follows from the day: its word, and which claims supersede it.

    `retracted_by` is the source that takes its document back, None where none does.
    """

    claim: Claim
    said: Saying
    date: Edtf | None
    word: Word
    superseded_by: tuple[str, ...]
    retracted_by: str | None = None

    def first_fall(self, corpus: Corpus) -> tuple[str | None, str | None]:
        """The claim that superseded it first, or the source that took its document back before that; see `fell_by`."""
        return fell_by(corpus, self.claim, self.superseded_by, self.retracted_by)

    @property
    def fallen(self) -> bool:
        """Whether something has taken its place, or its document has been retracted."""
        return bool(self.superseded_by) or self.retracted_by is not None

    def on_condition(self, words: Callable[[str], str]) -> str:
        """`if "it was so", confirmed`: what a claim says on a condition; empty where it has none.

        `words` makes the source's own fit to be shown.
        """
        condition = self.claim.condition
        if condition is None:
            return ""
        # Words that begin with "if" say it themselves.
        how = "" if condition.casefold().startswith("if ") else "if "
        return f'{how}"{words(condition)}", {unconditional(self.claim, self.date, self.said)}'


def visible_claims(corpus: Corpus, event: str, day: int) -> tuple[VisibleClaim, ...]:
    """The claims of `event` that could be known on `day`, newest saying first."""
    seen = [(claim, saying(corpus, claim)) for claim in corpus.claims_of_event.get(event, ())]
    shown = [visible_claim(corpus, claim, said, day) for claim, said in seen if said.visible <= day]
    return tuple(sorted(shown, key=lambda item: (-item.said.estimate, item.claim.id)))


def visible_claim(corpus: Corpus, claim: Claim, said: Saying, day: int) -> VisibleClaim:
    """One claim as seen on `day`."""
    date = claim_date(claim)
    word, others = word_of(claim, date, said), superseded_by(corpus, claim, day)
    return VisibleClaim(claim, said, date, word, others, retracted_by(corpus, claim, day))


def is_fallen(corpus: Corpus, claim: Claim, day: int) -> bool:
    """Whether a claim has been superseded or retracted by a day."""
    return bool(superseded_by(corpus, claim, day)) or retracted_by(corpus, claim, day) is not None


def fallen_from(corpus: Corpus, claim: Claim) -> int | None:
    """The day from which on a claim does not stand any more, None where it stands to the end."""
    days = [saying(corpus, other).visible for other in corpus.superseders.get(claim.id, ())]
    days += [day for day, _ in retractions(corpus, claim)[:1]]
    return max(saying(corpus, claim).visible, min(days)) if days else None


def superseded_by(corpus: Corpus, claim: Claim, day: int) -> tuple[str, ...]:
    """The claims that supersede one and could be known on `day`, by name."""
    superseders = corpus.superseders.get(claim.id)
    if not superseders:
        # Of nearly all claims: nothing is looked up for them.
        return ()
    return tuple(sorted(other.id for other in superseders if saying(corpus, other).visible <= day))


def claim_date(claim: Claim) -> Edtf | None:
    """The event time that a claim gives, None where it gives none."""
    return edtf_of(claim.date)


def fell_by(
    corpus: Corpus, claim: Claim, superseders: Sequence[str], retracted_by: str | None
) -> tuple[str | None, str | None]:
    """What took the place of a claim first, by when it could be known, of all that did: the one for which it fell.

    A claim that supersedes it, else the source that takes its document back; the other of the two is None.
    """
    first = min(((saying(corpus, corpus.claims[it]).visible, it) for it in superseders), default=None)
    if first is not None and retracted_by is not None:
        taken_back = next(day for day, source in retractions(corpus, claim) if source == retracted_by)
        first = first if first[0] <= taken_back else None
    return (first[1], None) if first is not None else (None, retracted_by)
