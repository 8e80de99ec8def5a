"""Every mistake in a record is one clear line: where, what is wrong, and what would be right."""

from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.corpus.spoiled import FILES, TEXT, A, add, found, spoil


def test_the_corpus_that_is_spoiled_here_is_sound(folder: Path):
    assert list(load_corpus(folder).claims) == ["c1"]


SPOILED = {
    "syntax error": (
        A,
        'language = "en"',
        "language = en",
        ["4:12: not TOML: invalid value; a text stands in quotes; the source is left out"],
    ),
    "unknown field": (
        A,
        'status = "scheduled"',
        'status = "scheduled"\nhedeg = "x"',
        ['14:1: unknown field "hedeg", did you mean "hedge"?'],
    ),
    "unknown table": (
        A,
        'factuality = "CT+"\n',
        'factuality = "CT+"\n[[clam]]\nid = "x"\n',
        ['15:1: unknown table "clam", did you mean "claim"?'],
    ),
    "missing field": (
        A,
        'id = "c1"\n',
        "",
        [
            '8:1: the field "id" is missing; write id = "...": up to 80 lower-case letters, digits and single hyphens'
        ],
    ),
    "wrong type": (
        A,
        'event = "visit"',
        'event = ["visit"]',
        ['10:1: text in quotes is wanted here, not a list; write event = "visit"'],
    ),
    "single brackets": (
        "events.toml",
        "[[event]]",
        "[event]",
        ["1:1: write [[event]] in double brackets, one for each record"],
    ),
    "unknown id": (
        A,
        'publisher = "korea-daily"',
        'publisher = "the-korea-daily"',
        ['3:1: there is no entity "the-korea-daily", did you mean "korea-daily"?'],
    ),
    "unknown id with nothing near": (
        A,
        'factuality = "CT+"',
        'factuality = "CT+"\nroles = { host = "rusia" }',
        ['15:11: there is no entity "rusia"; name one that is there, or write it into entities.toml'],
    ),
    "duplicate id": (
        "entities.toml",
        'name = "Korea Daily"',
        'name = "Korea Daily"\n\n[[entity]]\nid = "korea-daily"\ntype = "place"\nname = "x"',
        ['7:1: the entity id "korea-daily" is taken already; rename one (entities.toml:2)'],
    ),
    "one id for a source and a claim": (
        A,
        'id = "c1"',
        'id = "a"',
        ['9:1: the id "a" belongs to a source already; rename one (sources/a.toml:1)'],
    ),
    "not an id": (
        A,
        'id = "c1"',
        'id = "C 1"',
        [
            '9:1: "C 1" is not an id; write up to 80 lower-case letters, digits and single hyphens, as in "c-1"'
        ],
    ),
    "unknown word": (
        A,
        'status = "scheduled"',
        'status = "scheduld"',
        [
            (
                '13:1: "scheduld" is not a known word, did you mean "scheduled"? known here: occurred, ongoing, '
                "scheduled, confirmed, expected, speculated, unconfirmed, denied, cancelled, no-comment"
            )
        ],
    ),
    "bare date": (
        A,
        'edtf = "2025-05-09"',
        "edtf = 2025-05-09",
        ['12:10: a bare date; write it as a string: edtf = "2025-05-09"'],
    ),
    "season": (
        A,
        'edtf = "2025-05-09"',
        'edtf = "2025-21"',
        [
            (
                '12:10: "2025-21" has a season, an EDTF feature that this format leaves out; '
                "write its months, as [2001-03..2001-05]"
            )
        ],
    ),
    "unspecified digit": (
        A,
        'edtf = "2025-05-09"',
        'edtf = "2025-05-XX"',
        [
            (
                '12:10: "2025-05-XX" has an unspecified digit (X), an EDTF feature that this format leaves out; '
                "write its first and last possible date, as [1960..1969]"
            )
        ],
    ),
    "not a date": (
        A,
        'edtf = "2025-05-09"',
        'edtf = "May 9"',
        ['12:10: "May 9" is not an EDTF date; write it as 2025, 2025-05 or 2025-05-09'],
    ),
    "estimate outside its bounds": (
        A,
        'words = "May 9"',
        'words = "May 9", best = "2025-05-10"',
        ['12:48: "best" lies outside "2025-05-09"; give a day within it'],
    ),
    "no reasoning": (
        A,
        'partial", reasoning = "x"',
        'partial"',
        [
            '12:1: basis "explicit-partial" needs a "reasoning": how the date was arrived at; write reasoning = "..."'
        ],
    ),
    "quote not in the text": (
        A,
        'quote = "a visit comes',
        'quote = "no visit comes',
        ['11:1: the quote is not in the text; closest is line 1: the text has "a" where the quote has "no"'],
    ),
    "quote twice in the text": (
        A,
        'quote = "a visit comes on May 9"\ndate = { edtf = "2025-05-09", words = "May 9", basis',
        'quote = "he said"\ndate = { edtf = "2025-05-09", words = "he", basis',
        [
            (
                "11:1: the quote stands 2 times in the text (lines 1 and 2); "
                "give a prefix or suffix that only one of them has"
            )
        ],
    ),
    "words outside their quote": (
        A,
        'words = "May 9"',
        'words = "9 May"',
        ['12:31: "9 May" is not inside the quote; write the source\'s own words, letter for letter'],
    ),
    "hedge outside its quote": (
        A,
        'factuality = "CT+"',
        'factuality = "CT+"\nhedge = "likely"',
        ['15:1: "likely" is not inside the quote; write the source\'s own words, letter for letter'],
    ),
    "status and factuality at odds": (
        A,
        'factuality = "CT+"',
        'factuality = "PR+"',
        ['14:1: "scheduled" cannot be PR+; it goes with CT+, and PR+ with occurred or ongoing or expected'],
    ),
    "unknown format": (
        "corpus.toml",
        "format = 1",
        "format = 4",
        ["1:1: format 4 is not known to this program, which reads formats 1 to 3; a later one may read it"],
    ),
    "an event of which no claim speaks": (
        "events.toml",
        "[[event]]",
        '[[event]]\nid = "b"\ntype = "talks"\ntitle = "B"\n\n[[event]]',
        ['1:1: no claim speaks of the event "b"; nothing is shown without a quote'],
    ),
    "an event within itself": (
        "events.toml",
        'title = "A visit"',
        'title = "A visit"\npart_of = "visit"',
        ['5:1: an event within itself: "visit" is part of "visit"; take one part_of away'],
    ),
    "a ring of supersession": (
        A,
        'factuality = "CT+"\n',
        (
            'factuality = "CT+"\nsupersedes = ["c2"]\n\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\n'
            'status = "scheduled"\nfactuality = "CT+"\nsupersedes = ["c1"]\n'
        ),
        [
            (
                '15:1: a ring of supersession: "c1" supersedes "c2" supersedes "c1"; '
                "a later claim supersedes an earlier one"
            )
        ],
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "lines"), SPOILED.values(), ids=SPOILED)
def test_a_mistake_is_one_line(folder: Path, file: str, old: str, new: str, lines: list[str]):
    spoil(folder, file, old, new)
    assert found(folder) == [f"{file}:{line}" for line in lines]


def test_all_mistakes_come_at_once_in_the_order_of_the_files(folder: Path):
    spoil(folder, "events.toml", 'title = "A visit"', 'title = "A visit"\nplace = "nowhere-land"')
    spoil(folder, A, 'edtf = "2025-05-09"', 'edtf = "2025-21"')
    spoil(folder, A, 'words = "May 9"', 'words = "9 May"')
    spoil(folder, A, 'factuality = "CT+"', 'factuality = "PR+"')
    assert [line.split(" ")[0] for line in found(folder)] == [
        "events.toml:5:1:",
        "sources/a.toml:12:10:",
        "sources/a.toml:12:28:",
        "sources/a.toml:14:1:",
    ]


def test_several_mistakes_in_one_record_come_at_once(folder: Path):
    spoil(folder, A, 'status = "scheduled"', "status = 1\nx = 1")
    spoil(folder, A, 'id = "c1"\n', "")
    assert [line.partition(" ")[0] for line in found(folder)] == [f"{A}:8:1:", f"{A}:12:1:", f"{A}:13:1:"]


def test_where_a_record_is_lost_ids_that_name_it_are_not_reported_too(folder: Path):
    spoil(folder, "events.toml", 'title = "A visit"', "title = 1")
    assert found(folder) == [
        'events.toml:4:1: text in quotes is wanted here, not a number; write title = "1"'
    ]


def test_columns_count_characters_and_not_bytes(folder: Path):
    spoil(folder, A, "date = { edtf", 'date = { reasoning = "최룡해", edtf')
    spoil(folder, A, ', reasoning = "x" }\nstatus', " }\nstatus")
    spoil(folder, A, 'words = "May 9"', 'words = "9 May"')
    assert found(folder)[0].startswith(f"{A}:12:50: ")


def test_a_statement_of_another_source_is_refused(folder: Path):
    records = (folder / A).read_bytes()
    statement = """\
[[statement]]
id = "s"
quote = "On Monday he said"
chain = [{ who = "korea-daily", record = "document" }]
public = true
"""
    (folder / "sources/b.txt").write_bytes(TEXT.encode())
    (folder / "sources/b.toml").write_bytes(records.partition(b"[[claim]]")[0] + statement.encode())
    spoil(folder, A, 'event = "visit"', 'event = "visit"\nstatement = "s"')
    assert found(folder) == [
        f'{A}:11:1: the statement "s" is in the source "b"; use one of this source, with the same "origin"',
        'sources/b.toml:1:1: nothing is claimed of the source "b" yet; it can be read and searched',
    ]


def test_two_conflicts_that_prefer_against_each_other_are_a_finding(folder: Path):
    second = FILES[A].partition("[[claim]]")[2].replace('"c1"', '"c2"')
    add(folder, A, f"[[claim]]{second}")
    conflict = (
        '[[conflict]]\nid = "{}"\nkind = "contradiction"\ntopic = "T"\nclaims = ["c1", "c2"]\nreason = "R"\n'
    )
    add(
        folder,
        "conflicts.toml",
        f'{conflict.format("a")}preferred = "c1"\n{conflict.format("b")}preferred = "c2"\n',
    )
    here = 'conflicts.toml:14:1: "c2" is preferred to "c1" here'
    same = 'conflicts.toml:12:1: the conflict "a" is of the same claims; make them one (conflicts.toml:1)'
    assert found(folder) == [same, f'{here}, and the other way round in "a"; let one of them prefer none']
