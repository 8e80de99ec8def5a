"""What may be meant, in order: what is called so, what begins so, what has a word that begins so; then by how often."""

from pathlib import Path

import pytest

import seeds
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.query.complete import completions
from model.query.nearness import Nearness, nearness
from model.query.spelling import quoted
from tui.prompt.filter import FilterAnswers
from tui.text.signs import UNICODE


@pytest.fixture(scope="module")
def archive() -> Archive:
    corpus = load_corpus(Path(seeds.__file__).parent)
    return open_archive(corpus, day_from_text("2025-05-06"), today=day_from_text("2025-06-01"))


def offered(archive: Archive, typed: str) -> list[str]:
    reader = archive.at(archive.default)
    return [it.typed.strip() for it in FilterAnswers(archive, reader, {}, UNICODE).offer(typed).choices]


@pytest.mark.parametrize(
    ("typed", "names", "near"),
    [
        ("tass", ("kd-tass", "TASS"), Nearness.EXACT),
        ("the kremlin", ("kremlin", "the Kremlin"), Nearness.EXACT),
        ("ta", ("kd-tass", "TASS"), Nearness.BEGINS),
        ("k", ("dictator", "the Kremlin"), Nearness.BEGINS),
        ("t", ("kd-kremlin", "the Kremlin"), Nearness.WITHIN),
        ("a", ("document", "a document"), Nearness.WITHIN),
        ("jong", ("kim-jong-un", "Kim Jong-un"), Nearness.WITHIN),
    ],
)
def test_a_name_is_near_by_its_beginning_an_article_aside(typed: str, names: tuple[str, ...], near: Nearness):
    assert nearness(typed, names) is near


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("record:a", "record:anonymous"),
        ("origin:t", "origin:kd-tass,kjd-tass"),
        ("vic", "strand:strand-victory-day"),
        ("kr", "origin:kd-kremlin"),
        ("status:d", "status:denied"),
        ("status:due", "status:due"),
    ],
)
def test_what_begins_as_typed_comes_before_what_is_met_more_often(archive: Archive, typed: str, first: str):
    named = [it for it in offered(archive, typed) if not it.endswith(":")]
    assert named[0] == first


@pytest.mark.parametrize(
    ("typed", "offered_too"),
    [
        ("1", "origins:1"),
        ("one", "origins:1"),
        ("an", "record:anonymous"),
        ("un", "record:anonymous"),
        ("origins:1 an", "origins:1 record:anonymous"),
        ("origins:1 -grad", "origins:1 -conflict:gradient"),
    ],
)
def test_a_value_that_is_typed_without_its_key_is_offered_with_it(
    archive: Archive, typed: str, offered_too: str
):
    assert offered_too in offered(archive, typed)[:4]


def test_whatever_value_is_typed_without_its_key_can_be_meant(archive: Archive):
    vocabulary = archive.at(archive.default).vocabulary
    for key, values in vocabulary.items():
        for value in values.values():
            found = {(it.key, it.value) for it in completions(quoted(value.name), vocabulary, {})}
            # Only where another one is called exactly so, that alone is meant.
            assert (key, value.id) in found or value.name in values, (key, value)


def test_among_what_is_as_near_the_most_frequent_comes_first(archive: Archive):
    reader = archive.at(archive.default)
    counts = dict(reader.facets.counts("by", archive.default.query))
    names = {name: value.names for name, value in reader.vocabulary["by"].items()}
    met = [it.removeprefix("by:") for it in offered(archive, "by:k") if "," not in it]
    keys = [(nearness("k", (it, *names[it])), -counts.get(it, 0)) for it in met]
    assert len(keys) > 3
    assert keys == sorted(keys)
