"""How the panes stand at each size."""

import pytest

from tests.effort import some, tireless
from tests.tui.agreeing import nothing_overlaps, panes_agree, resize
from tests.tui.conftest import Opened
from tui.state.layout import Layout


@pytest.mark.parametrize(
    ("size", "tabbed", "columns", "split", "too_small"),
    [
        ((160, 50), False, True, False, False),
        ((156, 20), False, True, False, False),
        ((155, 40), False, False, True, False),
        ((100, 20), False, False, True, False),
        ((99, 24), False, False, False, False),
        ((72, 20), False, False, False, False),
        ((71, 24), True, False, False, False),
        ((160, 19), True, False, False, False),
        ((30, 8), True, False, False, False),
        ((29, 8), True, False, False, True),
        ((30, 7), True, False, False, True),
    ],
)
def test_the_layout_for_a_size(size, tabbed: bool, columns: bool, split: bool, too_small: bool):
    layout = Layout.of(*size)
    assert (layout.tabbed, layout.columns, layout.split, layout.too_small) == (
        tabbed,
        columns,
        split,
        too_small,
    )
    assert layout.stacked == (not tabbed and not columns and not split)


pytestmark = tireless

WIDTHS, HEIGHTS = range(40, 301), range(12, 81)
BORDERS = {40, 71, 72, 99, 100, 119, 120, 155, 156, 300}, {12, 19, 20, 29, 30, 80}
"""Widths and heights at which the layout, or what it has room for, becomes another."""


def tried(every: range, borders: set[int], step: int) -> list[int]:
    """The borders, and by day a selection of what lies between them; at night all."""
    return sorted(borders | {*some(every[::step], every)})


SWEEPS = [
    *(
        pytest.param([(width, height) for width in tried(WIDTHS, BORDERS[0], 11)], id=f"widths at {height}")
        for height in (12, 40)
    ),
    *(
        pytest.param([(width, height) for height in tried(HEIGHTS, BORDERS[1], 7)], id=f"heights at {width}")
        for width in (60, 90, 120)
    ),
]


@pytest.mark.parametrize("sizes", SWEEPS)
async def test_at_every_width_and_height_nothing_overlaps_and_the_selection_is_in_sight(
    opened: Opened, sizes: list[tuple[int, int]]
):
    async with opened(*sizes[0]) as pilot:
        for size in sizes:
            await resize(pilot, *size)
            nothing_overlaps(pilot)
            panes_agree(pilot)
