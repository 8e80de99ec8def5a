"""A conflict of the list in words, the same on the screen and in `print`."""

from collections import Counter
from collections.abc import Iterable, Sequence

from model.asof.conflict import Reading
from model.asof.conflict import point_of as model_point_of
from model.asof.conflict_list import ListedConflict
from model.asof.conflict_standing import ConflictStanding
from model.corpus.records import Conflict
from model.corpus.vocabulary import CONTESTING
from tui.text.phrases import Phrases, counted

HEADINGS = {
    ConflictStanding.OPEN: "open",
    ConflictStanding.SUPERSEDED: "superseded, but for one reading",
    ConflictStanding.PREFERRED: "one reading preferred by the curator",
    ConflictStanding.SETTLED: "settled by what was said later",
    ConflictStanding.NO_QUARREL: "no quarrel: other names, or other things",
}
"""What the conflicts of one standing are called together."""


def quarrels_words(conflicts: Iterable[Conflict]) -> str:
    """`10 quarrels, 9 told apart`: how many of some conflicts are about the world, and how many keep things apart."""
    kinds = Counter(it.kind in CONTESTING for it in conflicts)
    quarrels = counted(kinds[True], "quarrel") if kinds[True] else ""
    return ", ".join(filter(None, (quarrels, f"{kinds[False]} told apart" if kinds[False] else "")))


def kind_of(listed: ListedConflict) -> str:
    """The kind, as far as it was known."""
    return listed.view.known_kind.value.replace("-", " ")


def point_of(listed: ListedConflict) -> str:
    """In what the claims differ; empty where they differ in nothing of the kind."""
    point = model_point_of(listed.conflict)
    return point.value.replace("-", " ") if point is not None else ""


def since(listed: ListedConflict, phrases: Phrases) -> str:
    """The day from which it could be known, `?` where that is estimated."""
    return phrases.known_on(listed.since) + ("?" if listed.estimated else "")


def place_of(listed: ListedConflict, phrases: Phrases) -> str:
    """In which document it is, or between which: `inside Korea Daily`, `between TASS and Korea Daily`.

    Where two of its readings stand in one document, and there are others: `inside Korea Daily, and with TASS`.
    """
    inside = [*dict.fromkeys(_publisher(it, phrases) for it in listed.inside)]
    names = [*dict.fromkeys(_publisher(it, phrases) for it in listed.sources)]
    if len(listed.sources) == 1:
        return f"inside {names[0]}"
    if len(names) == 1:
        return f"between {counted(len(listed.sources), 'document')} of {names[0]}"
    others = [it for it in names if it not in inside]
    if inside and others:
        return f"inside {', '.join(inside)}, and with {', '.join(others)}"
    between = f"between {', '.join(names[:-1])} and {names[-1]}"
    return f"inside each, and {between}" if inside else between


def verdict(listed: ListedConflict, phrases: Phrases) -> str:
    """How it stands, and by whose words; of what nothing decides, the readings."""
    standing, decided = listed.standing, listed.decided
    if decided is None:
        words = _each([phrases.plain(it.words) for it in listed.view.readings])
        return f"{standing.value}: {words}" if standing is ConflictStanding.OPEN else words
    said = f"{phrases.plain(decided.words)}, says {_speaker(decided, phrases)}"
    return (
        f"{standing.value} but for: {said}"
        if standing is ConflictStanding.SUPERSEDED
        else f"{standing.value}: {said}"
    )


def _speaker(reading: Reading, phrases: Phrases) -> str:
    return ", ".join(dict.fromkeys(phrases.short_name(it.said.speaker) for it in reading.claims))


def _publisher(source: str, phrases: Phrases) -> str:
    return phrases.short_name(phrases.corpus.sources[source].publisher)


def _each(words: Sequence[str]) -> str:
    return " / ".join(words)
