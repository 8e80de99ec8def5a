"""Memory of processes, as Linux says it, in MiB."""

import re
from pathlib import Path


def memory_of(process: int) -> float:
    """What a process has in memory now."""
    return _said("VmRSS", str(process))


def most_memory() -> float:
    """The most that this one had; what the system says at its end would count what had started it too."""
    return _said("VmHWM", "self")


def _said(name: str, process: str) -> float:
    found = re.search(rf"{name}:\s+(\d+)", Path("/proc", process, "status").read_text())
    return int(found[1]) / 1024 if found else 0.0
