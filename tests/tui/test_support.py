"""What rests on whom: the view of origins, the line on the card, the filter; of large corpora worked out beside."""

import asyncio
import re
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.asof.falls import Loss
from model.asof.support import all_supports, by_origin, event_support
from model.corpus.corpus import Corpus
from model.corpus.load import load_corpus
from model.index.archive import Archive, open_archive
from model.index.values import AsOf
from tests.benchmarks.mixed_claims import write_corpus
from tests.odd.corpora import CORPORA
from tests.tui.conftest import Archives, Opened
from tests.tui.contexts import context_of
from tests.tui.driving import settle
from tests.tui.looking import SIZES, bar, focused, main_screen, pane_text, press, selection, shown
from tui.app import DprkTui
from tui.cards.event import EventCard
from tui.cards.resting import resting_lines
from tui.state.context import CLAIMS_AT_ONCE
from tui.state.scene import Scene, Viewed
from tui.text.falling import units_told
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE
from tui.text.target import OriginTarget
from tui.text.wrap import wrap_text
from tui.views.registry import keys_to
from tui.views.support import SupportView

TO_SUPPORT = keys_to("support")


def rows_of(archive: Archive, unfolded: frozenset[str] = frozenset(), width: int = 120) -> list[str]:
    """All lines of the view."""
    ctx = context_of(archive)
    scene = Scene(archive.default, viewed=Viewed("support", unfolded=unfolded))
    return [line.text.rstrip() for line in SupportView().lines(ctx.of(scene), width)]


@pytest.mark.parametrize("as_of", ["2025-04-30", "2025-05-05", None])
def test_every_origin_has_as_many_events_as_the_filter_finds_and_as_are_unfolded(
    archive_at: Archives, as_of: str | None
):
    archive = archive_at(as_of)
    day = archive.default.day
    listed = by_origin(archive.corpus, day, all_supports(archive.corpus, day))
    every = rows_of(archive, frozenset(it.origin for it in listed))
    folded = rows_of(archive)[1:]
    assert len(folded) == len(listed)
    at = 1
    for origin, row in zip(listed, folded, strict=True):
        vanish, flip, weaken = map(int, row.split()[-3:])
        assert (vanish, flip, weaken) == tuple(map(origin.count, Loss))
        query = archive.read(f"leg:{origin.origin}", archive.default)
        assert archive.at(AsOf(day, query)).counts.total == vanish + flip
        assert re.search(rf"\b{vanish + flip} vanish(es)? or flips?\b", units_told(origin))
        spoken = archive.at(AsOf(day, archive.read(f"origin:{origin.origin}", archive.default)))
        assert spoken.counts.total == len(origin.speaks_of)
        assert {fall.event for fall in origin.falls} - origin.speaks_of == {
            fall.event for fall in origin.falls if spoken.position_of(fall.event) is None
        }
        assert (
            dict(archive.at(archive.default).facets.counts("leg", query)).get(origin.origin, 0)
            == vanish + flip
        )
        assert every[at] == row
        told = [it.strip() for it in wrap_text(units_told(origin), 118)]
        assert [it.strip() for it in every[at + 1 : at + 1 + len(told)]] == told
        at += len(told)
        own = every[at + 1 : at + 1 + len(origin.falls)]
        assert sum(it.endswith(" vanishes") for it in own) == vanish
        assert sum(it.endswith(" 1 origin left") for it in own) == weaken
        at += 1 + len(own)
    assert at == len(every)


def test_a_filter_leaves_the_origins_of_its_events(archive: Archive):
    query = archive.read("leg:kjd-several", archive.default)
    ctx = context_of(archive).of(Scene(AsOf(archive.default.day, query), viewed=Viewed("support")))
    lines = SupportView().lines(ctx, 120)
    assert [line.text.split("  ")[0] for line in lines[1:]] == ["several unnamed sources"]
    assert lines[1].text.split()[-3:] == ["2", "0", "0"]


async def test_an_origin_is_unfolded_and_folded_and_every_line_lights_its_sentence(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *TO_SUPPORT, "home", "j")
        assert (selection(pilot).event, selection(pilot).quote) == (
            "kursk-announcement",
            "kd-kursk-announced",
        )
        await press(pilot, "j")
        assert (selection(pilot).event, selection(pilot).quote) == ("putin-xi-video", "kd-video-summit")
        before = pane_text(pilot, "timeline")
        await press(pilot, "l")
        text = pane_text(pilot, "timeline")
        assert "› no date" in text
        assert "U.S. Ambassador Tracy attends" in text
        seen = set()
        for _ in range(12):
            await press(pilot, "j")
            seen.add((selection(pilot).event, selection(pilot).quote))
        assert ("tracy-attends", "kd-tracy") in seen
        assert len(seen) >= 10
        await press(pilot, "h")
        assert pane_text(pilot, "timeline") == before
        await press(pilot, "h")
        assert "folded already" in bar(pilot, "footer")
        await press(pilot, "end", "l")
        assert "Nothing rests on it alone" in bar(pilot, "footer")
        await press(pilot, "enter")
        assert focused(pilot) == "detail"


def test_the_card_names_what_an_event_would_not_stand_without(corpus: Corpus, archive: Archive):
    phrases = Phrases(corpus, UNICODE, archive.default.day)
    for event in corpus.claims_of_event:
        state, support = phrases.state(event), event_support(corpus, event, archive.default.day)
        assert state is not None
        assert support is not None
        text = [line.text for line in EventCard(state, phrases, 100).full(quotes=False)]
        named = [line for line in text if line.endswith(" without it")]
        assert len(named) == min(len(support.legs), 2)
    for event, words in (
        ("units-of-13-countries", "rests   on the Kremlin: no date without it"),
        (
            "kim-conveys-decision",
            "rests   on several unnamed sources (another unnamed source): vanishes without it",
        ),
    ):
        state = phrases.state(event)
        assert state is not None
        text = [line.text for line in EventCard(state, phrases, 100).full(quotes=False)]
        assert words in text
    # Two say so, each in words of its own: with one of them gone, the other is left, and nothing is said of it.
    state = phrases.state("kim-attends")
    assert state is not None
    text = [line.text for line in EventCard(state, phrases, 100).full(quotes=False)]
    assert any("2 origins, Korea Daily and the Kremlin" in line for line in text)
    assert not any(line.startswith("rests") for line in text)


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("width", [29, 39, 59, 79, 119, 199])
def test_it_holds_on_odd_corpora_at_every_width(name: str, width: int, tmp_path: Path):
    archive = open_archive(CORPORA[name]().load(tmp_path / "corpus"), None, today=739_000)
    ctx = context_of(archive, signs=ASCII)
    every = frozenset(it.origin for it in by_origin(archive.corpus, 10**6, ctx.supports or ()))
    view = SupportView()
    for unfolded in (frozenset[str](), every):
        scene = Scene(archive.default, viewed=Viewed("support", unfolded=unfolded))
        for line in view.content(ctx.of(scene), width, 500, True):
            assert line.cells <= width


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_how_it_looks(snap_compare, archive_at: Archives, size: tuple[int, int]):
    async def unfold(pilot) -> None:
        await press(pilot, *TO_SUPPORT, "home", "j", "l", "j")

    assert snap_compare(DprkTui(archive_at(), UNICODE), run_before=unfold, terminal_size=size)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder: Path = tmp_path_factory.mktemp("large") / "corpus"
    return load_corpus(write_corpus(folder, CLAIMS_AT_ONCE + 100))


def working() -> list[threading.Thread]:
    return [it for it in threading.enumerate() if it.name == "working"]


async def done(pilot: Pilot[None]) -> None:
    """Wait until nobody works any more, and what was found out is shown."""
    for thread in working():
        thread.join()
    # What a thread posts comes with a turn of the loop.
    await asyncio.sleep(0)
    await settle(pilot)


async def test_a_large_corpus_is_worked_out_beside_the_screen(large: Corpus):
    archive = open_archive(large, None, today=0)
    async with DprkTui(archive, UNICODE).run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_SUPPORT)
        begun = "Working it out: " in pane_text(pilot, "timeline")
        # Keys are answered meanwhile.
        await press(pilot, "question_mark", "escape")
        await done(pilot)
        assert begun or shown(pilot).supports is not None
        assert "record" in pane_text(pilot, "timeline")
        day = archive.default.day
        listed = by_origin(large, day, all_supports(large, day))
        assert f" of {len(listed)} origins" in pane_text(pilot, "timeline")
        assert not working()


async def test_who_leaves_or_goes_to_another_day_gets_no_late_answer(large: Corpus):
    archive = open_archive(large, None, today=0)
    async with DprkTui(archive, UNICODE).run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_SUPPORT, "comma")
        first = main_screen(pilot)._work
        await press(pilot, "comma")
        assert first is None or main_screen(pilot)._work is not first
        await done(pilot)
        day = shown(pilot).scene.when.day
        listed = by_origin(large, day, all_supports(large, day))
        assert f" of {len(listed)} origins" in pane_text(pilot, "timeline")
        await press(pilot, "period", "V")
        await done(pilot)
        assert main_screen(pilot)._work is None
        assert shown(pilot).working is None


def test_a_card_calls_what_an_event_rests_on_by_the_name_that_it_is_backed_by(archive: Archive):
    phrases = context_of(archive).phrases
    named = 0
    for event in archive.corpus.events:
        state = phrases.state(event)
        for line in resting_lines(state, phrases, 200) if state is not None else ():
            assert state is not None
            words = line.text.split(" on ", 1)[1].partition(": ")[0]
            supporting = {
                it.said.origin for it in state.claims if it.word is state.chosen.word and not it.fallen
            }
            if any(words.startswith(phrases.origin(it)) for it in supporting):
                named += 1
                assert words in phrases.backed(state), (event, words)
    assert named > 10


async def test_the_filter_offers_what_would_fall_without_the_origin_with_the_cursor(opened: Opened):
    async with opened(80, 24) as pilot:
        await press(pilot, *TO_SUPPORT, "g")
        origins = []
        for key in ("j", "G"):
            ctx = main_screen(pilot).now()
            assert isinstance(ctx.view, SupportView)
            found = ctx.view.entry_of(ctx)
            assert found is not None
            target = ctx.view.entries(ctx)[found]
            assert isinstance(target, OriginTarget)
            origins.append(target.origin)
            offered = ctx.view.term(ctx)
            key_word, _, origin = offered.partition(":")
            assert origin == target.origin
            counts = [
                *map(int, re.findall(r"^›.* (\d+) +(\d+) +\d+ *$", pane_text(pilot, "timeline"), re.M)[0])
            ]
            assert key_word == ("leg" if sum(counts) else "origin")
            await press(pilot, key)
        await press(pilot, "g", "f", "enter")
        assert f"filter: leg:{origins[0]}" in bar(pilot, "header")
