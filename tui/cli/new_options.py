"""What may be written after `new` and `schema`, and after `import` of tables. Imports argparse and nothing else."""

import argparse

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

NEW, SCHEMA = "new", "schema"


def add_new(
    commands: "argparse._SubParsersAction[Any]",
    name: "Callable[[str], str]",
    add_corpus: "Callable[[argparse.ArgumentParser], None]",
) -> None:
    """Add the commands to those of the program; `name` reads the name of a folder, `add_corpus` asks for a corpus."""
    new = commands.add_parser(NEW, help="begin a corpus of your own, which passes check: asks nothing")
    new.add_argument("folder", metavar="DIR", type=name, help="the folder to make; it must not hold anything")
    schema = commands.add_parser(
        "schema", help="bring up to date what editors complete and check a corpus by"
    )
    add_corpus(schema)


def add_table_options(importing: argparse.ArgumentParser, name: "Callable[[str], str]") -> None:
    """Add where what is imported goes, and what may be said of a table."""
    where = importing.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--into",
        metavar="DIR",
        type=name,
        help="the folder to make, which must not hold anything; for a table, a corpus will do too",
    )
    where.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        type=name,
        help="the table to make of the rows of files, of any size: one file, or postgresql://HOST/DATABASE?table=NAME; "
        "dprk-tui opens either",
    )
    importing.add_argument(
        "--shards",
        metavar="SERVERS",
        action="append",
        help="with -o of a server: databases among which the rows are shared out, each of a stretch of time, as "
        "postgresql://HOST/DATABASE, with commas between them; who reads needs none of these, only that of -o",
    )
    _add_reading(importing, name)
    _add_downloads(importing, name)


def _add_reading(importing: argparse.ArgumentParser, name: "Callable[[str], str]") -> None:
    importing.add_argument(
        "--map",
        metavar="FILE",
        type=name,
        help="what the columns of a table mean; where there is no such file, what is guessed is written to it",
    )
    importing.add_argument("--encoding", metavar="NAME", help="how a table of text is encoded, as cp949")
    importing.add_argument(
        "--day",
        metavar="DATE",
        help="with -o: the day on which the files were had, where their rows do not say; else that of the files",
    )
    importing.add_argument("--title", metavar="TEXT", help="with -o: what the table is called")


def _add_downloads(importing: argparse.ArgumentParser, name: "Callable[[str], str]") -> None:
    importing.add_argument(
        "--print-grants",
        metavar="ROLE",
        type=name,
        help="with -o of a server: print the SQL that lets a role read the table, now and after later imports",
    )
    _add_download_options(importing)


def _add_download_options(importing: argparse.ArgumentParser) -> None:
    importing.add_argument(
        "--key",
        metavar="COLUMN",
        action="append",
        help="with -o: by which a row is the same in another download, one column or several (A,B); "
        "a table that is there takes a newer download then, and keeps both",
    )
    missing = importing.add_mutually_exclusive_group()
    missing.add_argument(
        "--partial", action="store_true", help="with --key: a part of the table; what is not in it stays"
    )
    missing.add_argument(
        "--whole", action="store_true", help="with --key: all of the table; what is not in it is gone"
    )
