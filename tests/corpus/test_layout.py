"""Which files are a corpus: what editors leave behind is none, folders below sources are, and near names are said."""

import os
from pathlib import Path

import pytest

from model.corpus.load import load_corpus
from tests.corpus.spoiled import FILES, A, found

DROPPINGS = [
    ".#a.toml",
    "._a.toml",
    "a.toml~",
    ".a.toml.swp",
    "4913",
    ".DS_Store",
    ".hidden.toml",
    "Thumbs.db",
    "a.toml.orig",
    "a.toml.rej",
    "#a.toml#",
    "~$a.txt",
]


@pytest.mark.parametrize("name", DROPPINGS)
def test_what_editors_and_systems_leave_behind_is_no_part_of_a_corpus(folder: Path, name: str):
    for place in (folder, folder / "sources"):
        (place / name).write_bytes(b"\xff not TOML")
    assert load_corpus(folder).findings == ()


def test_the_lock_of_an_editor_is_a_link_to_nowhere_and_no_part_of_a_corpus(folder: Path):
    for name in ("events.toml", "sources/a.toml", "sources/a.txt"):
        path = folder / name
        path.with_name(f".#{path.name}").symlink_to("somebody@host.1234")
    assert load_corpus(folder).findings == ()


@pytest.mark.parametrize("name", ["__MACOSX", ".git"])
def test_a_folder_left_behind_is_no_part_of_a_corpus(folder: Path, name: str):
    (folder / "sources" / name).mkdir()
    (folder / "sources" / name / "b.toml").write_bytes(b"x")
    assert load_corpus(folder).findings == ()


def test_folders_below_sources_are_read(folder: Path):
    deep = folder / "sources" / "2025" / "may"
    deep.mkdir(parents=True)
    for end in ("txt", "toml"):
        (folder / f"sources/a.{end}").rename(deep / f"a.{end}")
    corpus = load_corpus(folder)
    assert (corpus.findings, [*corpus.sources], [*corpus.claims]) == ((), ["a"], ["c1"])
    (deep / "a.toml").write_bytes((deep / "a.toml").read_bytes() + b"x = 1\n")
    assert found(folder)[0].startswith("sources/2025/may/a.toml:15:1: unknown field")


def test_of_two_files_with_one_stem_the_first_is_read_and_the_other_named(folder: Path):
    (folder / "sources" / "b").mkdir()
    for end in ("txt", "toml"):
        (folder / f"sources/b/a.{end}").write_bytes((folder / f"sources/a.{end}").read_bytes())
    assert found(folder) == [
        f"sources/b/a.{end}: sources/a.{end} has the same name, which is the id of the source; rename one"
        for end in ("toml", "txt")
    ]
    assert load_corpus(folder).claims.keys() == {"c1"}


def test_links_to_folders_are_not_followed_in_rings(folder: Path):
    for name in ("ring", "other"):
        (folder / "sources" / name).symlink_to(".")
    assert found(folder) == [
        f"sources/{name}: it is a link to a folder; put the folder itself there" for name in ("other", "ring")
    ]
    assert load_corpus(folder).claims.keys() == {"c1"}


def test_folders_may_be_as_deep_as_they_will(folder: Path):
    here = Path.cwd()
    os.chdir(folder / "sources")
    try:
        for _ in range(300):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)
    assert load_corpus(folder).claims.keys() == {"c1"}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("conflict.toml", ', did you mean "conflicts.toml"?'),
        ("event.toml", ', did you mean "events.toml"?'),
        ("Events.TOML", ', did you mean "events.toml"?'),
        ("sources.toml", "known here: "),
        ("claims.toml", "; each [[claim]] stands in the sources/<id>.toml of its source"),
        ("statements.toml", "; each [[statement]] stands in "),
        ("source", ', did you mean "sources"?'),
        ("Sources", ', did you mean "sources"?'),
        ("question.toml", ', did you mean "questions.toml"?'),
        ("search.toml", ', did you mean "searches.toml"?'),
        (
            "xyz.toml",
            "; known here: corpus.toml, entities.toml, events.toml, conflicts.toml, questions.toml, searches.toml and",
        ),
    ],
)
def test_what_looks_like_a_part_of_a_corpus_and_is_none_is_a_warning(folder: Path, name: str, says: str):
    (folder / name).write_bytes(b"")
    corpus = load_corpus(folder)
    (finding,) = corpus.findings
    assert (finding.code, finding.file, corpus.errors) == ("F017", name, 0)
    assert says in finding.message


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE", "Makefile", "notes.txt", "pictures", ".git", ".gitattributes"]
)
def test_what_stands_beside_a_corpus_is_nobodys_business(folder: Path, name: str):
    (folder / name).write_bytes(b"")
    assert load_corpus(folder).findings == ()


def test_a_corpus_of_the_same_files_is_the_same_wherever_its_sources_stand(folder: Path):
    whole = load_corpus(folder)
    (folder / "sources" / "deep").mkdir()
    for end in ("txt", "toml"):
        (folder / f"sources/a.{end}").rename(folder / f"sources/deep/a.{end}")
    assert load_corpus(folder) == whole
    assert A in FILES
