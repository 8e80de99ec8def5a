"""What becomes of events without an origin, in a few words: the same in the list, in print and on the card."""

from model.asof.falls import Fall, Loss, OriginSupport
from model.dates.wording import short_form
from tui.text.phrases import counted


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


def units_told(of: OriginSupport) -> str:
    """What is counted of an origin, and by which filter it is found: `Claims on 11 events go back to it (origin:)`.

    An event may fall without being spoken of, and be spoken of without falling: so these numbers do not add up.
    """
    spoken, legs = len(of.speaks_of), of.count(Loss.VANISHES) + of.count(Loss.FLIPS)
    falls = "vanishes or flips" if legs == 1 else "vanish or flip"
    told = f"Claims on {counted(spoken, 'event')} go back to it (origin:); {legs} {falls} without it (leg:)."
    if not of.unspoken:
        return told
    many = "falls is not among them: it takes" if of.unspoken == 1 else "fall are not among them: they take"
    return f"{told} {of.unspoken} that {many} a date from what it says, or gave way to it."
