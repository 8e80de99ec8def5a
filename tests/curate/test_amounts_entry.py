"""Figures in the form: typed by their words, read by them, and written as a claim has them."""

from pathlib import Path

import pytest

from model.corpus.records import Amount
from model.curate.entry import amounts
from model.curate.entry.change import ClaimChange
from model.curate.entry.change import begun as begun_claim
from model.curate.entry.claim import ClaimEntry
from model.curate.entry.conflict import begun as conflict_begun
from model.curate.entry.fields import fields
from model.curate.entry.offers import offered
from model.curate.entry.passage import Passage
from model.curate.entry.records import claim_of
from model.curate.entry.suggest import begun
from model.quotes.span import TextSpan
from tests.tui.curated import archive_of, copied, rewritten

WORDS = (
    "Up to 300 passengers, about 20 sailors, 10 to 12 cooks, no more than 5 cats, two dozen dogs, 1.500 tons"
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("passengers=Up to 300", {"max": 300}),
        ("sailors=about 20", {"value": 20, "about": True}),
        ("cooks=10 to 12", {"min": 10, "max": 12}),
        ("cats=no more than 5", {"max": 5}),
        ("cooks=10 to 12 (10..)", {"min": 10}),
        ("dogs=two dozen (~24)", {"value": 24, "about": True}),
        ("rice=1.500 (1500 tons)", {"value": 1500, "unit": "tons"}),
        ("North Korean cooks=10 to 12", {"what": "north-korean-cooks", "min": 10, "max": 12}),
    ],
)
def test_words_give_the_figure_or_it_stands_after_them(typed: str, expected: dict[str, object]):
    (read,) = amounts.amounts_read(typed, WORDS)
    words = typed.partition("=")[2].partition(" (")[0]
    what = {"what": typed.partition("=")[0]} | expected
    assert read.amount is not None
    assert (read.wrong, read.amount) == ("", Amount(**{**what, "words": words}))  # type: ignore[arg-type]
    assert amounts.amounts_read(amounts.in_words([read.amount]), WORDS) == [read]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("300", "what is counted?"),
        ("=Up to 300", "what is counted?"),
        ("passengers=", "its words?"),
        ("passengers=Up to 400", "is not in what is marked"),
        ("rice=1.500 tons", "say the figure"),
        ("dogs=two dozen (..)", "say the figure"),
    ],
)
def test_what_gives_no_figure_says_what_is_missing(typed: str, wrong: str):
    assert wrong in amounts.wrong_in(amounts.amounts_read(typed, WORDS))


FERRY = "Up to 300 passengers could travel on each voyage, one of them said. The other said fewer than 200."


def passage_of(folder: Path, words: str) -> Passage:
    corpus = archive_of(folder).whole
    start = corpus.texts["kjd-kim-unlikely"].index(words)
    return Passage(corpus, "kjd-kim-unlikely", TextSpan(start, start + len(words)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bundled corpus with two figures at the end of an article."""
    folder = copied(tmp_path)
    text = (folder / "sources/kjd-kim-unlikely.txt").read_text("utf-8")
    rewritten(folder, "sources/kjd-kim-unlikely.txt", text, f"{text}\n{FERRY}\n")
    return folder


def test_a_figure_is_there_at_once_and_written(folder: Path):
    passage = passage_of(folder, "Up to 300 passengers could travel")
    entry = ClaimEntry(passage, begun(passage))
    assert entry.get("amounts") == "passengers=Up to 300"
    assert claim_of(entry)["amounts"] == [{"what": "passengers", "max": 300, "words": "Up to 300"}]


def test_what_it_counts_is_asked_where_words_do_not_say(folder: Path):
    passage = passage_of(folder, "The other said fewer than 200")
    values = begun(passage)
    assert values["amounts"] == ""
    field = next(it for it in fields(ClaimEntry(passage, values)) if it.name == "amounts")
    assert field.answer == 'none; Tab reads "fewer than 200"'
    (offer,) = offered(passage, "amounts", values)
    field = next(
        it for it in fields(ClaimEntry(passage, {**values, "amounts": offer})) if it.name == "amounts"
    )
    assert (field.wrong, field.answer) == (True, "what is counted? as passengers=up to 300")


def test_figures_of_an_event_are_of_one_thing(folder: Path):
    records = folder / "sources/kjd-kim-unlikely.toml"
    figure = 'amounts = [{ what = "passengers", max = 300, words = "Up to 300" }]'
    quote = "Up to 300 passengers could travel"
    with records.open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[claim]]\nid = "ferry"\nevent = "victory-day-2025"\nquote = "{quote}"\n{figure}\n'
            'status = "expected"\nfactuality = "PR+"\n'
        )
    passage = passage_of(folder, "The other said fewer than 200")
    values = begun(passage, event="victory-day-2025")
    assert values["amounts"] == "passengers=fewer than 200"
    corpus = passage.corpus
    change = ClaimChange(corpus, corpus.claims["ferry"], begun_claim(corpus, corpus.claims["ferry"]))
    assert change.values["amounts"] == "passengers=Up to 300"
    assert not change.differing


def test_two_figures_contradict_each_other_over_how_many(folder: Path):
    records = folder / "sources/kjd-kim-unlikely.toml"
    with records.open("a", encoding="utf-8") as file:
        for id, quote, typed in [
            ("up-to", "Up to 300 passengers could travel", "Up to 300"),
            ("fewer", "The other said fewer than 200", "fewer than 200"),
        ]:
            most = 300 if id == "up-to" else 200
            file.write(
                f'\n[[claim]]\nid = "{id}"\nevent = "victory-day-2025"\nquote = "{quote}"\n'
                f'amounts = [{{ what = "passengers", max = {most}, words = "{typed}" }}]\n'
                'status = "expected"\nfactuality = "PR+"\n'
            )
    suggested = conflict_begun(archive_of(folder).whole, "up-to", "fewer")
    assert (suggested["kind"], suggested["point"]) == ("contradiction", "how-many")
    assert suggested["first"] == "passengers: at most 300"
    assert suggested["second"] == "passengers: at most 200"
