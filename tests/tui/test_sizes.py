"""How the panes stand at each size (UX section 2)."""

import pytest

from tui.layout import Layout


@pytest.mark.parametrize(
    ("size", "tabbed", "columns", "uneven", "too_small"),
    [
        ((160, 50), False, True, True, False),
        ((140, 20), False, True, True, False),
        ((139, 40), False, True, False, False),
        ((100, 20), False, True, False, False),
        ((99, 24), False, False, False, False),
        ((72, 20), False, False, False, False),
        ((71, 24), True, False, False, False),
        ((160, 19), True, False, False, False),
        ((30, 8), True, False, False, False),
        ((29, 8), True, False, False, True),
        ((30, 7), True, False, False, True),
    ],
)
def test_the_layout_for_a_size(size, tabbed: bool, columns: bool, uneven: bool, too_small: bool):
    layout = Layout.of(*size)
    assert (layout.tabbed, layout.columns, layout.uneven, layout.too_small) == (
        tabbed,
        columns,
        uneven,
        too_small,
    )
    assert layout.stacked == (not tabbed and not columns)
