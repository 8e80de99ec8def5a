"""How what someone said of days to come came out, on his card: counts, their n first, and never a grade."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from model.asof.came_out import Forecast, Tally, speaker_tally
from model.asof.visible import visible_claim
from tui.cards.contested import sign_look
from tui.cards.layout import columns, heading, widest
from tui.text.line import BLANK, MUTE, STRUCK, TEXT, LateLine, Line
from tui.text.phrases import Phrases
from tui.text.target import ClaimTarget

T = TypeVar("T")

_WAY, _SAID, _WORD = 9, 7, 12


def tally_lines(entity: str, phrases: Phrases) -> list[Line]:
    """The counts, those of each origin where there are several, and each forecast with what has become of it.

    Nothing for who never speaks; `no record` for who speaks of no day to come.
    """
    found = speaker_tally(phrases.corpus, entity, phrases.day)
    if found is None:
        return []
    lines: list[Line] = [BLANK, heading("record of forecasts", found.all.words)]
    if len(found.origins) > 1:
        lines += [_late(_origin, it, phrases, it.forecasts[0]) for it in found.origins.values()]
    said = widest({phrases.said_on(it.said) for it in found.all.forecasts}, _SAID)
    drawn = partial(_forecast, said=said)
    return [*lines, *(_late(drawn, it, phrases, it) for it in found.all.forecasts)]


def _late(draw: Callable[[T, Phrases], Line], what: T, phrases: Phrases, first: Forecast) -> Line:
    """A line that leads to a forecast."""
    return LateLine(partial(draw, what, phrases), ClaimTarget(first.claim.id))


def _origin(tally: Tally, phrases: Phrases) -> Line:
    """The counts of one origin: its document and day of saying, with its first forecast to go to."""
    first = tally.forecasts[0]
    said = f"{phrases.source(first.claim.source)}, {phrases.said_on(first.said)}"
    row = [("  by origin", MUTE, 11), (said, MUTE, 24), (tally.words, TEXT, 0)]
    return columns(row, phrases.signs.cut)


def _forecast(forecast: Forecast, phrases: Phrases, said: int) -> Line:
    item = visible_claim(phrases.corpus, forecast.claim, forecast.said, phrases.day)
    row = [
        (f"  {forecast.came_out.value}", TEXT, 2 + _WAY),
        (phrases.said_on(item.said), MUTE, said),
        (phrases.signs.of(item.word, item.claim.status), sign_look(item), 1),
        (item.word.value, STRUCK if item.fallen else TEXT, _WORD),
        (phrases.title(item.claim.event or ""), TEXT, 0),
    ]
    return columns(row, phrases.signs.cut)
