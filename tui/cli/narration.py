"""What the command line says to people: always on standard error, so that standard output stays data."""

import sys

from tui.cli.streams import abandon
from tui.text.addresses import without_passwords
from tui.text.shown import shown


def narrate(text: str) -> None:
    """One line on standard error, safe and without passwords. Where that is closed or full there is nobody to tell."""
    # Checked because `print` takes None for standard output.
    if sys.stderr is None:
        return
    try:
        print(shown(without_passwords(text)), file=sys.stderr, flush=True)
    except OSError:
        abandon(sys.stderr)
