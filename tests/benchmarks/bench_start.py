"""How long the program takes to say its version, as a ratio to what Python itself needs; exits 1 above the limit.

Run it as `make bench`. Ratios inside one run are comparable; seconds on different machines, or days, are not.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 3.0
"""The most that `dprk-tui --version` may take, in starts of bare Python."""

ROUNDS = 25

BARE = "python -c pass"
VERSION = "dprk-tui --version"
COMMANDS = {
    BARE: [sys.executable, "-c", "pass"],
    VERSION: [str(Path(sys.executable).with_name("dprk-tui")), "--version"],
    "python -m tui --version": [sys.executable, "-m", "tui", "--version"],
    "dprk-tui --help": [str(Path(sys.executable).with_name("dprk-tui")), "--help"],
}


def seconds(command: list[str]) -> float:
    """The time that one run of a command takes, from its start to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def medians() -> dict[str, float]:
    """The median time of each command, in seconds; rounds take turns, so that a busy moment hits all alike."""
    for command in COMMANDS.values():
        seconds(command)  # once unmeasured, so that the compiled files are there
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> int:
    """Print the table; returns 0 if the version comes in time, else 1."""
    found = medians()
    print(f"{'command':24}  {'median':>8}  {'ratio':>6}    ({ROUNDS} rounds)")
    for name, median in found.items():
        print(f"{name:24}  {median * 1000:6.1f}ms  {median / found[BARE]:6.2f}")
    ratio = found[VERSION] / found[BARE]
    verdict = "within" if ratio <= LIMIT else "above"
    print(f"{VERSION} takes {ratio:.2f} times a bare start: {verdict} the limit of {LIMIT:g}.")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
