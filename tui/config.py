"""The person's own settings: two TOML files in the configuration folder, which are there only if somebody made them."""

import os
import sys
from pathlib import Path
from typing import Any

from model.corpus.files import UnreadableFile, read_regular
from model.corpus.findings import Finding, Place, Problem
from model.corpus.syntax import toml_table

MOST_BYTES = 1_000_000


class ConfigError(ValueError):
    """A setting that cannot be used: one sentence with file, line and column."""


def config_folder() -> Path:
    """The folder of the settings (the XDG base directory on Linux). Raises `ConfigError` for who has no home."""
    try:
        if sys.platform.startswith("linux"):
            # As platformdirs has it, whose import every start would pay for; a relative path counts as none (XDG).
            home = Path(os.environ.get("XDG_CONFIG_HOME", "").strip())
            return (home if home.is_absolute() else Path.home() / ".config") / "dprk-tui"
        from platformdirs import user_config_path

        return user_config_path("dprk-tui")
    except RuntimeError:
        raise ConfigError(
            "there is no home folder to look for settings in; set HOME or XDG_CONFIG_HOME"
        ) from None


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
        raise ConfigError(str(Finding(str(file), table.line, table.column, "", table.message)))
    return table, data


def wrong(file: Path, data: bytes, path: tuple[str | int, ...], message: str) -> ConfigError:
    """The error of a value in a file, with the line it stands on."""
    # Imported here: only a mistake needs the positions, and they are dear.
    from model.corpus.positions import locate

    (finding,) = locate([Problem(Place(str(file), path), message)], {str(file): data})
    return ConfigError(str(finding))
