"""A corpus that has no source yet, and what the command line does in it."""

from pathlib import Path

from tests.cli.running import Done, run

CORPUS = (
    'format = 2\ntitle = "Visits"\ndescription = "Who visits whom."\ncurators = ["me"]\nlanguage = "en"\n'
)
ENTITIES = '[[entity]]\nid = "the-paper"\ntype = "organization"\nname = "The Paper"\naliases = ["더페이퍼"]\n'


def fresh(folder: Path) -> Path:
    """The corpus, in a new folder."""
    folder.mkdir()
    (folder / "corpus.toml").write_text(CORPUS, "utf-8")
    (folder / "entities.toml").write_text(ENTITIES, "utf-8")
    (folder / "events.toml").write_text("", "utf-8")
    return folder


def add(folder: Path, data: bytes, *options: str | Path, name: str = "") -> Done:
    """Add a file that holds `data`: from standard input, or where it has a `name` from a file of that."""
    if not name:
        return run("add-source", folder, "-", *options, given=data)
    file = folder.parent / name
    file.write_bytes(data)
    return run("add-source", folder, file, *options)
