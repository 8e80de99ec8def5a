"""How work grows with what there is: every shape of corpus at a size and at four times that, in one run.

    python -m tests.benchmarks.bench_growth [NAME ...]

Times are of the processor, the least of a few; the ratios can be compared. Exits 1 where one is above what n log n
allows. With names, only the lines that hold one of them.
"""

import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from model.asof.conflict import conflict_view, conflicts_as_of
from model.asof.entity import entity_view
from model.asof.state import event_state
from model.asof.timetable import timetables
from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.corpus.records import Entity
from model.corpus.vocabulary import EntityType
from model.cues.counted_from import counted_from_day
from model.cues.date_meaning import date_meanings
from model.cues.date_words import date_words
from model.cues.hedges import hedges, reporting_verbs
from model.cues.names import Names
from model.dates.calendar import day_from_text
from model.exchange.brief import brief_of
from model.exchange.extract import Extract, Scope
from model.exchange.to_csv import csv_claims
from model.index.archive import open_archive
from model.index.values import AsOf
from model.quotes.sentences import sentences
from tests import shapes
from tui.cards.conflict import ConflictCard
from tui.cards.entity import EntityCard
from tui.cards.event import EventCard
from tui.document.long_page import LongPage
from tui.document.reading import DocumentReading, page_of
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE

DAY = day_from_text("2025-07-01")

SLACK = 1.6
"""Memory that no longer fits the processor's caches, and other programs, cost as much as this at most."""

ROUNDS = 3
LEAST = 0.02
"""Seconds below which a time is too short to be compared."""

Work = Callable[[], object]

LOADED: list[tuple[shapes.Shape, int]] = [
    (shapes.one_event, 500),
    (shapes.supersession, 500),
    (shapes.much_superseded, 500),
    (shapes.parts, 5000),
    (shapes.repetitions, 2000),
    (shapes.rings, 1000),
    (shapes.one_letter, 500),
    (shapes.unknown_ids, 2500),
    (shapes.missing_quotes, 1000),
    (shapes.braces, 5000),
    (shapes.one_document, 1000),
    (shapes.one_conflict, 1000),
]
ASKED: list[tuple[shapes.Shape, int]] = [
    (shapes.one_event, 500),
    (shapes.supersession, 500),
    (shapes.much_superseded, 500),
    (shapes.parts, 5000),
    (shapes.repetitions, 2000),
    (shapes.one_document, 1000),
    (shapes.one_conflict, 500),
]
PARAGRAPHS = {
    "a paragraph of Latin": ("The words go on and on and on. ", 1_000_000),
    "a paragraph of Hangul": ("북한 대표단이 모스크바를 방문한다. ", 250_000),
    "a paragraph of Cyrillic": ("Делегация посетит Москву девятого мая. ", 250_000),
    "a paragraph of Devanagari": ("क्षेत्र में भारत ", 50_000),
    "a paragraph of one letter": ("x", 1_000_000),
    "a letter under marks": ("\u0301", 100_000),
}
"""What they are made of, and of how many code points: 4 MB and, of Hangul, 1 MB at four times that."""


def loads(shape: shapes.Shape, size: int) -> Iterator[tuple[str, Work]]:
    """Loading a corpus, or finding out what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        root = shapes.write(shape(size), Path(folder) / "corpus")

        def load() -> None:
            with suppress(CorpusError):
                load_corpus(root)

        yield "load", load


def answers(shape: shapes.Shape, size: int) -> Iterator[tuple[str, Work]]:
    """What is asked of a corpus: its index, its cards, its documents."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = load_corpus(shapes.write(shape(size), Path(folder) / "corpus"))
    event = next(iter(corpus.claims_of_event))
    known = tuple(corpus.claims_of_event)
    phrases = Phrases(corpus, UNICODE, DAY)
    conflicts = tuple(conflicts_as_of(corpus, DAY))

    def event_card() -> None:
        state = event_state(corpus, event, DAY)
        assert state is not None
        EventCard(state, phrases, 60, whole=True).full(quotes=True)

    def conflict_cards() -> None:
        for conflict in conflicts:
            ConflictCard(conflict_view(corpus, conflict, DAY), phrases, 60).full()

    yield "timetable", lambda: timetables(corpus)
    yield "open", lambda: open_archive(corpus, None, DAY)
    yield "event card", event_card
    reader = open_archive(corpus, None, DAY).at(AsOf(DAY))
    yield (
        "entity card",
        lambda: EntityCard(entity_view(corpus, "speaker", DAY), phrases, 60, reader).full(),
    )
    yield "conflict card", conflict_cards
    yield "brief", lambda: brief_of(Extract(corpus, Scope(DAY, known, len(known)), conflicts))
    yield "CSV", lambda: list(csv_claims(corpus, DAY))
    yield "source", lambda: _walked(corpus, phrases)


def _walked(corpus: Corpus, phrases: Phrases) -> None:
    reading = DocumentReading("paper", page_of(corpus, "paper", 60, False), phrases)
    for claim in corpus.claims.values():
        first, _ = reading.rows_of(corpus.anchors.claims[claim.id])
        reading.line(first, claim)


def paragraphs(piece: str, size: int) -> Iterator[tuple[str, Work]]:
    """A document of one paragraph on a page."""
    text = (piece * (size // len(piece) + 1))[:size]
    yield "page", lambda: list(LongPage(text, (), 57, False).rows())


TEXTS = {
    "a text in English": "On Monday he said that they may not visit from May 7 to 10, three days later or last week. ",
    "a text in Hangul": "통신은 지난 8일 대표단이 이달 말까지 방문하지 않을 것으로 보인다고 밝혔다. ",
    "a text of dates": "May 5, ",
    "a text of full stops": ".",
    "a text of empty lines": "\n",
    "a text of digits": "1",
    "a text of quotation marks": "”. ",
    "a text of negations": "not n’t 지 않을 ",
    "a text of names": "Kim U.S. Kim Jong-un’s 김정은이 ",
}
"""What they are made of, over and over: what the rules of `model/cues` might read again and again."""


def cues(piece: str, size: int) -> Iterator[tuple[str, Work]]:
    """What is recognised in a text."""
    text = (piece * (size // len(piece) + 1))[:size]
    names = Names(
        Entity(id=f"e{number}", type=EntityType.PERSON, name=name)
        for number, name in enumerate(("Kim", "Kim Jong-un", "U.S.", "김정은"))
    )
    found, spans = date_words(text), sentences(text)
    yield "sentences", lambda: sentences(text)
    yield "date words", lambda: date_words(text)
    yield "date meanings", lambda: date_meanings(text, found, spans, counted_from_day(DAY))
    yield "hedges", lambda: hedges(text)
    yield "verbs", lambda: reporting_verbs(text)
    yield "names", lambda: names.found_in(text)


def least(work: Work) -> float:
    """The least seconds of the processor that a piece of work took."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def grown(what: str, make: Callable[[int], Iterator[tuple[str, Work]]], size: int) -> bool:
    """Print how each piece of work grows from a size to four times that; returns whether all is within n log n."""
    allowed = 4 * math.log(4 * size) / math.log(size) * SLACK
    # A generator holds the folder that its work needs: one size is measured after the other.
    small = {name: least(work) for name, work in make(size)}
    large = {name: least(work) for name, work in make(4 * size)}
    good = True
    for name, seconds in large.items():
        ratio = seconds / max(small[name], 1e-9)
        fits = ratio <= allowed or seconds < LEAST
        good = good and fits
        print(
            f"{'met   ' if fits else 'MISSED'}  {what:26} {name:14} {size:>9,} {small[name] * 1e3:8.1f} ms"
            f"  {4 * size:>9,} {seconds * 1e3:8.1f} ms  {ratio:5.1f} x of {allowed:.1f}",
            flush=True,
        )
    return good


def main(wanted: list[str]) -> int:
    """Measure all; returns 0 where nothing grows faster than n log n."""
    jobs: list[tuple[str, Callable[[int], Iterator[tuple[str, Work]]], int]] = [
        *((f"load {shape.__name__}", lambda size, shape=shape: loads(shape, size), n) for shape, n in LOADED),
        *((shape.__name__, lambda size, shape=shape: answers(shape, size), n) for shape, n in ASKED),
        *((name, lambda size, piece=it: paragraphs(piece, size), n) for name, (it, n) in PARAGRAPHS.items()),
        *((name, lambda size, piece=it: cues(piece, size), 250_000) for name, it in TEXTS.items()),
    ]
    chosen = [job for job in jobs if not wanted or any(word in job[0] for word in wanted)]
    results = [grown(*job) for job in chosen]
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
