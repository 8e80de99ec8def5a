"""What is said of an event whose time has passed while nobody says what happened."""

from model.asof.state import Verdict
from model.asof.word import Passed
from model.dates.apart import Bounds, passed_words
from model.dates.wording import last_day_words

_NOBODY = "no source here says what happened"


def passing(state: Verdict, day: int, year: int | None = None, looked: str = "") -> str:
    """What the passing of time adds by `day`, in a sentence or two; empty where it adds nothing.

    Days of `year` are said without it. `looked` says how it was looked for in vain (`model.asof.searches`).
    """
    passed = state.passed_at(day)
    if passed is None:
        return ""
    assert state.date is not None, "time adds nothing to what has no date"
    also = f"; {looked}" if looked else ""
    if passed is Passed.UNANSWERED:
        return f"{_begun(passing_briefly(state, day))}: {_NOBODY}{also}."
    over = f"its {last_day_words(state.date, year)}, has passed"
    if looked:
        return f"Outcome unknown{also}. {_begun(over)}."
    if passed is Passed.UNKNOWN:
        return f"{_begun(passing_briefly(state, day))}: {over}, and {_NOBODY}."
    return f"{_begun(over)}. {_begun(_NOBODY)}."


def passing_briefly(state: Verdict, day: int) -> str:
    """The same in a few words for what keeps its word: `outcome unknown`, `unanswered for 6 to 35 days`.

    It is unanswered since its first day, which is any of those of a month or year. Empty where time has added
    nothing, and where the word itself says it: *due*.
    """
    passed = state.passed_at(day)
    if passed is Passed.UNANSWERED:
        begins = state.date.start if state.date is not None else None
        assert begins is not None, "what has no last day has a first one"
        return f"{passed} for {passed_words(Bounds(begins.first_day, begins.last_day), day)}"
    return passed.value if passed is Passed.UNKNOWN else ""


def _begun(sentence: str) -> str:
    return f"{sentence[0].upper()}{sentence[1:]}"
