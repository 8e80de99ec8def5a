"""What curators have tagged: the claims that are found by it, and from which day on."""

from collections.abc import Iterator

from model.asof.conflict_days import NEVER, conflict_days
from model.asof.entity import parts_in
from model.asof.saying import Saying, published
from model.corpus.corpus import Corpus
from model.corpus.noted import behind
from model.corpus.records import Claim


def tags_of(corpus: Corpus, claim: Claim, _: Saying) -> list[str]:
    """The tags of a claim, of what it hangs on, and of who has a part in it."""
    records = (*behind(corpus, claim), *(corpus.entities[name] for name in parts_in(corpus, claim)))
    return list(dict.fromkeys(tag for record in records for tag in record.tags))


def later_tags_of(corpus: Corpus, claim: Claim) -> Iterator[tuple[str, int]]:
    """The tags that a claim has from a day on: of its conflicts, once they are seen, and of passages of its document.

    A passage that is furniture, or was left out, is known when the document is.
    """
    for conflict in corpus.conflicts_of_claim.get(claim.id, ()):
        seen = conflict_days(corpus, conflict).seen if conflict.tags else NEVER
        if seen < NEVER:
            yield from ((tag, seen) for tag in conflict.tags)
    if tags := corpus.derived(_tags_of_passages).get(claim.source):
        first = published(corpus, corpus.sources[claim.source])
        yield from ((tag, first) for tag in tags)


def _tags_of_passages(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The tags of what is furniture or was left out, by source."""
    found: dict[str, tuple[str, ...]] = {}
    for passages in (corpus.furniture, corpus.left_out):
        for source, records in passages.items():
            tags = (tag for record in records for tag in record.tags)
            found[source] = tuple(dict.fromkeys((*found.get(source, ()), *tags)))
    return found
