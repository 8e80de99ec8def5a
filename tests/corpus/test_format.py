"""Versions of the format: an older folder opens as it is, and has nothing of a younger one."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from model.exchange.from_json import import_json
from model.exchange.json_text import json_text
from model.exchange.to_folder import write_corpus
from model.exchange.to_json import export_json
from tests.corpus.spoiled import A, findings_in, spoil

CONFLICT = """
[[conflict]]
id = "k"
kind = "contradiction"
point = "how-many"
topic = "x"
claims = ["c1", "c1"]
reason = "x"
"""
YOUNGER = [
    ("conflicts.toml", "", CONFLICT, 'the field "point"'),
    (A, 'status = "scheduled"', 'quotes = []\nstatus = "scheduled"', ""),
    (A, 'status = "scheduled"', 'quotes = ["It"]\nstatus = "scheduled"', 'the field "quotes"'),
    (A, 'words = "May 9"', 'words = "May 9", quote = "on May 9"', 'the field "quote"'),
    (
        A,
        'quote = "a visit comes on May 9"',
        'quote = { exact = "a visit comes on May 9", gloss = "x" }',
        'the field "gloss"',
    ),
    (A, 'status = "scheduled"', 'note = "x"\nstatus = "scheduled"', 'the field "note"'),
    (A, 'title = "a visit comes"', 'reprint_of = "b"\ntitle = "a visit comes"', 'the field "reprint_of"'),
    (A, 'status = "scheduled"', 'condition = "May"\nstatus = "scheduled"', 'the field "condition"'),
    (
        A,
        'status = "scheduled"\nfactuality = "CT+"',
        'status = "no-comment"\nfactuality = "Uu"',
        '"no-comment"',
    ),
]


def test_a_folder_of_the_first_format_opens_and_stays_one(folder: Path, tmp_path: Path):
    corpus = load_corpus(folder)
    assert (corpus.info.format, corpus.findings) == (1, ())
    assert import_json("".join(json_text(export_json(corpus, 0))), "x").info.format == 1
    write_corpus(corpus, tmp_path / "again")
    assert load_corpus(tmp_path / "again") == corpus


@pytest.mark.parametrize(("file", "old", "new", "what"), YOUNGER, ids=[it[3] for it in YOUNGER])
def test_what_is_of_the_second_format_is_an_error_in_the_first(
    folder: Path, file: str, old: str, new: str, what: str
):
    if not old:
        (folder / file).write_text(new, "utf-8")
    else:
        spoil(folder, file, old, new)
    said = [it.message for it in findings_in(folder) if it.code == "S030"]
    assert said == [] if not what else [f"{what} is of format 2; write format = 2 in corpus.toml"]
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    assert [it for it in findings_in(folder) if it.code == "S030"] == []
