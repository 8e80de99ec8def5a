"""Finding candidates does not grow with the square, whatever many claims share: an event, a day, words, a speaker."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from model.candidates.find import find_candidates
from model.corpus.corpus import Corpus
from tests.growth import GROWTH, growth
from tests.handmade import corpus_of

LAST = 10**6
SIZE = 40

SHARED: dict[str, Callable[[int], str]] = {
    "two events on one day": lambda n: (
        f"c{n} - scheduled CT+ 2025-05-0{1 + n % 3} event=e{n % 2} roles=host:a,guest:b"
    ),
    "many events on one day": lambda n: f"c{n} - scheduled CT+ 2025-05-09 event=e{n} roles=host:a,guest:b",
    "one event, many dates": lambda n: f"c{n} - scheduled CT+ 20{10 + n % 90}-05-09 event=e roles=host:a{n}",
    "one speaker on one day": lambda n: f"c{n} 2025-05-01 scheduled CT+ - event=e{n} source=s{n % 9}",
}


def corpus(name: str, size: int) -> Corpus:
    """A corpus of so many claims; each has as many words as any, and those of one source are those of the others."""
    made = corpus_of("\n".join(SHARED[name](n) for n in range(size)))
    words = {
        it: f"the envoys of both countries signed paper number {n // 9} in the capital"
        for n, it in enumerate(made.claims)
    }
    claims = {it.id: msgspec.structs.replace(it, quote=words[it.id]) for it in made.claims.values()}
    return replace(made, claims=claims)


@pytest.mark.parametrize("name", SHARED)
def test_finding_them_does_not_grow_with_the_square(name: str):
    def find(size: int) -> Callable[[], object]:
        made = corpus(name, size)
        return lambda: list(find_candidates(made, LAST))

    assert growth(find, SIZE) < GROWTH
