"""An open corpus: where it begins, its steps, and what is asked of a day and a query."""

from model.dates.calendar import day_from_text
from model.index.archive import open_archive
from model.index.values import AsOf
from model.query.terms import ALL
from tests.handmade import corpus_of

CORPUS = corpus_of("""
    a  2025-05-01  scheduled  CT+  2025-05-09  event=parade by=kremlin
    b  2025-05-03  expected   PR-  2025-05-09  event=parade by=tass
    c  2025-05-03  scheduled  CT+  2025-05-10  event=visit by=kremlin
    d  2025-05-05  cancelled  CT-  2025-05-10  event=visit by=kremlin
    conflict contradiction a,b
    conflict contradiction c,d
""")


def test_it_begins_with_all_that_is_known_or_on_the_day_that_is_asked_for():
    assert open_archive(CORPUS, None, today=0).default == AsOf(day_from_text("2025-05-05"))
    assert open_archive(CORPUS, 7, today=0).default == AsOf(7)
    timeless = corpus_of("a  -  occurred  CT+  -", published="-")
    assert open_archive(timeless, None, today=3).default == AsOf(3)
    assert open_archive(timeless, None, today=3).latest_day is None


def test_a_step_leads_to_the_knowledge_date_before_or_after_a_day():
    archive = open_archive(CORPUS, None, today=0)
    first, second, third = (step.day for step in archive.steps)
    assert archive.latest_day == third
    assert [archive.step_from(second, by) for by in (-1, 1)] == [first, third]
    assert [archive.step_from(second + 1, by) for by in (-1, 1)] == [second, third]
    assert archive.step_from(first, -1) is archive.step_from(third, 1) is None


def test_conflicts_are_those_of_the_day_and_of_the_events_that_meet_the_query():
    archive = open_archive(CORPUS, None, today=0)
    by_tass = archive.read("by:tass", archive.default)

    def topics(day: str, query=ALL) -> list[str]:
        return [it.topic for it in archive.conflicts(AsOf(day_from_text(day), query))]

    assert topics("2025-05-02") == []
    assert topics("2025-05-03") == ["conflict-0"]
    assert topics("2025-05-05") == ["conflict-0", "conflict-1"]
    assert topics("2025-05-05", by_tass) == ["conflict-0"]
    assert topics("2025-05-05") == ["conflict-0", "conflict-1"]
