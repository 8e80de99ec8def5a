"""On which days anything in a corpus became known."""

from model.asof.questions import asked_on
from model.asof.saying import published, saying
from model.asof.searches import made_on
from model.corpus.corpus import Corpus


def days_of_knowing(corpus: Corpus) -> list[int]:
    """The days, in order, also those that are no step since nothing came before them. Asked of `Corpus.derived`."""
    days = {saying(corpus, claim).visible for claim in corpus.claims.values()}
    days |= {published(corpus, source) for source in corpus.sources.values()}
    days |= {asked_on(it) for it in corpus.questions.values()}
    days |= {made_on(it) for it in corpus.searches.values()}
    return sorted(days)
