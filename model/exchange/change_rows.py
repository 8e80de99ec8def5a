"""What changed, as plain data for JSON."""

from collections.abc import Iterable

from model.asof.changes import Difference
from model.asof.standing import EventStanding
from model.dates.civil import iso_day


def changes_tree(since: int, day: int, changes: Iterable[Difference]) -> dict[str, object]:
    """`since` and `as_of` (ISO 8601), and the `lines`: every field of a `Difference`, null where it is None."""
    return {"since": iso_day(since), "as_of": iso_day(day), "lines": [_line(it) for it in changes]}


def _line(change: Difference) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "claim": change.claim,
        "events": list(change.events),
        "conflict": change.conflict,
        "before": _standing(change.before),
        "after": _standing(change.after),
        "by": change.by,
        "retracted_by": change.retracted_by,
    }


def _standing(of: EventStanding | None) -> dict[str, object] | None:
    """The word of what is said, what time has added to it, the date in EDTF, and the claims that give word and date."""
    if of is None:
        return None
    return {
        "word": of.word.value,
        "passed": of.passed.value if of.passed is not None else None,
        "date": of.date.text if of.date is not None else None,
        "claim": of.claim,
        "dated_by": of.dated_by,
        "conflicts": list(of.conflicts),
    }
