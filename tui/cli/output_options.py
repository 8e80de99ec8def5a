"""How an export is written: where to, and with which mark at its beginning."""

import argparse


def add_bom(parser: argparse.ArgumentParser) -> None:
    """The mark by which a spreadsheet knows what a table is written in."""
    parser.add_argument(
        "--bom", action="store_true", help="csv and tsv with a byte order mark, for Excel, which else guesses"
    )


def add_out(parser: argparse.ArgumentParser) -> None:
    """The file that is written."""
    parser.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        help="write a new file; one that is there is not touched (default: standard output)",
    )
