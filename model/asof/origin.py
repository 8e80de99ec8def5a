"""What an origin is called: one name for all statements that go back to one act of saying, whichever of them are known.

An origin is named by the statement at its end. While that is not known yet, it has the name of another one
(`model.asof.known`); so what is written with either name, on whatever day, has to mean the same origin.
"""

from collections.abc import Mapping

from model.asof.saying import origins
from model.corpus.corpus import Corpus


def origin_meant(corpus: Corpus, name: str) -> str:
    """The origin that a statement goes back to; any other name, as that of a document, as it is."""
    return corpus.derived(origins).get(name, name)


def origin_names(corpus: Corpus, known: Corpus) -> Mapping[str, str]:
    """For each origin of a corpus that is a statement, its name in what was `known` of that corpus by some day."""
    ends = corpus.derived(origins)
    return {ends[name]: end for name, end in known.derived(origins).items()}
