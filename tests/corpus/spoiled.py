"""A small sound corpus as files, ways to spoil it, and what the checks then say."""

import hashlib
from pathlib import Path

from model.corpus.findings import CorpusError, Finding
from model.corpus.load import load_corpus

A = "sources/a.toml"

TEXT = "On Monday he said a visit comes on May 9.\r\nIt will not be long, he said."

FILES = {
    "corpus.toml": """\
format = 1
title = "Mini"
description = ""
curators = ["x"]
language = "en"
""",
    "entities.toml": """\
[[entity]]
id = "korea-daily"
type = "organization"
name = "Korea Daily"
""",
    "events.toml": """\
[[event]]
id = "visit"
type = "talks"
title = "A visit"
""",
    "sources/a.txt": TEXT,
    "sources/a.toml": f"""\
[source]
title = "a visit comes"
publisher = "korea-daily"
language = "en"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
published = {{ edtf = "2025-05-05", basis = "external", reasoning = "x" }}

[[claim]]
id = "c1"
event = "visit"
quote = "a visit comes on May 9"
date = {{ edtf = "2025-05-09", words = "May 9", basis = "explicit-partial", reasoning = "x" }}
status = "scheduled"
factuality = "CT+"
""",
}


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which stands in the file once, by `new`."""
    text = (folder / file).read_bytes().decode()
    assert text.count(old) == 1
    (folder / file).write_bytes(text.replace(old, new).encode())


def add(folder: Path, file: str, lines: str) -> None:
    """Put lines at the end of a file."""
    with (folder / file).open("ab") as target:
        target.write(lines.encode())


def found(folder: Path) -> list[str]:
    """What the checks say, line by line, but for what is left out because of that."""
    return [str(finding) for finding in findings_in(folder) if not finding.follows]


def findings_in(folder: Path) -> tuple[Finding, ...]:
    """All that is found, also where the corpus is then of no use."""
    try:
        return load_corpus(folder).findings
    except CorpusError as error:
        return error.findings
