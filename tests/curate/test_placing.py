"""A record comes where it belongs, in the style of the text, and taking it out again gives the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.corpus.records import Claim, Conflict, Entity, Furniture, Hop, LeftOut, Statement
from model.corpus.vocabulary import ConflictKind, EntityType, Factuality, OnRecord, Status
from model.curate.placing import appended, inserted
from model.curate.removal import without_records
from model.curate.toml_text import CannotEdit, TomlText
from model.exchange.to_folder import corpus_files
from tests.curate.folder import BUNDLED, INVENTED, changed_lines, records_of, write_files
from tests.effort import examples, some
from tests.strategies import corpora

_TEXT = "Menu. One came. Two came, he said. Three came. Four left."
_SOURCE = b"""# By hand.

[source]
title = "T" # as printed

# ---- the first ----

[[claim]]
id = "one"
quote = "One came"

# About three.
[[claim]]
id = "three"
quote = "Three came"
# It may be more.

# ---- the rest ----

[[furniture]]
quote = "Menu."
kind = "menu"
"""


def _claim(name: str, quote: str, statement: str | None = None) -> Claim:
    return Claim(
        id=name,
        source="s",
        quote=quote,
        event="e",
        statement=statement,
        status=Status.OCCURRED,
        factuality=Factuality.CERTAIN,
    )


def _statement(name: str, quote: str) -> Statement:
    hop = Hop(who="he", record=OnRecord.ON_RECORD)
    return Statement(id=name, source="s", quote=quote, chain=(hop,), public=True)


_TWO = [
    "+[[claim]]",
    '+id = "two"',
    '+event = "e"',
    '+quote = "Two came"',
    '+status = "occurred"',
    '+factuality = "CT+"',
]


def _order(data: bytes) -> list[str]:
    text = TomlText(data)
    return [str(text.record(path).get("id", path[0])) for path in text.records()]


_LAYOUTS = {
    "plain": _SOURCE,
    "CRLF": _SOURCE.replace(b"\n", b"\r\n"),
    "without a final newline": _SOURCE.rstrip(b"\n"),
    "empty lines at the end": _SOURCE + b"\n\n",
    "compact": _SOURCE.replace(b"\n\n[[", b"\n[[").replace(b"\n\n# About", b"\n# About"),
    "wide": _SOURCE.replace(b"\n\n", b"\n\n\n"),
    "tabs": _SOURCE.replace(b"\nquote", b"\n\tquote"),
}


@pytest.mark.parametrize("data", _LAYOUTS.values(), ids=_LAYOUTS)
def test_a_claim_comes_in_the_order_of_the_text_and_touches_no_other_line(data):
    after = inserted(data, _TEXT, "claim", _claim("two", "Two came"))
    assert _order(after) == ["source", "one", "two", "three", "furniture"]
    assert [it for it in changed_lines(data, after) if it != "+"] == _TWO
    assert without_records(after, [("claim", 1)]) == data


@pytest.mark.parametrize("data", _LAYOUTS.values(), ids=_LAYOUTS)
@pytest.mark.parametrize(
    ("kind", "record", "order"),
    [
        ("claim", _claim("four", "Four left"), ["source", "one", "three", "four", "furniture"]),
        ("claim", _claim("none", "not there"), ["source", "one", "three", "none", "furniture"]),
        ("statement", _statement("zero", "Menu."), ["source", "zero", "one", "three", "furniture"]),
        ("furniture", Furniture("Four left", "x"), ["source", "one", "three", "furniture", "furniture"]),
        ("left_out", LeftOut("One", "x"), ["source", "one", "three", "furniture", "left_out"]),
    ],
)
def test_each_kind_has_its_part_and_goes_again(data, kind, record, order):
    after = inserted(data, _TEXT, kind, record)
    assert _order(after) == order
    rows = TomlText(after).table[kind]
    old = TomlText(data).table.get(kind, [])
    number = next(number for number, row in enumerate(rows) if row not in old)
    assert without_records(after, [(kind, number)]) == data


def test_a_claim_comes_after_its_statement():
    with_statement = inserted(_SOURCE, _TEXT, "statement", _statement("said", "he said"))
    assert _order(with_statement) == ["source", "one", "said", "three", "furniture"]
    after = inserted(with_statement, _TEXT, "claim", _claim("two", "Two came", "said"))
    assert _order(after) == ["source", "one", "said", "two", "three", "furniture"]
    assert _order(inserted(with_statement, _TEXT, "claim", _claim("two", "Two came"))) == [
        "source",
        "one",
        "two",
        "said",
        "three",
        "furniture",
    ]


def test_where_records_are_not_in_order_the_fewest_are_on_the_wrong_side():
    data = b"[source]\n" + b"".join(
        b'\n[[claim]]\nid = "%s"\nquote = "%s"\n' % (it, it)
        for it in (b"One", b"Four", b"Two", b"Menu", b"left")
    )
    after = inserted(data, _TEXT, "claim", _claim("new", "Three"))
    assert _order(after) == ["source", "One", "Four", "Two", "Menu", "new", "left"]


def test_a_record_of_several_tables_stays_whole():
    tables = b'[claim.date]\nbasis = "none"\n\n[[claim.amounts]]\nwhat = "x"\n'
    data = b'[source]\n\n[[claim]]\nid = "a"\nquote = "One"\n\n' + tables
    after = inserted(data, _TEXT, "claim", _claim("two", "Two came"))
    assert after.startswith(data)
    assert without_records(after, [("claim", 1)]) == data
    assert without_records(data, [("claim", 0)]) == b"[source]\n"


def test_a_draft_is_written_with_the_fields_that_it_has():
    after = inserted(_SOURCE, _TEXT, "claim", {"id": "begun", "quote": "Two came", "draft": True})
    assert [it for it in changed_lines(_SOURCE, after) if it != "+"] == [
        "+[[claim]]",
        '+id = "begun"',
        '+quote = "Two came"',
        "+draft = true",
    ]


def test_a_table_file_is_made_where_it_is_missing_and_added_to_at_its_end():
    conflict = Conflict(
        id="c", kind=ConflictKind.LABEL, topic="t", claims=("a", "b"), reason="r", readings={"a": "A"}
    )
    new = appended(None, "conflict", conflict)
    assert new.startswith(b"[[conflict]]\n") and new.endswith(b'[conflict.readings]\na = "A"\n')
    assert appended(new, "conflict", conflict) == new + b"\n" + new
    entity = Entity("e", EntityType.PERSON, "E")
    assert appended(b"# People.\n", "entity", entity).startswith(b"# People.\n\n[[entity]]\n")
    assert appended(b"# People.", "entity", entity).startswith(b"# People.\n\n[[entity]]\n")
    assert not appended(b"# People.", "entity", entity).endswith(b"\n")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[[claim]\n", "not TOML"),
        (b"\xef\xbb\xbf[source]\n", "byte order mark"),
        (b'claim = [{ id = "a" }]\n', "cannot be edited safely"),
        (b'[claim]\nid = "a"\n', "double brackets"),
        (b"\xff\n", "UTF-8"),
    ],
)
def test_what_cannot_be_edited_is_refused_in_a_sentence(data, why):
    with pytest.raises(CannotEdit, match=why):
        inserted(data, _TEXT, "claim", _claim("two", "Two came"))


def _out_and_in(files: dict[str, bytes], corpus: Corpus, every: int) -> None:
    """Each record goes, comes again and goes again: the second time as the first."""
    for file, data in files.items():
        if not file.endswith(".toml") or file == "corpus.toml":
            continue
        text = TomlText(data)
        stem = file.rpartition("/")[2].removesuffix(".toml")
        for path in [*text.records()][::every]:
            kind, name = str(path[0]), text.record(path).get("id")
            if kind == "source":
                continue
            found = records_of(corpus)[kind, name or stem]
            record = found if name else found[path[1]]
            without = without_records(data, [path])
            if file.startswith("sources/"):
                again = inserted(without, corpus.texts[stem], kind, record)
            else:
                again = appended(without, kind, record)
            number = TomlText(again).table[kind].index(text.record(path))
            assert without_records(again, [(kind, number)]) == without


@pytest.mark.parametrize("folder", [BUNDLED, INVENTED], ids=["bundled", "invented"])
def test_records_of_a_real_corpus_go_and_come(folder):
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.toml"))
    }
    _out_and_in(files, load_corpus(folder), some([13], [1])[0])


@examples(15)
@given(corpora(), st.sampled_from([b"\n", b"\r\n"]))
def test_records_of_any_corpus_go_and_come(corpus, newline):
    files = {
        name: data if name.endswith(".txt") else data.replace(b"\n", newline)
        for name, data in corpus_files(corpus).items()
    }
    with TemporaryDirectory() as folder:
        loaded = load_corpus(write_files(Path(folder), files))
    _out_and_in(files, loaded, 2)
