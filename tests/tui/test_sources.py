"""Sources as things: a card for each document, and a view of all."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from tests.odd.corpora import CORPORA
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.curated import archive_of, copied
from tests.tui.looking import main_screen, pane_text, press, selection
from tui.app import DprkTui
from tui.cards.source import NOT_CURATED, SourceCard
from tui.text.phrases import Phrases
from tui.text.shown import cells
from tui.text.signs import UNICODE
from tui.text.target import ClaimTarget, EntityTarget, SourceTarget
from tui.views.inbox import InboxView
from tui.views.registry import keys_to
from tui.views.sources import SourcesView

KJD, KD = "kjd-kim-unlikely", "kd-ambassador"


def card(corpus: Corpus, source: str, day: str = "2025-06-01", width: int = 100) -> list[str]:
    phrases = Phrases(corpus, UNICODE, day_from_text(day))
    return [line.text for line in SourceCard(source, phrases, width).full()]


def test_the_card_says_what_a_document_is_and_how_far_it_is_to_be_trusted(corpus: Corpus):
    text = "\n".join(card(corpus, KJD))
    source = corpus.sources[KJD]
    assert f"title   {source.title}" in text
    assert "by      CHUNG YEONG-GYO" in text
    assert "from    Korea JoongAng Daily" in text
    assert 'dated   30 Apr-6 May 2025, worked out from the weekday: "on Wednesday"' in text
    assert "counts as 30 Apr 2025" in text
    assert "translated from the JoongAng Ilbo" in text
    assert text.count("caveat  ") == len(source.caveats)


def test_every_claim_is_on_the_card_in_the_order_of_the_text(corpus: Corpus):
    for source in corpus.sources:
        lines = SourceCard(source, Phrases(corpus, UNICODE, day_from_text("2025-06-01")), 100).full()
        led_to = [line.target.claim for line in lines if isinstance(line.target, ClaimTarget)]
        assert led_to == [claim.id for claim in corpus.claims_in_source[source]]
        assert f"{len(led_to)} claims" in "\n".join(line.text for line in lines)


def test_the_shares_of_the_text_make_a_hundred_or_so(corpus: Corpus):
    for source in corpus.sources:
        words = card(corpus, source)[-1]
        shares = [int(part.split()[-2]) for part in words.split(",")]
        assert 98 <= sum(shares) <= 102
        assert "quoted" in words


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_document_of_which_nothing_is_claimed_has_a_card_and_shows_its_beginning(
    tmp_path: Path, size: tuple[int, int]
):
    corpus = CORPORA["no claim"]().load(tmp_path / "corpus")
    archive = open_archive(corpus, None, today=day_from_text("2025-06-01"))
    async with DprkTui(archive).run_test(size=size) as pilot:
        await press(pilot, *keys_to("sources"), "g", "enter")
        assert NOT_CURATED in pane_text(pilot, "detail")
        await press(pilot, "3")
        assert "A zeppelin, and nobody claims it." in pane_text(pilot, "source")


async def test_the_view_lists_every_document_and_enter_leads_to_its_card(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("sources"))
        shown = pane_text(pilot, "timeline")
        assert "30 Apr?" in shown and "6 May?" in shown
        assert "60     33" in shown
        await press(pilot, "g")
        assert selection(pilot).card == SourceTarget(KJD)
        await press(pilot, "j")
        assert selection(pilot).card == SourceTarget(KD)
        assert "North Korea to send ambassador" in pane_text(pilot, "detail")
        assert pane_text(pilot, "source").startswith(" Korea Daily, own words, 6 May?, ")


async def test_on_an_earlier_day_the_card_tells_whose_it_is_and_that_it_was_printed_later(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("sources"), "g", "j", "comma")
        assert selection(pilot).card == SourceTarget(KD)
        shown = pane_text(pilot, "detail")
        assert "printed later" in shown
        assert "dated" not in shown
        assert "14 claims" in shown
        assert "later        Korea Daily" in pane_text(pilot, "timeline")
        await press(pilot, "comma")
        # On 30 April nothing of it was known.
        assert selection(pilot).card != SourceTarget(KD)


async def test_a_publishers_card_leads_to_its_documents_and_back(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("sources"), "g", "enter")
        assert "›from    Korea JoongAng Daily" in pane_text(pilot, "detail")
        await press(pilot, "enter")
        assert selection(pilot).card == EntityTarget("korea-joongang-daily")
        while "›title   " not in pane_text(pilot, "detail"):
            await press(pilot, "j")
        await press(pilot, "enter")
        assert selection(pilot).card == SourceTarget(KJD)


async def test_under_a_filter_claims_of_the_events_shown_count(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, *keys_to("sources"))
        whole = pane_text(pilot, "timeline")
        await press(pilot, "f", *"by:ushakov", "enter")
        assert pane_text(pilot, "timeline") != whole
        shown, corpus = main_screen(pilot).context, corpus_of(pilot)
        assert shown is not None
        events = {row.event for row in shown.reader.rows(0, 100)}
        counted = [
            sum(claim.event in events for claim in corpus.claims_in_source[name]) for name in (KJD, KD)
        ]
        lines = pane_text(pilot, "timeline").splitlines()[2:]
        assert [int(line.split()[-2]) for line in lines if line.strip()] == [it for it in counted if it]


def corpus_of(pilot: Pilot[None]) -> Corpus:
    shown = main_screen(pilot).context
    assert shown is not None
    return shown.corpus


@pytest.mark.parametrize("width", [39, 40, 44, 48, 49, 60, 72, 120])
def test_no_width_cuts_the_counts_of_a_document_or_leaves_its_title_out(tmp_path: Path, width: int):
    ctx = context_of(archive_of(copied(tmp_path)))
    rows = ["".join(span.text for span in line.spans) for line in SourcesView().lines(ctx, width)]
    assert max(map(cells, rows)) <= width
    for counts, title in (("60     33", "Kim Jon"), ("49     26", "North K")):
        assert sum(counts in row for row in rows) == 1
        assert any(title in row for row in rows)
    assert "claims events" in rows[0]


@pytest.mark.parametrize("width", [38, 43, 44, 80])
def test_no_width_cuts_the_words_of_an_unread_document_or_leaves_its_title_out(tmp_path: Path, width: int):
    corpus = CORPORA["no claim"]().load(tmp_path / "corpus")
    ctx = context_of(open_archive(corpus, None, today=day_from_text("2025-06-01")))
    rows = ["".join(span.text for span in line.spans) for line in InboxView().lines(ctx, width)]
    (source,) = ctx.corpus.sources.values()
    assert max(map(cells, rows)) <= width
    assert sum(f"  {len(ctx.corpus.texts[source.id].split())}" in row for row in rows) == 1
    assert sum(source.title[:6] in row for row in rows) == 1
    assert rows[0].rstrip().endswith("words")
