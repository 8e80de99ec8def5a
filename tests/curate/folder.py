"""Corpus folders to change, and how they stand."""

import difflib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import seeds
from model.corpus.corpus import Corpus

BUNDLED = Path(seeds.__file__).parent
INVENTED = Path(__file__).parents[1] / "data/invented"


def copy_of(folder: Path, to: Path) -> Path:
    """A copy of the corpus in a folder, without what else lies there."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("__pycache__", "*.py", "*.md"))
    return to


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A folder of these files."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def records_of(corpus: Corpus) -> dict[tuple[str, str], Any]:
    """Every record of a corpus by kind and id; passages by kind and source, in their order."""
    named: dict[str, Mapping[str, Any]] = {
        "entity": corpus.entities,
        "event": corpus.events,
        "conflict": corpus.conflicts,
        "source": corpus.sources,
        "statement": corpus.statements,
        "claim": corpus.claims,
        "list": corpus.lists,
        "question": corpus.questions,
        "search": corpus.searches,
        "furniture": corpus.furniture,
        "left_out": corpus.left_out,
    }
    return {(kind, name): it for kind, records in named.items() for name, it in records.items()}


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines of which two texts differ, each with its sign."""
    was, now = (it.decode().splitlines(keepends=True) for it in (before, after))
    found = difflib.unified_diff(was, now, n=0)
    return [line.rstrip("\r\n") for line in found if line[:3] not in ("---", "+++", "@@ ")]
