"""One field changes where it stands, however it is written, and no other byte does."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.fields import fields_of
from model.corpus.reading import KINDS
from model.corpus.records import Dated, Quote
from model.corpus.vocabulary import Basis
from model.curate.field_edit import with_value, without_value
from model.curate.toml_text import CannotEdit, TomlText
from model.exchange.to_folder import corpus_files
from tests.curate.folder import changed_lines
from tests.effort import examples
from tests.strategies import corpora

_DATA = b"""# A file.
[[claim]]
id = "a" # its id
quote = "q"
date = { edtf = "2025", basis = "explicit" } # dated
status = "occurred"
supersedes = [
    "x", # for this
    "y",
]
roles = { host = "russia", guest = ["a", "b"] }

[[claim]]
\tid = "b"
\tquote = 'q'

[claim.date]
edtf = "2025"

# ---- apart ----

[[conflict]]
id = "c"
readings.a = "A"
readings.b = "B" # says b
open = "?"
"""

_NONE = Dated(basis=Basis.NONE, reasoning="r")

_SET = [
    (("claim", 0, "status"), "denied", ['-status = "occurred"', '+status = "denied"']),
    (("claim", 0, "id"), "z", ['-id = "a" # its id', '+id = "z" # its id']),
    (("claim", 0, "hedge"), "maybe", ['+hedge = "maybe"']),
    (("claim", 0, "event"), "e", ['+event = "e"']),
    (("claim", 0, "note"), "a\nb", ['+note = """a', '+b"""']),
    (
        ("claim", 0, "quote"),
        Quote(exact="q", suffix="!"),
        ['-quote = "q"', '+quote = { exact = "q", suffix = "!" }'],
    ),
    (
        ("claim", 0, "date", "words"),
        "in 2025",
        [
            '-date = { edtf = "2025", basis = "explicit" } # dated',
            '+date = { edtf = "2025", words = "in 2025", basis = "explicit" } # dated',
        ],
    ),
    (
        ("claim", 0, "date"),
        _NONE,
        [
            '-date = { edtf = "2025", basis = "explicit" } # dated',
            '+date = { basis = "none", reasoning = "r" } # dated',
        ],
    ),
    (("claim", 1, "date", "basis"), "none", ['+basis = "none"']),
    (("claim", 1, "status"), "denied", ['+\tstatus = "denied"']),
    (("claim", 1, "roles", "host"), "x", ['+\troles = { host = "x" }']),
    (
        ("claim", 1, "date"),
        _NONE,
        ["-", "-[claim.date]", '-edtf = "2025"', '+\tdate = { basis = "none", reasoning = "r" }'],
    ),
    (
        ("claim", 0, "roles", "guest"),
        "c",
        [
            '-roles = { host = "russia", guest = ["a", "b"] }',
            '+roles = { host = "russia", guest = "c" }',
        ],
    ),
    (("conflict", 0, "readings", "b"), "Z", ['-readings.b = "B" # says b', '+readings.b = "Z" # says b']),
    (("conflict", 0, "readings", "new"), "N", ['+readings.new = "N"']),
    (
        ("conflict", 0, "readings"),
        {"a": "A"},
        ['-readings.a = "A"', '-readings.b = "B" # says b', '+readings = { a = "A" }'],
    ),
]

_REMOVED = [
    (("claim", 0, "status"), ['-status = "occurred"']),
    (
        ("claim", 0, "date", "edtf"),
        [
            '-date = { edtf = "2025", basis = "explicit" } # dated',
            '+date = { basis = "explicit" } # dated',
        ],
    ),
    (
        ("claim", 0, "date", "basis"),
        ['-date = { edtf = "2025", basis = "explicit" } # dated', '+date = { edtf = "2025" } # dated'],
    ),
    (("claim", 0, "supersedes", 0), ['-    "x", # for this']),
    (("claim", 0, "supersedes", 1), ['-    "y",']),
    (
        ("claim", 0, "roles", "guest", 1),
        [
            '-roles = { host = "russia", guest = ["a", "b"] }',
            '+roles = { host = "russia", guest = ["a"] }',
        ],
    ),
    (("claim", 1, "date"), ["-", "-[claim.date]", '-edtf = "2025"']),
    (("claim", 1, "date", "edtf"), ['-edtf = "2025"']),
    (("conflict", 0, "readings", "a"), ['-readings.a = "A"']),
    (("conflict", 0, "readings"), ['-readings.a = "A"', '-readings.b = "B" # says b']),
]


def _with_line_ends(end: bytes) -> bytes:
    return _DATA.replace(b"\n", end)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("path", "value", "lines"), _SET)
def test_a_field_is_set_where_it_stands(path, value, lines, end):
    data = _with_line_ends(end)
    after = with_value(data, path, value)
    # Of a line that goes and one that comes in another place, the order is not what matters.
    assert sorted(changed_lines(data, after)) == sorted(lines)
    assert after.count(b"\r\n") == (after.count(b"\n") if end == b"\r\n" else 0)
    assert with_value(after, path, value) == after


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("path", "lines"), _REMOVED)
def test_a_field_is_removed_where_it_stands(path, lines, end):
    data = _with_line_ends(end)
    after = without_value(data, path)
    assert sorted(changed_lines(data, after)) == sorted(lines)
    assert without_value(after, path) == after or path[-1] == 0


def test_what_has_the_value_already_keeps_its_spelling():
    assert with_value(_DATA, ("claim", 1, "quote"), "q") == _DATA
    assert with_value(_DATA, ("claim", 0, "supersedes"), ("x", "y")) == _DATA
    assert without_value(_DATA, ("claim", 0, "hedge")) == _DATA


def test_a_file_without_a_final_newline_goes_on_without():
    data = b'[[claim]]\nid = "a"'
    assert with_value(data, ("claim", 0, "status"), "denied") == data + b'\nstatus = "denied"'
    assert without_value(with_value(data, ("claim", 0, "note"), "n"), ("claim", 0, "note")).strip() == data


@pytest.mark.parametrize(
    "path",
    [
        ("claim", 9, "status"),
        ("event", 0, "title"),
        ("claim", 0, "quote", "gloss"),
        ("claim", 0, "supersedes", 7),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(path):
    with pytest.raises(CannotEdit):
        with_value(_DATA, path, "x")


def test_words_that_look_like_toml_are_words():
    words = 'a "b" \\ \'c\' # d\t[[claim]]\x1b\u202e = """'
    for path in (("claim", 0, "note"), ("claim", 0, "date", "words"), ("claim", 0, "status")):
        table = tomllib.loads(with_value(_DATA, path, words).decode())
        found: Any = table
        for step in path:
            found = found[step]
        assert found == words


@examples(15)
@given(corpora(), st.data())
def test_any_field_of_any_record_goes_and_comes_and_touches_only_its_record(corpus, data):
    files = {name: it for name, it in corpus_files(corpus).items() if name.endswith(".toml")}
    file = data.draw(st.sampled_from(sorted(files.keys() - {"corpus.toml"})))
    text = TomlText(files[file])
    if not [*text.records()]:
        return
    path = data.draw(st.sampled_from([*text.records()]))
    row = text.record(path)
    field = data.draw(st.sampled_from(sorted(row)))
    without = without_value(text.data, (*path, field))
    value = tuple(row[field]) if isinstance(row[field], list) else row[field]
    again = with_value(without, (*path, field), value)
    assert tomllib.loads(again.decode()) == text.table
    before = [it.lines for it in text.sections_of(path)]
    start, end = before[0].start, len(text.data) - before[-1].end
    assert without[:start] == again[:start] == text.data[:start]
    assert without[len(without) - end :] == again[len(again) - end :] == text.data[len(text.data) - end :]
    order = [it.name for it in fields_of(KINDS[str(path[0])])]
    if not isinstance(row[field], dict):
        names = [it for it in TomlText(again).record(path) if not isinstance(row[it], dict)]
        assert names == sorted(names, key=order.index)
