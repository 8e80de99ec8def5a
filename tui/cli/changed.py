"""`dprk-tui print --since`: what changed from a day to a day, as plain lines, each with the sentence that says so."""

from collections.abc import Iterator
from itertools import groupby

from model.asof.change_words import HEADINGS, about, change_words, so_many
from model.asof.changes import BY_TIME, Difference
from model.asof.saying import saying
from model.asof.visible import visible_claim
from model.dates.calendar import day_from_text
from model.dates.wording import day_medium, days_words
from model.index.archive import Archive
from tui.cli.listing import claim_line, column, ruled
from tui.cli.refusal import Refusal
from tui.text import event_date
from tui.text.phrases import Phrases, counted

_WORDS, _ABOUT, _DATE = 28, 38, 24


def since_day(archive: Archive, text: str) -> int:
    """The day that `--since` names, before the archive's own. Raises `Refusal`."""
    try:
        since = day_from_text(text)
    except ValueError as error:
        raise Refusal(f"--since: {error}") from None
    day = archive.default.day
    if since >= day:
        raise Refusal(
            f"--since: {day_medium(since)} is not before {day_medium(day)}, the day that things are shown as of; "
            "name an earlier day, or a later one with --as-of"
        )
    return since


def changes_lines(
    archive: Archive, since: int, phrases: Phrases, brief: bool = False, due: bool = False
) -> Iterator[str]:
    """The lines: from when to when, then the changes of each kind."""
    when = archive.default
    changes = [it for it in archive.changes(since, when) if not due or it.kind in BY_TIME]
    narrowed = f", filter: {phrases.plain(when.query.text)}" if when.narrowed else ""
    title = phrases.plain(archive.corpus.info.title)
    yield f"changed {days_words(since, when.day)}  {title}: {counted(len(changes), 'change')}{narrowed}"
    for kind, group in groupby(changes, key=lambda it: it.kind):
        found = list(group)
        yield ruled(f"{HEADINGS[kind].lower()}, {so_many(kind, len(found))}", phrases)
        for change in found:
            yield _line(change, phrases)
            if not brief:
                yield _sentence(change, phrases)


def _line(change: Difference, phrases: Phrases) -> str:
    """In what it changed, what it is of, its date, who says so."""
    corpus = phrases.corpus
    date = event_date.in_row(change.after, None, None) if change.after is not None else ""
    columns = [
        column(change_words(corpus, change, phrases.day, phrases.plain, phrases.signs.turned), _WORDS),
        column(phrases.plain(about(corpus, change)), _ABOUT),
        column(date, _DATE),
        phrases.short_name(saying(corpus, corpus.claims[change.claim]).speaker),
    ]
    return "  ".join(columns)


def _sentence(change: Difference, phrases: Phrases) -> str:
    claim = phrases.corpus.claims[change.claim]
    return claim_line(
        visible_claim(phrases.corpus, claim, saying(phrases.corpus, claim), phrases.day), phrases
    )
