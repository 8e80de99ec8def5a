"""Conflicts as of a day: in which order their readings stand, and what is kept back until all was said."""

import msgspec
import pytest

from model.asof.conflict import ConflictView, conflict_view
from model.dates.calendar import day_from_text
from tests.handmade import corpus_of

THREE = """
    old      2025-05-01  occurred  CT+  2025-04-20
    between  2025-05-02  occurred  CT+  2025-04-21
    new      2025-05-03  occurred  CT+  2025-04-22
"""


def view(lines: str, day: str = "2025-12-31", preferred: str = "") -> ConflictView:
    """The conflict of the three claims; each reads it in its own words."""
    more = f"preferred={preferred}" if preferred else ""
    corpus = corpus_of(
        f"{lines.rstrip()}\nconflict contradiction old,between,new {more}", published="2025-05-20"
    )
    (conflict,) = corpus.conflicts.values()
    words = {name: f"the {name} one" for name in conflict.claims}
    return conflict_view(corpus, msgspec.structs.replace(conflict, readings=words), day_from_text(day))


def order(seen: ConflictView) -> list[str]:
    return [reading.claims[0].claim.id for reading in seen.readings]


def test_readings_stand_newest_first():
    assert order(view(THREE)) == ["new", "between", "old"]


@pytest.mark.parametrize("name", ["old", "between", "new"])
def test_the_preferred_reading_stands_first(name: str):
    seen = view(THREE, preferred=name)
    assert order(seen)[0] == name
    assert [reading.preferred for reading in seen.readings] == [True, False, False]


def test_what_was_superseded_stands_last_but_for_what_is_preferred():
    superseding = THREE + "    other 2025-05-04 occurred CT+ 2025-04-23 supersedes=new,between\n"
    assert order(view(superseding)) == ["old", "new", "between"]
    assert order(view(superseding, preferred="between")) == ["between", "old", "new"]


def test_before_all_was_said_no_reading_is_preferred():
    seen = view(THREE, day="2025-05-02", preferred="old")
    assert not seen.settled
    assert order(seen) == ["between", "old"]
    assert not any(reading.preferred for reading in seen.readings)
