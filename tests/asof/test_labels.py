"""What a speaker surely was called is what a look through all claims finds, and costs the same among many."""

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import given

from model.asof.labels import label_then
from model.asof.saying import saying
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.vocabulary import Factuality, Status
from tests import shapes
from tests.effort import examples
from tests.growth import growth
from tests.strategies import corpora


def by_looking(corpus: Corpus, entity: str, source: str, day: int) -> str:
    """The same, by looking at all claims about the entity."""
    found = [
        claim.label
        for claim in corpus.claims.values()
        if claim.entity == entity and claim.label and claim.id not in corpus.superseders
        if claim.status is Status.ONGOING and claim.factuality is Factuality.CERTAIN
        if claim.source == source or saying(corpus, claim).estimate <= day
    ]
    return min(found, key=len) if found else ""


@given(corpora())
@examples(60)
def test_a_label_is_what_a_look_at_all_claims_finds(corpus: Corpus):
    days = {saying(corpus, claim).estimate for claim in corpus.claims.values()}
    for entity in corpus.entities:
        for source in corpus.sources:
            for day in (*days, *(it - 1 for it in days)):
                assert label_then(corpus, entity, source, day) == by_looking(corpus, entity, source, day)


def test_who_someone_is_costs_the_same_however_often_it_is_printed(tmp_path: Path):
    def who(size: int) -> Callable[[], object]:
        files = shapes.one_document(size)
        paper = files["sources/paper.toml"].replace("scheduled", "ongoing").replace("roles =", "# roles =")
        told = re.sub(r'event = "event-(\d+)"', r'entity = "speaker"\nlabel = "item \1"', paper)
        files |= {"sources/paper.toml": told, "events.toml": ""}
        corpus = load_corpus(shapes.write(files, tmp_path / str(size)))
        assert len(corpus.claims_about["speaker"]) == size
        label_then(corpus, "speaker", "paper", 10**6)
        return lambda: label_then(corpus, "speaker", "paper", 10**6)

    assert growth(who, 24) < 1.2
