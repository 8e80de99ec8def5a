"""A text of four times the length takes four times the work: nothing is read again and again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.corpus.records import Entity
from model.corpus.vocabulary import EntityType
from model.cues.counted_from import counted_from_day
from model.cues.gaps import gaps
from model.cues.names import Names
from model.cues.text_cues import TextCues
from model.quotes.span import TextSpan
from tests import shapes
from tests.growth import GROWTH, growth

PIECES = {
    "English": "On Monday he said that they may not visit from May 7 to 10. Kim left three days later. ",
    "Hangul": "통신은 지난 8일 대표단이 이달 말까지 방문하지 않을 것으로 보인다고 밝혔다. ",
    "dates": "May 5, ",
    "full stops": ".",
    "empty lines": "\n",
    "digits": "1",
    "names": "Kim U.S. Kim Jong-un’s 김정은이 ",
}
NAMES = Names(
    Entity(id=f"e{number}", type=EntityType.PERSON, name=name)
    for number, name in enumerate(("Kim", "Kim Jong-un", "U.S.", "김정은"))
)
ORIGIN = counted_from_day(739_000)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_what_is_recognised_in_a_text(piece: str):
    def work_on(size: int) -> Callable[[], object]:
        text = (piece * (size // len(piece) + 1))[:size]
        return lambda: (
            cues := TextCues(text),
            cues.sentences,
            cues.within(TextSpan(0, len(text)), ORIGIN, NAMES),
        )

    # What is made ready once, as patterns, is made before.
    work_on(500)()
    assert growth(work_on, 1500) < GROWTH


def test_the_gaps_of_a_document(tmp_path: Path):
    def work_on(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size)))
        return lambda: gaps(corpus, "paper")

    work_on(4)()
    assert growth(work_on, 24) < GROWTH
