"""What may be written after `dprk-tui`. Imports argparse and nothing else, so that `--help` answers at once."""

import argparse
import sys

from tui import __version__
from tui.cli.corpus_options import add_corpus, named
from tui.cli.curating_options import DELETE, RENAME, add_curating
from tui.cli.format_option import FormatOption
from tui.cli.new_options import NEW, SCHEMA, add_new, add_table_options
from tui.cli.output_options import add_bom, add_out
from tui.cli.serve_options import SERVE, add_serving
from tui.cli.showing_options import (
    add_as_of,
    add_drafts,
    add_filter,
    add_looks,
    add_since,
    add_table,
    add_with,
)
from tui.cli.source_options import ADD_SOURCE, add_adding, with_late_file
from tui.cli.suggest_options import SUGGEST, add_suggesting

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_DESCRIPTION = "A terminal timeline in which every fact opens the sentence it came from."
_NO_COMMAND = "open"
SHELLS = ("bash", "zsh", "fish")
"""The shells for which there are completions."""

_COMMANDS = (
    _NO_COMMAND, "check", "print", "export", "import", NEW, ADD_SOURCE, SCHEMA, RENAME, DELETE, SUGGEST,
    SERVE,
)  # fmt: skip


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options in `arguments`; `command` is "open" where no command is named.

    Raises `SystemExit` after help (status 0) and mistakes (status 2), and `Refusal` where help cannot be written.
    """
    parser = command_line()
    _refuse_lost_values(parser, arguments)
    arguments = _with_their_values(parser, arguments)
    # A bare CORPUS means "open it"; argparse itself wants the name of a command first.
    implied = not _begins_with_command(arguments)
    options, unknown = parser.parse_known_args([_NO_COMMAND, *arguments] if implied else arguments)
    if implied and options.corpus in _COMMANDS:
        name = options.corpus
        parser.error(f'"{name}" is a command, which comes first: dprk-tui {name} ...; a folder is ./{name}')
    if unknown := with_late_file(options, unknown):
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def _refuse_lost_values(parser: argparse.ArgumentParser, arguments: list[str]) -> None:
    """argparse takes the value of `--filter=--` for the end of the options, and gives an empty list for it."""
    for argument in arguments:
        if argument == "--":
            return
        name, _, value = argument.partition("=")
        if name.startswith("--") and value == "--":
            parser.error(f"argument {name}: expected a value, not --")


def _with_their_values(parser: argparse.ArgumentParser, arguments: list[str]) -> list[str]:
    """The arguments, with `=` between an option and a value that begins with one minus, as a day BC or `-word` does.

    argparse takes such a value for an option.
    """
    options = _options(parser)
    valued = [name for name, action in options.items() if name.startswith("--") and action.nargs is None]
    found: list[str] = []
    for number, argument in enumerate(arguments):
        if argument == "--":
            return found + arguments[number:]
        before = found[-1] if found else ""
        wants = len(before) > 2 and any(name.startswith(before) for name in valued)
        if wants and argument.startswith("-") and not argument.startswith("--") and argument not in options:
            found[-1] = f"{before}={argument}"
        else:
            found.append(argument)
    return found


def _options(parser: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """The options of a parser and of its commands, as they are written."""
    found: dict[str, argparse.Action] = {}
    for action in parser._actions:
        found |= dict.fromkeys(action.option_strings, action)
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found |= _options(command)
    return found


class _Parser(argparse.ArgumentParser):
    """argparse, with output that is safe in a terminal and that does not get lost."""

    def error(self, message: str) -> "NoReturn":
        """Say what is wrong, which may hold any character of the command line, and exit with status 2."""
        from tui.cli.narration import narrate

        for line in (*self.format_usage().splitlines(), f"{self.prog}: error: {message}"):
            narrate(line)
        sys.exit(2)

    def _print_message(self, message: str, file: object = None) -> None:
        """Print help or the version. argparse would say nothing of it when that fails."""
        from tui.cli.streams import output

        with output():
            print(message, end="")


class _Printed(argparse.Action):
    """An option that prints something made from the parser itself, and ends the program."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Print it."""
        # Imported here: nobody waits for these, and everybody for `--help`.
        if self.dest == "print_man":
            from tui.cli.manual import manual

            text = manual(parser)
        else:
            from tui.cli.completion import completion

            # As a person types: without a command, what opens the timeline may follow at once.
            add_opening_options(parser)
            text = completion(parser, str(values))
        parser._print_message(text)
        parser.exit()


def _begins_with_command(arguments: list[str]) -> bool:
    if not arguments:
        return False
    first = arguments[0].partition("=")[0]
    return first in (*_COMMANDS, "-h", "--help", "-V", "--version", "--print-completion", "--print-man")


def command_line() -> argparse.ArgumentParser:
    """The parser of the whole command line, from which help, completions and the manual page come."""
    parser = _Parser(
        prog="dprk-tui",
        description=_DESCRIPTION,
        usage="dprk-tui [CORPUS] [--as-of DATE] ...\n"
        "       dprk-tui {check,print,export,import,new,add-source,schema,rename,delete,suggest,serve} ...",
        epilog="Without a command the timeline opens; where there is no terminal, it is printed. "
        "`dprk-tui open --help` lists what that takes.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"dprk-tui {__version__}")
    parser.add_argument(
        "--print-completion",
        choices=SHELLS,
        action=_Printed,
        help="print what makes the shell complete this command, to be kept where it looks for such",
    )
    parser.add_argument("--print-man", nargs=0, action=_Printed, help="print the manual page, for man -l -")
    # Without a prog of its own the usage would stand in every message of theirs.
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", prog=parser.prog)
    _add_opening(commands)
    _add_checking(commands)
    _add_printing(commands)
    _add_exchange(commands)
    add_new(commands, named, add_corpus)
    add_adding(commands)
    add_curating(commands, add_corpus)
    add_suggesting(commands, add_corpus)
    add_serving(commands)
    return parser


def _add_opening(commands: "argparse._SubParsersAction[_Parser]") -> None:
    opening = commands.add_parser(
        _NO_COMMAND, help="open the timeline (the default)", description=_DESCRIPTION
    )
    add_corpus(opening)
    add_opening_options(opening)


def add_opening_options(opening: argparse.ArgumentParser) -> None:
    """What may be asked of the timeline when it opens."""
    add_as_of(opening)
    add_filter(opening)
    add_with(opening, named)
    opening.add_argument("--event", metavar="ID", help="begin at this event")
    opening.add_argument("--entity", metavar="ID", help="begin with the card of this entity")
    add_looks(opening)
    opening.add_argument(
        "--read-only",
        action="store_true",
        help="for a forced SSH command or a kiosk: nothing is written, started or fetched, no path is taken",
    )


def _add_checking(commands: "argparse._SubParsersAction[_Parser]") -> None:
    checking = commands.add_parser("check", help="verify a corpus: exit 0 clean, 1 errors, 2 unusable")
    add_corpus(checking)
    checking.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="how findings are printed (default: text, one a line, as editors read them)",
    )
    checking.add_argument("--strict", action="store_true", help="exit 1 for warnings too")
    checking.add_argument(
        "--coverage",
        action="store_true",
        help="list sentences, date words and reporting verbs that no record uses, and what each date would be",
    )
    checking.add_argument(
        "--explain", metavar="CODE", help="cause, example and remedy of a kind of finding, as in Q001"
    )


_INSTEAD = {
    "conflicts": "where sources differ, a line each",
    "lists": "the lists that documents print, each against the one before of its kind",
    "questions": "the questions: due, open and resolved",
    "support": "what rests on whom",
}
"""What `print` prints when it is asked for by name."""


def _add_printing(commands: "argparse._SubParsersAction[_Parser]") -> None:
    printing = commands.add_parser("print", help="the timeline as plain lines, for pipes and screen readers")
    add_corpus(printing)
    add_as_of(printing)
    add_filter(printing)
    add_with(printing, named)
    add_drafts(printing)
    instead = printing.add_mutually_exclusive_group()
    add_since(instead, "what changed from this day to that of --as-of, and nothing else")
    for name, what in _INSTEAD.items():
        instead.add_argument(f"--{name}", action="store_true", help=f"{what}, in place of the timeline")
    printing.add_argument(
        "--due", action="store_true", help="only events whose day has passed, outcome unsaid"
    )
    printing.add_argument("--brief", action="store_true", help="the events alone, without their claims")
    printing.add_argument("--ascii", action="store_true", help="ASCII characters only")


def _add_exchange(commands: "argparse._SubParsersAction[_Parser]") -> None:
    exporting = commands.add_parser("export", help="the corpus, or a table of coded rows, in another format")
    add_corpus(exporting)
    add_as_of(exporting)
    add_since(exporting, "also what changed from this day to that of --as-of")
    add_filter(exporting)
    # Not offered: who types it is told how rows are exported.
    add_with(exporting, named, argparse.SUPPRESS)
    add_drafts(exporting, "; json always has them")
    exporting.add_argument("--to", action=FormatOption, outwards=True, required=True)
    add_table(exporting)
    add_bom(exporting)
    add_out(exporting)

    importing = commands.add_parser(
        "import", help="a corpus from an exported file, drafts from a table, or a table from files of rows"
    )
    importing.add_argument(
        "files", metavar="FILE", type=named, nargs="*", help="the file to import; - reads standard input"
    )
    importing.add_argument("--from", dest="from_", action=FormatOption, outwards=False)
    add_table_options(importing, named)
