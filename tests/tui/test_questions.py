"""Questions on the screen: the view, the card, what hangs on an event, and asking; and what was looked for in vain."""

import tomllib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.asof.came_out import speaker_tally
from model.asof.questions import questions_as_of
from model.asof.state import event_state
from model.corpus.asked import Criteria
from model.corpus.corpus import Corpus
from model.corpus.criteria import criteria_digest
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from tests.cli.running import run
from tests.odd.corpora import CORPORA
from tests.tui.asked import asked_corpus
from tests.tui.carded import entity_card_of
from tests.tui.curated import archive_of, copied, curating
from tests.tui.looking import SIZES, bar, main_screen, pane_text, press, selection, shown
from tui.app import DprkTui
from tui.cards.tally import tally_lines
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import ClaimTarget, QuestionTarget
from tui.views.registry import NAMES

AMBASSADOR, CHOE = QuestionTarget("ambassador-at-victory-day"), QuestionTarget("choe-in-moscow")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return asked_corpus(tmp_path)


async def to_questions(pilot: Pilot[None]) -> None:
    """To the view of questions, wherever it is among those that one walks through."""
    await press(pilot, "1")
    for _ in NAMES:
        if main_screen(pilot).scene.viewed.name == "questions":
            return
        await press(pilot, "v")
    raise AssertionError("no view of questions is walked through")


async def test_the_view_has_due_open_and_resolved_ones_and_drafts_in_this_order(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        text = pane_text(pilot, "timeline")
        order = [
            "2 questions due",
            "ambassador?",
            "Kim Jong-un attend",
            "1 question open",
            "bridge over",
            "1 question resolved",
            "Choe",
            "1 draft",
        ]
        places = [text.index(words) for words in order]
        assert places == sorted(places)


async def test_moving_selects_a_question_the_claim_that_decides_and_the_row_of_that(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(pilot, "g")
        now = selection(pilot)
        views = {
            it.question.id: it
            for it in questions_as_of(archive_of(folder).corpus, day_from_text("2025-05-12"))
        }
        corpus = shown(pilot).corpus
        states = (
            event_state(corpus, it, day_from_text("2025-05-12"))
            for it in views[AMBASSADOR.question].question.events
        )
        since = {it.claim.id for it in views[AMBASSADOR.question].claims}
        decides = next(it.chosen.claim for it in states if it is not None and it.chosen.claim.id in since)
        assert (now.card, now.quote, now.event) == (AMBASSADOR, decides.id, decides.event)
        for _ in range(3):
            await press(pilot, "j")
        # Of a resolved one, that is the claim which answers it.
        assert (selection(pilot).card, selection(pilot).quote) == (CHOE, "kd-shift")
        card = pane_text(pilot, "detail")
        assert "no  asked 30 Apr 2025, closes 30 Jun 2025" in card
        assert "The newspaper no longer expects him. (curator)" in card


async def test_quotes_of_the_card_are_walked_and_history_leads_back(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(pilot, "g", "enter")
        claims = len(shown(pilot).selector.quotes_of_card(selection(pilot)))
        await press(pilot, *["left_square_bracket"] * claims)
        seen = {selection(pilot).quote}
        for _ in range(claims - 1):
            await press(pilot, "right_square_bracket")
            assert selection(pilot).card == AMBASSADOR
            seen.add(selection(pilot).quote)
        assert len(seen) == claims
        await press(pilot, "G", "enter", "left_curly_bracket")
        assert selection(pilot).card == AMBASSADOR


async def test_as_of_a_day_before_it_was_asked_there_is_none(tmp_path: Path):
    async with curating(copied(tmp_path)) as pilot:
        await press(pilot, ":", *"asof 2025-04-29", "enter")
        for _ in NAMES:
            await press(pilot, "v")
            assert main_screen(pilot).scene.viewed.name != "questions"


async def test_what_is_due_says_how_it_was_looked_for_on_card_in_print_and_in_briefs(folder: Path):
    sentence = "Outcome unknown; looked 2 times, last 12 May"
    where = ": TASS, Google News. Its last day, 9 May"
    async with curating(folder, 200, 60) as pilot:
        await press(pilot, "/", *"An ambassador represents", "enter", "2", "z")
        text = " ".join(pane_text(pilot, "detail").split())
        assert f"{sentence}{where}, has passed." in text
        assert "3 searches found nothing" in text
        assert '8 May TASS: "delegation" (before its day had passed)' in text
        assert "1 question that hangs on it" in text
    printed = run("print", folder).stdout.decode()
    assert f"{sentence}{where}, has passed." in printed
    brief = run("export", "--to", "markdown", folder).stdout.decode()
    assert (
        f"{sentence} 2025{where} 2025, has passed\\." in brief
        or f"{sentence} 2025{where} 2025, has passed." in brief
    )
    due = next(
        line
        for line in brief.splitlines()
        if line.endswith(" [^kd-ushakov-ambassador]") and ": last " in line
    )
    assert ": last confirmed; looked 2 times, last 12 May 2025: TASS, Google News" in due


def test_print_and_briefs_have_the_questions(folder: Path):
    lines = run("print", "--questions", "--brief", folder).stdout.decode().splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["due", "due", "open", "no"]
    assert lines[0].endswith("4 questions")
    full = run("print", "--questions", folder).stdout.decode()
    assert 'looked in vain: 10 May 2025, Kremlin: "North Korea ambassador 9 May"' in full
    assert "answered no: Korea Daily, own words" in full
    filtered = (
        run("print", "--questions", "--filter", "who:choe-ryong-hae", "--brief", folder)
        .stdout.decode()
        .splitlines()
    )
    assert [line.split()[0] for line in filtered[1:]] == ["no"]
    brief = run("export", "--to", "markdown", folder).stdout.decode()
    assert "## Questions" in brief
    assert "[^kd-shift]" in brief.partition("## Questions")[2].partition("\n## ")[0]


async def test_a_search_finds_what_is_asked(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "/", *"represented ambassador", "enter")
        assert "questions" in pane_text(pilot, "timeline")
        assert selection(pilot).card == AMBASSADOR


async def test_asking_writes_a_question_with_the_hash_of_its_criteria(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(
            pilot,
            "g",
            "i",
            *"Will it rain?",
            "down",
            "ctrl+u",
            *"2025-05-06",
            "down",
            "ctrl+u",
            *"2025-05-08",
        )
        await press(pilot, "down", "down", *"wet", "down", *"dry", "down", *"damp", "down", *"night", "enter")
        assert "Written: will-it-rain." in bar(pilot, "footer")
        assert selection(pilot).card == QuestionTarget("will-it-rain")
    row = tomllib.loads((folder / "questions.toml").read_text("utf-8"))["question"][-1]
    assert (row["asked"], row["closes"]) == ("2025-05-06", "2025-05-08")
    criteria = Criteria(yes="wet", no="dry", ambiguous="damp", annulled="night")
    assert row["criteria_sha256"] == criteria_digest(criteria)
    assert not load_corpus(folder).errors


async def test_what_is_wrong_in_a_form_is_said_and_nothing_is_written(folder: Path):
    before = (folder / "questions.toml").read_bytes()
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(
            pilot, "g", "i", *"Will it?", "down", "ctrl+u", *"2025-05-06", "down", *"2025-05-01", "enter"
        )
        await press(pilot, "escape")
    assert (folder / "questions.toml").read_bytes() == before


async def test_a_search_is_kept_for_what_the_card_shows(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(
            pilot, "g", "I", "ctrl+u", *"2025-05-11", "down", *"TASS; a wall", "down", *"one; two", "enter"
        )
        assert "Written: tass-2025-05-11." in bar(pilot, "footer")
    row = tomllib.loads((folder / "searches.toml").read_text("utf-8"))["search"][-1]
    assert row == {
        "id": "tass-2025-05-11",
        "day": "2025-05-11",
        "where": ["tass"],
        "elsewhere": ["a wall"],
        "words": ["one", "two"],
        "questions": ["ambassador-at-victory-day"],
    }


async def test_the_first_search_makes_its_file(tmp_path: Path):
    folder = copied(tmp_path)
    async with curating(folder) as pilot:
        await press(pilot, "I", "ctrl+u", *"2025-05-11", "down", *"TASS", "down", *"x", "enter")
        assert "Written: tass-2025-05-11." in bar(pilot, "footer")
    assert (folder / "searches.toml").is_file()
    assert not load_corpus(folder).errors


async def test_a_question_is_deleted_with_the_searches_that_were_for_it_alone(folder: Path):
    async with curating(folder) as pilot:
        await to_questions(pilot)
        await press(pilot, "g", "delete", *"yes", "enter")
        assert "is deleted" in bar(pilot, "footer")
    corpus = load_corpus(folder)
    assert "ambassador-at-victory-day" not in corpus.questions
    assert corpus.searches["kremlin-10-may"].questions == ()
    assert not corpus.errors


@pytest.mark.parametrize("name", [*CORPORA])
def test_records_on_cards_count_what_they_list_in_every_odd_corpus(tmp_path: Path, name: str):
    corpus = CORPORA[name]().load(tmp_path / "corpus")
    day = day_from_text("2025-07-01")
    phrases = Phrases(corpus, UNICODE, day)
    for entity in corpus.entities:
        found = speaker_tally(corpus, entity, day)
        lines = tally_lines(entity, phrases)
        assert bool(lines) == (found is not None)
        if found is not None:
            assert found.all.words in lines[1].text
            assert sum(_is_forecast(line) for line in lines) == found.all.said


def _is_forecast(line: Line) -> bool:
    return isinstance(line.target, ClaimTarget) and not line.text.startswith("  by origin")


def test_who_speaks_of_no_day_to_come_has_no_record_and_who_never_speaks_no_line(corpus: Corpus):
    day = day_from_text("2025-06-01")
    phrases = Phrases(corpus, UNICODE, day)

    def card(entity: str) -> str:
        return "\n".join(line.text for line in entity_card_of(corpus, entity, phrases, 100).full())

    assert "record of forecasts  said 5, due 5, as said 0, otherwise 0, open 5" in card("yuri-ushakov")
    assert "record of forecasts  no record" in card("kcna")
    assert "record of forecasts" not in card("moscow")


STATES = {"due": ["g"], "resolved": ["g", "j", "j", "j"], "asking": ["g", "i"], "looked": ["g", "I"]}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("state", STATES)
def test_questions(snap_compare, tmp_path: Path, state: str, size: tuple[int, int]):
    async def then(pilot: Pilot[None], keys: list[str]) -> None:
        await to_questions(pilot)
        await press(pilot, *keys)

    archive = replace(archive_of(asked_corpus(tmp_path)), today=day_from_text("2025-05-13"))
    app = DprkTui(archive)
    assert snap_compare(app, run_before=partial(then, keys=STATES[state]), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_record_of_a_speaker(snap_compare, tmp_path: Path, size: tuple[int, int]):
    async def then(pilot: Pilot[None]) -> None:
        await press(pilot, "/", *"Ushakov", "enter", "2", "z", "G")

    app = DprkTui(archive_of(asked_corpus(tmp_path)))
    assert snap_compare(app, run_before=then, terminal_size=size)
