"""What of a document nothing is made of."""

from pathlib import Path

import pytest
from hypothesis import given

import seeds
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.cues.gaps import Gap, GapKind, gaps
from tests.corpus.spoiled import FILES, A, add, spoil
from tests.effort import examples
from tests.strategies import corpora


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (root / name).write_bytes(text.encode())
    return root


def of(folder: Path) -> list[tuple[str, str, bool]]:
    return [(gap.kind.value, gap.words, gap.quoted) for gap in gaps(load_corpus(folder), "a")]


SECOND = [("sentence", "It will not be long, he said.", False), ("saying", "said", False)]


def test_what_no_record_uses_is_a_gap_in_text_order(folder: Path):
    assert of(folder) == [("date", "On Monday", False), ("saying", "said", False), *SECOND]


def test_a_date_word_says_what_it_would_mean_counted_from_its_source(folder: Path):
    monday = gaps(load_corpus(folder), "a")[0]
    assert monday.meaning is not None
    assert monday.meaning.said == 'Mon 5 May 2025, derived-weekday from "On Monday"'


def test_a_date_word_in_a_quote_is_a_gap_until_a_date_rests_on_it(folder: Path):
    spoil(
        folder,
        A,
        'date = { edtf = "2025-05-09", words = "May 9", basis = "explicit-partial", reasoning = "x" }\n',
        "",
    )
    assert ("date", "on May 9", True) in of(folder)


def test_a_reporting_verb_in_a_claim_is_a_gap_until_a_statement_quotes_it(folder: Path):
    spoil(folder, A, 'quote = "a visit comes', 'quote = "he said a visit comes')
    assert ("saying", "said", True) in of(folder)
    add(
        folder,
        A,
        '[[statement]]\nid = "s1"\nquote = "On Monday he said"\npublic = true\n'
        'chain = [{ who = "korea-daily", how = "said", record = "document" }]\n'
        'on = { edtf = "2025-05-05", words = "On Monday", basis = "derived-weekday", reasoning = "x" }\n',
    )
    assert of(folder) == SECOND


@pytest.mark.parametrize("kind", ['[[left_out]]\nreason = "x"', '[[furniture]]\nkind = "menu"'])
def test_what_is_left_out_or_furniture_is_no_gap(folder: Path, kind: str):
    add(folder, A, f'{kind}\nquote = "It will not be long, he said."\n')
    assert of(folder) == [("date", "On Monday", False), ("saying", "said", False)]


def test_a_draft_fills_a_gap(folder: Path):
    add(folder, A, '[[claim]]\nid = "c2"\nevent = "visit"\ndraft = true\nquote = "It will not be long"\n')
    assert SECOND[0] not in of(folder)


def test_the_bundled_corpus_has_no_sentence_left():
    corpus = load_corpus(Path(seeds.__file__).parent)
    found = [gap for source in corpus.sources for gap in gaps(corpus, source)]
    assert [gap for gap in found if gap.kind is GapKind.SENTENCE or not gap.quoted] == []


@examples(60)
@given(corpora())
def test_gaps_of_any_corpus_are_where_they_say_in_text_order(corpus: Corpus):
    for source, text in corpus.texts.items():
        found: tuple[Gap, ...] = gaps(corpus, source)
        assert [gap.span.start for gap in found] == sorted(gap.span.start for gap in found)
        for gap in found:
            assert text[gap.span.start : gap.span.end] == gap.words
            assert (gap.meaning is not None) == (gap.kind is GapKind.DATE)
