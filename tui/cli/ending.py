"""How a run ends: with an exit status, and with one sentence where something was in the way, never with a traceback."""

import sys
from collections.abc import Callable

from tui.cli.interrupt import INTERRUPTED
from tui.cli.refusal import Refusal
from tui.cli.streams import abandon

UNUSABLE = 2
"""Exit status: there is nothing to work on, or nowhere to write to."""


def ended(work: Callable[[], int]) -> int:
    """Do `work` and return its exit status, or the one that says what was in its way."""
    try:
        return work()
    except Refusal as refusal:
        return _refused(str(refusal))
    except BrokenPipeError:
        # The reader of our pipe has seen enough: nothing is wrong, and there is nobody to tell.
        abandon(sys.stdout)
        return 0
    except OSError as error:
        return _refused(f"{error.filename or 'the system'}: {error.strerror or error}")
    except KeyboardInterrupt:
        abandon(sys.stdout)
        return INTERRUPTED


def _refused(sentence: str) -> int:
    # Imported only now: to say something safely costs as much as all of `--version`.
    from tui.cli.narration import narrate

    narrate(sentence)
    return UNUSABLE
