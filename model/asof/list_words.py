"""What a list and the places on it are in words: the same on cards, in `print` and in briefs."""

from collections.abc import Callable

from model.asof.lists import Compared, DatedList, ListView, PlaceOnList
from model.corpus.corpus import Corpus
from model.corpus.listed import PrintedList
from model.corpus.told_apart import source_name
from model.dates.wording import medium_form

_TEENS = range(10, 20)
_ENDS = {1: "st", 2: "nd", 3: "rd"}

COMPLETE, OPEN = "complete", "may not be complete"
"""What is said of a list that says itself that it has all names, and of one that does not."""

MISSING = "missing"
"""What somebody is whom a complete list does not have, and the list before it has."""


def ordinal(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    end = "th" if number % 100 in _TEENS else _ENDS.get(number % 10, "th")
    return f"{number}{end}"


def kind_words(printed: PrintedList) -> str:
    """The kind of a list as words: `funeral committee`."""
    return printed.kind.replace("-", " ")


def day_words(dated: DatedList) -> str:
    """The day that a list is of; of one without an event's day, that its document was printed: `printed 6 May 2025`."""
    if dated.date is None:
        return "no day given"
    return medium_form(dated.date) if dated.of_event else f"printed {medium_form(dated.date)}"


def list_words(dated: DatedList, corpus: Corpus, shown: Callable[[str], str]) -> str:
    """`attendance, 9 May 2025, Korea Daily`; `shown` makes outside text fit to be shown.

    Without an event it is of the day on which it was printed: then who printed it is enough.
    """
    source = corpus.sources[dated.printed.source]
    name = source_name(corpus, source.id) if dated.of_event else corpus.entities[source.publisher].name
    printer = shown(name)
    taken_back = ", retracted" if dated.retracted is not None else ""
    return f"{kind_words(dated.printed)}, {day_words(dated)}, {printer}{taken_back}"


def complete_words(printed: PrintedList) -> str:
    """Whether a list says that it is complete."""
    return COMPLETE if printed.closed else OPEN


def movement(view: ListView, name: Compared) -> str:
    """`up 2, was 5th`, `new`, `was 3rd`; empty where it stands as before, or where there is no list before."""
    if view.before is None:
        return ""
    if name.before is None:
        return "new" if view.before.printed.closed else "not named before"
    was = f"was {ordinal(name.before.place)}" if name.before.place != name.named.place else ""
    moved = f"{'up' if name.up > 0 else 'down'} {abs(name.up)}" if name.up else ""
    return ", ".join(filter(None, (moved, was)))


def relabelled(name: Compared) -> str | None:
    """As what the list before has a name, where that is something else."""
    if name.before is None or name.before.entry.label == name.named.entry.label:
        return None
    return name.before.entry.label


def summary(view: ListView) -> str:
    """`1 up, 2 down, 1 new, 1 missing`, against the list before."""
    if view.before is None:
        return "the first of its kind"
    up = sum(it.up > 0 for it in view.names)
    new = "new" if view.before.printed.closed else "not named before"
    counts = (
        (up, "up"),
        (len(view.moved) - up, "down"),
        (len(view.added), new),
        (len(view.gone), gone_words(view.printed)),
    )
    return (
        ", ".join(f"{count} {words}" for count, words in counts if count)
        or "the same names in the same order"
    )


def gone_words(printed: PrintedList) -> str:
    """What those are whom the list before has and this one has not: only of a complete one they are missing."""
    return MISSING if printed.closed else "not named here"


def place_words(place: PlaceOnList) -> str:
    """`3rd of 12, 9 May 2025, attendance`; of a list that lacks the name, `missing, 9 May 2025, attendance`."""
    dated = place.view.dated
    stands = f"{ordinal(place.name.named.place)} of {place.of}" if place.name is not None else MISSING
    taken_back = ", retracted" if dated.retracted is not None else ""
    return f"{stands}, {day_words(dated)}, {kind_words(dated.printed)}{taken_back}"
