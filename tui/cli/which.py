"""Which corpus is meant where none is named: the one that one stands in, else the one that comes along."""

from pathlib import Path

from model.index.postgres.address import is_address
from model.index.table.opening import is_table
from tui.cli.narration import narrate
from tui.cli.refusal import Refusal

_MARK = "corpus.toml"
"""The file by which a folder is a corpus."""


def chosen_folder(name: str | None) -> Path:
    """The folder that is named; else the one in or below which one stands, else the bundled one: that is said then.

    Relative to where one stands wherever it can be, so that paths in it can be opened from there.
    """
    if name is not None:
        return _no_table(name)
    around = _around()
    if around is not None:
        narrate(f"corpus: {around.resolve()}")
        return around
    narrate("corpus: the one that comes along; name a folder, or stand in one, for another")
    return bundled_corpus()


def own_folder(name: str | None) -> Path:
    """The folder that is named, or the one in or below which one stands, to write to: never the bundled one unasked.

    Raises `Refusal`.
    """
    folder = _no_table(name) if name is not None else _around()
    if folder is None:
        raise Refusal("no corpus is meant; name its folder, or stand in it")
    return folder


def _no_table(name: str) -> Path:
    """The path that is to be a corpus. Raises `Refusal` where it is a table of coded rows, which has no claims."""
    if is_address(name):
        raise Refusal(
            "this is a table on a server, of coded rows; only `open`, `print` and `export` read those"
        )
    path = Path(name)
    if is_table(path):
        raise Refusal(
            f"{path}: this is a file, as of a table of coded rows; only `open`, `print` and `export` read those"
        )
    return path


def bundled_corpus() -> Path:
    """The folder of the corpus that comes with the program."""
    import seeds

    return Path(seeds.__file__).parent


def _around() -> Path | None:
    """The nearest corpus around where one stands, as a relative path."""
    try:
        here = Path.cwd()
    except OSError:
        # Somebody took away the folder that one stands in.
        return None
    for steps, folder in enumerate((here, *here.parents)):
        if _is_corpus(folder):
            return Path(*[".."] * steps)
    return None


def _is_corpus(folder: Path) -> bool:
    try:
        return (folder / _MARK).is_file()
    except OSError:
        return False
