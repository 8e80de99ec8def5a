"""Events in lanes: every event stands in one, in the timeline's order, and what has no date in a lane of its own."""

from collections import Counter

import pytest

from model.asof.word import Word
from model.index.archive import Archive
from model.index.values import REST, UNDATED, Grouping


@pytest.fixture(params=list(Grouping))
def grouping(request: pytest.FixtureRequest) -> Grouping:
    found: Grouping = request.param
    return found


def held(archive: Archive, grouping: Grouping) -> dict[str, list[str]]:
    """The events of every lane."""
    timeline = archive.timeline
    lanes = timeline.lanes.of(grouping, timeline.day)
    return {lane.id: [row.event for row in timeline.lane_rows(lane.id, 0, lane.events)] for lane in lanes}


def test_no_event_is_left_out_and_none_stands_twice_in_a_lane(archive: Archive, grouping: Grouping):
    timeline, lanes = archive.timeline, held(archive, grouping)
    rows = timeline.rows(0, timeline.total)
    order = {row.event: row.position for row in rows}
    assert set().union(*lanes.values()) == set(order)
    for events in lanes.values():
        assert [order[event] for event in events] == sorted({order[event] for event in events})
    assert set(lanes[UNDATED]) == {row.event for row in rows if row.date is None}


def test_a_lane_says_how_many_it_holds_and_where_each_stands(archive: Archive, grouping: Grouping):
    timeline = archive.timeline
    for lane in timeline.lanes.of(grouping, timeline.day):
        rows = timeline.lane_rows(lane.id, 0, lane.events + 1)
        assert len(rows) == lane.events
        assert all((lane.id, nth) in timeline.lanes.places_of(row.position) for nth, row in enumerate(rows))
        assert timeline.lane_rows(lane.id, 1, 1) == rows[1:2]


def test_the_rest_and_the_undated_come_last(bundled: Archive, grouping: Grouping):
    ids = [lane.id for lane in bundled.timeline.lanes.of(grouping, bundled.timeline.day)]
    last = [lane for lane in ids if lane in (REST, UNDATED)]
    assert ids[len(ids) - len(last) :] == [lane for lane in (REST, UNDATED) if lane in last]


def test_strands_stand_as_the_corpus_has_them_and_hold_parts_of_parts(bundled: Archive):
    lanes = held(bundled, Grouping.STRAND)
    strands = [name for name, event in bundled.corpus.events.items() if event.type == "strand"]
    assert [lane for lane in lanes if lane != UNDATED] == strands
    assert "kim-conveys-decision" in lanes["strand-kim-and-russia"], "part of a part of the strand"


def test_entities_stand_by_how_often_they_appear_and_share_events(bundled: Archive):
    lanes = held(bundled, Grouping.ENTITY)
    sizes = [len(events) for lane, events in lanes.items() if lane not in (REST, UNDATED)]
    assert sizes == sorted(sizes, reverse=True)
    assert "putin-visits-north-korea" in lanes["vladimir-putin"]
    assert "putin-visits-north-korea" in lanes["north-korea"]


def test_what_is_due_has_a_lane_among_the_statuses_once_its_day_has_passed(bundled: Archive):
    timeline = bundled.timeline
    assert Word.DUE not in held(bundled, Grouping.STATUS)
    timeline.go_to(timeline.day + 365)
    assert len(held(bundled, Grouping.STATUS)[Word.DUE]) == timeline.due > 0


def test_an_event_is_in_a_source_or_entitys_lane_only_once_that_was_known(bundled: Archive):
    timeline, days = bundled.timeline, [step.day for step in bundled.steps]
    for day in days:
        timeline.go_to(day)
        for lane, events in held(bundled, Grouping.SOURCE).items():
            if lane in bundled.corpus.sources:
                claims = bundled.corpus.claims_in_source[lane]
                assert set(events) <= {claim.event for claim in claims}


def test_the_rows_of_a_lane_are_counted_between_positions(archive: Archive):
    timeline = archive.timeline
    lane = timeline.lanes.of(Grouping.STRAND, timeline.day)[3].id
    positions = [row.position for row in timeline.lane_rows(lane, 0, 10**6)]
    borders = [100, 250, 400]
    counted = Counter(sum(position >= border for border in borders) for position in positions)
    assert timeline.lanes.counts(lane, borders) == [counted[number] for number in range(4)]
