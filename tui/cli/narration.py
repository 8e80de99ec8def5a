"""What the command line says to people: always on standard error, so that standard output stays data."""

import sys

from tui.cli.streams import abandon
from tui.text.shown import shown


def narrate(text: str) -> None:
    """One line on standard error, made safe. Where that is closed or full there is nobody to tell."""
    # Checked because `print` takes None for standard output.
    if sys.stderr is None:
        return
    try:
        print(shown(text), file=sys.stderr, flush=True)
    except OSError:
        abandon(sys.stderr)
