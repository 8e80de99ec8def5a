"""Where sources differ, as plain lines: what the conflict card shows side by side, for `print`."""

from collections.abc import Iterator

from model.asof.conflict import ConflictView, Reading, conflict_view
from model.asof.visible import VisibleClaim
from model.index.archive import Archive
from tui.cards.conflict import NO_VERDICT
from tui.text.conflict_words import quarrels_words
from tui.text.phrases import Phrases, counted


def difference_lines(archive: Archive, phrases: Phrases) -> Iterator[str]:
    """The conflicts of which two claims could be known: topic, readings, why the first one, what is open."""
    conflicts = archive.conflicts(archive.default)
    if not conflicts:
        return
    rule = phrases.signs.rule * 2
    number = counted(len(conflicts), "conflict")
    yield f"{rule} where sources differ, {number}: {quarrels_words(conflicts)} {rule}"
    for conflict in conflicts:
        view = conflict_view(phrases.corpus, conflict, phrases.day)
        yield f"{phrases.plain(conflict.topic)}  ({view.kind})"
        for reading in view.readings:
            yield f"    {_reading_line(reading, phrases)}"
        yield from (f"    {line}" for line in _verdict(view, phrases))


def _reading_line(reading: Reading, phrases: Phrases) -> str:
    """What is read, by whom, when, how surely; and how it stands."""
    said = "; ".join(", ".join(filter(None, _said(item, phrases))) for item in reading.claims)
    standing = " (preferred)" if reading.preferred else " (superseded)" if reading.superseded else ""
    return f"{phrases.plain(reading.words)}{standing}: {said}"


def _said(item: VisibleClaim, phrases: Phrases) -> tuple[str, ...]:
    return (
        phrases.brief_who(item.said),
        phrases.said_on(item.said),
        phrases.sure(item.claim),
        phrases.amounts(item.claim),
        phrases.on_condition(item),
    )


def _verdict(view: ConflictView, phrases: Phrases) -> Iterator[str]:
    yield f"why: {phrases.safe(view.reason)}" if view.reason else NO_VERDICT
    if view.open:
        yield f"still open: {phrases.safe(view.open)}"
