"""Who speaks of what goes back to another's word: Ushakov, of what the Kremlin said."""

from collections import defaultdict

from model.asof.saying import origins
from model.corpus.corpus import Corpus
from model.corpus.vocabulary import OnRecord

_WITH_A_NAME = frozenset({OnRecord.ON_RECORD, OnRecord.OFFICIAL})


def voices(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """For each speaker of an act of saying, who else speaks, on record or officially, of what goes back to it; by id.

    That is as much as a corpus says of who speaks for whom: its curator has taken their words for one origin. A paper
    that reports it speaks as a document and is not among them, nor is a speaker whom nobody names.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    end_of = corpus.derived(origins)
    for statement in corpus.statements.values():
        first = corpus.statements.get(end_of[statement.id])
        hop = statement.chain[0]
        if first is not None and hop.record in _WITH_A_NAME and hop.who != first.chain[0].who:
            found[first.chain[0].who].add(hop.who)
    return {name: tuple(sorted(others)) for name, others in found.items()}
