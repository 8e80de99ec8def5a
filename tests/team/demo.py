"""`make team-demo`: a table over three throw-away servers, on the screen; kill one and see what becomes of it.

The servers end with the screen, however that ends; `--keep` leaves them running.
"""

import argparse
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from tests.team.made_up import write_made_up
from tests.team.servers import GUARD, NoServer, ThrowAwayServer, binaries, servers_folder

_ROWS = 100_000
_PROGRAM = (sys.executable, "-m", "tui")
_UNUSABLE = 2
_MANY = 20_000_000


def main(arguments: Sequence[str]) -> int:
    """Start servers, fill them, show the table; the exit status is the program's."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, _ended_by)
    signal.signal(signal.SIGHUP, _ended_by)
    try:
        programs = binaries()
        with servers_folder(options.keep) as folder:
            return _shown(folder, programs, options)
    except NoServer as none:
        _say(f"team-demo: {none}")
        return _UNUSABLE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("team-demo", description=__doc__)
    parser.add_argument(
        "--rows", type=_number, default=_ROWS, metavar="N", help=f"how many are made up (default: {_ROWS:,})"
    )
    parser.add_argument(
        "--keep", action="store_true", help="leave the servers running; it is said how to end them"
    )
    return parser.parse_args(arguments)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MANY:
        raise argparse.ArgumentTypeError(f"write a number from 1 to {_MANY:,}")
    return int(text)


def _shown(folder: Path, programs: Path, options: argparse.Namespace) -> int:
    _say(f"starting three servers in {folder}")
    servers = [ThrowAwayServer(folder / "1", programs)]
    servers += [ThrowAwayServer(folder / name, programs, like=servers[0]) for name in ("2", "3")]
    with servers[0].connect() as connection:
        # The first server has the head of the table, and a part of its rows as the others have.
        connection.execute("CREATE DATABASE part")
    address = servers[0].uri("demo")
    parts = [servers[0].database("part"), *(it.database() for it in servers[1:])]
    _say(f"making up {options.rows:,} rows and importing them over the three")
    rows = write_made_up(folder / "rows.csv", options.rows)
    told = ("--title", "Made-up rows", "--day", "2026-01-01", "--shards", ",".join(parts))
    status = _run(["import", str(rows), "-o", address, *told], folder)
    if status:
        return status
    rows.unlink()
    _write_commands(folder, servers)
    _say(_HOW.format(folder=folder))
    if options.keep:
        opens = shlex.join([str(Path(sys.executable).with_name("dprk-tui")), address])
        _say(f"The servers stay. {folder}/end ends them; this opens the table again:\n  {opens}")
    if sys.stdin.isatty():
        sys.stderr.write("Enter opens the screen. ")
        sys.stderr.flush()
        sys.stdin.readline()
    return _run([address], folder)


_HOW = """
From another terminal, while the screen is open:
  {folder}/stop 2    kills the second server
  {folder}/start 2   starts it again
The screen says what it held, and the rest works; what it held comes back by
itself. The first server has the head of the table: without it nothing is found.
In the screen, / searches for missile or 미사일, f filters (type:launch), and
: goes to a day (2010-05) or shows what was known on one (asof 2010)."""


def _write_commands(folder: Path, servers: Sequence[ThrowAwayServer]) -> None:
    """Put scripts into the folder that stop and start a server by its number, and end all."""
    for name in ("stop", "start"):
        cases = "".join(
            f"{at}) exec {shlex.join(it.commands[name])} ;;\n" for at, it in enumerate(servers, 1)
        )
        _write_script(
            folder / name, f'cd /; case "$1" in\n{cases}*) echo "{name} 1, 2 or 3" >&2; exit 2\nesac\n'
        )
    _write_script(
        folder / "end", f"exec sh -c {shlex.quote(GUARD)} sh {shlex.quote(str(folder))} < /dev/null\n"
    )


def _write_script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}")
    path.chmod(0o755)


def _run(words: Sequence[str], folder: Path) -> int:
    """Run the program in this terminal; its exit status. It ends with us."""
    # Rows that wait to be sent are gone with the servers.
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    with subprocess.Popen([*_PROGRAM, *words], env=environment) as program:
        try:
            return program.wait()
        except BaseException:
            program.terminate()
            raise


def _ended_by(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
