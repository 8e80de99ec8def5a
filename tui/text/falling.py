"""What becomes of an event without an origin, in a few words: the same in the list and on the card."""

from model.asof.falls import Fall, Loss
from model.dates.wording import short_form


def becomes(fall: Fall, year: int | None, cells: int | None = None, brief: bool = False) -> str:
    """`vanishes`, `not expected`, `due, 9 May`, `no date`, `1 origin left`; of dates in `year` the year is unsaid.

    A date is said as finely as `cells` (None: any number) let it. In `brief` none stands beside a word.
    """
    after = fall.after
    if after is None:
        return "vanishes"
    if fall.effect is Loss.WEAKENS:
        return "1 origin left"
    if after.word == fall.now.word:
        return short_form(after.date, year, cells)
    if brief or after.date == fall.now.date:
        return after.word.value
    room = cells and max(0, cells - len(after.word.value) - 2)
    return f"{after.word.value}, {short_form(after.date, year, room)}"
