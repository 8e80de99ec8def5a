"""Marks that pile up, and marks that nothing carries, are spelled out in every export, and lose nothing."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exchange.extract import Extract, Scope
from model.exchange.formats import EXPORTERS, Exporter
from model.exchange.from_json import import_json
from model.exchange.json_text import json_text
from model.exchange.visible import visible
from model.quotes.hidden import MAX_MARKS
from tests.outputs.told import document
from tests.tui.small_corpus import small_corpus
from tui.text.shown import shown

ZALGO = "Z" + "\u0301\u0489\u20dd" * 50


def most_marks(text: str) -> int:
    """The longest run of marks."""
    longest = at = 0
    for character in text:
        at = at + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        longest = max(longest, at)
    return longest


# What is in Parquet goes to programs, as it is.
@pytest.mark.parametrize(
    "exporter", [it for it in EXPORTERS.built_in if it.name != "parquet"], ids=lambda it: it.name
)
def test_no_export_piles_up_marks(tmp_path: Path, exporter: Exporter):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], ZALGO)
    text = str(document(exporter, Extract(corpus, Scope(10**6, ("e0",), 1), ())))
    assert most_marks(text) == MAX_MARKS - 1
    assert re.search(r"(?:<|&lt;)U\+0301|\\u0301", text) is not None


def test_a_flood_in_json_is_read_back_as_it_was(tmp_path: Path):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], ZALGO)
    written = "".join(EXPORTERS.get("json").pieces(Extract(corpus, Scope(10**6, ("e0",), 1), ())))
    assert import_json(written, "x") == corpus


def test_a_table_spells_out_each_mark_that_is_too_many(tmp_path: Path):
    corpus = small_corpus(tmp_path / "corpus", ["2025-05-01"], ZALGO)
    text = "".join(EXPORTERS.get("csv").pieces(Extract(corpus, Scope(10**6, ("e0",), 1), ())))
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    back = re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), row["quote"])
    assert back == f"{ZALGO} 0"


@pytest.mark.parametrize("text", ["café", "최룡해", "ध्वनि", "שָׁלוֹם", "Việt Nam", "é" * 20, "e\u0301" * 20])
def test_what_people_write_is_left_as_it_is(text: str):
    assert visible(text) == text


@pytest.mark.parametrize("text", ["\u0301x", "a \u0301x", '"\u0301x', "\u200b\u0301x", "\u3000\u0301x"])
def test_a_mark_that_nothing_carries_changes_nothing_before_it(text: str):
    assert "<U+0301>x" in visible(text)
    assert '"\\u0301' in "".join(json_text("\u0301"))


@given(st.text())
def test_json_is_read_back_as_it_was(text: str):
    assert json.loads("".join(json_text([text]))) == [text]


@given(st.text(st.sampled_from("aÀ \u0301\u0489\u0e31\u0bcd"), max_size=40))
def test_no_more_marks_are_written_than_the_screen_shows(text: str):
    assert most_marks(visible(text)) < MAX_MARKS
    assert most_marks(shown(text)) <= MAX_MARKS
