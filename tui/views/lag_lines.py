"""Who said what how long before, or after: claims by the distance of their saying from the event."""

from functools import partial
from itertools import groupby

from model.asof.lag import Lag
from model.dates.wording import short_form
from tui.cards.contested import sign_look
from tui.cards.layout import BELOW, columns, heading, room_for_titles, title_below, widest
from tui.text.event_date import date_cells, most_cells
from tui.text.line import BLANK, MUTE, STRUCK, TEXT, LateLine, Line, Look
from tui.text.phrases import Phrases, counted
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget

WIDTH_WITH_WORD, WIDTH_WITH_WHO = 84, 78
"""The widths from which on words stand beside signs, and who said it at the end."""

_DISTANCE, _ROOMY_DISTANCE, _SAID, _WORD, _WHO = 8, 14, 7, 12, 11


def lag_lines(lags: list[Lag], phrases: Phrases, width: int) -> list[Line]:
    """One line for each claim: how long, said when, of which day, sign and word, event, speaker."""
    if not lags:
        return [heading("Nothing here has both a day of saying and a day of its event.")]
    names = {
        1: "Forecasts: said so many days before",
        0: "Said on the day",
        -1: "Reports: so many days after",
    }
    room = _ROOMY_DISTANCE if width >= WIDTH_WITH_WHO else _DISTANCE
    distance = widest((_distance(lag, room) for lag in lags), _DISTANCE)
    dates = date_cells((lag.item.date for lag in lags), phrases.year, most_cells(width))
    said = widest((phrases.said_on(lag.item.said) for lag in lags), _SAID)
    taken: tuple[int, ...] = (distance, said, dates, 1)
    taken += (_WORD,) * (width >= WIDTH_WITH_WORD) + (_WHO,) * (width >= WIDTH_WITH_WHO)
    title = room_for_titles(width, *taken)
    if sum(taken) + len(taken) - 1 > width:
        # The day stands below too, before the title.
        dates = BELOW
    lines: list[Line] = []
    for side, group in groupby(lags, key=lambda lag: (lag.days > 0) - (lag.days < 0)):
        found = list(group)
        lines += [BLANK] if lines else []
        lines.append(heading(names[side], counted(len(found), "claim")))
        drawn = partial(_lag_line, phrases=phrases, width=width, widths=(distance, said, dates, title))
        for lag in found:
            lines.append(LateLine(partial(drawn, lag), ClaimTarget(lag.item.claim.id)))
            if title == BELOW:
                lines.append(LateLine(partial(_title_line, lag, phrases, width, dates == BELOW)))
    return lines


def _lag_line(lag: Lag, phrases: Phrases, width: int, widths: tuple[int, int, int, int]) -> Line:
    distance, said, dates, title = widths
    item = lag.item
    gone = item.fallen
    look = STRUCK if gone else Look(ROLES[item.word])
    words = [(item.word.value, look, _WORD)] if width >= WIDTH_WITH_WORD else []
    who = [(phrases.short_name(item.said.speaker), MUTE, _WHO)] if width >= WIDTH_WITH_WHO else []
    row = [
        (f"{_distance(lag, distance):>{distance}}", TEXT, distance),
        (phrases.said_on(item.said), MUTE, said),
        (short_form(item.date, phrases.year, dates), TEXT, dates),
        (phrases.signs.of(item.word, item.claim.status), sign_look(item), 1),
        *words,
        (*_title(lag, phrases), title),
        *who,
    ]
    return columns(row, phrases.signs.cut)


def _title_line(lag: Lag, phrases: Phrases, width: int, dated: bool) -> Line:
    title, look = _title(lag, phrases)
    day = f"{short_form(lag.item.date, phrases.year, most_cells(width))}  " if dated else ""
    return title_below(f"{day}{title}", look, width, phrases.signs.cut)


def _title(lag: Lag, phrases: Phrases) -> tuple[str, Look]:
    return phrases.title(lag.item.claim.event or ""), MUTE if lag.item.fallen else TEXT


def _distance(lag: Lag, cells: int) -> str:
    """The days before, or after: on whichever side the claim stands."""
    return (lag.apart if lag.days >= 0 else lag.apart.reversed).counted(cells)
