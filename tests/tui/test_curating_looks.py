"""How curating looks: what is marked, a form, what is wrong with it, a conflict, what is left, what nobody has read."""

from functools import partial
from pathlib import Path

import pytest

from tests.tui.curated import archive_of, copied
from tests.tui.looking import SIZES, press
from tui.app import DprkTui
from tui.views.registry import keys_to

STATES = {
    "marking": ["3", "s", "right_parenthesis", "L"],
    "claim": ["3", "s", "i"],
    "help of a form": ["3", "s", "i", "f1"],
    "a new event": ["3", "s", "i", "ctrl+u", *"A new visit", "down", *"visit"],
    "what is wrong": ["3", "s", "i", *["down"] * 4, "ctrl+u", *"expectd", "enter"],
    "list": ["slash", *"countries sending troops include", "enter", "3", "s", "P", "down", "down"],
    "change": ["i", "down", "down"],
    "conflict": ["K", "right_square_bracket", "K"],
    "deleting": ["3", "delete"],
    "gaps": ["3", "percent_sign", "right_square_bracket"],
    "inbox": [*keys_to("inbox")],
    "source": [*keys_to("inbox"), "i"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("state", STATES)
def test_curating(snap_compare, tmp_path: Path, state: str, size: tuple[int, int]):
    folder = copied(tmp_path)
    (folder / "sources/unread.txt").write_text(
        "Kim visits Rason\n\nA delegation left on Monday, it is said.\n"
    )

    async def then(pilot, keys: list[str]) -> None:
        await press(pilot, *keys)

    app = DprkTui(archive_of(folder))
    assert snap_compare(app, run_before=partial(then, keys=STATES[state]), terminal_size=size)
