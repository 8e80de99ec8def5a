"""A table on a server beside the same in a file: keys, jumps, first hits, filters, a far line, and the import.

    python -m tests.benchmarks.bench_server [ROWS] [--only PART ...] [--write]

ROWS are 100,000; 1,000,000 is for who asks for it. Parts are `import` (beside a bare COPY with its indexes) and
`screen` (in a real terminal: the file, the server, three shards, and the server behind a line that adds 50 ms). With
--write, the table goes to screenshots/measured. Times are of this machine and this moment; only their ratios within one
run are compared. Exits 1 where a goal is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from model.index.postgres.address import read_address, read_shards
from model.index.table.file.writer import TableWriter
from tests.benchmarks import table_screen as screen
from tests.benchmarks.coded_rows import coded_rows, meta_of
from tests.benchmarks.figures import OURS, Figure, Figures, Goal, aligned
from tests.benchmarks.measured_page import write_servers
from tests.benchmarks.relay import Relay
from tests.benchmarks.server_import import BARE, IMPORT, bare, sent, shared_out
from tests.benchmarks.words_to_find import words_to_find
from tests.postgres_server import PostgresServer, password_file, running_server

ROWS = 100_000
FILE, ONE, FAR, SHARDS = OURS, "one server", "one server, 50 ms away", "three shards"
"""Where a table lies."""

_DELAY = 0.025
"""Seconds that the line to the server adds each way."""

KEY, BY_DOWN, FAR_DOWN, BY_ONE, IMPORTED = 1.5, 3.0, 1.2, 2.0, 1.5
HIT = screen.SEARCH.format("a common word")


def _screen(where: Mapping[str, Path | str], size: int) -> Iterator[Figure]:
    word = words_to_find("english")["a common word"]
    for who, table in where.items():
        steps = [screen.walked(table, size)]
        if who != FAR:
            steps += [screen.searched(table, size, {HIT: word}), screen.filtered(table, size, word)]
        for step in steps:
            yield from (replace(figure, who=who) for figure in step)


def _goals(figures: Figures, size: int) -> Iterator[Goal]:
    """The goals of which there are figures."""
    down = screen.DOWN_MEDIAN
    limits = [
        ("Down key, p95: a server by a file", (screen.DOWN, ONE), (screen.DOWN, FILE), KEY),
        *((f"{what}, by a Down", (what, ONE), (down, ONE), BY_DOWN)
          for what in (HIT, screen.FILTER, screen.END, screen.DATE)),
        ("Down key, 50 ms away, by none", (down, FAR), (down, ONE), FAR_DOWN),
        ("Down key, p95: three shards by one server", (screen.DOWN, SHARDS), (screen.DOWN, ONE), BY_ONE),
        ("import by COPY, by a bare one", (IMPORT, ONE), (IMPORT, BARE), IMPORTED),
    ]  # fmt: skip
    for said, one, other, most in limits:
        ours, base = (figures.value(what, size, who) for what, who in (one, other))
        if ours is not None and base:
            yield Goal(said, ours / base, most, f"{ours:,.1f} by {base:,.1f}")


def _far_address(server: PostgresServer, relay: Relay, folder: Path, table: str) -> str:
    """The address of a table through a relay, for one who may read it."""
    with server.connect() as connection:
        connection.execute(f"GRANT USAGE ON SCHEMA {table} TO reader".encode())
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {table} TO reader".encode())
    passwords = password_file(folder / "passwords")
    return f"postgresql://reader@127.0.0.1:{relay.port}/postgres?passfile={passwords}&table={table}"


def measured(folder: Path, size: int, parts: Sequence[str]) -> Iterator[Figure]:
    """All figures of some parts, as they come."""
    with running_server() as server, ExitStack() as more:
        address = server.uri("measured")
        yield from sent(read_address(address), folder, size, ONE)
        if "import" in parts:
            yield from bare(server, size)
        if "screen" not in parts:
            return
        servers = [more.enter_context(running_server(server)) for _ in range(3)]
        shared, head = server.uri("shared"), read_address(server.uri("shared"))
        yield from shared_out(
            head, read_shards([it.database() for it in servers], head), folder, size, SHARDS
        )
        file = folder / "measured.db"
        with TableWriter(file, meta_of("english")) as writer:
            writer.add(coded_rows(size, "english"))
            writer.finish()
        with closing(Relay(server.port, _DELAY)) as relay:
            where: dict[str, Path | str] = {
                FILE: file,
                ONE: address,
                SHARDS: shared,
                FAR: _far_address(server, relay, folder, "measured"),
            }
            yield from _screen(where, size)


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, print the tables; returns 0 where every goal is met."""
    parser = argparse.ArgumentParser(prog="bench_server", description=__doc__.partition("\n")[0])
    parser.add_argument("rows", nargs="?", type=int, default=ROWS)
    parser.add_argument("--only", nargs="+", choices=["import", "screen"], default=["import", "screen"])
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_intermixed_args(arguments)
    found = []
    with tempfile.TemporaryDirectory(prefix="dprk-tui-server-") as folder:
        for figure in measured(Path(folder), asked.rows, asked.only):
            found.append(figure)
            print(f"{figure.value:12,.2f} {figure.unit:6} {figure.who}: {figure.what}", flush=True)
    figures = Figures(found)
    goals = [*_goals(figures, asked.rows)]
    print(f"\n{aligned(figures.side_by_side(asked.rows))}")
    print("\n".join(goal.line() for goal in goals))
    if asked.write:
        write_servers(figures, asked.rows, goals)
    return int(not all(goal.is_met for goal in goals))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
