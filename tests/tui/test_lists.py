"""Lists as printed on the screen: the view, the card beside the list before, places on them, words that are lit."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.asof.list_words import list_words, movement
from model.asof.lists import lists_as_of, places_of
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from tests.cli.running import run
from tests.odd.corpora import CORPORA
from tests.tui.curated import archive_of, copied, curating
from tests.tui.listed import listed_corpus
from tests.tui.looking import SIZES, bar, main_screen, pane_text, press, selection
from tui.app import DprkTui
from tui.cards.printed_list import ListCard, place_lines
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE
from tui.text.target import EntityTarget, ListTarget, TextTarget
from tui.views.registry import NAMES

MAY, APRIL = ListTarget("roll-of-may"), ListTarget("roll-of-april")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return listed_corpus(tmp_path)


async def to_lists(pilot: Pilot[None]) -> None:
    await press(pilot, ":", *"lists", "enter")
    assert main_screen(pilot).scene.viewed.name == "lists"


async def test_the_view_has_the_newest_of_each_kind_first_and_says_what_changed(folder: Path):
    async with curating(folder) as pilot:
        await to_lists(pilot)
        text = pane_text(pilot, "timeline")
        assert "against the one before: 1 up, 1 down, 1 new, 1 missing" in text
        places = [text.index(words) for words in ("roll", "parade units", "meeting", "attendance")]
        assert places == sorted(places)
        await press(pilot, "g")
        assert selection(pilot).card == MAY
        await press(pilot, "j")
        assert selection(pilot).card == APRIL


async def test_the_card_lays_a_list_beside_the_one_before_and_each_line_lights_its_words(folder: Path):
    async with curating(folder, 120, 60) as pilot:
        await to_lists(pilot)
        await press(pilot, "g", "enter")
        card = pane_text(pilot, "detail")
        for words in (
            "says itself that it is complete",
            "4 names",
            "up 1, was 3rd",
            'before: "Xi"',
            "down 1, was 2nd",
            "new",
            "1 missing",
            "was 4th",
        ):
            assert words in card, words
        text = archive_of(folder).corpus.texts
        seen = []
        for _ in range(9):
            await press(pilot, "j")
            place = selection(pilot).place
            assert selection(pilot).card == MAY
            if place is not None and place.lit:
                seen.append((place.source, text[place.source][place.start : place.end]))
        # Past the document and the list before, every name, and who is missing where he stood.
        assert dict.fromkeys(seen) == dict.fromkeys(
            [
                ("roll-of-may", "Putin, President Xi, Vučić, Fico"),
                ("roll-of-may", "Putin"),
                ("roll-of-may", "President Xi"),
                ("roll-of-may", "Vučić"),
                ("roll-of-may", "Fico"),
                ("roll-of-april", "Lula"),
            ]
        )
        await press(pilot, "enter")
        assert main_screen(pilot).scene.stance.pane == "source"
        assert "as printed" in pane_text(pilot, "source")


async def test_the_card_of_a_person_has_his_places_through_time(folder: Path):
    async with curating(folder) as pilot:
        await press(pilot, "/", *"Lula da Silva", "enter", "2", "z")
        assert isinstance(selection(pilot).card, EntityTarget)
        card = pane_text(pilot, "detail")
        assert "on 3 lists  newest first" in card
        assert "missing, printed 12 May 2025, roll" in card
        assert "4th of 4, printed 30 Apr 2025, roll" in card
        assert "1st of 3, 9 May 2025, meeting" in card


async def test_the_view_is_walked_only_where_there_are_lists(tmp_path: Path):
    async with curating(copied(tmp_path)) as pilot:
        await press(pilot, ":", *"asof 2025-04-29", "enter", "1")
        for _ in NAMES:
            await press(pilot, "v")
            assert main_screen(pilot).scene.viewed.name != "lists"


async def test_a_list_is_deleted_by_itself(folder: Path):
    async with curating(folder) as pilot:
        await to_lists(pilot)
        await press(pilot, "g", "delete", *"yes", "enter")
        assert "is deleted" in bar(pilot, "footer")
    corpus = load_corpus(folder)
    assert "roll-of-may" not in corpus.lists and "roll-of-april" in corpus.lists
    assert not corpus.errors


def test_print_lists_and_the_screen_say_the_same(folder: Path):
    printed = run("print", str(folder), "--lists").stdout.decode()
    corpus = load_corpus(folder)
    day = day_from_text("2025-05-12")
    for view in lists_as_of(corpus, day):
        assert list_words(view.dated, corpus, lambda text: text) in printed
        for it in view.names:
            assert movement(view, it) in printed
    assert 'missing: Luiz Inácio Lula da Silva, "Lula", was 4th' in printed
    brief = run("print", str(folder), "--lists", "--brief").stdout.decode().splitlines()
    assert len(brief) == 1 + len(corpus.lists)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("width", [28, 40, 58, 78, 160])
@pytest.mark.parametrize("name", [*CORPORA])
def test_cards_hold_in_every_odd_corpus_and_every_name_leads_to_its_words(
    tmp_path: Path, name: str, width: int, signs
):
    corpus = CORPORA[name]().load(tmp_path / "corpus")
    day = day_from_text("2025-07-01")
    phrases = Phrases(corpus, signs, day)
    for view in lists_as_of(corpus, day):
        lines = ListCard(view, phrases, width).full()
        # What stands beside a heading may be cut.
        assert all(line.cells <= width for line in lines if line.target is not None)
        words = [line.target for line in lines if isinstance(line.target, TextTarget)]
        assert len(words) == len(view.names) + len(view.gone)
    for entity in corpus.entities:
        lines = place_lines(entity, phrases, width)
        assert sum(line.target is not None for line in lines) == len(places_of(corpus, entity, day))
        assert all(line.cells <= width for line in lines)


STATES = {"view": [], "card": ["g", "2", "z"], "walked": ["g", "2", "j", "j", "j", "j"]}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("state", STATES)
def test_lists(snap_compare, tmp_path: Path, state: str, size: tuple[int, int]):
    async def then(pilot: Pilot[None], keys: list[str]) -> None:
        await to_lists(pilot)
        await press(pilot, *keys)

    archive = replace(archive_of(listed_corpus(tmp_path)), today=day_from_text("2025-05-13"))
    assert snap_compare(DprkTui(archive), run_before=partial(then, keys=STATES[state]), terminal_size=size)
