"""The canvas writes less, and the terminal shows the same: checked on pyte, a terminal of its own."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.canvas import Canvas

COLUMNS, ROWS = 24, 6

PENS = [
    "0",
    "1",
    "2",
    "4",
    "7",
    "9",
    "1;38;5;253;48;5;234",
    "38;2;1;2;3;48;2;4;5;6",
    "36",
    "31;44",
    "22",
    "39;49",
    "",
]
TEXTS = ["a", " ", "    ", "plain words", "╌╌╌", "각하", "Vučić", "“quoted”", "e\u0301", "                "]


@st.composite
def frames(draw: st.DrawFn) -> str:
    """A frame as Textual writes them: moves, SGR and text, never past the last column, then the cursor's place."""
    parts = []
    for _ in range(draw(st.integers(1, 8))):
        row = draw(st.integers(1, ROWS))
        parts.append(f"\x1b[{row};{draw(st.integers(1, 4))}H")
        for _ in range(draw(st.integers(1, 2))):
            pen, text = draw(st.sampled_from(PENS)), draw(st.sampled_from(TEXTS))
            parts.append(f"\x1b[{pen}m{text[:10]}\x1b[0m")
        # Textual never ends the last row of the screen with a newline: that would scroll it.
        parts.append(draw(st.sampled_from(["", "\n", "\r\n"] if row < ROWS else [""])))
    return f"\x1b[?2026h{''.join(parts)}\x1b[{draw(st.integers(1, ROWS))};1H\x1b[?2026l"


def shown(screen: pyte.Screen) -> tuple[object, ...]:
    """Every cell as it looks: a space has no foreground, unless something is drawn on it."""
    cells = []
    for y in range(ROWS):
        for x in range(COLUMNS):
            cell = screen.buffer[y][x]
            drawn = cell.data.strip() or cell.reverse or cell.underscore or cell.strikethrough
            cells.append(cell if drawn else (" ", cell.bg))
    return (tuple(cells), screen.cursor.x, screen.cursor.y)


def terminal() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(COLUMNS, ROWS)
    return screen, pyte.Stream(screen)


@given(st.lists(frames(), min_size=1, max_size=6), st.booleans())
def test_the_terminal_shows_the_same_as_without_the_canvas(drawn: list[str], can_erase: bool):
    plain, plain_stream = terminal()
    thrifty, thrifty_stream = terminal()
    canvas = Canvas(COLUMNS, can_erase)
    for frame in drawn:
        plain_stream.feed(frame)
        thrifty_stream.feed(canvas.thrifty(frame))
        assert shown(thrifty) == shown(plain)


def test_the_same_frame_again_writes_no_text():
    canvas = Canvas(COLUMNS)
    frame = "\x1b[?2026h\x1b[1;1H\x1b[1;36mhello\x1b[0m\x1b[1;1H\x1b[?2026l"
    assert "hello" in canvas.thrifty(frame)
    assert canvas.thrifty(frame) == "\x1b[?2026h\x1b[?2026l"


def test_only_the_cells_that_differ_are_written():
    canvas = Canvas(COLUMNS)
    canvas.thrifty("\x1b[1;1Hone two three four")
    assert canvas.thrifty("\x1b[1;1Hone two THREE four") == "\x1b[10DTHREE\x1b[5C"


def test_from_a_character_of_doubtful_width_on_a_row_is_written_whole():
    canvas = Canvas(COLUMNS)
    canvas.thrifty("\x1b[1;1Hone “two” three")
    assert "“two” THREE" in canvas.thrifty("\x1b[1;1Hone “two” THREE")


def test_a_new_size_makes_it_write_everything_again():
    canvas = Canvas(COLUMNS)
    canvas.thrifty("\x1b[1;1Hhello")
    canvas.resize(COLUMNS)
    assert "hello" in canvas.thrifty("\x1b[1;1Hhello")


def test_what_it_does_not_understand_goes_through_and_empties_its_memory():
    canvas = Canvas(COLUMNS)
    canvas.thrifty("\x1b[1;1Hhello")
    assert "\x1b[?1049h" in canvas.thrifty("\x1b[?1049h")
    assert "hello" in canvas.thrifty("\x1b[1;1Hhello")


def test_ink_that_stays_keeps_its_pen():
    canvas = Canvas(COLUMNS, can_erase=True)
    screen, stream = terminal()
    for frame in ("\x1b[1;1H\x1b[31max\x1b[32my\x1b[5;5H", "\x1b[1;1H\x1b[31m x\x1b[32mz\x1b[5;5H"):
        stream.feed(canvas.thrifty(frame))
    assert [(screen.buffer[0][x].data, screen.buffer[0][x].fg) for x in (1, 2)] == [
        ("x", "red"),
        ("z", "green"),
    ]


def test_a_string_goes_through_whole_and_a_mode_empties_no_memory():
    canvas = Canvas(COLUMNS)
    canvas.thrifty("\x1b[1;1Hhello")
    assert "\x1b]52;c;QUJD\x07" in canvas.thrifty("\x1b]52;c;QUJD\x07")
    assert canvas.thrifty("\x1b[?25h\x1b[>1u") == "\x1b[?25h\x1b[>1u"
    assert "hello" not in canvas.thrifty("\x1b[1;1Hhello")


def test_after_the_last_column_the_cursor_is_nowhere_until_it_is_moved():
    canvas = Canvas(COLUMNS)
    screen, stream = terminal()
    stream.feed(canvas.thrifty(f"\x1b[1;1H{'a' * COLUMNS}"))
    stream.feed(canvas.thrifty(f"\x1b[1;{COLUMNS - 1}Hx"))
    assert screen.display[0] == "a" * (COLUMNS - 2) + "xa"


def test_a_mark_with_nothing_to_sit_on_takes_no_cell():
    canvas = Canvas(COLUMNS)
    screen, stream = terminal()
    for word in ("abc", "abd"):
        stream.feed(canvas.thrifty(f"\x1b[1;1Hz\u0301{word}"))
    assert screen.display[0].rstrip().endswith("abd")


@pytest.mark.parametrize("pen", ["7", "4", "9", "21", "53", "7;48;5;234"])
def test_blanks_that_show_a_line_or_a_reversed_ground_are_written(pen: str):
    """An erased cell has the pen's ground and nothing else; pyte would show both alike."""
    blanks = " " * 40
    for frame in (f"\x1b[1;1H\x1b[{pen}m{blanks}\x1b[0m", f"\x1b[1;1H“x”\x1b[{pen}m{' ' * 77}\x1b[0m"):
        assert blanks in Canvas(80, can_erase=True).thrifty(frame)


def test_long_blanks_are_erased_where_the_terminal_can():
    frame = f"\x1b[1;1H\x1b[48;5;234m{' ' * 40}\x1b[0m"
    assert "\x1b[40X" in Canvas(80, can_erase=True).thrifty(frame)
    assert " " * 40 in Canvas(80).thrifty(frame)
