"""The word shown for a claim or an event: status, polarity and time in one."""

from enum import StrEnum

from model.asof.saying import Saying
from model.corpus.records import Claim
from model.corpus.vocabulary import Status
from model.dates.edtf import Edtf


class Word(StrEnum):
    """A word of at most 12 cells that reads, with an event's title after it, as one true sentence."""

    OCCURRED = "occurred"
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
    DENIED = "denied"
    CANCELLED = "cancelled"
    DUE = "due"
    SUPERSEDED = "superseded"


OPEN = frozenset(
    {
        Word.ONGOING,
        Word.CONFIRMED,
        Word.SCHEDULED,
        Word.EXPECTED,
        Word.NOT_EXPECTED,
        Word.SPECULATED,
        Word.DOUBTED,
        Word.UNCONFIRMED,
    }
)
"""The words of what can still come out one way or another; with its last day past, such an event is due."""

_NEGATIVE = {Status.EXPECTED: Word.NOT_EXPECTED, Status.SPECULATED: Word.DOUBTED}


def word_of(claim: Claim, date: Edtf | None, said: Saying) -> Word:
    """The word for one claim about `date`.

    Status alone would print "expected" for "is not expected to attend", so polarity (FactBank) goes in; and what is
    expected or speculated of a day no later than the saying is a belief about the past, not a forecast.
    """
    if claim.status not in _NEGATIVE:
        return Word(claim.status.value)
    negative = claim.factuality.negative
    if date is not None and date.latest is not None and date.latest <= said.estimate:
        return Word.NOT_BELIEVED if negative else Word.BELIEVED
    return _NEGATIVE[claim.status] if negative else Word(claim.status.value)
