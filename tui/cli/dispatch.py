"""From parsed options to the part of the program that does what they ask."""

import argparse
import codecs
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from model.compiled.opening import open_folder
from model.compiled.shelf import Shelf
from model.corpus.files import MAX_BYTES
from model.corpus.findings import CorpusError
from model.dates.calendar import day_from_text
from model.dates.civil import day_number
from model.index.archive import Archive
from model.index.faults import StoreFault
from model.index.postgres.address import is_address
from model.index.table.opening import is_table
from tui.cli.beginning import opening_scene
from tui.cli.collector import collector_at_rest
from tui.cli.ending import UNUSABLE
from tui.cli.interrupt import leave_on_signals
from tui.cli.narration import narrate
from tui.cli.reader import forget_settings
from tui.cli.refusal import Refusal
from tui.cli.which import chosen_folder, own_folder
from tui.settings.config import ConfigError, cache_folder, config_folder, is_there
from tui.start.first_paint import picture_of
from tui.terminal.capabilities import fitting_palette, shows_signs
from tui.terminal.taken import silent_keyboard, taken, way_back
from tui.text.left_out import left_out_words
from tui.text.signs import ASCII, UNICODE

if TYPE_CHECKING:
    from tui.commands.command import Command


def run(options: argparse.Namespace) -> int:
    """Do what the command line asks; returns the exit status, also where a corpus cannot be opened.

    Raises `Refusal` for what cannot be done, and `OSError` where a file refuses.
    """
    return faults_told(lambda: _COMMANDS[options.command](options))


def faults_told(work: Callable[[], int]) -> int:
    """The exit status of some work; why a corpus cannot be opened is told on standard error."""
    try:
        return work()
    except CorpusError as error:
        for line in error.lines:
            narrate(line)
        return UNUSABLE if error.unusable else 1
    except StoreFault as fault:
        narrate(str(fault))
        return UNUSABLE


def archive_shown(options: argparse.Namespace) -> Archive:
    """The archive that is to be shown or printed: of a corpus, or of a table of coded rows. Raises as they do."""
    name = options.corpus
    if name is None or not (is_address(name) or is_table(Path(name))):
        if name is not None and not Path(name).is_dir():
            from tui.cli.rows_file import refuse_rows

            refuse_rows(Path(name))
        return archive_of(options)
    if getattr(options, "tables", None):
        from tui.cli.layer import refuse_under_table

        refuse_under_table()
    from tui.cli.table import table_archive

    return _narrowed(table_archive(name, _day(options), _today()), options)


def archive_of(options: argparse.Namespace) -> Archive:
    """The archive of the corpus that is meant, as of the day that is named. Raises `CorpusError`, `Refusal`."""
    day = _day(options)
    folder = chosen_folder(options.corpus)
    most = options.max_bytes or MAX_BYTES
    archive = open_folder(folder, day, _today(), most, _shelf(getattr(options, "read_only", False)))
    if left_out := left_out_words(archive.corpus):
        narrate(f"{left_out}; run dprk-tui check")
    if tables := getattr(options, "tables", None):
        from tui.cli.layer import with_tables

        archive = with_tables(archive, tables)
    return _narrowed(archive, options)


def _day(options: argparse.Namespace) -> int | None:
    """The day as of which things are to be shown, None where none is named. Raises `Refusal`."""
    if options.as_of is None:
        return None
    try:
        return day_from_text(options.as_of)
    except ValueError as error:
        raise Refusal(f"--as-of: {error}") from None


def _narrowed(archive: Archive, options: argparse.Namespace) -> Archive:
    """The archive, to begin with only what meets the filter, where one is named. Raises `Refusal`."""
    if options.filter is None:
        return archive
    from tui.cli.narrowing import narrowed

    return narrowed(archive, options.filter)


def _shelf(read_only: bool) -> Shelf | None:
    """Where large corpora are kept as they were read; None for who has no home. Who may only read keeps none."""
    try:
        return Shelf(cache_folder() / "corpora", writes=not read_only)
    except ConfigError:
        return None


def _today() -> int:
    """The day on the local calendar, as a day number."""
    now = time.localtime()
    return day_number(now.tm_year, now.tm_mon, now.tm_mday)


def _open(options: argparse.Namespace) -> int:
    archive = archive_shown(options)
    scene = opening_scene(archive, options.event, options.entity)
    if not _is_screen():
        from tui.cli.printing import print_timeline

        return print_timeline(archive, options.ascii)
    forget_settings()
    own = None if options.read_only else own_commands()
    theme = options.theme or fitting_palette()
    signs = UNICODE if not options.ascii and _speaks_utf8() and shows_signs() else ASCII
    give_back = way_back()
    leave_on_signals(give_back)
    with silent_keyboard() as end_silence, taken(picture_of(archive, signs, scene, theme), give_back):
        with collector_at_rest():
            from tui.app import run_app
            from tui.commands.command_list import CommandList
            from tui.commands.every import COMMANDS
        commands = CommandList(own or COMMANDS, options.read_only, archive.features)
        # Textual finds the terminal as it was, and gives it back so.
        end_silence()
        return run_app(archive, signs, scene, theme, not options.no_mouse, commands)


def own_commands() -> "tuple[Command, ...] | None":
    """The commands under the person's own keys; None where there are none."""
    try:
        file = config_folder() / "config.toml"
    except ConfigError:
        # Who has no home folder has no settings in it.
        return None
    try:
        if not is_there(file):
            return None
        # Imported here: few people have one.
        from tui.commands.keymap import own_commands

        return own_commands(file)
    except ConfigError as error:
        raise Refusal(str(error)) from None


def _is_screen() -> bool:
    """Whether there is a terminal to draw on; a dumb one has no cursor to move."""
    # Textual reads from standard input and writes to standard error; the first picture goes to standard output.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get(
        "TERM", "dumb"
    ) not in ("dumb", "unknown")


def _speaks_utf8() -> bool:
    """Whether the terminal's locale can hold our signs."""
    return all(codecs.lookup(stream.encoding).name == "utf-8" for stream in (sys.stdout, sys.stderr))


def _check(options: argparse.Namespace) -> int:
    if options.explain is not None:
        from tui.cli.explain import print_explanation

        return print_explanation(options.explain)
    folder, most = chosen_folder(options.corpus), options.max_bytes or MAX_BYTES
    if options.coverage:
        from tui.cli.coverage import print_coverage

        return print_coverage(folder, most, options.format)
    from tui.cli.check import check_folder

    return check_folder(folder, most, options.format, options.strict)


def _print(options: argparse.Namespace) -> int:
    from tui.cli.printing import print_asked_for

    return print_asked_for(archive_shown(options), options)


def _export(options: argparse.Namespace) -> int:
    from tui.cli.exchange import print_export

    if options.tables:
        from tui.cli.export_rows import refuse_both

        refuse_both(options)
    archive, since = archive_shown(options), None
    if (table := archive.table_alone) is not None:
        from tui.cli.export_rows import export_rows

        return export_rows(archive, table, options)
    if options.since is not None:
        from tui.cli.changed import since_day

        since = since_day(archive, options.since)
    return print_export(archive, options.to, options.drafts, since, options.what, options.bom, options.out)


def _import(options: argparse.Namespace) -> int:
    from tui.cli.importing import import_or_grant

    return import_or_grant(options)


def _new(options: argparse.Namespace) -> int:
    from tui.cli.new_corpus import new_corpus

    return new_corpus(Path(options.folder))


def _schema(options: argparse.Namespace) -> int:
    from tui.cli.new_corpus import write_schemas

    return write_schemas(own_folder(options.corpus), options.max_bytes or MAX_BYTES)


def _add_source(options: argparse.Namespace) -> int:
    from tui.cli.add_source import add_source

    return add_source(options, _folder_to_change(options))


def _rename(options: argparse.Namespace) -> int:
    from tui.cli.curating import rename

    folder, most = _folder_to_change(options), options.max_bytes or MAX_BYTES
    return rename(folder, most, options.record, options.new)


def _delete(options: argparse.Namespace) -> int:
    from tui.cli.curating import delete

    folder, most = _folder_to_change(options), options.max_bytes or MAX_BYTES
    return delete(folder, most, options.record, options.yes)


def _suggest(options: argparse.Namespace) -> int:
    from tui.cli.suggest import print_suggestions

    return print_suggestions(archive_of(options), options.format, options.ascii)


def _serve(options: argparse.Namespace) -> int:
    from tui.cli.serving import serve_corpora

    def title_of(name: str | None) -> str:
        return archive_shown(argparse.Namespace(**vars(options) | {"corpus": name})).corpus.info.title

    return serve_corpora(options, title_of)


def _folder_to_change(options: argparse.Namespace) -> Path:
    if options.read_only:
        raise Refusal(f"{options.command} writes, and --read-only lets nothing be written")
    return own_folder(options.corpus)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "open": _open,
    "check": _check,
    "print": _print,
    "export": _export,
    "import": _import,
    "new": _new,
    "schema": _schema,
    "add-source": _add_source,
    "rename": _rename,
    "delete": _delete,
    "suggest": _suggest,
    "serve": _serve,
}
