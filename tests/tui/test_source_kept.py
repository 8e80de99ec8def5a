"""A document is laid out once for a width, and only the lines that are seen are signed."""

import pytest

from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from tests.tui.conftest import Opened
from tests.tui.looking import press
from tui.cards.event import EventCard
from tui.document import page, reading
from tui.document.reading import DocumentReading, page_of
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE

DAY = day_from_text("2025-06-01")


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """The first arguments of all calls of a function from here on."""
    calls: list[object] = []
    function = getattr(owner, name)

    def call(*arguments: object, **named: object) -> object:
        calls.append(arguments[0])
        return function(*arguments, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


async def test_who_comes_back_to_a_document_finds_it_laid_out_on_whatever_day(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    async with opened(120, 40) as pilot:
        await press(pilot, "home", *["down"] * 12)
        laid = counted(monkeypatch, page, "wrap")
        await press(pilot, ",", ",", "home", *["down"] * 12, ".", ".", *["up"] * 12)
        assert laid == []


async def test_moving_on_a_card_does_not_make_it_anew(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    async with opened(120, 40) as pilot:
        await press(pilot, "tab")
        made = counted(monkeypatch, EventCard, "_claims")
        await press(pilot, "down", "down", "down", "up")
        assert made == []


def test_a_line_asks_only_for_the_claims_that_start_on_it(corpus: Corpus, monkeypatch: pytest.MonkeyPatch):
    source = max(corpus.claims_in_source, key=lambda name: len(corpus.claims_in_source[name]))
    claims = corpus.claims_in_source[source]
    asked = counted(monkeypatch, reading, "visible_claim")
    laid = page_of(corpus, source, 60, False)
    read = DocumentReading(source, laid, Phrases(corpus, UNICODE, DAY))
    for claim in claims[:3]:
        row, _ = read.rows_of(corpus.anchors.claims[claim.id])
        assert read.line(row, claim).spans[1].text.strip()
    assert len(asked) == 3 < len(claims)
