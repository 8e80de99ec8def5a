"""How what someone said of days to come came out, on his card: counts, their n first, and never a grade."""

from model.asof.came_out import Forecast, SpeakerTally, speaker_tally
from tui.cards.contested import sign_look
from tui.cards.layout import columns, heading, widest
from tui.text.line import BLANK, MUTE, STRUCK, TEXT, Line
from tui.text.phrases import Phrases
from tui.text.target import ClaimTarget

_WAY, _SAID, _WORD = 9, 7, 12


def tally_lines(entity: str, phrases: Phrases, width: int) -> list[Line]:
    """The counts, those of each origin where there are several, and each forecast with what has become of it.

    Nothing for who never speaks; `no record` for who speaks of no day to come.
    """
    found = speaker_tally(phrases.corpus, entity, phrases.day)
    if found is None:
        return []
    lines = [BLANK, heading("record", found.all.words)]
    if len(found.origins) > 1:
        lines += [_origin(name, found, phrases) for name in found.origins]
    said = widest((phrases.said_on(it.item.said) for it in found.all.forecasts), _SAID)
    return [*lines, *(_forecast(it, phrases, said) for it in found.all.forecasts)]


def _origin(name: str, found: SpeakerTally, phrases: Phrases) -> Line:
    """The counts of one origin: its document and day of saying, with its first forecast to go to."""
    tally = found.origins[name]
    item = tally.forecasts[0].item
    said = f"{phrases.source(item.claim.source)}, {phrases.said_on(item.said)}"
    row = [("  by origin", MUTE, 11), (said, MUTE, 24), (tally.words, TEXT, 0)]
    return columns(row, phrases.signs.cut, ClaimTarget(item.claim.id))


def _forecast(forecast: Forecast, phrases: Phrases, said: int) -> Line:
    item = forecast.item
    row = [
        (f"  {forecast.came_out.value}", TEXT, 2 + _WAY),
        (phrases.said_on(item.said), MUTE, said),
        (phrases.signs.of(item.word, item.claim.status), sign_look(item), 1),
        (item.word.value, STRUCK if item.fallen else TEXT, _WORD),
        (phrases.title(item.claim.event or ""), TEXT, 0),
    ]
    return columns(row, phrases.signs.cut, ClaimTarget(item.claim.id))
