"""An id has another name wherever it stands, and gets the old one back byte for byte."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.curate.changes import inverse
from model.curate.renaming import renamed
from model.curate.saving import save
from model.curate.toml_text import CannotEdit
from model.exchange.to_folder import corpus_files
from tests.curate.folder import BUNDLED, INVENTED, copy_of, files_in, records_of, write_files
from tests.effort import examples, some
from tests.strategies import corpora

_NEW = "zz-another-name"


def _ids(corpus: Corpus) -> list[tuple[str, str]]:
    return [it for it in records_of(corpus) if it[0] not in ("furniture", "left_out")]


def _there_and_back(root: Path, kind: str, name: str) -> None:
    before, corpus = files_in(root), load_corpus(root)
    changes = renamed(root, kind, name, _NEW)
    save(root, changes)
    after, other = files_in(root), load_corpus(root)
    # A source of another name may come at another place among the others, and so do its findings.
    assert sorted(it.code for it in other.findings) == sorted(it.code for it in corpus.findings)
    assert (kind, name) not in records_of(other)
    # All that named it names it still: with the old name put back for the new one, all records are as they were.
    old = {key: repr(record) for key, record in records_of(corpus).items()}
    new = {
        (its_kind, name if its_name == _NEW else its_name): repr(record).replace(_NEW, name)
        for (its_kind, its_name), record in records_of(other).items()
    }
    assert new == old
    touched = {it.file for it in changes}
    assert {file: data for file, data in after.items() if file not in touched} == {
        file: data for file, data in before.items() if file not in touched
    }
    save(root, renamed(root, kind, _NEW, name))
    assert files_in(root) == before


@pytest.mark.parametrize("folder", [BUNDLED, INVENTED], ids=["bundled", "invented"])
def test_every_id_of_a_real_corpus_goes_and_comes_back(folder, tmp_path):
    root = copy_of(folder, tmp_path / "corpus")
    ids = _ids(load_corpus(root))
    tried = ids[:: some([29 if folder == BUNDLED else 3], [1])[0]]
    tried += [it for it in ids if it[0] == "source"]
    for kind, name in tried:
        _there_and_back(root, kind, name)


@examples(10)
@given(corpora(), st.data())
def test_any_id_of_any_corpus_goes_and_comes_back(corpus, data):
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), corpus_files(corpus))
        _there_and_back(root, *data.draw(st.sampled_from(_ids(corpus))))


def test_spelling_comments_and_line_ends_stay(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    file = root / "conflicts.toml"
    file.write_bytes(
        file.read_bytes()
        .replace(b'"g-tents", "s-tents"', b"'g-tents', # first\r\n  \"s-tents\"")
        .replace(b"g-tents = ", b"'g-tents' = ")
    )
    before = file.read_bytes()
    save(root, renamed(root, "claim", "g-tents", _NEW))
    assert file.read_bytes() == before.replace(b"g-tents", _NEW.encode())


def test_what_is_silenced_in_a_record_is_silenced_under_its_new_name(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    with (root / "corpus.toml").open("a") as out:
        out.write('\n[[check.ignore]]\ncode = "D001"\nwhere = "g-visit"\nreason = "r"\n')
    save(root, renamed(root, "claim", "g-visit", _NEW))
    assert f'where = "{_NEW}"' in (root / "corpus.toml").read_text("utf-8")


_DISMISSED = (
    '\n[[suggest.dismissed]]\nkind = "conflict"\nbetween = ["g-visit", "g-tents"]\nreason = "r"\n'
    '\n[[suggest.dismissed]]\nkind = "same-event"\nbetween = ["tents", "visit"]\nreason = "r"\n'
)


@pytest.mark.parametrize(("kind", "old"), [("claim", "g-tents"), ("event", "tents")])
def test_what_was_dismissed_stays_so_under_a_new_name(tmp_path, kind: str, old: str):
    root = copy_of(INVENTED, tmp_path / "corpus")
    with (root / "corpus.toml").open("a") as out:
        out.write(_DISMISSED)
    save(root, renamed(root, kind, old, _NEW))
    assert (root / "corpus.toml").read_text("utf-8").endswith(_DISMISSED.replace(f'"{old}"', f'"{_NEW}"'))


@pytest.mark.parametrize(
    ("kind", "old", "new", "why"),
    [
        ("claim", "g-tent", "x", 'there is no claim "g-tent", did you mean "g-tents"'),
        ("clam", "g-tents", "x", 'did you mean "claim"'),
        ("claim", "g-tents", "A B", "is not an id"),
        ("claim", "g-tents", "../x", "is not an id"),
        ("claim", "g-tents", "g-visit", "belongs to a claim already"),
        ("claim", "g-tents", "gazette", "belongs to a source already"),
        ("event", "tents", "tents", "belongs to a event already"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kind, old, new, why):
    with pytest.raises(CannotEdit, match=why):
        renamed(INVENTED, kind, old, new)


def test_a_name_that_something_waits_for_is_not_taken(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    file = root / "sources/sorry.toml"
    file.write_bytes(file.read_bytes() + b'contradicts = ["not-there"]\n')
    with pytest.raises(CannotEdit, match=r'sorry\.toml: it names a claim "not-there"'):
        renamed(root, "claim", "g-tents", "not-there")


def test_a_file_that_cannot_be_read_may_name_it_too(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    (root / "conflicts.toml").write_bytes(b'[[conflict]]\nclaims = "g-tents\n')
    with pytest.raises(CannotEdit, match=r"conflicts\.toml: not TOML.*mend that first"):
        renamed(root, "claim", "g-tents", _NEW)


def test_taking_it_back_is_the_same_bytes(tmp_path):
    root = copy_of(INVENTED, tmp_path / "corpus")
    before = files_in(root)
    changes = renamed(root, "source", "gazette", "new-gazette")
    save(root, changes)
    assert {"sources/new-gazette.txt", "sources/new-gazette.toml"} <= files_in(root).keys()
    save(root, inverse(changes))
    assert files_in(root) == before


@pytest.mark.parametrize("old", ["gazette", "s"])
def test_what_is_silenced_in_a_file_of_a_source_is_silenced_under_its_new_path(tmp_path, old):
    root = copy_of(INVENTED, tmp_path / "corpus")
    if old != "gazette":
        save(root, renamed(root, "source", "gazette", old))
    with (root / "corpus.toml").open("a") as out:
        for file in (f"sources/{old}.toml", f"sources/{old}.txt", "sources/evening.toml"):
            out.write(f'\n[[check.ignore]]\ncode = "D001"\nwhere = \'{file}\'\nreason = "{old}"\n')
    save(root, renamed(root, "source", old, _NEW))
    entries = load_corpus(root).info.check.ignore
    assert [it.where for it in entries] == [
        f"sources/{_NEW}.toml",
        f"sources/{_NEW}.txt",
        "sources/evening.toml",
    ]
    assert {it.reason for it in entries} == {old}
