"""Python's garbage collector, out of the way while modules are imported."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (10_000, 1, 500)
"""When to look for garbage (`gc.set_threshold`): a key makes thousands of values, and would wait for it; it is looked
for after each frame (`tui.seam.frames`).

The second is how many tens of thousands of values that stay are looked through at once: tables in the making are
nothing else.
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
