"""What the command line says to people: always on standard error, so that standard output stays data."""

import sys

from tui.text.shown import shown


class BadOption(Exception):
    """An option's value that cannot be used; the message is one sentence."""


def narrate(text: str) -> None:
    """One line on standard error, made safe."""
    print(shown(text), file=sys.stderr)
