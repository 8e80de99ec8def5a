"""Search, filters and mentions against what counting every claim says, as of several days."""

from pathlib import Path

import pytest

import seeds
from model.asof.state import event_state, visible_claims
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.found import Kind
from model.query.folding import Finder
from model.query.terms import Query, QueryError

CORPUS = load_corpus(Path(seeds.__file__).parent)
DAYS = ["2025-03-22", "2025-04-30", "2025-05-05", "2025-05-06", "2025-06-01"]


def archive_at(day: str) -> Archive:
    return open_archive(CORPUS, day_from_text(day), 0)


def shown(archive: Archive, text: str) -> set[str]:
    """The events on the timeline under a filter."""
    archive.finding.narrow(archive.finding.read(text))
    return {row.event for row in archive.timeline.rows(0, archive.timeline.total)}


def by_counting(day: int, speaker: str) -> set[str]:
    return {
        event
        for event in CORPUS.events
        for item in visible_claims(CORPUS, event, day)
        if item.said.speaker == speaker
    }


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("speaker", ["yuri-ushakov", "kremlin", "korea-daily", "tass"])
def test_a_speakers_events_are_those_of_his_visible_claims(day: str, speaker: str):
    archive = archive_at(day)
    assert shown(archive, f"by:{speaker}") == by_counting(archive.timeline.day, speaker)


@pytest.mark.parametrize("day", DAYS)
def test_a_status_is_the_word_shown(day: str):
    archive = archive_at(day)
    for word in ("due", "scheduled", "occurred", "not-expected", "believed"):
        expected = {
            event
            for event in CORPUS.events
            if (state := event_state(CORPUS, event, archive.timeline.day)) is not None
            and state.word_at(archive.timeline.day).value.replace(" ", "-") == word
        }
        assert shown(archive, f"status:{word}") == expected


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("text", ["by:ushakov", "has:conflict", "after:2025-05", "troops"])
def test_a_filter_and_its_opposite_part_the_timeline_in_two(day: str, text: str):
    archive = archive_at(day)
    everything = shown(archive, "")
    inside, outside = shown(archive, text), shown(archive, f"-{text}")
    assert inside | outside == everything
    assert inside & outside == set()


def test_what_is_hidden_is_counted_and_stays_so_on_another_day():
    archive = archive_at("2025-05-06")
    found = shown(archive, "by:ushakov")
    assert (archive.timeline.total, archive.timeline.known) == (len(found), 53)
    archive.timeline.go_to(day_from_text("2025-04-30"))
    assert (archive.timeline.total, archive.timeline.known) == (0, 33)
    archive.finding.narrow(None)
    assert archive.timeline.total == archive.timeline.known == 33


@pytest.mark.parametrize("key", ["who", "by", "source", "origin", "status", "basis", "type", "has"])
@pytest.mark.parametrize("under", ["", "by:ushakov", "after:2025-05 -has:conflict"])
def test_a_facets_count_is_what_its_filter_then_shows(key: str, under: str):
    archive = archive_at("2025-06-01")
    finding = archive.finding
    counts = finding.facets.counts(key, finding.read(under))
    assert counts or key == "has"
    for value, number in counts:
        assert len(shown(archive, f"{under} {key}:{value}")) == number
        assert finding.facets.count(finding.read(f"{under} {key}:{value}")) == number


def hits(text: str, day: str = "2025-05-06") -> list[tuple[Kind, str]]:
    return [(hit.kind, hit.ref) for hit in archive_at(day).finding.searching.of(text).hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Vucic", (Kind.NAME, "aleksandar-vucic")),
        ("Choe Ryong hae", (Kind.NAME, "choe-ryong-hae")),
        ("by:ushakov ambassador", (Kind.CLAIM, "kd-ushakov-ambassador")),
    ],
)
def test_the_first_hit_is_the_one_that_is_meant(typed: str, first: tuple[Kind, str]):
    assert hits(typed)[0] == first


def test_a_speakers_claims_are_all_found_and_no_others():
    expected = {
        claim.id
        for event in CORPUS.events
        for claim in [item.claim for item in visible_claims(CORPUS, event, 10**6)]
        if claim.statement and CORPUS.statements[claim.statement].chain[0].who == "yuri-ushakov"
    }
    found = {ref for _, ref in hits("by:ushakov")}
    assert expected <= found
    assert all(
        CORPUS.statements[CORPUS.claims[ref].statement or ""].chain[0].who == "yuri-ushakov" for ref in found
    )


def test_a_word_that_must_not_be_leaves_out_the_claims_that_hold_it():
    texts = {hit.ref: hit.text for hit in archive_at("2025-06-01").finding.searching.of("by:ushakov").hits}
    finder = Finder("their")
    without = {ref for ref, text in texts.items() if not finder.all_in(text)}
    assert without < set(texts)
    assert {ref for _, ref in hits("by:ushakov -their", "2025-06-01")} == without
    assert {ref for _, ref in hits('by:ushakov -"their" -"no such words"', "2025-06-01")} == without


def test_hits_that_hold_an_unwanted_word_are_not_counted_as_hidden():
    archive = archive_at("2025-06-01")
    archive.finding.narrow(archive.finding.read("-by:ushakov"))
    searching = archive.finding.searching
    assert 0 < searching.of("by:ushakov -their").hidden < searching.of("by:ushakov").hidden


@pytest.mark.parametrize("typed", ["by:ushakov @kremlin", "@kremlin by:ushakov", "by:ushakov -@kremlin"])
def test_a_search_says_that_a_saved_filter_is_not_for_it(typed: str):
    with pytest.raises(QueryError, match="in a search, write the terms of @kremlin"):
        hits(typed)


def test_nothing_is_found_before_it_was_said():
    assert (Kind.CLAIM, "kd-ushakov-ambassador") in hits("Ushakov")
    assert not [ref for kind, ref in hits("Ushakov", "2025-04-30") if kind in (Kind.CLAIM, Kind.EVENT)]
    assert hits("Ushakov", "2025-03-01") == []


def test_every_hit_holds_all_words_at_the_places_it_names():
    for typed in ("moscow", "kim russia", "victory day", "80th"):
        found = archive_at("2025-06-01").finding.searching.of(typed).hits
        assert found
        for hit in found:
            named = {hit.text[place.start : place.end].casefold() for place in hit.places}
            for word in typed.split():
                assert any(words.startswith(word) for words in named), (word, named)


@pytest.mark.parametrize("typed", ["[/", "\\", '"', "'", "*", "%", "\x00", "-", "(("])
def test_what_has_no_word_finds_nothing(typed: str):
    assert hits(typed) == []


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
def test_what_the_index_has_a_meaning_for_is_looked_for_as_words(typed: str, words: str):
    assert hits(typed) == hits(words)


def test_ten_kilobytes_of_text_find_nothing_and_break_nothing():
    assert hits("moscow " * 1500) == hits("moscow")
    assert hits("x" * 10_000) == []


def test_operators_are_words():
    assert all("and" in hit.text.lower() for hit in archive_at("2025-06-01").finding.searching.of("AND").hits)


def test_hits_under_hidden_events_are_counted_not_listed():
    archive = archive_at("2025-05-06")
    archive.finding.narrow(archive.finding.read("by:ushakov"))
    found = archive.finding.searching.of("troops march")
    assert not [hit for hit in found.hits if hit.event]
    assert found.hidden > 0


def test_a_mistyped_word_has_a_neighbour():
    assert archive_at("2025-06-01").finding.searching.nearest("parades") == ', did you mean "parade"?'


def test_pairs_are_those_of_common_events():
    archive = archive_at("2025-05-06")
    mentions = archive.finding.mentions
    for one, other, number in mentions.pairs(100):
        assert len(mentions.common(one, other, 100)) == number
        both = archive.finding.facets.count(archive.finding.read(f"who:{one} who:{other}"))
        assert both == number


def test_an_entitys_bars_sum_up_to_its_events():
    archive = archive_at("2025-06-01")
    bars = archive.finding.mentions.over_rows(12)
    assert sum(bars["yuri-ushakov"]) == 9
    assert all(len(row) == 12 for row in bars.values())


def test_a_query_without_terms_filters_nothing():
    archive = archive_at("2025-06-01")
    archive.finding.narrow(Query("", ()))
    assert archive.timeline.filter == ""
    with pytest.raises(QueryError):
        archive.finding.read("by:")
