"""The rows of the timeline: what stands in them at each width, and what goes between them."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from model.asof.word import Word
from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from model.index.protocol import Reader
from model.index.values import TimelineRow
from tests.handmade import corpus_of
from tests.readers import reader_of
from tests.tui.conftest import Archives
from tests.tui.contexts import context_of
from tests.tui.looking import texts
from tests.tui.small_corpus import small_corpus
from tui.text.line import Line, Role, Span
from tui.text.phrases import Phrases
from tui.text.shown import folded
from tui.text.signs import ASCII, UNICODE, Signs
from tui.text.target import EventTarget
from tui.views.rows import Rows

DATE = slice(3, 14)
SIGN = 15
NEVER = -1
"""The position of no row."""


def rows_of(archive: Archive, width: int, gaps: bool = False, signs: Signs = UNICODE) -> Rows:
    phrases = Phrases(archive.corpus, signs, reader_of(archive).when.day)
    return Rows(reader_of(archive), phrases, width, gaps=gaps)


def every_line(archive: Archive, width: int, selected: int = NEVER, gaps: bool = False) -> list[Line]:
    return rows_of(archive, width, gaps).lines(0, 1000, selected)


def event_lines(archive: Archive, width: int, selected: int = NEVER) -> list[tuple[TimelineRow, Line]]:
    lines = [line for line in every_line(archive, width, selected) if line.target]
    return list(zip(reader_of(archive).rows(0, reader_of(archive).counts.total), lines, strict=True))


@pytest.fixture(params=["2025-04-30", "2025-05-05", None, "2025-05-10"])
def any_archive(request: pytest.FixtureRequest, archive_at: Archives) -> Archive:
    return archive_at(request.param)


@pytest.mark.parametrize("width", [30, 43, 44, 59, 71, 72, 77, 78, 88, 160])
def test_every_event_has_one_row_in_order_and_none_is_too_wide(any_archive: Archive, width: int):
    pairs = event_lines(any_archive, width)
    assert [EventTarget(row.event) for row, _ in pairs] == [line.target for _, line in pairs]
    assert max(cell_len(line.text) for _, line in pairs) <= width


@pytest.mark.parametrize("width", [30, 44, 59, 72, 78, 160])
def test_gutter_date_sign_and_contested_are_never_cut(any_archive: Archive, width: int):
    for row, line in event_lines(any_archive, width, selected=3):
        if width == 160:
            # There is room for the months of what lasts from a year into the next.
            assert line.text[20] == " "
            assert ("Jun 2024-Apr 2025" in line.text) == (row.event == "military-cooperation")
            line = Line((Span(line.text[:14].replace("Jun 2024-Ap", "2024-2025  ") + line.text[20:]),))
        assert line.text[0] == ("›" if row.position == 3 else " ")
        assert line.text[1] == ("+" if row.new else " ")
        assert "⋯" not in line.text[DATE]
        assert line.text[SIGN] == UNICODE.of(row.word, row.status)
        assert ("⇄" in line.text[SIGN:]) == row.contested


def test_who_goes_first_then_the_word_then_the_origins(archive: Archive):
    for row, line in event_lines(archive, 78):
        assert (f" {row.word} " in line.text) == (row.word is not Word.OCCURRED)
    who = {
        width: sum("Ushakov" in line.text for _, line in event_lines(archive, width)) for width in (75, 76)
    }
    assert who[75] == 0 < who[76]
    words = {
        width: sum("scheduled" in line.text for _, line in event_lines(archive, width)) for width in (71, 72)
    }
    assert words[71] == 0 < words[72]
    counts = {width: [line.text.rstrip()[-1:] for row, line in event_lines(archive, width) if row.origins > 1]
              for width in (43, 44)}  # fmt: skip
    assert all(end.isdigit() for end in counts[44])
    assert not any(end.isdigit() for end in counts[43])


def test_a_lone_origin_is_not_counted(archive: Archive):
    for row, line in event_lines(archive, 78):
        last = line.text[-2]
        assert last == (str(row.origins) if row.origins > 1 else " "), line.text


def test_a_title_is_whole_where_it_fits_and_else_ends_in_the_mark(archive: Archive):
    for row, line in event_lines(archive, 120):
        assert folded(row.title) in line.text
    for row, line in event_lines(archive, 40):
        title = folded(row.title)
        assert title in line.text or re.search(rf"{re.escape(title[:8])}.*⋯", line.text)


def test_a_repeated_date_is_blank_except_on_the_selected_row(archive: Archive):
    timeline = reader_of(archive)
    rows = timeline.rows(0, timeline.counts.total)
    # Two neighbours of one day, with nothing between them.
    after = next(
        b.position for a, b in pairwise(rows[20:])
        if a.date == b.date and a.date is not None and b.position != timeline.counts.first_ahead
    )  # fmt: skip
    assert event_lines(archive, 80)[after][1].text[DATE].strip() == ""
    assert event_lines(archive, 80, selected=after)[after][1].text[DATE].strip() != ""
    first_shown = next(line for line in rows_of(archive, 80).lines(after, 10, NEVER) if line.target)
    assert first_shown.text[DATE].strip() != ""


def test_a_date_is_said_again_after_a_heading_or_a_rule(any_archive: Archive):
    lines = every_line(any_archive, 80)
    after = [line for before, line in pairwise(lines) if line.target and not before.target]
    assert len(after) >= 4
    # The year heading alone says when an event of a whole year was.
    assert all(
        line.text[DATE].strip() for line in after if "2015" not in line.text and "2022" not in line.text
    )


def test_the_as_of_rule_stands_once_before_what_is_ahead_and_cannot_be_selected(any_archive: Archive):
    lines = every_line(any_archive, 60)
    (at,) = [number for number, line in enumerate(lines) if "as of " in line.text]
    assert lines[at].target is None
    assert lines[at].text.startswith("╌╌ as of ")
    assert lines[at].text.endswith(" ahead ╌╌")
    assert cell_len(lines[at].text) == 60
    before = [line for line in lines[:at] if line.target]
    assert len(before) == reader_of(any_archive).counts.first_ahead


def test_nothing_above_the_as_of_rule_is_still_to_come(any_archive: Archive):
    timeline = reader_of(any_archive)
    for row in timeline.rows(0, timeline.counts.first_ahead):
        assert row.date is not None
        # A window is past when its last day is, a duration when it has begun.
        bounds = [day for day in (row.date.earliest, row.date.latest) if day is not None]
        assert min(bounds) <= timeline.when.day, row.event


def test_years_are_headings_and_what_has_no_last_day_stands_under_date_open(archive: Archive):
    headings = [line.text.strip() for line in every_line(archive, 60)
                if line.target is None and "as of" not in line.text]  # fmt: skip
    assert headings == ["2015", "2022", "2024", "2025", "2026", "date open"]
    opened = [row for row in reader_of(archive).rows(0, reader_of(archive).counts.total) if row.group]
    lines = texts(every_line(archive, 60))
    assert len(lines) - lines.index("   date open") - 1 == len(opened)


def test_the_title_row_can_ask_for_the_year_of_any_row(archive: Archive):
    rows = rows_of(archive, 60)
    assert rows.year_at(0) == "2015"
    assert rows.year_at(reader_of(archive).counts.total - 1) == ""
    assert rows.year_at(reader_of(archive).counts.total) == ""


def test_gaps_of_three_weeks_and_more_are_said_only_when_asked_for(archive: Archive):
    assert not any("╎" in line.text for line in every_line(archive, 60))
    gaps = [line for line in every_line(archive, 60, gaps=True) if "╎" in line.text]
    assert all(line.target is None for line in gaps)
    said = [line.text.partition("╎")[2].strip() for line in gaps]
    # From 10 May to 3 June, and from 3 June to the first day of some time in August and September.
    assert {"24 days", "59 days"} <= set(said)
    days = [int(words.split()[0]) for words in said if words.endswith(" days")]
    assert min(days) >= 21


@pytest.mark.parametrize(("next_day", "said"), [("2025-05-21", []), ("2025-05-22", ["21 days"])])
def test_a_gap_is_said_from_21_days_on(tmp_path: Path, next_day: str, said: list[str]):
    corpus = small_corpus(tmp_path / "two", ["2025-05-01", next_day])
    lines = every_line(open_archive(corpus, None, today=0), 60, gaps=True)
    assert [line.text.partition("╎")[2].strip() for line in lines if "╎" in line.text] == said


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2025-05-01", ["50 days"]),
        ("2025-05-02", ["49 days"]),
        ("2025-05-30", ["21 days"]),
        ("2025-05-31", []),
        ("2025-06-20", []),
        ("2025-06-21", ["50 days"]),
        ("2025-07-01", ["50 days"]),
    ],
)
def test_a_gap_that_spans_the_as_of_day_counts_from_it(as_of: str, said: list[str]):
    plan = "2025-04-01 scheduled CT+"
    corpus = corpus_of(
        f"a {plan} 2025-05-01 event=one\nb {plan} 2025-06-20/2025-06-22 event=two", published="2025-04-02"
    )
    lines = [it.text for it in every_line(open_archive(corpus, day_from_text(as_of), 0), 60, gaps=True)]
    assert [line.partition("╎")[2].strip() for line in lines if "╎" in line] == said
    rule = next((number for number, line in enumerate(lines) if "as of" in line), 98)
    gap = next((number for number, line in enumerate(lines) if "╎" in line), rule + 1)
    assert (gap > rule) == (as_of < "2025-06-21"), "what is counted from the day stands under its rule"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("[2025-06-20..2025-09-30]", ["50 days"]),
        ("[2025-05-20..2025-09-30]", []),
        ("[..2025-09-30]", []),
        ("2025-06-20/2025-09-30", ["50 days"]),
    ],
)
def test_a_gap_ends_on_the_first_day_on_which_something_may_be(date: str, said: list[str]):
    plan = "2025-04-01 scheduled CT+"
    corpus = corpus_of(f"a {plan} 2025-05-01 event=one\nb {plan} {date} event=two", published="2025-04-02")
    lines = [
        it.text for it in every_line(open_archive(corpus, day_from_text("2025-04-10"), 0), 60, gaps=True)
    ]
    assert [line.partition("╎")[2].strip() for line in lines if "╎" in line] == said


def test_what_may_be_skipped_is_muted_and_the_selected_title_is_bold(archive: Archive):
    for row, line in event_lines(archive, 100, selected=30):
        (title,) = [span for span in line.spans if span.text.strip() == folded(row.title)]
        negative = row.word in {Word.DENIED, Word.NOT_EXPECTED, Word.CANCELLED}
        assert title.look.role is (Role.MUTE if negative else Role.TEXT)
        assert title.look.bold == (row.position == 30)


def test_what_is_past_has_no_hue(any_archive: Archive):
    for row, line in event_lines(any_archive, 100):
        if row.word is Word.OCCURRED:
            roles = {span.look.role for span in line.spans if span.text.strip() not in ("", "+", "⇄")}
            assert roles <= {Role.TEXT, Role.MUTE}


def test_in_ascii_every_line_is_ascii(any_archive: Archive):
    lines = rows_of(any_archive, 80, gaps=True, signs=ASCII).lines(0, 1000, 3)
    assert len(lines) > reader_of(any_archive).counts.total
    assert [line.text for line in lines if not line.text.isascii()] == []


@given(st.data())
def test_the_selected_row_is_in_the_window_from_wherever_one_comes(
    shared_archive: Archive, data: st.DataObject
):
    timeline: Reader = reader_of(shared_archive)
    position = data.draw(st.integers(0, timeline.counts.total - 1), "position")
    top = data.draw(st.integers(0, timeline.counts.total - 1), "top")
    height = data.draw(st.integers(4, 60), "height")
    rows = rows_of(
        shared_archive, data.draw(st.sampled_from([30, 59, 80]), "width"), data.draw(st.booleans(), "gaps")
    )
    now = rows.top_that_shows(position, top, height)
    lines = rows.lines(now, height, position)
    assert len(lines) <= height
    assert [line.text[0] for line in lines if line.target].count("›") == 1
    assert rows.top_that_shows(position, now, height) == now, "nothing moves without need"


@given(st.integers(4, 60))
def test_at_the_end_no_line_is_left_empty(shared_archive: Archive, height: int):
    rows = rows_of(shared_archive, 80)
    last = reader_of(shared_archive).counts.total - 1
    lines = rows.lines(rows.top_that_shows(last, 0, height), height, last)
    # What does not fit above is one event with the lines that go before it: at most four.
    assert height - len(lines) < 4


@pytest.fixture(scope="module")
def shared_archive(request: pytest.FixtureRequest) -> Archive:
    """One archive for all examples of a property; nothing moves its as-of day."""
    return open_archive(request.getfixturevalue("corpus"), None, today=0)


@pytest.mark.parametrize("width", [98, 118, 158, 198])
def test_who_says_so_stands_by_the_titles_in_one_column_and_cuts_none_that_there_is_room_for(
    archive: Archive, width: int
):
    longest = max(len(it.title) for it in archive.corpus.events.values())
    phrases = context_of(archive).phrases
    columns = set()
    for line in every_line(archive, width):
        if isinstance(line.target, EventTarget):
            title = phrases.title(line.target.event)
            assert title in line.text
            at = line.text.index(title)
            state = phrases.state(line.target.event)
            assert state is not None
            who = phrases.short_name(state.chosen.said.speaker)
            columns.add(
                line.text.index(who, at + len(title)) if who in line.text[at + len(title) :] else None
            )
            assert None in columns or max(filter(None, columns)) <= at + max(38, longest) + 1
    assert len(columns) == 1
