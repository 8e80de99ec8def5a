"""The person's own settings: two TOML files in the configuration folder, which are there only if somebody made them."""

import os
import sys
from pathlib import Path
from typing import Any

from model.corpus.files import UnreadableFile, read_regular
from model.corpus.findings import Problem
from model.corpus.syntax import toml_table

MOST_BYTES = 1_000_000


class ConfigError(ValueError):
    """A setting that cannot be used: one sentence with file, line and column."""


def config_folder() -> Path:
    """The folder of the settings. Raises `ConfigError` for who has no home."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def data_folder() -> Path:
    """The folder of what the program keeps for a person. Raises `ConfigError` for who has no home."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path")


def cache_folder() -> Path:
    """The folder of what can be made again. Raises `ConfigError` for who has no home."""
    return _folder("XDG_CACHE_HOME", ".cache", "user_cache_path")


def _folder(variable: str, below: str, elsewhere: str) -> Path:
    """A folder of ours by the XDG base directory specification, to which a relative path is none."""
    try:
        if sys.platform.startswith("linux"):
            # As platformdirs has it, whose import every start would pay for.
            told = Path(os.environ.get(variable, "").strip())
            folder = told if told.is_absolute() else Path.home() / below
        else:
            import platformdirs

            folder = Path(getattr(platformdirs, elsewhere)())
    except RuntimeError:
        folder = Path()
    if not folder.is_absolute():
        raise ConfigError(f"there is no home folder; set HOME or {variable}")
    return folder / "dprk-tui"


def is_there(file: Path) -> bool:
    """Whether there is a file of settings that is open to us. Raises `ConfigError` for a link that leads nowhere."""
    try:
        there = file.exists()
        if not there and file.is_symlink():
            raise ConfigError(f"{file} is a link that leads nowhere, or to itself; mend or remove it")
    except PermissionError:
        return False
    return there


def read_table(file: Path) -> tuple[dict[str, Any], bytes]:
    """The table in a file and its bytes; empty where there is no such file. Raises `ConfigError`."""
    if not is_there(file):
        return {}, b""
    try:
        data = read_regular(file, MOST_BYTES)
    except UnreadableFile as error:
        raise ConfigError(f"{file}: {error}") from None
    table = toml_table(data, str(file))
    if isinstance(table, Problem):
        at = f":{table.line}:{table.column}" if table.line else ""
        raise ConfigError(f"{file}{at}: {table.message}")
    return table, data


def wrong(file: Path, data: bytes, path: tuple[str | int, ...], message: str) -> ConfigError:
    """The error of a value in a file, with the line it stands on."""
    # Imported here: only a mistake needs the positions, and they are slow to import.
    from model.corpus.positions import position

    line, column = position(data, path)
    return ConfigError(f"{file}:{line}:{column}: {message}")
