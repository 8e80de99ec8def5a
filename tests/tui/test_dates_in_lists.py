"""Dates in lists: as of another year, when the year has to be said too, they keep their days wherever there is room."""

from collections.abc import Sequence

import pytest

from model.asof.support import all_supports
from model.dates.calendar import day_from_text
from model.index.archive import Archive
from tests.tui.conftest import Archives
from tests.tui.contexts import context_of
from tui.cli.supports import support_lines
from tui.text.target import ClaimTarget
from tui.views.change_lines import ChangeLines
from tui.views.lags import LagsView
from tui.views.support import SupportEntry, _Table

FULL = {
    "delegation-7-10-may": "7-10 May 2025",
    "putin-xi-summit": "(8 May 2025)",
    "high-level-contact": "by 9 May 2025",
    "putin-visits-china": "in Aug-Sep 2025",
}
"""Dates of which a few cells leave out the days, or say them otherwise."""

WIDTHS = (58, 78, 118)


@pytest.fixture
def later(archive_at: Archives) -> Archive:
    return archive_at("2026-11-29")


def told(lines: Sequence[str], titles: dict[str, str], among: set[str]) -> None:
    """Each of these events is named, always beside its date in full."""
    for event in among:
        named = [line for line in lines if titles[event][:18] in line]
        assert named, event
        assert all(FULL[event] in line for line in named), named


@pytest.mark.parametrize("width", WIDTHS)
def test_what_changed_says_days(later: Archive, width: int):
    ctx = context_of(later)
    titles = {event: ctx.phrases.title(event) for event in FULL}
    changes = later.changes(day_from_text("2025-05-06"), later.default)
    drawn = ChangeLines(changes, ctx.phrases, width)
    told([drawn.line(it).text for it in changes], titles, {*FULL})


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_what_rests_on_whom_says_days_of_events_and_of_sayings(later: Archive, width: int):
    ctx = context_of(later)
    titles = {event: ctx.phrases.title(event) for event in FULL}
    found = later.origins(later.default, all_supports(later.corpus, later.default.day))
    falls = [fall for of in found for fall in of.falls]
    table = _Table(ctx.phrases, width, found, falls)
    lines = [table.line(SupportEntry(1, of, None, ClaimTarget(of.claim))).text for of in found]
    assert any("30 Apr 2025?" in line for line in lines)
    events = [
        table.line(SupportEntry(1, of, it, ClaimTarget(it.claim))).text for of in found for it in of.falls
    ]
    told(events, titles, {*FULL})


def test_what_is_printed_has_no_width(later: Archive):
    phrases = context_of(later).phrases
    titles = {event: phrases.title(event) for event in FULL}
    lines = list(support_lines(later, phrases, brief=False))
    plain = {event: words.strip("()") for event, words in FULL.items()}
    for event, words in plain.items():
        assert any(
            f"{titles[event]} " in line and (f"  {words}: " in line or f"  ({words}): " in line)
            for line in lines
        ), event
    assert any("  from 30 Apr 2025: " in line for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_lags_say_the_days_of_what_was_spoken_of(later: Archive, width: int):
    ctx = context_of(later)
    text = "\n".join(line.text for line in LagsView().lines(ctx, width))
    assert "7-10 May 2025" in text
    assert "in Aug-Sep 2025" in text


@pytest.mark.parametrize("width", [30, 36, 38, 42, 43, 44, 48, 60, 72, 80, 120])
def test_no_width_cuts_a_row_of_the_lags_or_leaves_its_title_out(later: Archive, width: int):
    ctx = context_of(later)
    lines = LagsView().lines(ctx, width)
    rows = [number for number, line in enumerate(lines) if line.target is not None]
    assert len(rows) > 60
    for number in rows:
        row, below = lines[number], lines[number + 1 : number + 2]
        assert isinstance(row.target, ClaimTarget)
        claim = later.corpus.claims[row.target.claim]
        title = ctx.phrases.title(claim.event or "")[:7]
        assert row.cells <= width
        assert title in row.text or (below[0].target is None and f"  {title}" in below[0].text)
        assert max((it.cells for it in below), default=0) <= max(width, 46)
