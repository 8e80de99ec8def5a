"""A mistake in the shape of a record hides no other one: of it, or of what names it."""

import hashlib
from pathlib import Path

import pytest

from tests.corpus.spoiled import TEXT, A, add, found, spoil

QUOTE = 'quote = "a visit comes on May 9"'
STATEMENT = """
[[statement]]
id = "s"
quote = "On Monday he said"
chain = [{ who = "korea-daily", record = "document" }]
on = { edtf = "2025-05-05", basis = "external", reasoning = "x" }
public = true
"""


def codes(folder: Path) -> list[str]:
    return [line.partition(": ")[2] for line in found(folder)]


def lines(folder: Path) -> list[int]:
    return [int(line.split(":")[1]) for line in found(folder)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('status = "scheduled"', 'status = "scheduled"\nhedeg = "x"', 14),
        ('status = "scheduled"', 'status = "scheduld"', 13),
        ('factuality = "CT+"', "factuality = 1", 14),
        ('status = "scheduled"\n', "", 8),
        ('edtf = "2025-05-09"', "edtf = 2025-05-09", 12),
        ('basis = "explicit-partial"', 'basis = "printed"', 12),
        ('factuality = "CT+"', 'factuality = "CT+"\nsupersedes = "c2"', 15),
        ('factuality = "CT+"', 'factuality = "CT+"\nroles = 1', 15),
    ],
)
def test_a_claim_that_cannot_be_read_has_its_quote_checked(folder: Path, old: str, new: str, line: int):
    spoil(folder, A, old, new)
    assert lines(folder) == [line]
    spoil(folder, A, QUOTE, QUOTE.replace("a visit", "no visit"))
    assert sorted(lines(folder)) == sorted({line, 11})


def test_what_cannot_be_read_is_not_taken_for_what_stands_in_its_place(folder: Path):
    # It would be "occurred" of a day ahead, and without a date for another to take over.
    spoil(folder, A, 'status = "scheduled"', 'status = "occured"')
    assert lines(folder) == [13]
    spoil(folder, A, 'edtf = "2025-05-09"', "edtf = 2025-05-09")
    add(
        folder,
        A,
        '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "denied"\nfactuality = "CT-"\n',
    )
    add(folder, A, 'date = { edtf = "2025-05-09", basis = "inherited", from = "c1", reasoning = "x" }\n')
    assert lines(folder) == [12, 13]


def test_a_source_that_cannot_be_read_does_not_hide_what_is_wrong_with_it(folder: Path):
    spoil(folder, A, 'language = "en"', 'langauge = "en"\nurl = "www.example.org"')
    spoil(folder, A, 'publisher = "korea-daily"', 'publisher = "daily-news"')
    spoil(folder, A, 'edtf = "2025-05-05"', 'edtf = "2025-21"')
    spoil(folder, A, 'title = "a visit comes"\n', "")
    assert [line.split(": ")[1].split(" ")[0] for line in found(folder)] == [
        "the",
        "the",
        "there",
        "unknown",
        '"www.example.org"',
        '"2025-21"',
    ]


def test_a_date_of_a_source_that_cannot_be_read_dates_nothing(folder: Path):
    spoil(folder, A, 'edtf = "2025-05-05"', "edtf = 2025-05-05")
    add(folder, A, STATEMENT.replace("2025-05-05", "2030-05-05"))
    add(folder, A, 'origin = "s"\n')
    assert lines(folder) == [6]


def test_the_day_of_a_statement_that_cannot_be_read_is_not_that_of_its_document(folder: Path):
    add(folder, A, STATEMENT.replace('edtf = "2025-05-05"', "edtf = 2025-04-20"))
    second = '\n[[claim]]\nid = "c{}"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
    add(
        folder,
        A,
        second.format(2) + 'statement = "s"\n' + STATEMENT.replace('"s"', '"t"').replace("05-05", "05-01"),
    )
    assert len(found(folder)) == 1
    add(folder, A, second.format(3) + 'statement = "t"\nsupersedes = ["c2"]\n')
    assert len(found(folder)) == 1


def test_a_conflict_an_event_and_an_entity_are_read_in_part(folder: Path):
    spoil(folder, "events.toml", 'title = "A visit"', 'title = 1\nplace = "nowhere"')
    spoil(folder, "entities.toml", 'name = "Korea Daily"', 'name = "The Korea Daily"\nalias = "KD"')
    add(
        folder,
        "conflicts.toml",
        '[[conflict]]\nid = "q"\nkind = "quarrel"\ntopic = "T"\nclaims = ["c1", "c9"]\nreason = "R"\n',
    )
    assert codes(folder) == [
        (
            '"quarrel" is not a known word; known here: contradiction, label, resolved, gradient, explanations, '
            "not-the-same"
        ),
        'there is no claim "c9"; name one that is there, or write it into the .toml of its source',
        '"The Korea Daily" takes 15 cells, and a name has 11; give "short", what a column shows',
        'unknown field "alias", did you mean "aliases"?',
        'text in quotes is wanted here, not a number; write title = "1"',
        'there is no entity "nowhere"; name one that is there, or write it into entities.toml',
    ]


def test_what_only_stands_in_is_said_to_be_wrong_with_nobody(folder: Path):
    spoil(folder, A, 'publisher = "korea-daily"', "publisher = 1")
    spoil(folder, A, 'event = "visit"', 'event = ["visit"]')
    add(folder, A, STATEMENT.replace('chain = [{ who = "korea-daily", record = "document" }]', "chain = []"))
    assert lines(folder) == [3, 10, 19]


def test_words_do_not_count_from_a_day_that_cannot_be_read(folder: Path):
    text = "On Monday he said it was yesterday."
    (folder / "sources/a.txt").write_bytes(text.encode())
    spoil(folder, A, hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    head = (folder / A).read_text().partition("[[claim]]")[0].replace("a visit comes", "On Monday")
    date = (
        'date = { edtf = "2025-04-19", words = "yesterday", basis = "derived-relative", reasoning = "x" }\n'
    )
    claim = (
        '\n[[claim]]\nid = "c1"\nevent = "visit"\nquote = "it was yesterday"\nstatement = "s"\n'
        f'status = "occurred"\nfactuality = "CT+"\n{date}'
    )
    (folder / A).write_text(head + claim + STATEMENT.replace("2025-05-05", "2025-05-04"))
    assert len(found(folder)) == 1
    spoil(folder, A, 'edtf = "2025-05-04"', "edtf = 2025-04-20")
    (said,) = found(folder)
    assert "a bare date" in said


def test_a_record_that_is_none_has_the_rest_of_it_checked(folder: Path):
    conflict = '[[conflict]]\nid = "q"\nkind = "resolved"\ntopic = "T"\nclaims = 7\nreason = "R"\n{}\n'
    spoil(folder, A, 'event = "visit"', 'event = ["visit"]')
    add(folder, A, STATEMENT.replace('id = "s"', 'id = "Not An Id"'))
    add(folder, "conflicts.toml", conflict.format(""))
    add(folder, "entities.toml", '\n[[entity]]\nid = "k"\ntype = "persona"\nname = "K"\n')
    add(folder, "events.toml", '\n[[event]]\ntype = "talks"\ntitle = "T"\n')
    before = found(folder)
    assert len(before) == 5
    spoil(folder, A, QUOTE, QUOTE.replace("a visit", "no visit"))
    spoil(folder, A, 'who = "korea-daily"', 'who = "korea-dialy"')
    spoil(folder, "events.toml", 'title = "T"', 'title = "T"\nplace = "nowhere"')
    spoil(folder, "conflicts.toml", "claims = 7", "claims = 7\nkindd = 1")
    more = [line for line in found(folder) if line not in before]
    assert [line.partition(": ")[2].split(",")[0].split(";")[0] for line in more] == [
        'unknown field "kindd"',
        'there is no entity "nowhere"',
        "the quote is not in the text",
        'there is no entity "korea-dialy"',
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (A, 'event = "visit"', "event = 1"),
        (A, 'id = "c1"', "id = 1"),
        (A, 'id = "c1"\n', ""),
        (A, 'event = "visit"', 'event = "visit"\nstatement = 1'),
        ("events.toml", 'id = "visit"', "id = 1"),
        ("entities.toml", 'type = "organization"', "type = 1"),
        ("entities.toml", 'name = "Korea Daily"', "name = 1"),
        ("entities.toml", 'id = "korea-daily"', "id = 1"),
    ],
)
def test_what_names_no_record_is_said_once_and_nothing_is_made_up(
    folder: Path, file: str, old: str, new: str
):
    spoil(folder, file, old, new)
    assert len(found(folder)) == 1
