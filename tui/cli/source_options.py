"""What may be written after `dprk-tui add-source`. Imports argparse and nothing else, as `parser` does."""

import argparse

from tui.cli.curating_options import add_read_only

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ADD_SOURCE = "add-source"
"""The name of the command."""


def add_adding(commands: "argparse._SubParsersAction[Any]") -> None:
    """The command that makes a source of a file: the folder, the file, and what a person says of it."""
    adding = commands.add_parser(
        ADD_SOURCE, help="make a source of a file: text, page, PDF, e-mail, subtitles, archive"
    )
    adding.add_argument(
        "corpus",
        metavar="DIR",
        nargs="?",
        type=_given,
        help="the corpus folder (default: the one you are in or below)",
    )
    adding.add_argument("file", metavar="FILE", type=_given, help="the file; - reads standard input")
    adding.add_argument(
        "--url", metavar="URL", type=_given, help="where it was obtained; in a web archive, which page"
    )
    adding.add_argument("--title", metavar="TEXT", type=_given, help="its title, as printed in it")
    adding.add_argument("--publisher", metavar="ENTITY", type=_given, help="an entity: its id, name or alias")
    adding.add_argument(
        "--date", metavar="DATE", type=_given, help="when it was published, in EDTF, as in 2025-05-06"
    )
    adding.add_argument("--lang", metavar="TAG", type=_given, help="its language (BCP 47), as in en or ko")
    adding.add_argument(
        "--medium", metavar="WORD", type=_given, help="what it is, as in web-page, print or broadcast"
    )
    adding.add_argument(
        "--new-version",
        metavar="ID",
        type=_given,
        help="it is a later version of this source: both are kept, and what became of each quote is printed",
    )
    adding.add_argument(
        "--nfc", action="store_true", help="compose its letters (Unicode NFC); else they are kept"
    )
    add_read_only(adding)


def with_late_file(options: argparse.Namespace, unknown: list[str]) -> list[str]:
    """What is still unknown, after a file that argparse left: between a folder and it there may be options."""
    late = [word for word in unknown if word == "-" or not word.startswith("-")]
    if options.command != ADD_SOURCE or options.corpus is not None or len(late) != 1:
        return unknown
    options.corpus, options.file = options.file, late[0]
    return [word for word in unknown if word != late[0]]


def _given(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; write something, or leave it out")
    return text
