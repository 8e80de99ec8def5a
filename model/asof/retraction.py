"""What a document has taken back: from the day of a retraction on, the claims of what it retracts are fallen."""

from collections.abc import Sequence

from model.asof.saying import published
from model.corpus.corpus import Corpus
from model.corpus.records import Claim
from model.corpus.vocabulary import Change


def retractions(corpus: Corpus, claim: Claim) -> Sequence[tuple[int, str]]:
    """The days on which the document of a claim was retracted, each with the source that says so, first one first."""
    return corpus.derived(_by_source).get(claim.source, ())


def retracted_by(corpus: Corpus, claim: Claim, day: int) -> str | None:
    """The first source that had retracted the document of a claim by a day, None where none had."""
    return document_retracted_by(corpus, claim.source, day)


def document_retracted_by(corpus: Corpus, source: str, day: int) -> str | None:
    """The first source that had retracted a document by a day, None where none had."""
    found = corpus.derived(_by_source).get(source)
    # Of nearly all documents: nothing is looked through for them.
    return next((it for from_day, it in found if from_day <= day), None) if found else None


def _by_source(corpus: Corpus) -> dict[str, list[tuple[int, str]]]:
    """A retraction takes back the version that it names and those before it; a reprint of that is somebody else's."""
    found: dict[str, list[tuple[int, str]]] = {}
    for source in corpus.sources.values():
        if source.change is not Change.RETRACTION:
            continue
        day, taken_back = published(corpus, source), source.version_of
        while taken_back is not None and taken_back in corpus.sources:
            found.setdefault(taken_back, []).append((day, source.id))
            taken_back = corpus.sources[taken_back].version_of
    return {name: sorted(days) for name, days in found.items()}
