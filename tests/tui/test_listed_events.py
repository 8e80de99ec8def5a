"""The events on an entity's card: all of them are counted, and those that are looked at are read and laid out."""

from collections.abc import Collection

import pytest

from model.asof.entity import entity_view
from model.corpus.corpus import Corpus
from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from model.index.protocol import Reader
from model.index.values import AsOf, TimelineRow
from tests.handmade import corpus_of
from tui.cards.listed_events import AT_ONCE, ListedEvents
from tui.text.line import Line
from tui.text.phrases import Phrases
from tui.text.signs import UNICODE
from tui.text.target import EventTarget

DAY = day_from_text("2025-07-01")
WIDTH = 80
LONG = "[2025-06-28..2025-07-03]"
"""A date that needs more cells than a day does."""


def events_of(count: int, last: str) -> Corpus:
    """`count` events of one day each, in the order of their numbers; the last one within other bounds."""
    days = [
        f"{2000 + number // 28 // 12}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        for number in range(count - 1)
    ]
    lines = [
        f"c{number}  2025-06-01  scheduled  CT+  {day}  event=e{number} roles={role}:choe"
        for number, (day, role) in enumerate(
            zip([*days, last], ["guest"] * (count - 1) + ["leader-of-it-all"], strict=True)
        )
    ]
    return corpus_of("\n".join([*lines, "entity choe person"]))


def reader_of(corpus: Corpus) -> Reader:
    return open_archive(corpus, None, DAY).at(AsOf(DAY))


def listed(corpus: Corpus, reader: Reader) -> list[Line]:
    told = entity_view(corpus, "choe", DAY).parts
    phrases = Phrases(corpus, UNICODE, DAY)
    return ListedEvents(told, lambda _, held: ", ".join(held), reader, phrases, WIDTH).lines()


def test_of_many_events_those_are_read_that_are_looked_at(monkeypatch: pytest.MonkeyPatch):
    corpus = events_of(3 * AT_ONCE, LONG)
    reader, read = reader_of(corpus), list[str]()
    rows_among = reader.rows_among

    def noted(events: Collection[str]) -> list[TimelineRow]:
        read.extend(events)
        return rows_among(events)

    monkeypatch.setattr(reader, "rows_among", noted)
    lines = listed(corpus, reader)
    numbers = range(3 * AT_ONCE)
    assert [line.target for line in lines] == [EventTarget(f"e{number}") for number in numbers]
    assert not read
    assert "e70" in lines[70].text and "e69" in lines[69].text
    assert read == [f"e{number}" for number in numbers[AT_ONCE : 2 * AT_ONCE]]


def test_what_is_laid_out_together_stands_in_columns_as_wide_as_its_own_dates_and_parts_need():
    many = events_of(2 * AT_ONCE, LONG)
    lines = listed(many, reader_of(many))
    at = [line.text.index(f"e{number}") for number, line in enumerate(lines)]
    first, second = at[:AT_ONCE], at[AT_ONCE:]
    assert len({*first}) == len({*second}) == 1 and first[0] < second[0]
    assert "in 28 Jun-3 Jul" in lines[-1].text and "leader-of-it-all" in lines[-1].text
    # A part stands at the right end of its column, which is no wider than it.
    assert {len(line.text) for line in (*lines[:AT_ONCE], lines[-1])} == {WIDTH}
    few = events_of(AT_ONCE, "2024-05-09")
    assert (
        len({line.text.index(f"e{number}") for number, line in enumerate(listed(few, reader_of(few)))}) == 1
    )
