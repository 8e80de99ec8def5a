"""Which of the ways in the files of `import` take: a table, a folder of rows, or a corpus."""

import argparse
from pathlib import Path

from tui.cli.refusal import Refusal


def import_or_grant(options: argparse.Namespace) -> int:
    """Import the files that are named, and print the grants that are asked for. Raises `Refusal`."""
    if options.print_grants is not None:
        from tui.cli.grants import grants_of

        grants = grants_of(options)
        status = _import_files(options) if options.files else 0
        return status or grants()
    if not options.files:
        raise Refusal("no file is named; write the file to import, or - for standard input")
    return _import_files(options)


def _import_files(options: argparse.Namespace) -> int:
    if options.out is not None:
        from tui.cli.import_rows import import_rows

        return import_rows(options)
    from model.exchange.tables.reading import TABLES
    from model.exchange.tables.streams.row_formats import STREAMS
    from tui.cli.exchange import format_in, import_file

    if len(options.files) > 1:
        raise Refusal("--into takes one file; several become one table with -o OUT.db")
    if options.day is not None or options.title is not None:
        raise Refusal("--day and --title are for a table of its own, with -o OUT.db")
    if options.key or options.partial or options.whole:
        raise Refusal("--key, --partial and --whole are for a table of its own, with -o OUT.db")
    (file,) = options.files
    named = options.from_ or format_in(file)
    if (table := TABLES.get(named)) is not None:
        from tui.cli.import_table import import_table

        return import_table(file, Path(options.into), table, options.map, options.encoding)
    if named in STREAMS and named != "json":
        raise Refusal(f"{named} is read into a table of its own; say -o OUT.db in place of --into")
    if options.map is not None or options.encoding is not None:
        raise Refusal(f"--map and --encoding are for tables, and {named} is none")
    return import_file(file, Path(options.into), named)
