"""Completions for the shells, made from the parser by shtab."""

import argparse

import shtab

from tui.cli.subcommands import commands_of


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """What makes `shell` complete the command line that `parser` reads."""
    for one in (parser, *commands_of(parser).values()):
        for action in one._actions:
            if action.metavar in ("CORPUS", "DIR", "FILE"):
                kind = shtab.FILE if action.metavar == "FILE" else shtab.DIRECTORY
                action.complete = kind  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell=shell))
