"""The keys of this run: those of the list of commands, or others that `config.toml` asks for.

[keys]
"/" = "F3"                 # what / does, F3 does in its place
"n" = ["n", "Ctrl-n"]      # Ctrl-n does it too
"""

from pathlib import Path
from typing import Any

from model.corpus.shortened import shortened
from model.corpus.suggest import did_you_mean
from tui.commands.command import Command
from tui.commands.every import COMMANDS
from tui.commands.keys import Changes, changed, clashes, textual_name, written
from tui.settings.config import config_folder, read_table, wrong

FORM = 'write the key as the help shows it, and the one to use in its place: "/" = "F3"'


def own_commands(file: Path | None = None) -> tuple[Command, ...]:
    """The commands under the keys of the person's `config.toml`. Raises `ConfigError` where they cannot be used."""
    file = file or config_folder() / "config.toml"
    table, data = read_table(file)
    for name in table:
        if name != "keys":
            raise wrong(file, data, (name,), f'"{shortened(name)}" is no setting; there is [keys]')
    keys = table.get("keys", {})
    if not isinstance(keys, dict):
        raise wrong(file, data, ("keys",), f"under [keys], {FORM}")
    commands = changed(COMMANDS, _changes(file, data, keys))
    for sentence in clashes(commands):
        raise wrong(file, data, ("keys",), sentence)
    return commands


def _changes(file: Path, data: bytes, keys: dict[str, Any]) -> Changes:
    known = {key for command in COMMANDS for way in command.ways for key in way.keys}
    changes: dict[str, tuple[str, ...]] = {}
    for name, value in keys.items():
        old = textual_name(name)
        if old not in known:
            near = did_you_mean(name, map(written, known))
            raise wrong(
                file, data, ("keys", name), f'"{shortened(name)}" is no key of dprk-tui{near or f"; {FORM}"}'
            )
        wanted = [value] if isinstance(value, str) else value
        if not isinstance(wanted, list) or not wanted:
            raise wrong(file, data, ("keys", name), f"a key, or a list of keys, in quotes; {FORM}")
        changes[old] = tuple(_new(file, data, name, one) for one in wanted)
    return changes


def _new(file: Path, data: bytes, name: str, one: object) -> str:
    found = textual_name(one) if isinstance(one, str) else None
    if found is None:
        known = "a character, or Ctrl-x, PgUp, F2, Space and the like"
        raise wrong(file, data, ("keys", name), f'"{shortened(one)}" is no key; write {known}')
    return found
