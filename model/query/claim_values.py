"""What one claim has by itself under a key of filters, as of a day."""

from model.asof.known import known_by
from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.query.keys import FILTER_KEYS
from model.query.vocabulary import KNOWN_KEYS

_KEYS = {key.name: key for key in FILTER_KEYS}


def values_of_claim(corpus: Corpus, claim: Claim, key: str, day: int) -> set[str]:
    """The values that a claim, which could be known on `day`, has under a key; none under keys of events alone."""
    if key in KNOWN_KEYS:
        of_value = known_by(corpus, day).derived(KNOWN_KEYS[key])
        return {value for value, ids in of_value.items() if claim.id in ids}
    of_claim, later = _KEYS[key].of_claim, _KEYS[key].later
    found = set(of_claim(corpus, claim, saying(corpus, claim))) if of_claim is not None else set()
    return found | (
        {value for value, first in later(corpus, claim) if first <= day} if later is not None else set()
    )
