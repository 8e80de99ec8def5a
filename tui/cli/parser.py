"""What may be written after `dprk-tui`. Imports argparse and nothing else, so that `--help` answers at once."""

import argparse

from tui import __version__

_DESCRIPTION = "A terminal timeline in which every fact opens the sentence it came from."
_NO_COMMAND = "open"


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options in `arguments`; `command` is "open" where no command is named. Exits on mistakes (status 2)."""
    parser = _parser()
    # A bare CORPUS means "open it"; argparse itself wants the name of a command first.
    commands = {"check", "print", "export", "import"}
    if not any(argument in commands for argument in arguments[:1]) and not _asks_for_help(arguments):
        arguments = [_NO_COMMAND, *arguments]
    return parser.parse_args(arguments)


def _asks_for_help(arguments: list[str]) -> bool:
    return arguments[:1] in (["-h"], ["--help"], ["-V"], ["--version"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dprk-tui",
        description=_DESCRIPTION,
        usage="dprk-tui [CORPUS] [--as-of DATE] ...\n       dprk-tui {check,print,export,import} ...",
        epilog="Without a command the timeline opens; where there is no terminal, it is printed. "
        "`dprk-tui open --help` lists what that takes.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"dprk-tui {__version__}")
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")

    opening = commands.add_parser(
        _NO_COMMAND, help="open the timeline (the default)", description=_DESCRIPTION
    )
    _add_corpus(opening)
    _add_as_of(opening)
    opening.add_argument("--event", metavar="ID", help="begin at this event")
    opening.add_argument("--entity", metavar="ID", help="begin with the card of this entity")
    opening.add_argument(
        "--theme", choices=["dark", "light", "terminal", "plain"], help="colours (default: what fits)"
    )
    opening.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    opening.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")

    checking = commands.add_parser("check", help="verify a corpus: exit 0 clean, 1 findings, 2 unusable")
    _add_corpus(checking)

    printing = commands.add_parser("print", help="the timeline as plain lines, for pipes and screen readers")
    _add_corpus(printing)
    _add_as_of(printing)
    printing.add_argument("--brief", action="store_true", help="the events alone, without their claims")
    printing.add_argument("--ascii", action="store_true", help="ASCII characters only")

    exporting = commands.add_parser("export", help="the corpus in another format, on standard output")
    _add_corpus(exporting)
    _add_as_of(exporting)
    exporting.add_argument("--to", choices=["json"], required=True, help="the format; json is lossless")

    importing = commands.add_parser("import", help="a corpus folder from an exported file")
    importing.add_argument("file", metavar="FILE", help="the file to import; - reads standard input")
    importing.add_argument("--from", dest="from_", choices=["json"], required=True, help="the format of FILE")
    importing.add_argument(
        "--into", metavar="DIR", required=True, help="the folder to make; it must not hold anything"
    )
    return parser


def _add_corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "corpus", metavar="CORPUS", nargs="?", help="a corpus folder (default: the one that comes along)"
    )


def _add_as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", metavar="DATE", help="show what could be known on this day, as in 2025-04-30"
    )
