"""What is said where the libraries of the optional extra are not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from model.curate.intake.extracted import NotTaken

EXTRA = "dprk-tui[sources]"
"""The extra that has them, as one installs it."""


@contextmanager
def needed(what: str) -> Iterator[None]:
    """Import libraries of the extra in here, for `what`. Raises `NotTaken` where one is not there."""
    try:
        yield
    except ImportError as error:
        missing = f" ({error.name})" if error.name else ""
        raise NotTaken(
            f'{what} needs libraries that are not installed{missing}; install "{EXTRA}", as in: pip install "{EXTRA}"'
        ) from None
