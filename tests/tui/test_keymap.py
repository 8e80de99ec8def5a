"""Other keys: what is changed does its work and is shown everywhere; what is wrong is explained with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.index.archive import Archive
from tests.tui.looking import bar, press
from tui.app import DprkTui
from tui.commands.command_list import CommandList
from tui.commands.every import COMMANDS
from tui.commands.keymap import own_commands
from tui.commands.keys import textual_name, written
from tui.settings.config import ConfigError, config_folder, data_folder

Keymap = Callable[[str], CommandList]


@pytest.fixture
def keymap(tmp_path: Path) -> Keymap:
    """A function that gives the commands under the keys of a configuration."""

    def load(text: str) -> CommandList:
        (tmp_path / "config.toml").write_text(text)
        return CommandList(own_commands(tmp_path / "config.toml"))

    return load


async def test_a_changed_key_acts_is_shown_and_the_old_one_is_free(keymap: Keymap, archive: Archive):
    commands = keymap('[keys]\n"/" = ["O", "F3"]\n"," = "F6"\n')
    async with DprkTui(archive, commands=commands).run_test(size=(80, 24)) as pilot:
        await press(pilot, "O", "v", "escape", "j")
        assert "f6 . as of" in bar(pilot, "footer")
        await press(pilot, "f6")
        assert "5 May 2025" in bar(pilot, "header")
        await press(pilot, "comma")
        assert "5 May 2025" in bar(pilot, "header")
    search = next(command for command in commands.acting("timeline") if command.label == "search")
    assert (search.keys, search.also) == ("O", "F3")


async def test_what_is_said_of_keys_is_said_of_those_in_force(keymap: Keymap, archive: Archive):
    commands = keymap(
        '[keys]\n"/" = "F3"\n"f" = "F4"\n"q" = "F9"\n"t" = "F5"\n"c" = "F6"\n"?" = "F7"\n"w" = "F8"\n'
    )
    async with DprkTui(archive, commands=commands).run_test(size=(120, 40)) as pilot:
        assert "f7  keys and signs" in bar(pilot, "footer")
        for pressed, said in (
            ("n", "f3 begins a search"),
            ("escape", "f9 quits"),
            ("full_stop", "f5 shows it as of today"),
            ("l", "f6 shows sources that differ"),
            ("f8", "f8 again: a file"),
        ):
            await press(pilot, pressed)
            assert said in bar(pilot, "footer")
        await press(pilot, "f4", *"has:conflict", "enter")
        assert "f4  changes the filter" in bar(pilot, "footer")


WRONG = [
    ("x = 1", '1:1: "x" is no setting'),
    ('[keys]\n"/" = "n"', '"n" would do two things'),
    ('[keys]\n"§" = "s"', '2:1: "§" is no key of dprk-tui'),
    ('[keys]\n\n"," = "Ctrl-Foo"', '3:1: "Ctrl-Foo" is no key'),
    *(
        (f'[keys]\n"," = "{key}"', "is no key")
        for key in ("Alt-x", "Shift-a", "Ctrl-i", "Ctrl-m", "Ctrl-Shift-x")
    ),
    ('[keys]\n"," = []', "2:1: a key, or a list of keys"),
    ('[keys]\n"," = [3]', '"3" is no key'),
    ("keys = 3", "under [keys]"),
    ("oops", "not TOML"),
    ('[keys]\n"\\u001b" = "s"', "is no key of dprk-tui"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_bad_setting_is_explained_in_one_sentence_with_file_and_line(keymap: Keymap, text: str, said: str):
    with pytest.raises(ConfigError) as caught:
        keymap(text)
    assert said in str(caught.value)
    assert "config.toml:" in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_link_that_leads_nowhere_is_no_file_of_settings(tmp_path: Path):
    file = tmp_path / "config.toml"
    for target in (file, tmp_path / "not there"):
        file.symlink_to(target)
        with pytest.raises(ConfigError, match="is a link that leads nowhere, or to itself"):
            own_commands(file)
        file.unlink()


def test_settings_lie_in_a_folder_that_is_the_same_wherever_one_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("HOME", str(tmp_path))
    for relative in ("settings", "./x", "../x", "", "  "):
        monkeypatch.setenv("XDG_CONFIG_HOME", relative)
        monkeypatch.setenv("XDG_DATA_HOME", relative)
        assert config_folder() == tmp_path / ".config" / "dprk-tui"
        assert data_folder() == tmp_path / ".local/share" / "dprk-tui"


@pytest.mark.parametrize("key", [key for command in COMMANDS for way in command.ways for key in way.keys])
def test_every_key_of_the_list_can_be_written_and_read(key: str):
    assert textual_name(written(key)) == key
