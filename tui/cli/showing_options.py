"""The options of what is shown: as of which day, since which one, which events, with drafts or without."""

import argparse
from collections.abc import Callable


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """The day that things are shown as of."""
    parser.add_argument(
        "--as-of", metavar="DATE", help="show what could be known on this day, as in 2025-04-30"
    )


def add_since(parser: argparse._ActionsContainer, help: str) -> None:
    """The day from which on changes are told."""
    parser.add_argument("--since", metavar="DATE", help=help)


def add_drafts(parser: argparse.ArgumentParser, but: str = "") -> None:
    """What is only begun; `but` is what else is to be said of it."""
    parser.add_argument(
        "--drafts", action="store_true", help=f"with what is only begun, with the word draft{but}"
    )


def add_filter(parser: argparse.ArgumentParser) -> None:
    """Which events."""
    parser.add_argument(
        "--filter", metavar="TEXT", help="only some events, as in 'by:ushakov has:conflict' or '@saved'"
    )


def add_looks(parser: argparse.ArgumentParser) -> None:
    """How the screen looks, and whose the mouse is."""
    parser.add_argument(
        "--theme",
        choices=["dark", "light", "contrast", "terminal", "plain"],
        help="colours (default: what fits)",
    )
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def add_table(parser: argparse.ArgumentParser) -> None:
    """Which table, of a format of which a file holds one."""
    parser.add_argument(
        "--what",
        metavar="TABLE",
        default="",
        help="which table of csv, tsv, jsonl or parquet: claims (default), conflicts, questions, searches or lists",
    )


_LAID = (
    "lay a table of coded rows under the corpus, dimmed among its events, which r hides and shows; "
    "once more for another one"
)


def add_with(parser: argparse.ArgumentParser, name: Callable[[str], str], help: str = _LAID) -> None:
    """Tables under the corpus; `name` is the type of a file's name."""
    parser.add_argument(
        "--with",
        dest="tables",
        metavar="TABLE.db",
        type=name,
        action="append",
        help=help,
    )
