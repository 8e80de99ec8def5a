"""Where events stand in the listing: past, ahead, and what has no date by which that could be said."""

from itertools import product

import pytest

from model.dates.calendar import day_from_text
from model.index.archive import Archive, open_archive
from tests.handmade import corpus_of
from tui.cli.listing import timeline_lines
from tui.text.phrases import Phrases
from tui.text.signs import ASCII
from tui.views.rows import Rows

LINES = {
    "past": "past    2025-05-01  occurred   CT+  2025-04-01       event=past",
    "ahead": "ahead   2025-05-01  scheduled  CT+  2025-06-01       event=ahead",
    "happened": "happened 2025-05-01 occurred   CT+  -                event=happened",
    "planned": "planned 2025-05-01  scheduled  CT+  -                event=planned",
    "since": "since   2025-05-01  scheduled  CT+  [2025-04-01..]   event=since",
}
SOME = [
    [name for name, is_in in zip(LINES, kept, strict=True) if is_in] for kept in product((0, 1), repeat=5)
][1:]


def archive_of(events: list[str]) -> Archive:
    corpus = corpus_of("\n".join(LINES[name] for name in events))
    return open_archive(corpus, day_from_text("2025-05-02"), 0)


@pytest.mark.parametrize("events", SOME, ids="-".join)
def test_only_what_has_a_date_is_said_to_be_ahead(events: list[str]):
    archive = archive_of(events)
    lines = list(timeline_lines(archive, Phrases(archive.corpus, ASCII, archive.default.day), brief=True))[1:]
    heading, stands = "", {}
    for line in lines:
        if line.startswith(ASCII.rule):
            heading = line.strip(f"{ASCII.rule} ").rpartition(", ")[2]
        else:
            stands[next(name for name in LINES if f" {name} " in line)] = heading
    groups = {"past": "", "ahead": "ahead"}
    assert stands == {name: groups.get(name, "date open") for name in events}


@pytest.mark.parametrize("events", SOME, ids="-".join)
def test_the_rule_of_the_screen_says_ahead_only_over_what_has_a_date(events: list[str]):
    archive = archive_of(events)
    rows = Rows(
        archive.at(archive.default), Phrases(archive.corpus, ASCII, archive.default.day), 60, gaps=False
    )
    rules = [line.text for line in rows.lines(0, 100, -1) if "as of" in line.text]
    assert [" ahead " in rule for rule in rules] == (["ahead" in events] if events != ["past"] else [])
