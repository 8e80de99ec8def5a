"""The person's own editor, and how it is asked for a line of a file."""

import shlex
from collections.abc import Mapping
from pathlib import Path

_WITH_COLON = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that are given `file:line`."""

_WITH_GOTO = frozenset({"code", "codium", "code-insiders", "cursor"})
"""Editors that are given `--goto file:line`, and are to be waited for."""

OTHERWISE = "vi"
"""What is written into the command for who has not said which editor is theirs."""


def editor_in(environment: Mapping[str, str]) -> str:
    """What `$VISUAL`, or else `$EDITOR`, names; empty where neither does."""
    return (environment.get("VISUAL") or environment.get("EDITOR") or "").strip()


def command_for(editor: str, file: Path, line: int) -> list[str]:
    """The command that opens a file at a line. Raises `ValueError` where the editor is written with open quotes."""
    words = shlex.split(editor)
    name = Path(words[0]).name
    if name in _WITH_GOTO:
        return [*words, "--wait", "--goto", f"{file}:{line}"]
    if name in _WITH_COLON:
        return [*words, f"{file}:{line}"]
    return [*words, f"+{line}", str(file)]
