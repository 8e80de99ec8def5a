"""`dprk-tui import ... -o postgresql://... --print-grants ROLE`: SQL on standard output, for whoever may grant."""

import argparse
from collections.abc import Callable
from functools import partial

from model.index.postgres.address import is_address, read_address
from model.index.postgres.server_schema import grants
from tui.cli.refusal import Refusal
from tui.cli.streams import output


def grants_of(options: argparse.Namespace) -> Callable[[], int]:
    """What prints them. Raises `Refusal` where the table is not on a server, `StoreFault` where its address is none."""
    if options.out is None or not is_address(options.out):
        raise Refusal("--print-grants is for a table on a server: -o postgresql://HOST/DATABASE?table=NAME")
    role: str = options.print_grants
    if not role.isprintable() or len(role.encode("utf-8", "replace")) > _LONGEST:
        raise Refusal(f"--print-grants: no role is called so; the name of one has at most {_LONGEST} bytes")
    return partial(_print, grants(read_address(options.out).table, role))


_LONGEST = 63
"""Bytes of a name in PostgreSQL."""


def _print(lines: tuple[str, ...]) -> int:
    with output():
        for line in lines:
            print(line)
    return 0
