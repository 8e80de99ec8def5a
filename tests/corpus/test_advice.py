"""What a message says to write is right where it stands."""

from pathlib import Path

import pytest

from model.corpus.findings import Problem
from model.corpus.syntax import toml_table
from tests.corpus.spoiled import A, add, found, spoil

CLAIM = (
    '\n[[claim]]\nid = "c2"\nevent = "visit"\nquote = "he said a"\nstatus = "scheduled"\nfactuality = "CT+"\n'
)
TABLE = 'date = {{ edtf = "{}", words = "...", basis = "explicit" }}'


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("date = 2025-05-09", f"a bare date; a table is wanted here: {TABLE.format('2025-05-09')}"),
        ("date = 2025-05-09T10:00:00", f"a bare date; a table is wanted here: {TABLE.format('2025-05-09')}"),
        ("date = 10:00:00", f"a bare date; a table is wanted here: {TABLE.format('2025-05-09')}"),
        ("hedge = 2025-05-09", 'a bare date; write it as a string: hedge = "2025-05-09"'),
        ("supersedes = 2025-05-09", 'a bare date; write it as a string: supersedes = ["2025-05-09"]'),
        (
            'date = { edtf = 2025-05-09, basis = "external", reasoning = "x" }',
            'a bare date; write it as a string: edtf = "2025-05-09"',
        ),
        (
            'date = { edtf = 2025-05-09T10:00:00Z, basis = "external", reasoning = "x" }',
            'a bare date; write it as a string: edtf = "2025-05-09"',
        ),
        (
            'date = { edtf = 10:00:00, basis = "external", reasoning = "x" }',
            "a bare time; a date is wanted here, in quotes",
        ),
        ("statement = 2025-05-09T10:00:00", 'a bare date; "2025-05-09T10:00:00" is not an id; write '),
    ],
)
def test_a_bare_date(folder: Path, line: str, advice: str):
    add(folder, A, CLAIM + line + "\n")
    (said,) = found(folder)
    assert advice in said


def test_a_bare_date_where_a_word_is_wanted(folder: Path):
    spoil(folder, A, 'status = "scheduled"', "status = 2025-05-09")
    assert found(folder)[0].startswith(
        f'{A}:13:1: a bare date; "2025-05-09" is not a known word; known here: occurred'
    )
    spoil(folder, A, "published", "retrieved = 2025-05-09T10:00:00Z\npublished")
    assert found(folder)[0].endswith('write it as a string: retrieved = "2025-05-09T10:00:00+00:00"')


def syntax(text: str) -> str:
    found = toml_table(f"a = 1\n{text}\n".encode(), "x.toml")
    assert isinstance(found, Problem)
    assert found.line == 2
    return found.message.removeprefix("not TOML: ")


ENDS = 'a " inside of a text in "..." ends it; write '


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ('quote = "he said "yes" to it"', "'...' around it: quote = 'he said \"yes\" to it'"),
        ('quote = "he said "yes""', "'...' around it: quote = 'he said \"yes\"'"),
        ('quote = "he\'s "in""', '\\" for each one inside: quote = "he\'s "in""'),
        ('date = { words = "x "y" z", b = 1 }', '\'...\' around it: date = { words = "x "y" z", b = 1 }'),
        ('authors = ["x "y" z"]', '\'...\' around it: authors = ["x "y" z"]'),
    ],
)
def test_a_quotation_mark_inside_of_a_text(line: str, advice: str):
    assert syntax(line) == ENDS + advice


@pytest.mark.parametrize(
    "line", ['a = "x" y', 'a = "x" b = "y"', 'a = { b = "x" c = "y" }', 'a = "x', "a = x"]
)
def test_what_is_no_quotation_mark_inside_of_a_text(line: str):
    assert ENDS not in syntax(line)


def test_a_line_of_very_many_letters_is_shown_in_part():
    assert len(syntax(f'quote = "he said "yes" {"x" * 100_000}"')) < 250


def test_words_outside_their_quote_are_told_where_they_stand(folder: Path):
    add(folder, A, CLAIM + 'hedge = "not be long"\n')
    assert found(folder) == [
        (
            f'{A}:22:1: "not be long" is not inside the quote; it stands in line 2 of the text: '
            'quote more of that, or add quotes = ["not be long"]'
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('words = "May 9"', 'words = "not be long"', 'give the date its own, quote = "not be long"'),
        (
            'status = "scheduled"',
            'condition = "not be long"\nstatus = "scheduled"',
            'add quotes = ["not be long"]',
        ),
    ],
)
def test_words_that_stand_apart_are_quoted_where_they_can_be(folder: Path, old: str, new: str, says: str):
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    spoil(folder, A, old, new)
    assert any(line.endswith(f"quote more of that, or {says}") for line in found(folder))


def test_a_verb_that_stands_apart_is_quoted_by_its_hop(folder: Path):
    spoil(folder, "corpus.toml", "format = 1", "format = 2")
    hop = '{ who = "korea-daily", how = "not be long", record = "document" }'
    statement = '\n[[statement]]\nid = "s"\nquote = "On Monday"\npublic = true\nchain = ['
    add(folder, A, f"{statement}{hop}]\n")
    (line,) = found(folder)
    advice = 'quote = "not be long"'
    assert line.endswith(f"quote more of that, or give the hop its own, {advice}")
    spoil(folder, A, hop, hop.replace(" }", f", {advice} }}"))
    assert found(folder) == []


ORIGIN = '"origin" takes the id of a statement, of any source; where the document is the origin, leave it out'


@pytest.mark.parametrize(
    ("origin", "says"),
    [
        ("a", f'"a" is a source; {ORIGIN}'),
        ("c1", f'"c1" is a claim; {ORIGIN}'),
        ("korea-daily", f'"korea-daily" is an entity; {ORIGIN}'),
        ("nothing", f'there is no statement "nothing"; {ORIGIN}'),
    ],
)
def test_an_origin_that_is_no_statement(folder: Path, origin: str, says: str):
    add(
        folder,
        A,
        '\n[[statement]]\nid = "s"\nquote = "On Monday he said"\npublic = true\n'
        f'chain = [{{ who = "korea-daily", record = "document" }}]\norigin = "{origin}"\n',
    )
    assert found(folder) == [f"{A}:21:1: {says}"]


def test_an_id_of_another_kind_is_told_from_one_that_is_not_there(folder: Path):
    spoil(folder, A, 'event = "visit"', 'event = "korea-daily"')
    assert f'{A}:10:1: "korea-daily" is an entity; an event is wanted here' in found(folder)


def test_a_duplicate_id_names_the_file_and_line_of_the_other(folder: Path):
    (folder / "sources/b.txt").write_bytes((folder / "sources/a.txt").read_bytes())
    (folder / "sources/b.toml").write_bytes((folder / A).read_bytes())
    assert found(folder) == [f'sources/b.toml:9:1: the claim id "c1" is taken already; rename one ({A}:9)']
