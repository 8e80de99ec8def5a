"""What each output says of a document that was printed later, and of what is only there on later days."""

import csv
import io
from pathlib import Path

import seeds
from model.asof.state import event_state
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.exchange.brief import event_brief
from model.exchange.formats import EXPORTERS
from model.exchange.to_markdown import markdown_event
from model.index.archive import Archive, open_archive
from tests.handmade import corpus_of
from tests.tui.contexts import context_of
from tests.tui.looking import pane_text, press, selection
from tui.actions import time
from tui.actions.take import take_quote
from tui.app import DprkTui
from tui.cards.event import EventCard
from tui.exporting import exported
from tui.state.outcome import Copy, one_by_one
from tui.state.scene import Scene, Search
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import EntityTarget, EventTarget

BUNDLED = load_corpus(Path(seeds.__file__).parent)


def as_of(day: str) -> Archive:
    return open_archive(BUNDLED, day_from_text(day), today=day_from_text("2025-06-01"))


def written(day: str, name: str) -> str:
    archive = as_of(day)
    return "".join(exported(archive, archive.default, EXPORTERS.get(name)))


def test_a_brief_cites_it_by_its_publisher_and_says_that_its_text_was_not_printed():
    text = written("2025-05-05", "markdown")
    assert "- Korea Daily, printed later" in text
    assert "its text was not printed yet" in text
    assert "kd-ambassador.txt" not in text
    assert "kd-ambassador.txt" in written("2025-05-06", "markdown")
    block = "\n".join(markdown_event(event_brief(BUNDLED, "kim-attends", day_from_text("2025-05-05"))))
    assert "Korea Daily, printed later" in block


def test_a_table_gives_no_places_in_it():
    rows = list(csv.DictReader(io.StringIO(written("2025-05-05", "csv"), newline="")))
    has_place = {(row["source"], row["start"] != "", row["end"] != "") for row in rows}
    assert has_place == {("kd-ambassador", False, False), ("kjd-kim-unlikely", True, True)}


def test_a_quote_of_it_is_taken_without_its_title():
    archive = as_of("2025-05-05")
    ctx = context_of(archive)
    claim = next(
        it.id for it in archive.known(archive.default.day).claims.values() if it.source == "kd-ambassador"
    )
    ctx = ctx.of(Scene(archive.default, ctx.selector.quote(ctx.selection, claim)))
    (copied,) = [it for it in one_by_one(take_quote(ctx, 1)) if isinstance(it, Copy)]
    assert "In: Korea Daily, printed later." in copied.text
    assert BUNDLED.sources["kd-ambassador"].title not in copied.text


def test_a_card_of_who_was_not_known_the_day_before_gives_way_to_the_event():
    archive = as_of("2025-05-06")
    ctx = context_of(archive)
    later = next(
        name for name in BUNDLED.entities if name not in archive.known(day_from_text("2025-05-05")).entities
    )
    shown = ctx.selector.entity(ctx.selection, later)
    before = time.as_of(ctx.of(Scene(archive.default, shown)), day_from_text("2025-05-05"))
    assert before.selection.card == EventTarget(before.selection.event or "")
    assert time.as_of(ctx.of(Scene(archive.default, shown)), day_from_text("2025-05-07")).selection.card == (
        EntityTarget(later)
    )


ORIGINS = """
    told   2025-05-02  scheduled  CT+  -  source=paper by=tass origin=first
    first  2025-05-01  scheduled  CT+  -  source=book by=kremlin public=no
    source paper 2025-05-02
    source book 2025-05-06
"""


def test_a_search_for_what_has_another_name_by_then_goes_on():
    archive = open_archive(corpus_of(ORIGINS), day_from_text("2025-05-02"), today=0)
    ctx = context_of(archive)
    early = ctx.of(Scene(archive.default, ctx.selection, sought=Search("origin:tass")))
    assert early.found is not None
    assert [hit.ref for hit in early.found.hits] == ["told"]
    late = early.of(time.as_of(early, day_from_text("2025-05-06")))
    assert late.found is not None
    assert {hit.ref for hit in late.found.hits} == {"told", "first"}
    gone = ctx.of(Scene(archive.default, ctx.selection, sought=Search("by:nobody")))
    assert gone.found is not None
    assert gone.found.hits == ()


def test_a_filter_means_on_each_day_what_its_words_mean_there():
    early = as_of("2025-04-30")
    when = early.on(early.default.day, early.default)
    assert when == early.default
    typed = early.read("who:s", early.default)
    carried = early.on(day_from_text("2025-05-06"), type(early.default)(early.default.day, typed))
    assert carried.query == early.read("who:s", as_of("2025-05-06").default)
    assert carried.query != typed
    # What was read on a later day only stays what it was.
    later = as_of("2025-05-06").default
    query = early.read("who:lula", later)
    kept = early.on(early.default.day, type(later)(later.day, query))
    assert kept.query == query


async def test_the_source_is_seen_where_the_same_quote_stands_in_what_is_left_of_it(tmp_path: Path):
    lines = [f"c{number:02}  2025-05-0{1 if number == 30 else 5}  scheduled  CT+  -" for number in range(40)]
    archive = open_archive(corpus_of("\n".join(lines), published="2025-05-06"), None, today=0)
    async with DprkTui(archive).run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", "3", "z", "G", ",", ",")
        assert "c30" in pane_text(pilot, "source") or selection(pilot).quote is None
        assert len(pane_text(pilot, "source").splitlines()) > 1


def test_the_first_speaker_was_told_by_nobody():
    day = day_from_text("2025-05-06")
    state = event_state(BUNDLED, "rehearsal-29-april", day)
    assert state is not None
    card = EventCard(state, Phrases(BUNDLED, UNICODE, day), 100, whole=True).full(quotes=False)
    words = [line.text.split() for line in card]
    start = next(number for number, row in enumerate(words) if row[:3] == ["by", "way", "of"])
    assert words[start + 1][:2] == ["1", "AP"]
    assert "said so" in card[start + 1].text
    assert "was told" in card[start + 2].text
