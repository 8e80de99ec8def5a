"""What changed, in a few words: the same on the screen, in `print`, in briefs and tables."""

from collections.abc import Callable

from model.asof.changes import CAME_OUT, ChangeKind, Difference
from model.asof.conflict import conflict_view, reading_of
from model.asof.saying import saying
from model.asof.standing import EventStanding
from model.asof.visible import visible_claim
from model.corpus.corpus import Corpus
from model.dates.wording import medium_form

ARROW = "->"
"""What stands between what was and what is, where no other sign is sure to be there."""

HEADINGS = {
    ChangeKind.TURNED: "Turned",
    ChangeKind.NEW: "New",
    ChangeKind.MOVED: "Dates moved",
    ChangeKind.SUPERSEDED: "Superseded",
    ChangeKind.CONTESTED: "Newly contested",
    ChangeKind.BESIDE: "Newly told apart, contesting nothing",
    ChangeKind.SETTLED: "Settled by what was said later",
    ChangeKind.PREFERRED: "One reading preferred by the curator",
    ChangeKind.LEFT: "Superseded, but for one reading",
    ChangeKind.DUE: "Newly due",
    ChangeKind.UNSAID: "Day passed, outcome unknown",
    ChangeKind.UNANSWERED: "Newly unanswered: it has a first day and no last one",
    ChangeKind.MORE: "More said, nothing else changed",
    ChangeKind.ABOUT: "Names and offices",
    ChangeKind.SILENT: "Still silent: nobody has said what came of it",
}
"""What the lines of each kind stand under."""


OF_CONFLICTS = frozenset({ChangeKind.CONTESTED, ChangeKind.BESIDE, *CAME_OUT.values()})
"""The kinds whose lines are conflicts, of which one may be about several events."""


def so_many(kind: ChangeKind, number: int) -> str:
    """How many changes of a kind, with what is counted where that is no event: `2 conflicts`, `3`."""
    if kind not in OF_CONFLICTS:
        return str(number)
    return f"{number} conflict{'' if number == 1 else 's'}"


def about(corpus: Corpus, change: Difference) -> str:
    """What a change is of, in the curator's words: an event's title, a conflict's topic, somebody's name."""
    if change.conflict is not None:
        return corpus.conflicts[change.conflict].topic
    if change.events:
        return corpus.events[change.events[0]].title
    return corpus.entities[corpus.claims[change.claim].entity or ""].name


def change_words(
    corpus: Corpus, change: Difference, day: int, safe: Callable[[str], str], arrow: str = ARROW
) -> str:
    """`not expected -> denied`: in what it changed, of a corpus as known on `day`, the later one.

    `safe` makes the words of sources and curators fit to be shown.
    """
    match change.kind:
        case ChangeKind.SUPERSEDED:
            claim = corpus.claims[change.claim]
            word = visible_claim(corpus, claim, saying(corpus, claim), day).word
            return (
                f"{word}, {'superseded' if change.by else 'retracted'} by {safe(fallen_by(corpus, change))}"
            )
        case ChangeKind.CONTESTED | ChangeKind.BESIDE:
            return conflict_view(corpus, corpus.conflicts[change.conflict or ""], day).kind
        case ChangeKind.SETTLED | ChangeKind.PREFERRED | ChangeKind.LEFT:
            conflict = corpus.conflicts[change.conflict or ""]
            return safe(reading_of(corpus, conflict, corpus.claims[change.claim]))
        case ChangeKind.ABOUT:
            return safe(called(corpus, change))
        case _:
            assert change.after is not None, "all others are of an event"
            return _of_event(change.kind, change.before, change.after, arrow)


def fallen_by(corpus: Corpus, change: Difference) -> str:
    """Who took the place of a claim, or took it back, by name."""
    if change.by is None:
        return corpus.entities[corpus.sources[change.retracted_by or ""].publisher].name
    return corpus.entities[saying(corpus, corpus.claims[change.by]).speaker].name


def called(corpus: Corpus, change: Difference) -> str:
    """What somebody is called by a claim: the label as printed, else the office."""
    claim = corpus.claims[change.claim]
    if claim.label or claim.office is None:
        return claim.label or ""
    return corpus.entities[claim.office].name


def _of_event(kind: ChangeKind, before: EventStanding | None, after: EventStanding, arrow: str) -> str:
    if kind is ChangeKind.TURNED and before is not None:
        return f"{before.shown} {arrow} {after.shown}"
    if kind is ChangeKind.MOVED and before is not None:
        return f"{medium_form(before.date)} {arrow} {medium_form(after.date)}"
    if after.passed is None or kind in (ChangeKind.NEW, ChangeKind.MORE):
        return after.shown.value
    # That it is due or unanswered, the heading says.
    is_said = kind in (ChangeKind.DUE, ChangeKind.UNANSWERED)
    return f"last {after.word}" if is_said else f"{after.passed}, last {after.word}"
