"""How a run ends: with an exit status, and with one sentence where something was in the way, never with a traceback."""

import sys
from collections.abc import Callable

from tui.cli.streams import abandon

UNUSABLE, INTERRUPTED = 2, 130
"""Exit statuses: there is nothing to work on, or nowhere to write to; Ctrl-C (128 and the signal's number)."""


class Refusal(Exception):
    """Something that cannot be done; the message is one sentence that says why."""


def ended(work: Callable[[], int]) -> int:
    """Do `work` and return its exit status, or the one that fits what was in its way."""
    try:
        return work()
    except Refusal as refusal:
        return _refused(str(refusal))
    except BrokenPipeError:
        # The reader of our pipe has seen enough; there is nothing to say, and nothing wrong.
        abandon(sys.stdout)
        return 0
    except OSError as error:
        return _refused(f"{error.filename or 'The system refuses'}: {error.strerror or error}")
    except KeyboardInterrupt:
        abandon(sys.stdout)
        return INTERRUPTED


def _refused(sentence: str) -> int:
    # Imported only now, since saying something safely costs more than all of `--version`.
    from tui.cli.narration import narrate

    narrate(sentence)
    return UNUSABLE
