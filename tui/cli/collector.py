"""Python's garbage collector, out of the way while modules are imported."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (2_000, 5, 500)
"""When to look for garbage (`gc.set_threshold`): a key makes thousands of short-lived values, and waits for them.

The second is how many thousands of values that stay are looked through at once: tables in the making are nothing else.
"""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Import inside of this: nothing imported is garbage, and looking through it costs a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        gc.enable()
