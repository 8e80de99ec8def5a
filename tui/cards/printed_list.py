"""The card of a list as printed: its names in order, each beside where the list before of its kind has it."""

from collections.abc import Iterable
from functools import cached_property

from model.asof.list_words import (
    day_words,
    gone_words,
    kind_words,
    list_words,
    movement,
    ordinal,
    place_words,
    relabelled,
    summary,
)
from model.asof.lists import Compared, DatedList, ListView, NameOnList, PlaceOnList, lists_as_of, places_of
from tui.cards.layout import columns, heading, labelled, widest
from tui.cards.marked import warning_lines
from tui.cards.notes import note_lines
from tui.text.line import BLANK, BOLD, MUTE, NAME, TEXT, Line, Look, Span
from tui.text.phrases import Phrases, counted
from tui.text.target import EventTarget, ListTarget, SourceTarget, TextTarget

_PLACE = 3
_MOVED = 18
_MOST_NAME = 30

_WITH_LABELS = 64
"""The width from which on names and labels have columns of their own; below, a label has its own line."""

_IS_COMPLETE = "says itself that it is complete"
_IS_OPEN = "does not say that it is complete: who is not named may have been there"

_LISTED = 3
"""Lines that a value of the head takes at most."""


def words_of(named: NameOnList, dated: DatedList) -> TextTarget:
    """Where the label of a name stands, to be lit there."""
    return TextTarget(dated.printed.source, named.span.start, named.span.end, lit=True)


class ListCard:
    """The card of one list as of a day, for one width."""

    def __init__(self, view: ListView, phrases: Phrases, width: int) -> None:
        self._view = view
        self._phrases = phrases
        self._width = width

    @cached_property
    def _longest(self) -> int:
        """The cells of the longest name."""
        named = [*(it.named for it in self._view.names), *self._view.gone]
        return widest((self._phrases.name(it.entry.entity) for it in named), 0)

    def full(self) -> list[Line]:
        """The whole card."""
        printed = self._view.printed
        return [
            *self._top(),
            *self._names(),
            *self._gone(),
            *note_lines([printed], self._phrases, self._width),
            *warning_lines([("list", printed.id)], self._phrases, self._width),
        ]

    def _top(self) -> list[Line]:
        view, phrases, mark = self._view, self._phrases, self._phrases.signs.cut
        printed, dated = view.printed, view.dated
        state = [Span(f"{kind_words(printed)}  ", BOLD), Span(day_words(dated))]
        lines = [Line(tuple(state))]
        if dated.retracted is not None:
            words = f"retracted by {phrases.source(dated.retracted)}"
            lines += labelled("", words, self._width, mark, SourceTarget(dated.retracted))
        if printed.event is not None:
            target = EventTarget(printed.event)
            lines += labelled("of", phrases.title(printed.event), self._width, mark, target)
        printer = SourceTarget(printed.source)
        lines += labelled("in", phrases.source(printed.source), self._width, mark, printer)
        lines += labelled("", _IS_COMPLETE if printed.closed else _IS_OPEN, self._width, mark, most=_LISTED)
        if view.before is not None:
            before = list_words(view.before, phrases.corpus, phrases.plain)
            target_before = ListTarget(view.before.printed.id)
            lines += labelled("before", before, self._width, mark, target_before, _LISTED)
        return [*lines, *labelled("against", summary(view), self._width, mark, most=_LISTED)]

    def _names(self) -> list[Line]:
        lines = [BLANK, heading(counted(len(self._view.names), "name"), "in the order of the text")]
        for it in self._view.names:
            lines += self._row(it.named, self._view.dated, movement(self._view, it), relabelled(it))
        return lines

    def _gone(self) -> list[Line]:
        """Who stood on the list before: missing where this one is complete, else only not named."""
        view = self._view
        if view.before is None or not view.gone:
            return []
        words = f"{len(view.gone)} {gone_words(view.printed)}"
        lines = [BLANK, heading(words, "named on the list before")]
        for named in view.gone:
            lines += self._row(named, view.before, f"was {ordinal(named.place)}", None, MUTE)
        return lines

    def _row(
        self, named: NameOnList, dated: DatedList, moved: str, was_called: str | None, look: Look = TEXT
    ) -> list[Line]:
        """A name in its place, how it moved, and as what it is printed; it leads to its label."""
        phrases, mark = self._phrases, self._phrases.signs.cut
        target = words_of(named, dated)
        place = (f"{named.place:>{_PLACE}}", MUTE, _PLACE)
        name, label = phrases.name(named.entry.entity), phrases.safe(named.entry.label)
        called = [label] if label != name else []
        before = [f'before: "{phrases.safe(was_called)}"'] if was_called is not None else []
        name_look = NAME if look == TEXT else look
        # Where there is no list before, nobody has moved.
        moving = _MOVED if self._view.before is not None else 0
        named_in = min(self._longest, _MOST_NAME)
        if self._width >= _WITH_LABELS:
            room = max(8, self._width - _PLACE - named_in - moving - bool(moving) - 3)
            cells = [place, (name, name_look, named_in), *([(moved, look, moving)] if moving else [])]
            cells += [(label, MUTE, room) for label in called]
            indent, under = _PLACE + named_in + moving + bool(moving) + 2, before
        else:
            moving = min(moving, max(8, self._width - _PLACE - 12)) if moved else 0
            room = max(8, self._width - _PLACE - 2 - moving - bool(moving))
            cells = [place, (name, name_look, room), *([(moved, look, moving)] if moving else [])]
            indent, under = _PLACE + 1, [*called, *before]
        rows = (
            columns([("", TEXT, indent - 1), (words, MUTE, max(8, self._width - indent - 1))], mark)
            for words in under
        )
        return [columns(cells, mark, target), *rows]


def place_lines(entity: str, phrases: Phrases, width: int) -> list[Line]:
    """The places of an entity on lists, the newest first, each with its label and how it moved; nothing without any."""
    found = places_of(phrases.corpus, entity, phrases.day)
    if not found:
        return []
    lines = [
        BLANK,
        heading(f"on {counted(len({it.view.printed.id for it in found}), 'list')}", "newest first"),
    ]
    for it in found:
        lines += _place(it, phrases, width)
    return lines


def _place(it: PlaceOnList, phrases: Phrases, width: int) -> list[Line]:
    mark, words = phrases.signs.cut, place_words(it)
    if it.name is None:
        # What is missing from it has no words there: the list itself is led to.
        return [columns([("", TEXT, 1), (words, TEXT, width - 2)], mark, ListTarget(it.view.printed.id))]
    moved = movement(it.view, it.name)
    said = f"{words}: {moved}" if moved else words
    label = _label(it.name, phrases)
    target = words_of(it.name.named, it.view.dated)
    return [
        columns([("", TEXT, 1), (said, TEXT, width - 2)], mark, target),
        columns([("", TEXT, 3), (f'"{label}"', MUTE, width - 4)], mark),
    ]


def _label(name: Compared, phrases: Phrases) -> str:
    return phrases.safe(name.named.entry.label)


def listed_lines(names: Iterable[str], phrases: Phrases, width: int) -> list[Line]:
    """Lists, by their ids, on the card of their event or document; nothing where there are none."""
    wanted = frozenset(names)
    found = [it for it in lists_as_of(phrases.corpus, phrases.day) if it.printed.id in wanted]
    if not found:
        return []
    return [
        BLANK,
        heading(counted(len(found), "list"), "as printed"),
        *(_listed(it, phrases, width) for it in found),
    ]


def _listed(view: ListView, phrases: Phrases, width: int) -> Line:
    words = f"{list_words(view.dated, phrases.corpus, phrases.plain)}: {counted(len(view.names), 'name')}"
    row = [("", TEXT, 1), (words, TEXT, width - 2)]
    return columns(row, phrases.signs.cut, ListTarget(view.printed.id))
