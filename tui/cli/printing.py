"""`dprk-tui print`: the timeline as plain lines, or what is asked for in its place."""

import argparse
from collections.abc import Callable, Iterator

from model.index.archive import Archive
from model.index.features import Feature
from tui.cli.listing import listing_heading, listing_lines
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import output
from tui.text.missing import missing_sentence
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE


def print_asked_for(archive: Archive, options: argparse.Namespace) -> int:
    """Print what the options of `print` ask for. Raises `Refusal` where they name a day from which nothing changed."""
    wanted = next((name for name in (*_IN_ITS_PLACE, *_OF_CLAIMS) if getattr(options, name)), None)
    if Feature.CLAIMS not in archive.features:
        # What changed, the downloads of a table say too.
        of_claims = (name for name in (*_IN_ITS_PLACE, *_OF_CLAIMS) if name != "since")
        if lacking := next((name for name in of_claims if getattr(options, name)), None):
            raise Refusal(f"--{lacking}: {Feature.CLAIMS.lacking}")
    asked = _IN_ITS_PLACE.get(wanted or "", _timeline)
    return print_lines(archive, options.ascii, lambda phrases: asked(archive, phrases, options))


def print_timeline(archive: Archive, ascii_only: bool) -> int:
    """Print the timeline, as where no screen can be drawn."""
    return print_lines(archive, ascii_only, lambda phrases: _rows(archive, phrases))


def print_lines(archive: Archive, ascii_only: bool, lines: Callable[[Phrases], Iterator[str]]) -> int:
    """Print the lines that phrases of the archive's own day make."""
    day = archive.default.day
    phrases = Phrases(archive.known(day), ASCII if ascii_only else UNICODE, day, longest=None)
    # What cannot be asked for is said before anything is printed.
    printed = lines(phrases)
    with output():
        for line in printed:
            print(line)
    if archive.table is not None and (missing := missing_sentence(archive.table.store)):
        narrate(missing)
        return 1
    return 0


def _timeline(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    return _rows(archive, phrases, options.brief, options.due, options.drafts)


def _rows(
    archive: Archive, phrases: Phrases, brief: bool = False, due: bool = False, drafts: bool = False
) -> Iterator[str]:
    if archive.table is not None:
        from tui.cli.table import table_lines

        return table_lines(archive, archive.table, phrases, brief)
    return listing_lines(archive, phrases, brief, due, drafts)


# Each is imported where it is asked for: the timeline needs none of them.


def _changes(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.changed import changes_lines, since_day

    since = since_day(archive, options.since)
    if archive.table is not None:
        from tui.cli.revisions import revised_lines

        return revised_lines(archive, archive.table, since, phrases, options.brief)
    if options.drafts:
        narrate("What is only begun has no part in what changed.")
    return changes_lines(archive, since, phrases, options.brief, options.due)


def _conflicts(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.conflicts import conflict_lines

    return conflict_lines(archive, phrases)


def _support(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.supports import support_lines

    yield listing_heading(archive, phrases)
    yield from support_lines(archive, phrases, options.brief)


def _questions(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.questions import question_lines

    return question_lines(archive, phrases, options.brief)


def _lists(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.lists import list_lines

    return list_lines(archive, phrases, options.brief)


_IN_ITS_PLACE: dict[str, Callable[[Archive, Phrases, argparse.Namespace], Iterator[str]]] = {
    "since": _changes,
    "conflicts": _conflicts,
    "support": _support,
    "questions": _questions,
    "lists": _lists,
}
"""What is printed in place of the timeline, by the option that asks for it."""

_OF_CLAIMS = ("due", "drafts")
"""What else only claims have."""
