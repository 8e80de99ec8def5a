"""What becomes of an event without an origin, in a few words: the same in the list and on the card."""

from model.asof.falls import Fall, Loss
from model.dates.wording import short_form


def becomes(fall: Fall, year: int | None, brief: bool = False) -> str:
    """`vanishes`, `not expected`, `due, 9 May`, `no date`, `1 origin left`; of dates in `year` the year is unsaid.

    In `brief` no date stands beside a word.
    """
    after = fall.after
    if after is None:
        return "vanishes"
    if fall.effect is Loss.WEAKENS:
        return "1 origin left"
    date = short_form(after.date, year) if after.date is not None else "no date"
    if after.word == fall.now.word:
        return date
    return after.word.value if brief or after.date == fall.now.date else f"{after.word.value}, {date}"
