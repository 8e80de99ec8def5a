"""How sure who speaks is of what he says, in words: the level is the speaker's, never ours."""

from model.asof.saying import Saying
from model.corpus.records import Claim
from model.corpus.vocabulary import SURE_WORDS, Factuality, OnRecord

_UNNAMED = SURE_WORDS | {
    Factuality.CERTAIN: "sounds certain",
    Factuality.CERTAIN_NOT: "sounds certain it is not",
}
"""The same of one who is not named: nobody answers for it, so it is no more than how it sounds."""


def sure_words(claim: Claim, said: Saying) -> str:
    """How sure, and which way, the first speaker of a claim is: `probably not`. `said` is the saying behind it."""
    words = _UNNAMED if said.record is OnRecord.ANONYMOUS else SURE_WORDS
    return words[claim.factuality]
