"""A date is typed with "before", "after" and the like, in a form: what it is read as, and how it is completed."""

from pathlib import Path

import pytest

from model.curate.entry.claim import ClaimEntry
from model.curate.entry.offers import offered
from model.curate.entry.suggest import begun, followed
from tests.curate.one_page import marked, page

WORDS = "The fair will open in Sinuiju on Friday, or on 3 October, the group said."


def read(folder: Path, typed: str) -> ClaimEntry:
    passage = marked(page(folder, WORDS), WORDS)
    return ClaimEntry(passage, followed(passage, {**begun(passage), "date": typed}, frozenset({"date"})))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("before 2026-09-30", "[..2026-09-29]"),
        ("before Friday", "[..2026-09-24]"),
        ("after 3 October", "[2026-10-04..]"),
        ("After  3  October", "[2026-10-04..]"),
        ("by 2026-10", "[..2026-10]"),
        ("no later than 2026-10", "[..2026-10]"),
        ("since 2026-09", "2026-09/.."),
        ("not before Friday", "[2026-09-25..]"),
        ("until 2026-10-03", "../2026-10-03"),
    ],
)
def test_it_is_read(tmp_path: Path, typed: str, edtf: str):
    entry = read(tmp_path, typed)
    assert (entry.date.field or {}).get("edtf") == edtf
    # It is the curator's word, so why has to be said.
    assert entry.date.asks


@pytest.mark.parametrize("typed", ["before", "after nonsense", "between", "before before Friday"])
def test_what_is_no_date_is_said(tmp_path: Path, typed: str):
    date = read(tmp_path, typed).date
    assert date.field is None and date.wrong
    assert "before 2026-09" in date.answer


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("be", "before 2026-09-25"),
        ("before", "before 2026-09-25"),
        ("before 2026-10", "before 2026-10-03"),
        ("af", "after 2026-09-25"),
        ("b", "before 2026-09-25"),
        ("=", "=page"),
        ("", "2026-09-25"),
    ],
)
def test_it_is_completed(tmp_path: Path, typed: str, first: str):
    entry = read(tmp_path, typed)
    assert next(iter(offered(entry.passage, "date", entry.values))) == first
