"""What is said of an event whose time has passed while nobody says what happened."""

from model.asof.state import Verdict
from model.asof.word import Passed
from model.dates.calendar import gap_words
from model.dates.wording import last_day_words

_NOBODY = "no source here says what happened"


def passing(state: Verdict, day: int, year: int | None = None, looked: str = "") -> str:
    """What the passing of time adds by `day`, in a sentence or two; empty where it adds nothing.

    Days of `year` are said without it. `looked` says how it was looked for in vain (`model.asof.searches`).
    """
    passed = state.passed_at(day)
    if passed is None:
        return ""
    assert state.lapse is not None and state.date is not None, "time adds nothing to what has no date"
    also = f"; {looked}" if looked else ""
    if passed is Passed.UNANSWERED:
        return f"Unanswered for {gap_words(state.lapse.after, day)}: {_NOBODY}{also}."
    over = f"its {last_day_words(state.date, year)}, has passed"
    if looked:
        return f"Outcome unknown{also}. {over[0].upper()}{over[1:]}."
    if passed is Passed.UNKNOWN:
        return f"Outcome unknown: {over}, and {_NOBODY}."
    return f"{over[0].upper()}{over[1:]}. {_NOBODY[0].upper()}{_NOBODY[1:]}."
