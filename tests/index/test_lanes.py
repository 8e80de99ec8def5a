"""Events in lanes: every event stands in one, in the timeline's order, what has no date at the end."""

from collections import Counter

import pytest

from model.asof.word import Word
from model.corpus.corpus import Corpus
from model.index.protocol import Index, Reader
from model.index.values import REST, AsOf, Grouping


@pytest.fixture(params=list(Grouping))
def grouping(request: pytest.FixtureRequest) -> Grouping:
    found: Grouping = request.param
    return found


def held(reader: Reader, grouping: Grouping) -> dict[str, list[str]]:
    """The events of every lane."""
    lanes = reader.lanes.of(grouping)
    return {lane.id: [row.event for row in reader.lanes.rows(lane, 0, lane.events)] for lane in lanes}


def test_no_event_is_left_out_and_none_stands_twice_in_a_lane(many: Reader, grouping: Grouping):
    lanes = held(many, grouping)
    rows = many.rows(0, many.counts.total)
    order = {row.event: row.position for row in rows}
    assert set().union(*lanes.values()) == set(order)
    for events in lanes.values():
        assert [order[event] for event in events] == sorted({order[event] for event in events})
    undated = [row.event for row in rows if row.date is None]
    for events in lanes.values():
        last = [event for event in events if event in undated]
        assert events[len(events) - len(last) :] == last


def test_a_lane_says_how_many_it_holds_and_where_each_stands(many: Reader, grouping: Grouping):
    lanes = many.lanes
    for lane in lanes.of(grouping):
        rows = lanes.rows(lane, 0, lane.events + 1)
        assert len(rows) == lane.events
        places = [lanes.places_of(row.position, grouping) for row in rows]
        assert all((lane.id, nth) in found for nth, found in enumerate(places))
        assert lanes.rows(lane, 1, 1) == rows[1:2]


def test_the_rest_comes_last(bundled: Reader, grouping: Grouping):
    ids = [lane.id for lane in bundled.lanes.of(grouping)]
    assert REST not in ids[:-1]


def test_strands_stand_as_the_corpus_has_them_and_hold_parts_of_parts(
    bundled: Reader, bundled_corpus: Corpus
):
    lanes = held(bundled, Grouping.STRAND)
    strands = [name for name, event in bundled_corpus.events.items() if event.type == "strand"]
    assert list(lanes) == strands
    assert "kim-conveys-decision" in lanes["strand-kim-and-russia"], "part of a part of the strand"


def test_entities_stand_by_how_often_they_appear_and_share_events(bundled: Reader):
    lanes = held(bundled, Grouping.ENTITY)
    sizes = [len(events) for lane, events in lanes.items() if lane != REST]
    assert sizes == sorted(sizes, reverse=True)
    assert "putin-visits-north-korea" in lanes["vladimir-putin"]
    assert "putin-visits-north-korea" in lanes["north-korea"]


def test_what_is_due_has_a_lane_among_the_statuses_once_its_day_has_passed(bundled: Reader, index: Index):
    assert Word.DUE not in held(bundled, Grouping.STATUS)
    later = index.at(AsOf(bundled.when.day + 365))
    assert len(held(later, Grouping.STATUS)[Word.DUE]) == later.counts.due > 0


def test_an_event_is_in_a_source_or_entitys_lane_only_once_that_was_known(
    index: Index, bundled_corpus: Corpus
):
    for step in index.steps:
        for lane, events in held(index.at(AsOf(step.day)), Grouping.SOURCE).items():
            if lane in bundled_corpus.sources:
                claims = bundled_corpus.claims_in_source[lane]
                assert set(events) <= {claim.event for claim in claims}


def test_the_rows_of_a_lane_are_counted_between_positions(many: Reader):
    lane = many.lanes.of(Grouping.STRAND)[3]
    positions = [row.position for row in many.lanes.rows(lane, 0, 10**6)]
    borders = [50, 125, 200]
    counted = Counter(sum(position >= border for border in borders) for position in positions)
    assert many.lanes.counts(lane, borders) == [counted[number] for number in range(4)]


def test_lanes_of_two_groupings_are_asked_in_turn_without_mixing(many: Reader):
    strand, entity = (many.lanes.of(grouping)[0] for grouping in (Grouping.STRAND, Grouping.ENTITY))
    assert len(many.lanes.rows(strand, 0, 10**6)) == strand.events
    assert len(many.lanes.rows(entity, 0, 10**6)) == entity.events
