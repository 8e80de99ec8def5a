"""What an event was taken for as days went by, for its card."""

from model.asof.state import EventState, Verdict
from model.asof.timetable import event_timetable
from tui.cards.layout import columns, heading, widest
from tui.text.line import BLANK, MUTE, TEXT, Line, Look
from tui.text.phrases import Phrases
from tui.text.signs import ROLES
from tui.text.target import ClaimTarget

_WORD, _SAID = 12, 7


def history_lines(state: EventState, phrases: Phrases) -> list[Line]:
    """What the event was taken for at each knowledge date on which that changed, up to the as-of day."""
    rungs: list[tuple[int, Verdict]] = []
    for stretch in event_timetable(phrases.corpus, state.event):
        if stretch.from_day > phrases.day:
            break
        chosen, before = stretch.state.chosen, rungs[-1][1].chosen if rungs else None
        if before is None or (chosen.claim.id, stretch.state.word) != (
            before.claim.id,
            rungs[-1][1].word,
        ):
            rungs.append((stretch.from_day, stretch.state))
    if len(rungs) < 2:
        return []
    known = widest((phrases.known_on(day) for day, _ in rungs), _SAID)
    return [
        BLANK,
        heading("history", "what was known when"),
        *(_rung(*rung, known, phrases) for rung in rungs),
    ]


def _rung(day: int, state: Verdict, known: int, phrases: Phrases) -> Line:
    look, chosen = Look(ROLES[state.word]), state.chosen
    return columns(
        [
            (f"  {phrases.known_on(day)}", MUTE, 2 + known),
            (phrases.signs.of(state.word, chosen.claim.status), look, 1),
            (state.word.value, look, _WORD),
            (phrases.brief_who(chosen.said), TEXT, 0),
        ],
        phrases.signs.cut,
        ClaimTarget(chosen.claim.id),
    )
