"""The word shown for a claim or an event: status, polarity, certainty and time in one."""

from enum import StrEnum

from model.asof.saying import Saying
from model.corpus.records import Claim
from model.corpus.vocabulary import Factuality, Status
from model.dates.edtf import Edtf


class Word(StrEnum):
    """A word of at most 12 cells that reads, with an event's title after it, as one true sentence."""

    OCCURRED = "occurred"
    REPORTEDLY = "reportedly"
    ONGOING = "ongoing"
    CONFIRMED = "confirmed"
    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    NOT_EXPECTED = "not expected"
    SPECULATED = "speculated"
    DOUBTED = "doubted"
    BELIEVED = "believed"
    NOT_BELIEVED = "not believed"
    UNCONFIRMED = "unconfirmed"
    NO_COMMENT = "no comment"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CANCELLED = "cancelled"
    DUE = "due"
    SUPERSEDED = "superseded"
    CODED = "coded"
    """Of a row of a table that was coded elsewhere: nothing is claimed of it, and no curated event has this word."""


class Passed(StrEnum):
    """What the passing of time adds where no source says what happened.

    *Due* is what was to be, and takes the place of the word in lists. What nobody counted on keeps its word, and its
    *outcome* is *unknown*; what has no last day keeps it too, and is *unanswered* so many days after its first.
    """

    DUE = "due"
    UNKNOWN = "outcome unknown"
    UNANSWERED = "unanswered"


TO_BE = frozenset({Word.ONGOING, Word.CONFIRMED, Word.SCHEDULED, Word.EXPECTED, Word.SPECULATED})
"""The words of what was to be; with its last day past, such an event is due."""

OPEN = TO_BE | {Word.NOT_EXPECTED, Word.DOUBTED, Word.UNCONFIRMED, Word.NO_COMMENT, Word.CONDITIONAL}
"""The words of what can still come out one way or another."""

PAST = frozenset({Word.OCCURRED, Word.REPORTEDLY, Word.BELIEVED, Word.NOT_BELIEVED})
"""The words of what lies behind who said so: it is not ahead on any day."""

CURATED = tuple(word for word in Word if word is not Word.CODED)
"""The words that a claim or a curated event can have, in their order."""

_PLAIN = {status: Word(status.value) for status in Status if status is not Status.NO_COMMENT}
"""The words that are called as the status is."""

_NEGATIVE = {Status.EXPECTED: Word.NOT_EXPECTED, Status.SPECULATED: Word.DOUBTED}


def word_of(claim: Claim, date: Edtf | None, said: Saying) -> Word:
    """The word for one claim about `date`.

    Status alone would print "expected" for "is not expected to attend", and "occurred" for a rumour, so factuality
    (FactBank) goes in; and what is expected or speculated of a day not later than the first on which it can have been
    said is a belief about the past. What may have been said before stays a forecast. What is said on a condition is
    *conditional*, whatever it is.
    """
    if claim.condition is not None:
        return Word.CONDITIONAL
    return unconditional(claim, date, said)


def unconditional(claim: Claim, date: Edtf | None, said: Saying) -> Word:
    """The word for a claim, were its condition met."""
    if claim.status is Status.OCCURRED and claim.factuality is not Factuality.CERTAIN:
        return Word.REPORTEDLY
    if claim.status is Status.NO_COMMENT:
        return Word.NO_COMMENT
    if claim.status not in _NEGATIVE:
        return _PLAIN[claim.status]
    negative = claim.factuality.negative
    if date is not None and date.latest is not None and said.surely_by(date.latest):
        return Word.NOT_BELIEVED if negative else Word.BELIEVED
    return (_NEGATIVE if negative else _PLAIN)[claim.status]


def in_full(word: Word, claim: Claim) -> str:
    """A claim's word where there is room for it: `said to have occurred, probably` for *reportedly*."""
    if word is not Word.REPORTEDLY:
        return word.value
    surely = "probably" if claim.factuality is Factuality.PROBABLE else "possibly"
    return f"said to have occurred, {surely}"
