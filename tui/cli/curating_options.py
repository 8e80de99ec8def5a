"""What may be written after the commands that change a corpus."""

import argparse

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

RENAME, DELETE = "rename", "delete"


def add_curating(
    commands: "argparse._SubParsersAction[Any]", add_corpus: "Callable[[argparse.ArgumentParser], None]"
) -> None:
    """The commands that change one record wherever it is named."""
    renaming = commands.add_parser(RENAME, help="give a record another id, everywhere it is named")
    add_corpus(renaming)
    _add_record(renaming)
    renaming.add_argument("new", metavar="NEW", help="its new id")
    add_read_only(renaming)

    deleting = commands.add_parser(
        DELETE, help="take a record out, with all that cannot be without it: that is listed first"
    )
    add_corpus(deleting)
    _add_record(deleting)
    deleting.add_argument("-y", "--yes", action="store_true", help="do not ask")
    add_read_only(deleting)


def _add_record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "record",
        metavar="KIND:ID",
        type=_record,
        help="the record, as in event:parade; kinds are entity, event, conflict, statement, claim and source",
    )


def add_read_only(parser: argparse.ArgumentParser) -> None:
    """What refuses to write, for a command that is forced on others."""
    parser.add_argument("--read-only", action="store_true", help="refuse, since this writes")


def _record(text: str) -> tuple[str, str]:
    """A kind and an id."""
    kind, colon, name = text.partition(":")
    if not (kind and colon and name):
        raise argparse.ArgumentTypeError(f'"{text}" is no KIND:ID; write it as in event:parade')
    return kind, name
