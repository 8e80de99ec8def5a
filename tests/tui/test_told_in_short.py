"""What stands in few cells is told as it is: dashes keep words apart, a strip fills its room, names differ."""

from functools import partial

import pytest

from model.dates.edtf import parse
from model.index.archive import Archive
from tests.tui.conftest import Opened
from tests.tui.contexts import context_of
from tests.tui.looking import bar, main_screen, pane_text, press, selection, settle, shown
from tui.actions.select import select
from tui.cards.lit import lit_line
from tui.text.shown import folded
from tui.views.change_lines import ChangeLines
from tui.views.sources import SourcesView


def test_a_dash_between_words_keeps_them_apart():
    assert folded("ambassador—not Kim Jong-un—to Moscow") == "ambassador - not Kim Jong-un - to Moscow"
    assert folded("so it is — indeed") == "so it is - indeed"


async def test_once_a_filter_is_gone_the_strip_has_the_years_again_that_there_is_room_for(opened: Opened):
    async with opened(120, 40) as pilot:
        before = bar(pilot, "strip")
        await press(pilot, "f", *"by:ushakov", "enter")
        assert bar(pilot, "strip") != before
        await press(pilot, "escape")
        assert bar(pilot, "strip") == before


@pytest.mark.parametrize("filter", ["", "by:ushakov"])
async def test_the_as_of_rule_stands_under_the_year_of_its_day(opened: Opened, filter: str):
    async with opened(120, 40, as_of="2025-05-06") as pilot:
        if filter:
            await press(pilot, "f", *filter, "enter")
        await press(pilot, "g")
        rows = [row.strip() for row in pane_text(pilot, "timeline").splitlines()]
        if "2025" in rows and any("as of Tue 6 May" in row for row in rows):
            rule = next(n for n, row in enumerate(rows) if "as of Tue 6 May" in row)
            assert rows.index("2025") < rule
        else:
            assert not filter


def test_the_word_of_the_lit_claim_is_not_said_twice(archive: Archive):
    phrases = context_of(archive).phrases
    said = 0
    for claim in archive.corpus.claims:
        text = lit_line(claim, phrases, 100).text
        last = text.split()[-1]
        said += f'"{last}"' not in text
        assert f'"{last}"' not in text, text
    assert said


def test_a_document_has_the_date_that_it_counts_as_where_it_is_listed(archive: Archive):
    ctx = context_of(archive)
    text = "\n".join(line.text for line in SourcesView().lines(ctx, 120))
    for source in archive.corpus.sources.values():
        if source.published.best:
            day = parse(source.published.best).sort_part
            assert f"{day.day} " in text and "?" in text
    assert "by 6 May" not in text


@pytest.mark.parametrize("width", [120, 160])
def test_in_whose_favour_a_claim_fell_is_not_cut_where_there_is_room(archive: Archive, width: int):
    ctx = context_of(archive)
    first = archive.steps[0].day - 1
    changes = archive.changes(first, ctx.scene.when)
    lines = ChangeLines(changes, ctx.phrases, width)
    by = [lines.line(it).text for it in changes if it.kind.value == "superseded"]
    assert by
    assert not any("⋯" in text.rpartition(" by ")[2] for text in by), by


async def test_in_a_conflict_one_mark_is_the_cursor(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "c")
        assert shown(pilot).scene.place == "conflict"
        for _ in range(3):
            rows = pane_text(pilot, "detail").splitlines()
            assert any(row.startswith("›") for row in rows)
            assert not [row for row in rows if "›" in row[1:15] or "╎›" in row]
            await press(pilot, "j")


async def test_a_question_begins_with_what_decides_its_event(opened: Opened):
    async with opened(120, 40) as pilot:
        screen = main_screen(pilot)
        for name in screen.now().corpus.questions:
            now = screen.now()
            screen.answer(partial(select, now, now.selector.question(now.selection, name)))
            await settle(pilot)
            quote = selection(pilot).quote
            states = [now.phrases.state(it) for it in now.corpus.questions[name].events]
            deciding = {it.chosen.claim.id for it in states if it is not None}
            answer = now.corpus.questions[name].resolution
            assert quote in deciding or (answer is not None and quote == answer.claim), name
