"""The file of passwords that libpq does not take, since others may read it, and of which it writes to the terminal.

https://www.postgresql.org/docs/15/libpq-pgpass.html
"""

import os
import stat
from collections.abc import Mapping
from pathlib import Path


def refused_password_file(said: Mapping[str, object]) -> Path | None:
    """The file that libpq would refuse, with a line on standard error that stands over the screen; None: it does not.

    `said` is what an address says. A service may name another file, so that nothing is known where there is one.
    """
    if "service" in said or "PGSERVICE" in os.environ:
        return None
    named = str(said.get("passfile") or os.environ.get("PGPASSFILE") or "")
    path = Path(named) if named else Path(os.environ.get("HOME", "~")).expanduser() / ".pgpass"
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None
    return None if stat.S_ISREG(mode) and not mode & (stat.S_IRWXG | stat.S_IRWXO) else path
