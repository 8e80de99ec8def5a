"""Letters of a layout that is not Latin do what the keys at their places do, but where one types them."""

from pathlib import Path

import pytest
from textual.widgets import Input

from model.index.archive import Archive
from tests.tui.conftest import Opened
from tests.tui.looking import bar, pane_text, press, rows, selection
from tests.tui.test_keyboard import running
from tui.app import DprkTui, ReadOnlyTui
from tui.commands.command_list import CommandList
from tui.commands.keymap import own_commands
from tui.commands.keys import textual_name
from tui.help import HelpText
from tui.terminal.layouts import latin_keys
from tui.widgets.too_small import TooSmall


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ㅓ", "j"), ("ㅏ", "k"), ("하", "gk"), ("ㅉ", "W"), ("ㅘ", "hk"), ("값", "rkqt"), ("о", "j"), ("О", "J"),
        ("й", "q"), ("х", "["), ("ж", ";"), ("Ж", ":"), ("і", "s"), ("№", "#"), ("ｊ", "j"), ("／", "/"),
        ("ξ", ""), ("あ", ""), ("漢", ""), ("é", ""), ("j", ""), ("·", ""), ("\u3000", " "),
    ],
)  # fmt: skip
def test_a_character_stands_for_the_latin_keys_at_its_place(typed: str, meant: str):
    assert latin_keys(typed) == meant


def test_every_hangul_syllable_stands_for_two_to_five_keys():
    assert all(2 <= len(latin_keys(chr(code))) <= 5 for code in range(0xAC00, 0xD7A4))


@pytest.mark.parametrize("pressed", ["jjk", "ㅓㅓㅏ", "оол", "ｊｊｋ"])
async def test_commands_answer_in_every_layout(opened: Opened, pressed: str):
    async with opened(120, 40) as pilot:
        await press(pilot, *pressed)
        assert "28 of 53" in pane_text(pilot, "timeline")
        await press(pilot, "question_mark")
        text = pilot.app.screen.query_one(HelpText)
        before = rows(text)
        await press(pilot, pressed[0])
        assert rows(text) != before
        await press(pilot, {"j": "q", "ㅓ": "ㅂ", "о": "й", "ｊ": "ｑ"}[pressed[0]])
        assert not pilot.app.screen.query(HelpText)


async def test_a_syllable_is_the_keys_that_it_was_typed_with(opened: Opened):
    async with opened(120, 40) as pilot:
        await press(pilot, "g", "j")
        second = selection(pilot)
        await press(pilot, "G", "허")
        assert selection(pilot) == second


@pytest.mark.parametrize("typed", ["김정은", "ㅓㅓㅏ", "Путин", "ｊ"])
async def test_what_is_typed_into_a_prompt_stays_as_it_is(opened: Opened, typed: str):
    async with opened(120, 40) as pilot:
        await press(pilot, "slash", *typed)
        assert pilot.app.screen.query_one(Input).value == typed


@pytest.fixture
def remapped(tmp_path: Path, archive: Archive):
    """A function that opens the app with the keys of a configuration, at a size."""

    def opened(text: str, width: int, height: int):
        (tmp_path / "config.toml").write_text(text)
        commands = CommandList(own_commands(tmp_path / "config.toml"))
        return DprkTui(archive, commands=commands).run_test(size=(width, height))

    return opened


@pytest.mark.parametrize("typed", ["ξ", "あ", "漢", "ש"])
async def test_where_a_letter_is_for_nothing_it_is_said_why_and_how_one_leaves(opened: Opened, typed: str):
    async with opened(60, 20) as pilot:
        await press(pilot, typed)
        assert "Latin" in bar(pilot, "footer")
        assert "Ctrl-q quits" in bar(pilot, "footer")
        await press(pilot, "é")
        assert "Latin" not in bar(pilot, "footer"), "a Latin letter is none of another script"


async def test_the_way_out_that_is_said_is_the_one_in_force(remapped):
    async with remapped('[keys]\n"q" = "O"\n"Ctrl-q" = "F9"\n', 120, 40) as pilot:
        await press(pilot, "ξ")
        assert "F9 quits" in bar(pilot, "footer")


async def test_a_letter_that_a_command_was_given_is_that_command(remapped):
    async with remapped('[keys]\n"k" = "ㅓ"\n', 120, 40) as pilot:
        await press(pilot, "ㅓ")
        assert "26 of 53" in pane_text(pilot, "timeline")


def test_with_ctrl_a_letter_is_the_latin_one_at_its_place_in_settings_too():
    assert textual_name("Ctrl-й") == "ctrl+q"
    assert textual_name("й") == "й"


@pytest.mark.parametrize(
    "ctrl_c", ["\x03", "\x1b[99;5u", "\x1b[12618;5u", "\x1b[1089::99;5u", "\x1b[968::99;5u"]
)
def test_in_a_terminal_ctrl_answers_whatever_the_layout(ctrl_c: str):
    terminal = running()
    assert "\x1b[>29u" in terminal.heard, "the standard layout is asked for"
    terminal.send(ctrl_c)
    terminal.wait(lambda: terminal.has("q quits."), "how one leaves")
    terminal.send({"\x03": "\x11", "\x1b[99;5u": "\x1b[113;5u"}.get(ctrl_c, "\x1b[12610;5u"))
    assert terminal.close() == 0


@pytest.mark.parametrize("kind", [ReadOnlyTui, None])
async def test_ctrl_c_says_how_one_leaves_to_a_reader_too(opened: Opened, archive: Archive, kind):
    at = kind(archive).run_test(size=(120, 40)) if kind is not None else opened(120, 40)
    async with at as pilot:
        await press(pilot, "j", "ctrl+c")
        assert bar(pilot, "footer").strip() == "q quits."


@pytest.mark.parametrize("size", [(29, 7), (12, 3)])
async def test_the_smallest_screen_and_the_help_name_keys_in_force(remapped, size: tuple[int, int]):
    keys = '[keys]\n"q" = "F11"\n"j" = "F5"\n"Esc" = "F6"\n"?" = "F7"\n'
    async with remapped(keys, 80, 24) as pilot:
        await press(pilot, "f7")
        text = pilot.app.screen.query_one(HelpText)
        last = rows(text)[-1]
        assert "f6 back" in last
        assert "f5 k  more" in last
        before = rows(text)
        await press(pilot, "j")
        assert rows(text) == before
        await press(pilot, "f5")
        assert rows(text) != before
        await press(pilot, "question_mark", "q", "escape")
        assert pilot.app.screen.query(HelpText)
        await press(pilot, "f6", "f7", "f11")
        assert not pilot.app.screen.query(HelpText)
        assert pilot.app.is_running
    async with remapped(keys, *size) as pilot:
        assert any(row.strip() == "f11 quit" for row in rows(pilot.app.screen.query_one(TooSmall)))
        await press(pilot, "q")
        assert pilot.app.is_running
        await press(pilot, "f11")
        assert pilot.app.return_code == 0
