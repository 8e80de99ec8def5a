"""The maker of large corpora: the same for the same seed, and a corpus like any other."""

from pathlib import Path

from model.corpus.load import load_corpus
from model.dates.edtf import Shape, parse
from tests.benchmarks.many_events import happenings, write_corpus


def test_a_seed_makes_the_same_corpus_to_the_byte_and_another_one_another(tmp_path: Path):
    folders = [write_corpus(tmp_path / name, 50, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    texts = [{path.name: path.read_bytes() for path in folder.rglob("*.*")} for folder in folders]
    assert texts[0] == texts[1] != texts[2]


def test_it_passes_the_checks_and_has_dates_of_every_kind(tmp_path: Path):
    corpus = load_corpus(write_corpus(tmp_path / "many", 400))
    dates = [claim.date.edtf if claim.date is not None else None for claim in corpus.claims.values()]
    assert len(corpus.claims) == 400
    assert None in dates
    parsed = [parse(text) for text in dates if text is not None]
    assert {date.shape for date in parsed} == set(Shape)
    assert any(date.latest is None for date in parsed)
    assert min(date.sort_year for date in parsed) < 1
    assert max(date.sort_year for date in parsed) > 9999


def test_more_events_begin_with_the_same_ones():
    assert happenings(20) == happenings(40)[:20]
