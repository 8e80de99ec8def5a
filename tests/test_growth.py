"""Nothing at load, for a card, in the source pane or in a brief grows with the square of what there is."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from model.asof.changes import changes
from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.knowledge import knowledge_steps
from model.asof.lag import lags
from model.asof.saying import saying
from model.asof.state import event_state
from model.asof.support import supports
from model.asof.timetable import timetables
from model.asof.visible import visible_claim
from model.candidates.find import find_candidates
from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.exchange.brief import brief_of, event_brief
from model.exchange.extract import Extract, Scope
from model.exchange.to_csv import csv_claims
from model.index.archive import open_archive
from tests import shapes
from tests.growth import GROWTH, growth
from tests.tui.carded import entity_card_of
from tui.cards.conflict import ConflictCard
from tui.cards.event import EventCard
from tui.document.long_page import FIRST
from tui.document.reading import DocumentReading, page_of
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE

DAY = day_from_text("2025-07-01")
SIZE = 24

SOUND: list[shapes.Shape] = [
    shapes.one_event,
    shapes.called_off,
    shapes.supersession,
    shapes.much_superseded,
    shapes.parts,
    shapes.repetitions,
    shapes.one_document,
    shapes.one_conflict,
]
BROKEN: list[shapes.Shape] = [
    shapes.rings,
    shapes.one_letter,
    shapes.unknown_ids,
    shapes.missing_quotes,
    shapes.braces,
    shapes.nobody,
    shapes.a_chain_without_its_end,
    shapes.half_a_conflict,
]


def _phrases(corpus: Corpus) -> Phrases:
    return Phrases(corpus, UNICODE, DAY)


def _event_card(corpus: Corpus) -> None:
    state = event_state(corpus, next(iter(corpus.claims_of_event)), DAY)
    assert state is not None
    EventCard(state, _phrases(corpus), 60, whole=True).full(quotes=True)


def _entity_card(corpus: Corpus) -> None:
    for line in entity_card_of(corpus, "speaker", _phrases(corpus), 60).full():
        assert line.text is not None


def _conflict_cards(corpus: Corpus) -> None:
    for conflict in conflicts_as_of(corpus, DAY):
        view = conflict_view(corpus, conflict, DAY)
        for width in (60, 120):
            ConflictCard(view, _phrases(corpus), width).full()


def _brief(corpus: Corpus) -> None:
    events = tuple(corpus.claims_of_event)
    brief_of(Extract(corpus, Scope(DAY, events, len(events)), tuple(conflicts_as_of(corpus, DAY))))
    event_brief(corpus, events[0], DAY)


def _source(corpus: Corpus) -> None:
    page = page_of(corpus, "paper", 60, False)
    reading = DocumentReading("paper", page, _phrases(corpus))
    for claim in corpus.claims.values():
        first, _ = reading.rows_of(corpus.anchors.claims[claim.id])
        reading.line(first, claim)
        reading.line(first, None)


def _index(corpus: Corpus) -> None:
    open_archive(corpus, None, DAY)


WORK: dict[str, Callable[[Corpus], object]] = {
    "knowledge dates": knowledge_steps,
    "index": _index,
    "timetable": lambda corpus: timetables(corpus),
    "changes": lambda corpus: changes(corpus, DAY - 40, DAY).lines,
    "lags": lambda corpus: lags(corpus, DAY),
    "candidates": lambda corpus: list(find_candidates(corpus, DAY)),
    "support": lambda corpus: list(supports(corpus, DAY)),
    "event card": _event_card,
    "entity card": _entity_card,
    "conflict card": _conflict_cards,
    "brief": _brief,
    "CSV": lambda corpus: list(csv_claims(corpus, DAY)),
    "source": _source,
}


@pytest.mark.parametrize("shape", [*SOUND, *BROKEN], ids=lambda shape: shape.__name__)
def test_loading_does_not_grow_with_the_square(shape: shapes.Shape, tmp_path: Path):
    def load(size: int) -> Callable[[], object]:
        folder = shapes.write(shape(size), tmp_path / str(size))

        def work() -> None:
            with suppress(CorpusError):
                load_corpus(folder)

        return work

    assert growth(load, SIZE) < GROWTH


@pytest.mark.parametrize("shape", SOUND, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("work", WORK)
def test_answers_do_not_grow_with_the_square(work: str, shape: shapes.Shape, tmp_path: Path):
    def answer(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shape(size), tmp_path / str(size)))
        return lambda: WORK[work](corpus)

    assert growth(answer, SIZE) < GROWTH


def test_the_card_of_one_claim_costs_the_same_among_many_others(tmp_path: Path):
    def card(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size)))
        _event_card(corpus)
        return lambda: _event_card(corpus)

    assert growth(card, SIZE) < 1.1


def test_who_someone_is_costs_the_same_among_many_claims(tmp_path: Path):
    def who(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size)))
        phrases, claim = _phrases(corpus), corpus.claims["claim-1"]
        item = visible_claim(corpus, claim, saying(corpus, claim), DAY)
        phrases.who(item)
        return lambda: phrases.who(item)

    assert growth(who, SIZE) < 1.1


def test_a_line_of_a_document_costs_the_same_among_many_others(tmp_path: Path):
    def line(size: int) -> Callable[[], object]:
        corpus = load_corpus(shapes.write(shapes.one_document(size), tmp_path / str(size)))
        reading = DocumentReading("paper", page_of(corpus, "paper", 60, False), _phrases(corpus))
        reading.line(FIRST, None)
        claim = corpus.claims["claim-10"]
        row, _ = reading.rows_of(corpus.anchors.claims[claim.id])
        return lambda: reading.line(row, claim)

    assert growth(line, SIZE) < 1.2
