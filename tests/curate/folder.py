"""Corpus folders to change, and how they stand."""

import shutil
from pathlib import Path

import seeds

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
