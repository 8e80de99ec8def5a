"""`print --lists`: the lists as printed as of a day, each against the one before of its kind."""

from collections.abc import Iterator

from model.asof.list_words import (
    complete_words,
    gone_words,
    list_words,
    movement,
    ordinal,
    relabelled,
    summary,
)
from model.asof.lists import ListView, lists_as_of
from model.dates.wording import day_named
from model.index.archive import Archive
from tui.text.phrases import Phrases, counted

_PLACE = 3


def list_lines(archive: Archive, phrases: Phrases, brief: bool = False) -> Iterator[str]:
    """How many there are, then each with its names; under a filter, those of an event which it leaves in."""
    when, reader = archive.default, archive.at(archive.default)
    views = lists_as_of(phrases.corpus, when.day)
    if when.narrowed:
        views = tuple(
            it
            for it in views
            if it.printed.event is not None and reader.position_of(it.printed.event) is not None
        )
    yield f"as of {day_named(when.day)}  {phrases.plain(archive.corpus.info.title)}: {counted(len(views), 'list')}"
    for view in views:
        yield f"{list_words(view.dated, phrases.corpus, phrases.plain)}: {_told(view)}"
        if not brief:
            yield from (f"    {line}" for line in _names(view, phrases))


def _told(view: ListView) -> str:
    return f"{counted(len(view.names), 'name')}, {complete_words(view.printed)}; {summary(view)}"


def _names(view: ListView, phrases: Phrases) -> Iterator[str]:
    if view.printed.event is not None:
        yield f"of: {phrases.title(view.printed.event)}"
    if view.before is not None:
        yield f"before: {list_words(view.before, phrases.corpus, phrases.plain)}"
    for it in view.names:
        entry = it.named.entry
        moved = f"  {words}" if (words := movement(view, it)) else ""
        before = f', before "{phrases.safe(was)}"' if (was := relabelled(it)) is not None else ""
        name, label = phrases.name(entry.entity), phrases.safe(entry.label)
        yield f'{it.named.place:>{_PLACE}}  {name}: "{label}"{before}{moved}'
    for named in view.gone:
        label = phrases.safe(named.entry.label)
        yield (
            f"{gone_words(view.printed)}: {phrases.name(named.entry.entity)}, "
            f'"{label}", was {ordinal(named.place)}'
        )
