"""What format 2 can say, said aloud on cards, in print, in briefs and tables: an invented corpus."""

import csv
from pathlib import Path

import pytest

from model.asof.known import known_by
from model.asof.state import event_state
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.exchange.brief import event_brief
from model.exchange.from_json import import_json
from model.exchange.json_text import json_text
from model.exchange.to_csv import csv_claims
from model.exchange.to_folder import write_corpus
from model.exchange.to_html import html
from model.exchange.to_json import export_json
from model.exchange.to_markdown import markdown
from model.index.archive import open_archive
from model.index.values import AsOf
from tui.cards.event import EventCard
from tui.cli.differences import difference_lines
from tui.cli.listing import timeline_lines
from tui.document.reading import DocumentReading, page_of
from tui.text.line import LIT
from tui.text.phrases import Phrases
from tui.text.signs import ASCII

CORPUS = load_corpus(Path(__file__).parent / "data" / "invented")
BEFORE, AFTER = "2031-03-06", "2031-03-07"


def phrases(day: str) -> Phrases:
    number = day_from_text(day)
    return Phrases(known_by(CORPUS, number), ASCII, number, longest=None)


def card(event: str, day: str = AFTER) -> list[str]:
    saying = phrases(day)
    state = event_state(saying.corpus, event, day_from_text(day))
    assert state is not None
    return [
        " ".join(line.text.split()) for line in EventCard(state, saying, 100, whole=True).full(quotes=True)
    ]


def printed(day: str = AFTER) -> list[str]:
    archive = open_archive(CORPUS, day_from_text(day), today=0)
    saying = phrases(day)
    lines = [*timeline_lines(archive, saying), *difference_lines(archive, saying)]
    return [" ".join(line.split()) for line in lines]


def test_it_is_sound_and_loses_nothing_on_its_way_out_and_in(tmp_path: Path):
    assert CORPUS.findings == ()
    assert import_json("".join(json_text(export_json(CORPUS, 0))), "x") == CORPUS
    write_corpus(CORPUS, tmp_path / "again")
    assert load_corpus(tmp_path / "again") == CORPUS


def test_figures_stand_side_by_side_on_the_card():
    lines = card("tents")
    at = lines.index("figures newest first")
    assert [line.split(" Mar")[0] for line in lines[at + 1 : at + 4]] == [
        "tents about 1,200 5",
        "12,000 4",
        "1,200 3",
    ]


def test_a_quarrel_over_a_figure_is_on_the_card_and_contests_nothing():
    lines = card("tents")
    assert "contradiction over how many: How many tents were sent" in lines
    assert not any("contested" in line for line in lines)


def test_a_translation_stands_below_the_quote_and_says_whose_it_is():
    lines = card("tents")
    assert "translated by the curators: sent 12,000 tents to the port of Aurelle" in lines


def test_a_credit_is_no_one_who_was_told():
    lines = card("tents", "2031-03-03")
    assert any(line.endswith("is credited a document") for line in lines)
    assert any('"said" official' in line for line in lines)
    assert not any("to Aurelle Wire" in line for line in lines)


def test_a_condition_stands_before_the_word_and_a_no_comment_says_so():
    lines = card("ferry", "2031-03-04")
    assert "& conditional no date" in lines
    assert 'says "if the pier holds", scheduled' in lines
    assert any(line.startswith("0 no comment") for line in card("visit", "2031-03-03"))
    assert any("no comment" in line for line in card("visit"))
    assert card("visit")[0].startswith("- not expected")


def test_what_was_taken_back_is_struck_and_says_by_whom():
    assert card("ferry", BEFORE)[0].startswith("> ongoing")
    lines = card("ferry")
    assert lines[0].startswith("? unconfirmed")
    assert "retracted 7 Mar by Sheet" in lines


def test_a_reprint_is_no_second_origin():
    state = event_state(CORPUS, "tents", day_from_text(BEFORE))
    assert state is not None
    assert {it.claim.id: it.said.origin for it in state.claims} == {
        "e-tents": "gazette",
        "s-tents": "g-release",
        "g-tents": "g-release",
    }


def test_what_curators_noted_is_last_on_the_card_and_not_in_a_brief():
    assert card("tents")[-3:] == [
        "notes the curators' own",
        "todo Ask the ministry for its list.",
        "tags relief",
    ]
    assert "Ask the ministry" not in "".join(markdown(event_brief(CORPUS, "tents", day_from_text(AFTER))))


@pytest.mark.parametrize(
    "words",
    [
        'tents: 1,200: "it had sent 1,200 tents to Port Aurelle [...] The tents arrived on Monday"',
        '"if the pier holds", scheduled: "Ferry traffic would resume if the pier holds"',
        "(translated by the curators: the Duchess is understood not to visit)",
        '"the ferry is running again" [Evening Sheet, 5 Mar 2031] retracted 7 Mar by Sheet',
        "todo: Ask the ministry for its list.",
        "How many tents were sent (contradiction over how many)",
        "12,000: Ministry of Tides, 4 Mar?, certain, tents: 12,000",
    ],
)
def test_print_says_it_in_a_line(words: str):
    assert any(words in line for line in printed())


@pytest.mark.parametrize("write", [markdown, html])
def test_a_brief_says_it(write):
    text = "".join(write(event_brief(CORPUS, "tents", day_from_text(AFTER))))
    for words in (
        "officially, in writing",
        "tents: 12,000",
        "Translation: sent 12,000 tents to the port of Aurelle (by the curators)",
        "retracted 7 Mar 2031 by Evening Sheet",
        "reprint of ",
        "web page",
        "https://archive.example/1",
    ):
        assert words in text
    assert "conditional" in "".join(write(event_brief(CORPUS, "ferry", day_from_text(AFTER))))


def test_a_table_has_a_column_for_each():
    rows = {row["claim"]: row for row in csv.DictReader(csv_claims(CORPUS, day_from_text(AFTER)))}
    assert rows["g-ferry"]["condition"] == "if the pier holds"
    assert (rows["g-ferry"]["word"], rows["g-visit"]["word"]) == ("conditional", "no comment")
    assert rows["s-tents"]["amounts"] == "tents: 12,000"
    assert (rows["s-tents"]["gloss"], rows["s-tents"]["gloss_by"]) == (
        "sent 12,000 tents to the port of Aurelle",
        "the curators",
    )
    assert (rows["e-ferry"]["retracted_by"], rows["x-ferry"]["retracted_by"]) == ("sorry", "")
    assert (rows["g-tents"]["record"], rows["g-tents"]["medium"]) == ("official", "web-page")
    assert rows["g-tents"]["archived"] == "https://archive.example/1"


def test_all_sentences_of_a_claim_are_lit():
    saying = phrases(AFTER)
    reading = DocumentReading("gazette", page_of(saying.corpus, "gazette", 80, True), saying)
    claim = CORPUS.claims["g-tents"]
    lit = " ".join(
        span.text
        for row in reading.page.rows()
        for span in reading.line(row, claim).spans
        if span.look == LIT
    )
    assert "it had sent 1,200 tents" in lit
    assert "The tents arrived on Monday" in lit


def test_no_search_finds_a_translation():
    reader = open_archive(CORPUS, None, today=0).at(AsOf(day_from_text(AFTER)))
    assert reader.find.of("understood").hits == ()
    assert [hit.ref for hit in reader.find.of("방문하지").hits][:1] == ["s-visit"]
