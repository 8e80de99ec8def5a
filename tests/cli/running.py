"""The program as another process, with standard streams as a shell would leave them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui"]

Done = subprocess.CompletedProcess[bytes]

WHICH = b"corpus: the one that comes along; name a folder, or stand in one, for another\n"
"""What is said on standard error where no corpus is named; `tests/cli/test_which.py` sees to it."""


def without_which(done: Done) -> Done:
    """What was done, without the line that says which corpus is meant."""
    done.stderr = done.stderr.removeprefix(WHICH)
    return done


def run(
    *arguments: str | Path, streams: str = "", given: bytes = b"", variables: dict[str, str] | None = None
) -> Done:
    """Run the program with `streams` redirected (`>&-`), else in pipes; with `variables` in its environment."""
    # Unbuffered output fails at another place than buffered output; a test says which it wants.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | (variables or {})
    command = ["bash", "-c", f'"$@" {streams}', "bash", *PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env=environment, check=False)
    return without_which(done)
