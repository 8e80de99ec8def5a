"""What may be written after `suggest`."""

import argparse

from tui.cli.showing_options import add_as_of, add_filter

# As `typing` has it, whose import takes a tenth of the time in which `--version` answers.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

SUGGEST = "suggest"


def add_suggesting(
    commands: "argparse._SubParsersAction[Any]", add_corpus: "Callable[[argparse.ArgumentParser], None]"
) -> None:
    """The command that lists candidates."""
    suggesting = commands.add_parser(
        SUGGEST, help="likely conflicts, same origins and same events: candidates, never verdicts"
    )
    add_corpus(suggesting)
    add_as_of(suggesting)
    add_filter(suggesting)
    suggesting.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="how candidates are printed (default: text, the reason first, then the two sentences)",
    )
    suggesting.add_argument("--ascii", action="store_true", help="ASCII characters only")
