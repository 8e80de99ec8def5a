"""Bytes and delay of keys over SSH with 100 ms of added round trip: a server of our own, behind a slow line of our own.

    python -m tests.benchmarks.bench_ssh

All of it runs in a network namespace of its own where one can be made, else on loopback. Exits 1 where a goal is
missed.
"""

import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.keys import byte_goals, measured, table, verdict
from tests.benchmarks.meter import Meter
from tests.benchmarks.pager import beside_less, paging
from tests.benchmarks.relay import Relay
from tests.ssh.sshd import MISSING, serving

ROUND_TRIP = 0.1
INSIDE = "DPRK_TUI_OWN_NETWORK"
SIZES = [(80, 24), (120, 40), (160, 50)]
ALONE = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]


def own_network() -> str:
    """Why no network namespace can be made; empty where one can, or where this runs in one."""
    if os.environ.get(INSIDE):
        return ""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return "there is no unshare or no ip (iproute2)"
    tried = subprocess.run([*ALONE, "ip", "link", "set", "lo", "up"], capture_output=True, check=False)
    return tried.stderr.decode(errors="replace").strip() if tried.returncode else ""


def main() -> int:
    """Print the tables; returns 0 where every goal is met, or where there is no SSH server to measure with."""
    if MISSING:
        print(f"skipped: {MISSING}")
        return 0
    reason = own_network()
    if reason:
        print(f"without a network namespace ({reason}): on loopback, where other traffic may disturb")
    elif not os.environ.get(INSIDE):
        inner = f'ip link set lo up && exec "{sys.executable}" -m tests.benchmarks.bench_ssh'
        os.execvpe(ALONE[0], [*ALONE, "sh", "-c", inner], os.environ | {INSIDE: "1"})
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "sshd") as server:
        relay = Relay(server.port, ROUND_TRIP / 2)
        server.port = relay.port
        remote = f"cd {Path.cwd()} && LC_ALL=C.UTF-8 {sys.executable} -m tui"
        goals: list[tuple[str, float, float]] = []
        for width, height in SIZES:
            meter = Meter(server.command(remote), width, height)
            meter.shows(" ahead ")
            meter.settle()
            found = measured(meter)
            meter.close()
            title = f"SSH + {ROUND_TRIP * 1000:.0f} ms, {width}x{height}"
            table(title, found)
            command = server.command(shlex.join(paging(f"{remote} print")))
            beside_less(title, Meter(command, width, height), found)
            if (width, height) == (120, 40):
                goals += byte_goals(found)
                for name in ("Down", "Tab"):
                    delay = statistics.median(answer.last for answer in found[name])
                    goals.append((f"{name} over SSH: median ms", delay, ROUND_TRIP * 1000 + 10))
        relay.close()
    return verdict(goals)


if __name__ == "__main__":
    sys.exit(main())
