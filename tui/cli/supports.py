"""What rests on whom, as plain lines: each origin, with the events that would fall without it."""

from collections.abc import Iterator

from model.asof.falls import Fall, Loss, OriginSupport
from model.asof.saying import saying
from model.asof.support import all_supports
from model.index.archive import Archive
from tui.cards.contested import footing_of
from tui.text import event_date
from tui.text.falling import becomes, units_told
from tui.text.phrases import Phrases
from tui.text.shown import cells

_WORD, _TITLE = 12, 38


def support_lines(archive: Archive, phrases: Phrases, brief: bool) -> Iterator[str]:
    """A line for each origin, those first without which most would fall; unless `brief`, one for each of its events."""
    when = archive.default
    for of in archive.origins(when, all_supports(archive.corpus, when.day)):
        yield _origin_line(of, phrases)
        if not brief:
            yield from (_fall_line(fall, phrases) for fall in of.falls)


def _origin_line(of: OriginSupport, phrases: Phrases) -> str:
    said = phrases.said_on(saying(phrases.corpus, phrases.corpus.claims[of.claim]))
    counts = ", ".join(f"{of.count(effect)} {_VERBS[effect]}" for effect in Loss)
    whose = f"{phrases.origin(of.origin)} ({footing_of(of.speaker, of.record, phrases)}, {said})"
    return f"without {whose}: {counts}. {units_told(of)}"


_VERBS = {Loss.VANISHES: "vanish", Loss.FLIPS: "flip", Loss.WEAKENS: "weaken"}


def _fall_line(fall: Fall, phrases: Phrases) -> str:
    """Word, date and title, what becomes of it, and the sentence that goes."""
    now, claim = fall.now, phrases.corpus.claims[fall.claim]
    date = event_date.in_row(now, None, None) if now.date is not None else "no date"
    title = phrases.title(fall.event)
    words = f"{now.word:{_WORD}}  {title}{' ' * (_TITLE - cells(title))}  {date}: {becomes(fall, None)}"
    return f'    {words}  "{phrases.quote(claim)}" [{phrases.source(claim.source)}]'
