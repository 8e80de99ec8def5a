"""What a keyboard sends is the same in whatever portions it comes, and no part of a paste is a key."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from tui.terminal.keyboard import MOST_PASTED, PATIENCE, Keyboard, patience

TYPED = st.lists(
    st.sampled_from([
        b"j", b"/", "한".encode(), b"\x1b", b"\x1b[A", b"\x1b[<65;3;4M", b"\x1bOP", b"\xff", b"\x1b[200~", b"\x1b[201~",
        b"[", b"2", b"\r",
    ])
)  # fmt: skip


def told(portions: list[bytes]) -> list[tuple[str, str]]:
    """What a keyboard makes of portions: neighbouring texts joined."""
    keyboard = Keyboard()
    found: list[tuple[str, str]] = []
    for piece in (*_all(keyboard, portions), *keyboard.rest()):
        kind = "paste" if isinstance(piece, Paste) else "key" if isinstance(piece, Key) else "text"
        text = piece.text if isinstance(piece, Paste) else "" if isinstance(piece, Key) else piece
        if kind == "text" and found and found[-1][0] == "text":
            found[-1] = "text", found[-1][1] + text
        else:
            found.append((kind, text))
    return found


def _all(keyboard: Keyboard, portions: list[bytes]) -> Iterator[Key | Paste | str]:
    for portion in portions:
        yield from keyboard.pieces(portion)


@given(TYPED)
def test_portions_make_no_difference(typed: list[bytes]):
    together = b"".join(typed)
    assert told([together]) == told([together[at : at + 1] for at in range(len(together))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (b"\x1b", [("key", "")]),
        (b"\x1b\x1b", [("key", ""), ("key", "")]),
        (b"\x1bj\x1b/", [("key", ""), ("text", "j"), ("key", ""), ("text", "/")]),
        (b"\x1b\x1b[A", [("key", ""), ("text", "\x1b[A")]),
        (b"k\x1b[Aj", [("text", "k\x1b[Aj")]),
        (b"\x1b[200~a\x1bq\xffb\x1b[201~j", [("paste", "a\x1bq\ufffdb"), ("text", "j")]),
        (b"\x1b[200~" + b"a" * (2 * MOST_PASTED) + b"\x1b[201~", [("paste", "a" * MOST_PASTED)]),
        (b"\x1b[200~never ended", []),
        (b"\x1b[", [("key", ""), ("text", "[")]),
        (b"\x1b[12", [("key", "")]),
        (b"\x1b[12\x1b[A\x1b[1\xed\x95\x9c", [("text", "\x1b[A한")]),
        (b"\x1b[" + b"9" * 100_000 + b"Aj", [("text", "j")]),
        (b"\x1b]0;title\x07j", [("key", ""), ("text", "]0;title\x07j")]),
    ],
)
def test_keys_pastes_and_sequences_are_told_apart(typed: bytes, meant: list[tuple[str, str]]):
    assert told([typed]) == meant


def test_ctrl_c_ends_a_paste_that_has_no_end():
    assert told([b"\x1b[200~never", b" ended", b"\x03"]) == [("paste", "never ended"), ("text", "\x03")]


@pytest.mark.parametrize(
    ("told_by", "seconds"),
    [("100", 0.1), ("0", PATIENCE), ("x", PATIENCE), ("", PATIENCE), ("99999", PATIENCE)],
)
def test_how_long_one_waits_can_be_told(monkeypatch: pytest.MonkeyPatch, told_by: str, seconds: float):
    monkeypatch.setenv("ESCDELAY", told_by)
    assert patience() == seconds
