"""Each action that Textual brings was judged: harmless, or closed to one who may only read."""

from tests.seam.private import our_classes
from tui.seam.read_only import HARMLESS, TEXTUALS_OWN


def test_no_action_of_textual_is_unknown_to_read_only():
    brought = {
        name.removeprefix("action_")
        for kind in our_classes("tui")
        for base in kind.__mro__
        if base.__module__.partition(".")[0] == "textual"
        for name in vars(base)
        if name.startswith("action_")
    }
    assert brought - HARMLESS - TEXTUALS_OWN == set(), "judge these, in tui/seam/read_only.py"
    assert (HARMLESS | TEXTUALS_OWN) - brought == set(), "Textual has these no more"
    assert not HARMLESS & TEXTUALS_OWN
