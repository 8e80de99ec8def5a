"""`dprk-tui print`: the timeline as plain lines, or what is asked for in its place."""

import argparse
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from model.index.archive import Archive
from model.index.features import Feature
from tui.cli.listing import events_of, listing_heading, listing_lines
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal
from tui.cli.streams import output
from tui.text.missing import missing_sentence
from tui.text.phrases import Phrases
from tui.text.signs import ASCII, UNICODE

if TYPE_CHECKING:
    # Imported where there is a table.
    from model.index.table.of_rows import CodedRows


def print_asked_for(archive: Archive, options: argparse.Namespace) -> int:
    """Print what the options of `print` ask for. Raises `Refusal` where they name a day from which nothing changed."""
    if Feature.CLAIMS not in archive.features:
        # What changed, the downloads of a table say too.
        of_claims = (name for name in (*_IN_ITS_PLACE, *_OF_CLAIMS) if name != "since")
        if lacking := next((name for name in of_claims if getattr(options, name)), None):
            raise Refusal(f"--{lacking}: {Feature.CLAIMS.lacking}")
    return print_lines(archive, options.ascii, lambda phrases: asked_for(archive, phrases, options))


def asked_for(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    """The lines that the options of `print` ask for. Raises `Refusal`, before there is any."""
    wanted = next((name for name in (*_IN_ITS_PLACE, *_OF_CLAIMS) if getattr(options, name)), "")
    if wanted not in ("", "since"):
        archive = events_of(archive)
    return _IN_ITS_PLACE.get(wanted, _timeline)(archive, phrases, options)


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
    if archive.table is not None and (missing := missing_sentence(archive.table.tables)):
        narrate(missing)
        return 1
    return 0


def _timeline(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    return _rows(archive, phrases, options.brief, options.due, options.drafts)


def _rows(
    archive: Archive, phrases: Phrases, brief: bool = False, due: bool = False, drafts: bool = False
) -> Iterator[str]:
    if (alone := archive.table_alone) is not None:
        from tui.cli.table import table_lines

        yield from table_lines(archive, alone, phrases, brief)
        return
    yield from listing_lines(archive, phrases, brief, due, drafts)


def _of_tables_under(
    archive: Archive, lines: "Callable[[Archive, CodedRows], Iterator[str]]"
) -> Iterator[str]:
    """The lines of each table that lies under the corpus, after an empty one."""
    if Feature.LAYER not in archive.features:
        return
    from model.index.layered.apart import tables_apart

    for table, alone in tables_apart(archive):
        yield ""
        yield from lines(alone, table.index)


# Each is imported where it is asked for: the timeline needs none of them.


def _changes(archive: Archive, phrases: Phrases, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.changed import since_day

    since = since_day(archive, options.since)
    if options.drafts and Feature.ROWS not in archive.features:
        narrate("What is only begun has no part in what changed.")
    return _changed(archive, phrases, since, options)


def _changed(archive: Archive, phrases: Phrases, since: int, options: argparse.Namespace) -> Iterator[str]:
    from tui.cli.changed import changes_lines
    from tui.cli.revisions import revised_lines

    if (alone := archive.table_alone) is not None:
        yield from revised_lines(archive, alone, since, phrases, options.brief)
        return
    yield from changes_lines(events_of(archive), since, phrases, options.brief, options.due)
    if not options.due:
        yield from _of_tables_under(
            archive, lambda of, table: revised_lines(of, table, since, phrases, options.brief)
        )


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
