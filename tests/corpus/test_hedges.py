"""What a hedge can only mean is held against the status: somebody's silence, a denial, a cancellation."""

from pathlib import Path

import pytest

import seeds
from model.corpus.hedge_words import said_otherwise
from model.corpus.load import load_corpus
from model.corpus.vocabulary import Status
from model.cues.hedges import hedges


@pytest.mark.parametrize(
    ("hedge", "status", "means"),
    [
        ("declined to comment", Status.UNCONFIRMED, Status.NO_COMMENT),
        ("Neither confirmed nor denied", Status.DENIED, Status.NO_COMMENT),
        ("did not immediately respond", Status.DENIED, Status.NO_COMMENT),
        ("확인해줄 수 없다", Status.UNCONFIRMED, Status.NO_COMMENT),
        ("denied", Status.UNCONFIRMED, Status.DENIED),
        ("has flatly denied", Status.EXPECTED, Status.DENIED),
        ("denied", Status.OCCURRED, Status.DENIED),
        ("부인했다", Status.SPECULATED, Status.DENIED),
        ("was called off", Status.SCHEDULED, Status.CANCELLED),
        ("취소됐다", Status.SCHEDULED, Status.CANCELLED),
    ],
)
def test_a_hedge_that_means_another_status(hedge: str, status: Status, means: Status):
    told = said_otherwise(hedge, status)
    assert told is not None
    assert told[1] is means
    # The cue is one of those that are found in running text, with the same meaning.
    assert [it.status for it in hedges(told[0])] == [means]


@pytest.mark.parametrize(
    ("hedge", "status"),
    [
        ("declined to comment", Status.NO_COMMENT),
        ("denied", Status.DENIED),
        ("denied", Status.CANCELLED),
        ("cancelled", Status.OCCURRED),
        ("not denied", Status.UNCONFIRMED),
        ("did not deny", Status.UNCONFIRMED),
        ("부인하지 않았다", Status.UNCONFIRMED),
        # These go with several.
        ("would attend", Status.CONFIRMED),
        ("suggest", Status.ONGOING),
        ("unlikely", Status.DENIED),
        ("rejected", Status.OCCURRED),
        ("dismissed", Status.OCCURRED),
        ("deny-all", Status.EXPECTED),
        ("", Status.EXPECTED),
    ],
)
def test_a_hedge_that_may_go_with_the_status(hedge: str, status: Status):
    assert said_otherwise(hedge, status) is None


def test_none_of_the_bundled_hedges_is_asked_about():
    corpus = load_corpus(Path(seeds.__file__).parent)
    asked = [it.id for it in corpus.claims.values() if it.hedge and said_otherwise(it.hedge, it.status)]
    assert sum(it.hedge is not None for it in corpus.claims.values()) == 35
    assert asked == []
