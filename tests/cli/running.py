"""The program as another process, with standard streams as a shell would leave them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui"]

Done = subprocess.CompletedProcess[bytes]


def run(
    *arguments: str | Path, streams: str = "", given: bytes = b"", variables: dict[str, str] | None = None
) -> Done:
    """Run the program with `streams` redirected (`>&-`), else in pipes; with `variables` in its environment."""
    # Unbuffered output fails at another place than buffered output; a test says which it wants.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | (variables or {})
    command = ["bash", "-c", f'"$@" {streams}', "bash", *PROGRAM, *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env=environment, check=False)
