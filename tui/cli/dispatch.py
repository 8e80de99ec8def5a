"""From parsed options to the part of the program that does what they ask."""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from model.corpus.corpus import Corpus
from model.corpus.findings import CorpusError
from model.corpus.load import load_corpus
from model.dates.calendar import day_from_text
from model.dates.civil import day_number
from model.index.archive import Archive, open_archive
from tui.cli.beginning import first_selection
from tui.cli.collector import collector_at_rest
from tui.cli.narration import BadOption, narrate
from tui.palettes import fitting_theme
from tui.terminal.first_paint import painted
from tui.text.signs import ASCII, UNICODE

FINDINGS, UNUSABLE = 1, 2
"""Exit statuses: something is wrong with the corpus; there is nothing to work on."""


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks; returns the exit status. Mistakes are told on standard error, in one line each."""
    try:
        return _COMMANDS[options.command](options)
    except CorpusError as error:
        for finding in error.findings:
            narrate(str(finding))
        return UNUSABLE if error.unusable else FINDINGS
    except BadOption as error:
        narrate(str(error))
        return UNUSABLE
    except BrokenPipeError:
        # The reader of our pipe has seen enough; say nothing, and keep Python from flushing into it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def bundled_corpus() -> Path:
    """The folder of the corpus that comes with the program."""
    import seeds

    return Path(seeds.__file__).parent


def corpus_of(options: argparse.Namespace) -> Corpus:
    """The corpus that the command line names. Raises `CorpusError`."""
    return load_corpus(Path(options.corpus) if options.corpus else bundled_corpus())


def archive_of(options: argparse.Namespace) -> Archive:
    """The archive of that corpus, as of the day that the command line names. Raises `CorpusError`, `BadOption`."""
    day = None
    if options.as_of is not None:
        try:
            day = day_from_text(options.as_of)
        except ValueError as error:
            raise BadOption(f"--as-of: {error}") from None
    return open_archive(corpus_of(options), day, _today())


def _today() -> int:
    """The day on the local calendar, as a day number."""
    now = time.localtime()
    return day_number(now.tm_year, now.tm_mon, now.tm_mday)


def _open(options: argparse.Namespace) -> int:
    archive = archive_of(options)
    selection = first_selection(archive, options.event, options.entity)
    if not _is_screen():
        from tui.cli.listing import print_timeline

        options.brief = False
        return print_timeline(archive, options)
    theme = options.theme or fitting_theme()
    signs = ASCII if options.ascii else UNICODE
    with painted(archive, signs, selection.event, theme), collector_at_rest():
        from tui.app import run_app
    return run_app(archive, signs, selection, theme, mouse=not options.no_mouse)


def _is_screen() -> bool:
    """Whether there is a terminal to draw on; a dumb one has no cursor to move."""
    return (
        sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    )


def _check(options: argparse.Namespace) -> int:
    from tui.cli.check import print_check

    return print_check(corpus_of(options))


def _print(options: argparse.Namespace) -> int:
    from tui.cli.listing import print_timeline

    return print_timeline(archive_of(options), options)


def _export(options: argparse.Namespace) -> int:
    from tui.cli.exchange import print_export

    return print_export(archive_of(options))


def _import(options: argparse.Namespace) -> int:
    from tui.cli.exchange import import_file

    return import_file(options.file, Path(options.into))


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "open": _open,
    "check": _check,
    "print": _print,
    "export": _export,
    "import": _import,
}
