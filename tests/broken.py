"""The bundled corpus with ten records broken in ten ways."""

import shutil
from pathlib import Path

import seeds

KD, KJD = "sources/kd-ambassador.toml", "sources/kjd-kim-unlikely.toml"

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (KD, 'id = "kd-kremlin-confirms"', 'status = "occurred"', 'status = "happened"'),
    (KD, 'id = "kd-kim-label"', "leader Kim Jong-un", "leader Kim Il-sung"),
    (KD, 'id = "kd-kursk-deployment"', 'event = "', 'event = "not-'),
    (KJD, 'id = "kjd-parade"', 'edtf = "', 'edtf = "about '),
    (KJD, 'id = "kjd-title-kim"', 'hedge = "', 'hedge = "most '),
    (KJD, 'id = "kjd-ties"', 'factuality = "CT+"', 'factuality = "PS-"'),
    (KJD, 'id = "kjd-diplomatic-circles"', 'who = "', 'who = "nobody-'),
    ("entities.toml", 'id = "pak-thae-song"', 'type = "person"', 'type = "persona"'),
    ("events.toml", 'id = "delegation-7-10-may"', "title = ", "place = 7\ntitle = "),
    ("conflicts.toml", 'id = "dispatched-or-to-be-deployed"', "open = ", "closed = "),
)
"""Of each: the file, the record, what stands there, and what instead."""


def broken(folder: Path) -> list[tuple[str, int]]:
    """Write the broken corpus into a folder that is not there yet; gives file and line of what is broken."""
    shutil.copytree(Path(seeds.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    places = []
    for name, record, old, new in WAYS:
        text = (folder / name).read_text()
        start = text.index(old, text.index(record))
        (folder / name).write_text(text[:start] + new + text[start + len(old) :])
        places.append((name, text[:start].count("\n") + 1))
    return places
