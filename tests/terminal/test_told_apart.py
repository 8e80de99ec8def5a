"""What a keyboard sends is the same in whatever portions it comes, and no part of a paste is a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from tui.seam.keyboard import messages
from tui.terminal.keyboard import MOST_PASTED, PATIENCE, Keyboard, patience

TYPED = st.lists(
    st.sampled_from([
        b"j", b"/", "한".encode(), b"\x1b", b"\x1b[A", b"\x1b[<65;3;4M", b"\x1bOP", b"\xff", b"\x1b[200~", b"\x1b[201~",
        b"[", b"2", b"\r",
    ])
)  # fmt: skip


def told(portions: list[bytes]) -> list[str]:
    """What a keyboard makes of portions: names of keys, of other events, and what was pasted."""
    keyboard = Keyboard()
    pieces = [piece for portion in portions for piece in keyboard.pieces(portion)]
    return [_name(message) for message in messages([*pieces, *keyboard.rest()])]


def _name(message: Message) -> str:
    if isinstance(message, Paste):
        return f"paste {message.text}"
    return message.key if isinstance(message, Key) else type(message).__name__


@given(TYPED)
def test_portions_make_no_difference(typed: list[bytes]):
    together = b"".join(typed)
    assert told([together]) == told([together[at : at + 1] for at in range(len(together))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (b"\x1bj\x1b/", ["escape", "j", "escape", "slash"]),
        (b"\x1b\x1b[A", ["escape", "up"]),
        (b"k\x1b[AJ", ["k", "up", "J"]),
        (b"\x1bOP\x1b[[A\x1b[11~", ["f1", "f1", "f1"]),
        (b"\x1b[", ["escape", "left_square_bracket"]),
        (b"\x1bO", ["escape", "O"]),
        (b"\x1b[12", ["escape"]),
        (b"\x1b[12\x1b[A\x1b[1\xed\x95\x9c", ["up", "한"]),
        (b"\x1b[" + b"9" * 100_000 + b"Aj", ["j"]),
        (b"\x1b[<65;3;4M\x1b[<0;3;4M\x1b[<0;3;4m", ["MouseScrollDown", "MouseDown", "MouseUp"]),
        (b"\x1b[M !!j\x1b[M#q\x7fk", ["j", "k"]),
        (b"\x1b[200~a\x1bq\xffb\x1b[201~j", ["paste a\x1bq\ufffdb", "j"]),
        (b"\x1b[200~ab\x1b[200~cd\x1b[201~", ["paste abcd"]),
        (b"\x1b[200~" + b"a" * (2 * MOST_PASTED) + b"\x1b[201~", ["paste " + "a" * MOST_PASTED]),
        (b"\x1b[200~never ended", []),
        (b"\x1b[3;1 qj", ["j"]),
        (b"\x1b[1;1q\x1b[0qj", ["j"]),
        (b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28cj", ["j"]),
        (b"\x1b[" + b"1" * 45 + b"qj", ["j"]),
        (b"\x1b[99999999999uj", ["j"]),
        (b"\x1b[12618;5u\x1b[1089;5u\x1b[99;5u", ["ctrl+c"] * 3),
        (b"\x1b[1089::99;5u\x1b[958::106;6u", ["ctrl+c", "ctrl+shift+j"]),
        (b"\x1b[1081;;1081u\x1b[12627;1;12627u", ["й", "ㅓ"]),
        (b"\x1b[106:74;2;74u\x1b[1081::113;1;1081u", ["J", "й"]),
        (b"\x1b[99999999999:1:2;5uj\x1b[1114112;5uj", ["j", "j"]),
        (b"\x1b[1089::2;5u", ["ctrl+c"]),
    ],
)
def test_keys_pastes_and_sequences_are_told_apart(typed: bytes, meant: list[str]):
    assert told([typed]) == meant


def test_ctrl_c_ends_a_paste_that_has_no_end():
    assert told([b"\x1b[200~never", b" ended", b"\x03"]) == ["paste never ended", "ctrl+c"]


def test_for_more_of_what_nobody_types_one_waits_longer():
    keyboard = Keyboard()
    waited = []
    for portion in (b"j", b"\x1b", b"[", b"2", b"00", b"~"):
        assert [*keyboard.pieces(portion)] == [] or portion == b"j"
        waited.append(keyboard.waits)
    assert waited[0] is None
    assert waited[1] == waited[2] == PATIENCE
    assert waited[3] == waited[4] == 0.5
    assert waited[5] is None


@pytest.mark.parametrize(
    ("told_by", "seconds"),
    [("100", 0.1), ("0", PATIENCE), ("x", PATIENCE), ("", PATIENCE), ("99999", PATIENCE)],
)
def test_how_long_one_waits_can_be_told(monkeypatch: pytest.MonkeyPatch, told_by: str, seconds: float):
    monkeypatch.setenv("ESCDELAY", told_by)
    assert patience() == seconds
