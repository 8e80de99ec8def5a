"""What an origin is called: one name for all statements that go back to one act of saying, whichever of them are known.

An origin is named by the statement at its end. While that is not known yet, it has the name of another one
(`model.asof.known`); so what is written with either name, on whatever day, has to mean the same origin.
"""

from collections import Counter
from collections.abc import Mapping

from model.asof.saying import origins
from model.corpus.corpus import Corpus
from model.corpus.told_apart import source_name


def origin_meant(corpus: Corpus, name: str) -> str:
    """The origin that a statement goes back to; any other name, as that of a document, as it is."""
    return corpus.derived(origins).get(name, name)


def origin_name(corpus: Corpus, origin: str) -> str:
    """An origin by who spoke first, of what a document says itself by the document.

    Where several are called so, with the document in which it stands, else with its id.
    """
    return corpus.derived(_names)[origin]


def _names(corpus: Corpus) -> dict[str, str]:
    ends = {*corpus.derived(origins).values()} & corpus.statements.keys()
    spoken = {it.id: corpus.entities[it.chain[0].who].name for it in corpus.statements.values()}
    printed = {
        it.id: f"{spoken[it.id]}, in {source_name(corpus, it.source)}" for it in corpus.statements.values()
    }
    named = Counter(spoken[it] for it in ends)
    named.update(source_name(corpus, it) for it in corpus.sources)
    found = {name: words if named[words] < 2 else printed[name] for name, words in spoken.items()}
    alike = Counter(found[it] for it in ends)
    found = {name: words if alike[words] < 2 else f"{spoken[name]}, {name}" for name, words in found.items()}
    return {name: source_name(corpus, name) for name in corpus.sources} | found


def origin_names(corpus: Corpus, known: Corpus) -> Mapping[str, str]:
    """For each origin of a corpus, its name in what was `known` of that corpus by some day.

    A document that is not printed yet may be an origin by itself then, and says nothing: what bears the origin's own
    name is meant.
    """
    ends, found = corpus.derived(origins), dict[str, str]()
    for name, end in known.derived(origins).items():
        if ends[name] == end or ends[name] not in found:
            found[ends[name]] = end
    return found
