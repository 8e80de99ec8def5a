"""How much of a document is accounted for: each letter once."""

from hypothesis import given

from model.corpus.corpus import Corpus
from model.corpus.coverage import Coverage, coverage
from model.quotes.span import TextSpan
from tests.effort import examples
from tests.strategies import corpora


def _counted_letter_by_letter(corpus: Corpus, source: str) -> Coverage:
    anchors, text = corpus.anchors, corpus.texts[source]
    claims = [claim for claim in corpus.claims.values() if claim.source == source]
    statements = [statement for statement in corpus.statements.values() if statement.source == source]
    quotes = [anchors.claims[claim.id] for claim in claims]
    quotes += [anchors.statements[statement.id] for statement in statements]
    records = [("source", source), *(("claim", it.id) for it in claims)]
    lists = [it.id for it in corpus.lists.values() if it.source == source]
    quotes += [anchors.lists[it] for it in lists]
    for record in [
        *records,
        *(("statement", it.id) for it in statements),
        *(("list", it) for it in lists),
    ]:
        quotes += anchors.beside.get(record, {}).values()
    counts = {"quoted": 0, "left_out": 0, "furniture": 0, "rest": 0}
    kinds: dict[str, list[TextSpan]] = {
        "quoted": quotes,
        "left_out": [*anchors.left_out[source]],
        "furniture": [*anchors.furniture[source]],
        "rest": [TextSpan(0, len(text))],
    }
    for at, letter in enumerate(text):
        if not letter.isspace():
            counts[
                next(kind for kind, spans in kinds.items() if any(it.start <= at < it.end for it in spans))
            ] += 1
    return Coverage(**counts)


@examples(80)
@given(corpora())
def test_each_letter_counts_once_under_the_first_that_it_is_in(corpus: Corpus):
    for source in corpus.sources:
        assert coverage(corpus, source) == _counted_letter_by_letter(corpus, source)
