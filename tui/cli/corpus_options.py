"""The options that say which corpus is meant, and how much of it is read."""

import argparse


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Which corpus, and how much of it."""
    parser.add_argument(
        "corpus",
        metavar="CORPUS",
        type=named,
        nargs="?",
        help="a corpus folder (default: the one you are in or below, else the one that comes along)",
    )
    add_max_bytes(parser)


def add_max_bytes(parser: argparse.ArgumentParser) -> None:
    """How much of a corpus is read."""
    parser.add_argument(
        "--max-bytes",
        metavar="BYTES",
        type=_bytes,
        help="the most that is read of one file of the corpus (default: 16777216)",
    )


def named(text: str) -> str:
    """The name of a file or folder; an empty one would stand for the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty; write the name of a file or folder")
    return text


def _bytes(text: str) -> int:
    """A number of bytes; without a bound a file could be one that never ends."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**40:
        raise argparse.ArgumentTypeError("write a whole number of bytes, as in 50000000")
    return int(text)
