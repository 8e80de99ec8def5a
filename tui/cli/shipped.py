"""What goes with an installed command, made from its parser and its list of commands: completions, a manual page."""

import argparse
from collections.abc import Iterator

from tui.cli.parser import add_opening_options, command_line


def printed(what: str, shell: str) -> str:
    """The text that `--print-completion SHELL` or `--print-man` prints."""
    if what == "print_man":
        from tui.cli.manual import manual

        return manual(command_line())
    parser = completed()
    if shell == "fish":
        from tui.cli.fish import fish

        return fish(parser)
    import shtab

    for one in (parser, *commands_of(parser).values()):
        for action in one._actions:
            if action.metavar in ("CORPUS", "DIR", "FILE"):
                kind = shtab.FILE if action.metavar == "FILE" else shtab.DIRECTORY
                action.complete = kind  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell=shell))


def completed() -> argparse.ArgumentParser:
    """The parser as a person types: without a command, what opens the timeline may follow at once."""
    parser = command_line()
    add_opening_options(parser)
    return parser


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands, by name."""
    return dict(subparsers_of(parser).choices)


def subparsers_of(parser: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    """The argument that names a command."""
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def helps_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Each command with the line that says what it does."""
    return ((choice.dest, choice.help or "") for choice in subparsers_of(parser)._choices_actions)
