"""A list as printed, as it is typed: what is suggested, what is wrong with it, and what is written."""

import tomllib
from pathlib import Path

import pytest

from model.corpus.load import load_corpus, load_files
from model.curate.entry.passage import Passage
from model.curate.entry.printed_list import ENTRY, ListingEntry, begun
from model.curate.entry.values import Values
from model.curate.saving import save
from model.quotes.span import TextSpan
from tests.tui.curated import copied

SOURCE = "kd-ambassador"
FILE = f"sources/{SOURCE}.toml"
WORDS = "China, Vietnam, and Myanmar"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


def passage_of(folder: Path, words: str) -> Passage:
    corpus = load_corpus(folder)
    at = corpus.texts[SOURCE].index(words)
    return Passage(corpus, SOURCE, TextSpan(at, at + len(words)))


def wrong(meant: ListingEntry) -> dict[str, str]:
    return {it.name: it.answer for it in meant.fields() if it.wrong}


def with_names(values: Values, *names: str) -> Values:
    kept = {name: value for name, value in values.items() if not name.startswith(ENTRY)}
    return {**kept, **{f"{ENTRY}{number}": name for number, name in enumerate(names, 1)}}


def test_who_is_named_in_what_is_marked_is_suggested_in_its_order(folder: Path):
    values = begun(passage_of(folder, WORDS), "units-of-13-countries")
    assert [value for name, value in values.items() if name.startswith(ENTRY)] == [
        "China",
        "Vietnam",
        "Myanmar",
    ]
    assert values["event"] == "Units of 13 countries in the parade"
    assert values["closed"] == "no"
    assert wrong(ListingEntry(passage_of(folder, WORDS), values)) == {}


def test_what_is_written_is_a_sound_list_with_its_names_in_order(folder: Path):
    passage = passage_of(folder, WORDS)
    meant = ListingEntry(passage, {**begun(passage, "units-of-13-countries"), "closed": "yes"})
    loaded = load_files(folder)
    save(folder, meant.changes(loaded.files, FILE))
    corpus = load_corpus(folder)
    assert not corpus.errors
    printed = corpus.lists[meant.id]
    assert (printed.kind, printed.event, printed.closed) == (meant.get("kind"), "units-of-13-countries", True)
    assert [(it.entity, it.label) for it in printed.entries] == [
        ("china", "China"),
        ("vietnam", "Vietnam"),
        ("myanmar", "Myanmar"),
    ]


def test_whom_nobody_knows_becomes_a_person_before_the_list_names_him(folder: Path):
    passage = passage_of(folder, WORDS)
    values = with_names(begun(passage, None), "China", "Vietnam = Nguyen the Unheard-of")
    meant = ListingEntry(passage, values)
    assert wrong(meant) == {}
    assert "new: Nguyen the Unheard-of, a person" in {it.answer for it in meant.fields()}
    save(folder, meant.changes(load_files(folder).files, FILE))
    corpus = load_corpus(folder)
    assert not corpus.errors
    (_, entry) = corpus.lists[meant.id].entries
    assert (corpus.entities[entry.entity].name, entry.label) == ("Nguyen the Unheard-of", "Vietnam")
    rows = tomllib.loads((folder / FILE).read_text("utf-8"))["list"]
    assert "event" not in next(row for row in rows if row["id"] == meant.id)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Vietnam", "China"], {"entry-2": "it stands before the name above"}),
        (["China", "Laos"], {"entry-2": "not in what is marked"}),
        (["China", "Vietnam = China"], {"entry-1": "named twice", "entry-2": "named twice"}),
        (["China ="], {"entry-1": "not in what is marked"}),
        ([], {"entry-1": "as printed, or as printed = who it is"}),
    ],
)
def test_what_is_wrong_with_a_name_is_said_beside_it(folder: Path, names: list[str], said: dict[str, str]):
    passage = passage_of(folder, WORDS)
    assert wrong(ListingEntry(passage, with_names(begun(passage, None), *names))) == said


def test_other_fields_say_what_would_be_right(folder: Path):
    passage = passage_of(folder, WORDS)
    values = {
        **begun(passage, None),
        "kind": "Two words",
        "event": "no such",
        "closed": "perhaps",
        "id": "kd-units-list",
    }
    assert set(wrong(ListingEntry(passage, values))) == {"kind", "event", "closed", "id"}


def test_an_emptied_row_is_no_name_and_there_is_always_one_more(folder: Path):
    passage = passage_of(folder, WORDS)
    values = with_names(begun(passage, None), "China", "", "Myanmar")
    meant = ListingEntry(passage, values)
    rows = [it.name for it in meant.fields() if it.name.startswith(ENTRY)]
    assert rows == ["entry-1", "entry-3", "entry-4"]
    assert wrong(meant) == {}
    assert "China = China" in meant.offered("entry-1")
    assert set(meant.offered("closed")) == {"yes", "no"}
