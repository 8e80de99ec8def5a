"""The commands of a parser, for what is made from it: completions and the manual page."""

import argparse
from collections.abc import Iterator


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands, by name."""
    return dict(_subparsers(parser).choices)


def helps_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Each command with the line that says what it does."""
    return ((choice.dest, choice.help or "") for choice in _subparsers(parser)._choices_actions)


def _subparsers(parser: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    """The argument that names a command."""
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
