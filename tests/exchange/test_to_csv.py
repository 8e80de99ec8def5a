"""The table: every quote where it says it is, and no cell that a spreadsheet obeys."""

import csv
import io
from pathlib import Path

import pytest

from model.dates.calendar import day_from_text
from model.exchange.to_csv import COLUMNS, csv_claims
from tests.exchange.bundled import CORPUS
from tests.handmade import corpus_of
from tests.tui.small_corpus import small_corpus


def test_the_table_has_a_row_for_each_visible_claim_and_is_read_back_as_written():
    rows = list(
        csv.DictReader(io.StringIO("".join(csv_claims(CORPUS, day_from_text("2025-06-01"))), newline=""))
    )
    assert tuple(rows[0]) == COLUMNS
    assert {row["claim"] for row in rows} == set(CORPUS.claims)
    for row in rows:
        text = CORPUS.texts[row["source"]]
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize("begin", [*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫", *"⁼⁺⁻₌₊₋", "−"])
def test_no_cell_is_a_formula(tmp_path: Path, begin: str):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], f"{begin}cmd()")
    (row,) = csv.DictReader(io.StringIO("".join(csv_claims(corpus, 10**6)), newline=""))
    assert row["quote"].startswith(f"'{begin}")
    assert row["event_title"].startswith(f"'{begin}")


@pytest.mark.parametrize("begin", ["\t=", "\r=", "\n=", " \t +", "\x0b-", "\u2028@", "\u3000="])
def test_white_space_before_a_formula_makes_it_none(tmp_path: Path, begin: str):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], f"{begin}cmd()")
    (row,) = csv.DictReader(io.StringIO("".join(csv_claims(corpus, 10**6)), newline=""))
    assert row["quote"].startswith(f"'{begin.strip()}cmd()")


def test_a_date_before_christ_is_no_formula():
    corpus = corpus_of("old  -0043-03-15  occurred  CT+  -0043-03-15", published="-0042")
    (row,) = csv.DictReader(io.StringIO("".join(csv_claims(corpus, 10**6)), newline=""))
    assert (row["date"], row["stated"]) == ("'-0043-03-15", "'-0043-03-15")
    assert [name for name, cell in row.items() if cell[:1] in "=+-@" and cell] == []
