"""The program behind a page: the same as `dprk-tui open`, with its standard streams for a terminal.

Started by `tui.serve`, which says on the first line of standard input, in JSON, with which arguments and at which size.
"""

import argparse
import json
import os
import sys
from typing import Any

from tui.cli.ending import ended


def main() -> int:
    """Show what is asked for until it is left; returns the exit status."""
    # By itself, byte for byte: what comes after the line is for whoever reads keys.
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0) as line:
        told = json.loads(line.readline())
    return ended(lambda: _show(told))


def _show(told: dict[str, Any]) -> int:
    from tui.cli.parser import parse_arguments

    options = parse_arguments(["open", *told["arguments"]])
    from tui.cli.dispatch import faults_told

    return faults_told(lambda: _open(options, (told["columns"], told["rows"])))


def _open(options: argparse.Namespace, size: tuple[int, int]) -> int:
    from tui.cli.beginning import opening_scene
    from tui.cli.collector import collector_at_rest
    from tui.cli.dispatch import archive_shown, own_commands
    from tui.cli.reader import forget_settings
    from tui.terminal.capabilities import fitting_palette
    from tui.text.signs import ASCII, UNICODE

    archive = archive_shown(options)
    scene = opening_scene(archive, options.event, options.entity)
    forget_settings()
    own = None if options.read_only else own_commands()
    with collector_at_rest():
        from tui.app import run_in_browser
        from tui.commands.command_list import CommandList
        from tui.commands.every import COMMANDS
    commands = CommandList(own or COMMANDS, options.read_only, archive.features, copying=True)
    signs, theme = ASCII if options.ascii else UNICODE, options.theme or fitting_palette()
    return run_in_browser(archive, signs, scene, theme, not options.no_mouse, commands, size)


if __name__ == "__main__":
    sys.exit(main())
