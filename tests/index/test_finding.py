"""Search, filters and mentions against what counting every claim says, as of several days."""

from pathlib import Path

import pytest

import seeds
from model.asof.state import event_state
from model.asof.visible import visible_claims
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.found import Found, Kind
from model.index.protocol import Index, Reader
from model.index.values import AsOf
from model.query.folding import Finder
from model.query.language import Readable, read
from model.query.terms import Query, QueryError

CORPUS = load_corpus(Path(seeds.__file__).parent)
DAYS = ["2025-03-22", "2025-04-30", "2025-05-05", "2025-05-06", "2025-06-01"]


class Asked:
    """An index of the bundled corpus, asked by typed filters and days."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def read(self, text: str) -> Query:
        return read(text, Readable(self.index.vocabulary))

    def at(self, day: str = "2025-05-06", text: str = "") -> Reader:
        return self.index.at(AsOf(day_from_text(day), self.read(text)))

    def shown(self, day: str, text: str) -> set[str]:
        """The events that meet a filter."""
        reader = self.at(day, text)
        return {row.event for row in reader.rows(0, reader.counts.total)}

    def found(self, typed: str, day: str = "2025-05-06", text: str = "") -> Found:
        return self.at(day, text).find.of(typed)

    def hits(self, typed: str, day: str = "2025-05-06") -> list[tuple[Kind, str]]:
        return [(hit.kind, hit.ref) for hit in self.found(typed, day).hits]


@pytest.fixture(scope="session")
def asked(index: Index) -> Asked:
    """It, ready to be asked."""
    return Asked(index)


def by_counting(day: int, speaker: str) -> set[str]:
    return {
        event
        for event in CORPUS.events
        for item in visible_claims(CORPUS, event, day)
        if item.said.speaker == speaker
    }


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("speaker", ["yuri-ushakov", "kremlin", "korea-daily", "tass"])
def test_a_speakers_events_are_those_of_his_visible_claims(asked: Asked, day: str, speaker: str):
    assert asked.shown(day, f"by:{speaker}") == by_counting(day_from_text(day), speaker)


@pytest.mark.parametrize("day", DAYS)
def test_a_status_is_the_word_shown(asked: Asked, day: str):
    number = day_from_text(day)
    for word in ("due", "scheduled", "occurred", "not-expected", "believed"):
        expected = {
            event
            for event in CORPUS.events
            if (state := event_state(CORPUS, event, number)) is not None
            and state.word_at(number).value.replace(" ", "-") == word
        }
        assert asked.shown(day, f"status:{word}") == expected


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("text", ["by:ushakov", "has:conflict", "after:2025-05", "troops"])
def test_a_filter_and_its_opposite_part_the_timeline_in_two(asked: Asked, day: str, text: str):
    everything = asked.shown(day, "")
    inside, outside = asked.shown(day, text), asked.shown(day, f"-{text}")
    assert inside | outside == everything
    assert inside & outside == set()


def test_what_is_hidden_is_counted_on_every_day(asked: Asked):
    counts = asked.at("2025-05-06", "by:ushakov").counts
    assert (counts.total, counts.known) == (len(asked.shown("2025-05-06", "by:ushakov")), 53)
    counts = asked.at("2025-04-30", "by:ushakov").counts
    assert (counts.total, counts.known) == (0, 33)
    counts = asked.at("2025-04-30").counts
    assert counts.total == counts.known == 33


@pytest.mark.parametrize("key", ["who", "by", "source", "origin", "status", "basis", "type", "has"])
@pytest.mark.parametrize("under", ["", "by:ushakov", "after:2025-05 -has:conflict"])
def test_a_facets_count_is_what_its_filter_then_shows(asked: Asked, key: str, under: str):
    facets = asked.at("2025-06-01").facets
    counts = facets.counts(key, asked.read(under))
    assert counts or key == "has"
    for value, number in counts:
        assert len(asked.shown("2025-06-01", f"{under} {key}:{value}")) == number
        assert facets.count(asked.read(f"{under} {key}:{value}")) == number


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Vucic", (Kind.NAME, "aleksandar-vucic")),
        ("Choe Ryong hae", (Kind.NAME, "choe-ryong-hae")),
        ("by:ushakov ambassador", (Kind.CLAIM, "kd-ushakov-ambassador")),
    ],
)
def test_the_first_hit_is_the_one_that_is_meant(asked: Asked, typed: str, first: tuple[Kind, str]):
    assert asked.hits(typed)[0] == first


def test_a_speakers_claims_are_all_found_and_no_others(asked: Asked):
    expected = {
        claim.id
        for event in CORPUS.events
        for claim in [item.claim for item in visible_claims(CORPUS, event, 10**6)]
        if claim.statement and CORPUS.statements[claim.statement].chain[0].who == "yuri-ushakov"
    }
    found = {ref for _, ref in asked.hits("by:ushakov")}
    assert expected <= found
    assert all(
        CORPUS.statements[CORPUS.claims[ref].statement or ""].chain[0].who == "yuri-ushakov" for ref in found
    )


def test_a_word_that_must_not_be_leaves_out_the_claims_that_hold_it(asked: Asked):
    texts = {hit.ref: hit.text for hit in asked.found("by:ushakov", "2025-06-01").hits}
    finder = Finder("their")
    without = {ref for ref, text in texts.items() if not finder.all_in(text)}
    assert without < set(texts)
    assert {ref for _, ref in asked.hits("by:ushakov -their", "2025-06-01")} == without
    assert {ref for _, ref in asked.hits('by:ushakov -"their" -"no such words"', "2025-06-01")} == without


@pytest.mark.parametrize(
    "typed", ["kim -attend", "-attend kim", "kim –attend", "kim −“attend”", "kim -ATTEN"]
)
def test_a_search_for_words_leaves_out_every_text_that_holds_an_unwanted_one(asked: Asked, typed: str):
    find, finder = asked.at("2025-06-01").find, Finder("attend")
    found = find.of("kim").hits
    without = {(hit.kind, hit.ref, hit.span) for hit in found if not finder.all_in(hit.text)}
    assert 0 < len(without) < len(found)
    left = find.of(typed).hits
    # A passage that repeats a claim is listed where the claim is not.
    assert {(hit.kind, hit.ref, hit.span) for hit in left if hit.kind is not Kind.TEXT} == {
        it for it in without if it[0] is not Kind.TEXT
    }
    assert left
    assert not [hit for hit in left if finder.all_in(hit.text)]


@pytest.mark.parametrize("typed", ["US ambassador", "U.S. ambassador", "u.s ambassador"])
def test_an_abbreviation_is_found_with_its_dots_and_without(asked: Asked, typed: str):
    found = asked.at("2025-06-01").find.of(typed).hits
    assert any("U.S. Ambassador" in hit.text for hit in found)
    assert not asked.at("2025-06-01").find.of("U.S.U.").hits


def test_hits_that_hold_an_unwanted_word_are_not_counted_as_hidden(asked: Asked):
    find = asked.at("2025-06-01", "-by:ushakov").find
    assert 0 < find.of("by:ushakov -their").hidden < find.of("by:ushakov").hidden


@pytest.mark.parametrize("typed", ["by:ushakov @kremlin", "@kremlin by:ushakov", "by:ushakov -@kremlin"])
def test_a_search_says_that_a_saved_filter_is_not_for_it(asked: Asked, typed: str):
    with pytest.raises(QueryError, match="in a search, write the terms of @kremlin"):
        asked.hits(typed)


def test_nothing_is_found_before_it_was_said(asked: Asked):
    assert (Kind.CLAIM, "kd-ushakov-ambassador") in asked.hits("Ushakov")
    assert not [ref for kind, ref in asked.hits("Ushakov", "2025-04-30") if kind in (Kind.CLAIM, Kind.EVENT)]
    assert asked.hits("Ushakov", "2025-03-01") == []


def test_every_hit_holds_all_words_at_the_places_it_names(asked: Asked):
    for typed in ("moscow", "kim russia", "victory day", "80th"):
        found = asked.found(typed, "2025-06-01").hits
        assert found
        for hit in found:
            named = {hit.text[place.start : place.end].casefold() for place in hit.places}
            for word in typed.split():
                assert any(words.startswith(word) for words in named), (word, named)


@pytest.mark.parametrize("typed", ["[/", "\\", '"', "'", "*", "%", "\x00", "-", "(("])
def test_what_has_no_word_finds_nothing(asked: Asked, typed: str):
    assert asked.hits(typed) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("NEAR(", "near"),
        ("kim OR", "kim or"),
        ("NOT kim", "not kim"),
        ("a:", "a"),
        ("^x OR", "x or"),
        ("NOT", "not"),
    ],
)
def test_what_the_index_has_a_meaning_for_is_looked_for_as_words(asked: Asked, typed: str, words: str):
    assert asked.hits(typed) == asked.hits(words)


def test_ten_kilobytes_of_text_find_nothing_and_break_nothing(asked: Asked):
    assert asked.hits("moscow " * 1500) == asked.hits("moscow")
    assert asked.hits("x" * 10_000) == []


def test_operators_are_words(asked: Asked):
    assert all("and" in hit.text.lower() for hit in asked.found("AND", "2025-06-01").hits)


def test_hits_under_hidden_events_are_counted_not_listed(asked: Asked):
    found = asked.found("troops march", text="by:ushakov")
    assert not [hit for hit in found.hits if hit.event]
    assert found.hidden > 0


def test_a_mistyped_word_has_a_neighbour(asked: Asked):
    assert asked.at("2025-06-01").find.nearest("parades") == ', did you mean "parade"?'


def test_pairs_are_those_of_common_events(asked: Asked):
    reader = asked.at()
    mentions = reader.mentions
    for one, other, number in mentions.pairs(100):
        assert len(mentions.common(one, other, 100)) == number
        both = reader.facets.count(asked.read(f"who:{one} who:{other}"))
        assert both == number


def test_an_entitys_bars_sum_up_to_its_events(asked: Asked):
    bars = asked.at("2025-06-01").mentions.over_rows(12)
    assert sum(bars["yuri-ushakov"]) == 9
    assert all(len(row) == 12 for row in bars.values())


def test_a_query_without_terms_filters_nothing(asked: Asked):
    assert not AsOf(0, asked.read("")).narrowed
    assert asked.at(text="").counts == asked.at().counts
